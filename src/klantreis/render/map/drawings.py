"""The two drawings across the columns: the emotion curve and the loyalty loop."""

from __future__ import annotations

from collections.abc import Callable

from klantreis.render.kit import theme
from klantreis.render.kit.curve import Curve, Point, through
from klantreis.render.kit.draw import Canvas, Line, Rect, Shape, text_height, text_width
from klantreis.render.kit.items import LoopData, PhaseHead
from klantreis.render.kit.measure import Style
from klantreis.render.kit.styles import SMALL, SMALL_BOLD, TINY, TINY_BOLD
from klantreis.render.map import loop as loops
from klantreis.render.map.loop import route

_UNIT = 46.0
"""Pixels for one step of emotion."""
_PILL = 20.0
_LABEL = Style(12.5, "semibold")


def draw_curve(
    canvas: Canvas,
    points: tuple[Point, ...],
    x: Callable[[float], float],
    y: float,
    columns: int,
    *,
    inside: bool = False,
) -> float:
    """Draw the emotion curve from y down; give where it ends.

    The scale is written left of the columns, or `inside` them where nothing can stand at the left.
    """
    at = [x(point.place) - theme.GUTTER / 2 for point in points]
    flat = [-point.score * _UNIT for point in points]
    curve = through(list(zip(at, flat, strict=True)))
    tags = [_tag(point, here, curve) for point, here in zip(points, at, strict=True)]
    top = min([-2 * _UNIT - 10, *(tag.top for tag in tags)])
    bottom = max([2 * _UNIT + 10, *(tag.bottom for tag in tags)])
    neutral = round(y - top, 1)
    _scale(canvas, neutral, x(0), x(columns) - theme.GUTTER, inside=inside)
    placed = through([(here, round(neutral + down, 2)) for here, down in zip(at, flat, strict=True)])
    if len(points) > 1:
        _areas(canvas, placed, neutral, at[0], at[-1])
    for point, here, down, tag in zip(points, at, flat, tags, strict=True):
        _dot(canvas, point, here, neutral + down)
        tag.draw(canvas, neutral)
    return neutral + bottom


def _scale(canvas: Canvas, neutral: float, left: float, right: float, *, inside: bool) -> None:
    for score, text in ((2, "+2"), (0, "0"), (-2, "−2")):
        level = round(neutral - score * _UNIT, 1)
        canvas.add(Line(left, level, right, level, "line" if score else "faint", 1, "2 5" if score else "4 4"))
        if inside:
            canvas.text(left, level - 17, 30, text, TINY_BOLD, "soft")
        else:
            canvas.text(left - 40, level - 8, 30, text, TINY_BOLD, "soft", anchor="end")


def _areas(canvas: Canvas, curve: Curve, neutral: float, left: float, right: float) -> None:
    area = curve.area(neutral)
    for fill, top in (("good-area", neutral - 300), ("bad-area", neutral)):
        clip = canvas.clip(left, top, right - left, 300)
        canvas.add(Shape(area, fill=fill, clip=clip))
    canvas.add(Shape(curve.path(), edge="ink", thick=2.4))


def _dot(canvas: Canvas, point: Point, x: float, y: float) -> None:
    if point.guess:
        canvas.add(Rect(round(x - 12, 1), round(y - 12, 1), 24, 24, "paper", "gold", 12, "4 3", 1.4))
    if point.truth:
        canvas.add(Shape(f"M{x:.1f} {y - 11:.1f}l11 11l-11 11l-11 -11z", fill="paper"))
        canvas.add(Shape(f"M{x:.1f} {y - 9:.1f}l9 9l-9 9l-9 -9z", fill="gold"))
        return
    fill = "good" if point.score > 0 else "bad" if point.score < 0 else "soft"
    canvas.add(Rect(round(x - 8, 1), round(y - 8, 1), 16, 16, "paper", radius=8))
    canvas.add(Rect(round(x - 6, 1), round(y - 6, 1), 12, 12, fill, radius=6))


class _Tag:
    """What stands at a point: score, word, names; clear of the curve, above it or below."""

    def __init__(self, point: Point, x: float, clear: float, *, above: bool) -> None:
        self.point, self.x, self.above = point, x, above
        self.words = [point.text, point.word] if point.word else [point.text]
        height = _height(point)
        self.top = clear - height if above else clear
        self.bottom = clear if above else clear + height

    def draw(self, canvas: Canvas, neutral: float) -> None:
        """Write it: the score next to the point, the pills on the far side."""
        score, word = self._score, self._word
        pills = [lambda c, y, name=name: _pill(c, name, self.x, y) for name in self.point.names]
        order = [*pills, word, score] if self.above else [score, word, *pills]
        y = neutral + self.top
        for part in order:
            y += part(canvas, y)

    def _score(self, canvas: Canvas, y: float) -> float:
        score = self.point.score
        fill = "gold-text" if self.point.truth else "good" if score > 0 else "bad" if score < 0 else "soft"
        canvas.text(self.x - 30, y, 60, self.point.text, _LABEL, fill, anchor="middle")
        return _LABEL.leading

    def _word(self, canvas: Canvas, y: float) -> float:
        if not self.point.word:
            return 0
        return canvas.text(self.x - 70, y, 140, self.point.word, TINY, "soft", anchor="middle")


