"""The emotion curve for a narrow screen: the whole journey at a glance, only what is remembered named."""

from __future__ import annotations

from klantreis.render.kit.curve import Point, through
from klantreis.render.kit.draw import Canvas, Line, Rect, Shape, Stroke, text_width
from klantreis.render.kit.styles import TINY_BOLD

WIDTH, HEIGHT = 340.0, 216.0
"""The size it is drawn at, in pixels; it grows with the screen."""
_EDGE, _UNIT, _LINE = 14.0, 30.0, 16.0


def small_curve(points: tuple[Point, ...], columns: int) -> tuple[Stroke, ...]:
    """Give the strokes of the small curve."""
    canvas = Canvas()
    each = (WIDTH - 2 * _EDGE) / columns
    neutral = HEIGHT / 2
    spots = [(_EDGE + point.place * each, round(neutral - point.score * _UNIT, 2)) for point in points]
    curve = through(spots)
    canvas.add(Line(_EDGE, neutral, WIDTH - _EDGE, neutral, "faint", 1, "4 4"))
    if len(points) > 1:
        for fill, top in (("good-area", 0.0), ("bad-area", neutral)):
            clip = canvas.clip(0, top, WIDTH, neutral)
            canvas.add(Shape(curve.area(neutral), fill=fill, clip=clip))
        canvas.add(Shape(curve.path(), edge="ink", thick=2))
    taken: list[tuple[float, float, float]] = []
    for n, (point, (x, y)) in enumerate(zip(points, spots, strict=True)):
        fill = "gold" if point.truth else "good" if point.score > 0 else "bad" if point.score < 0 else "soft"
        canvas.add(Rect(round(x - 4, 1), round(y - 4, 1), 8, 8, fill, radius=4))
        if point.names:
            _name(canvas, point, x, y, taken, above=_on_top(points, n))
    return tuple(canvas.strokes)


def _on_top(points: tuple[Point, ...], n: int) -> bool:
    """Tell whether the curve leaves room above a point: none of its neighbours is higher."""
    near = [other.score for other in points[max(0, n - 1) : n + 2]]
    return points[n].score == max(near) and (points[n].score > min(near) or points[n].score >= 0)


def _name(
    canvas: Canvas, point: Point, x: float, y: float, taken: list[tuple[float, float, float]], *, above: bool
) -> None:
    text = f"{' · '.join(point.names)} {point.text}"
    wide = text_width(text, TINY_BOLD) + 4
    left = min(max(x - wide / 2, 2.0), WIDTH - wide - 2)
    top = y - 24 if above else y + 8
    while any(left < right and left + wide > start and abs(top - other) < _LINE for start, right, other in taken):
        top += -_LINE if above else _LINE
    taken.append((left, left + wide, top))
    canvas.text(left, top, wide, text, TINY_BOLD, "ink", anchor="middle")