def _height(point: Point) -> float:
    word = text_height(140, point.word, TINY) if point.word else 0
    return _LABEL.leading + word + len(point.names) * (_PILL + 3)


def _pill(canvas: Canvas, name: str, x: float, y: float) -> float:
    wide = text_width(name, TINY_BOLD) + 24
    canvas.add(Rect(round(x - wide / 2, 1), round(y + 1.5, 1), round(wide, 1), _PILL, "pill", radius=_PILL / 2))
    canvas.text(x - wide / 2 + 8, y + 3.5, wide - 16, name, TINY_BOLD, "pill-text", anchor="middle")
    return _PILL + 3


def _tag(point: Point, x: float, curve: Curve) -> _Tag:
    """Place a point's words on the side where they stand nearest to it, clear of the curve."""
    widest = max(
        [
            text_width(point.text, _LABEL),
            min(140.0, text_width(point.word, TINY)),
            *(text_width(name, TINY_BOLD) + 24 for name in point.names),
        ]
    )
    spots = [x + widest / 2 * step / 8 for step in range(-8, 9)]
    level = curve.at(x)
    above = min(min(map(curve.at, spots)) - 6, level - 14)
    below = max(max(map(curve.at, spots)) + 6, level + 14)
    up = level - above <= below - level + (4 if point.score >= 0 else -4)
    return _Tag(point, x, above if up else below, above=up)


def draw_loop(
    canvas: Canvas,
    loop: LoopData,
    phases: tuple[PhaseHead, ...],
    x: Callable[[float], float],
    column: float,
    y: float,
    right: float,
) -> float:
    """Draw the loyalty loop under the phases it joins; give where it ends."""
    shape = loop_shape(loop, [(phase.title, phase.span) for phase in phases], column)
    widths, node, way = shape.widths, shape.node, route(shape)
    left = x(0)
    canvas.add(Shape(way.path(left, y), edge="t0", thick=2, dash="6 4"))
    _head(canvas, left + way.bend[-1][0], y + way.bend[-1][1])
    for place, (phase, width, middle) in enumerate(zip(phases, widths, way.middles, strict=True)):
        _node(canvas, phase, left + middle - width / 2, y, width, node, skipped=place in loop.skipped)
    depth = y + way.depth + 8
    middle = left + (way.bend[0][0] + way.bend[-1][0]) / 2
    room = min(max(text_width(loop.label, SMALL_BOLD), text_width(loop.note, SMALL)) + 8, right - left, 760.0)
    at = min(max(middle - room / 2, left), right - room)
    depth += canvas.text(at, depth, room, loop.label, SMALL_BOLD, "t0", anchor="middle")
    return depth + canvas.text(at, depth + 1, room, loop.note, SMALL, "soft", anchor="middle")


def loop_shape(loop: LoopData, phases: list[tuple[str, int]], column: float) -> loops.Shape:
    """Give the loop as Graphviz knows it; `phases` are names and the columns they span."""
    widths = tuple(round(span * column - theme.GUTTER, 1) for _, span in phases)
    tall = max(text_height(width - 24, title, TINY_BOLD) for (title, _), width in zip(phases, widths, strict=True))
    return loops.Shape(widths, theme.GUTTER, loop.leaves, loop.enters, round(max(loops.NODE, tall + 12), 1))


def _head(canvas: Canvas, x: float, y: float) -> None:
    canvas.add(Shape(f"M{x:.1f} {y + 1:.1f}l6.5 12h-13z", fill="t0"))


def _node(canvas: Canvas, phase: PhaseHead, x: float, y: float, width: float, height: float, *, skipped: bool) -> None:
    edge, ink = ("faint", "soft") if skipped else (f"t{phase.colour}", f"t{phase.colour}")
    canvas.add(
        Rect(
            round(x + 0.5, 1),
            round(y + 0.5, 1),
            round(width - 1, 1),
            round(height - 1, 1),
            "" if skipped else "card",
            edge,
            8,
            "4 3" if skipped else "",
            1.2,
        )
    )
    tall = text_height(width - 24, phase.title, TINY_BOLD)
    style = TINY if skipped else TINY_BOLD
    canvas.text(x + 12, y + (height - tall) / 2, width - 24, phase.title, style, ink, anchor="middle")
