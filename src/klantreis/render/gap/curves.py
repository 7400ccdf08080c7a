"""Both emotion curves in one picture: what lies between them is what the dream wins, or loses."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from klantreis.language.numbers import signed
from klantreis.render.gap.shapes import GapData
from klantreis.render.kit.curve import Curve, Point, through
from klantreis.render.kit.draw import Canvas, Line, Rect, Shape, diamond, text_height, text_width
from klantreis.render.kit.measure import Style
from klantreis.render.kit.styles import TINY, TINY_BOLD

_UNIT = 50.0
"""Pixels for one step of emotion."""
_SAMPLE = 5.0
_PILL, _CLEAR = 18.0, 13.0
_STRONG = Style(12.5, "semibold")

REMEMBERED = 118.0
"""The room right of the columns for the remembered scores."""


@dataclass(slots=True)
class _Line:
    """One side's curve, with level 0 at y = 0."""

    points: tuple[Point, ...]
    xs: list[float]
    curve: Curve
    dream: bool


@dataclass(slots=True)
class _Tag:
    point: Point
    x: float
    top: float
    height: float
    wide: float
    dream: bool
    above: bool


@dataclass(slots=True)
class _Chart:
    x: Callable[[float], float]
    lines: list[_Line]
    tags: list[_Tag] = field(default_factory=list)


def draw_curves(canvas: Canvas, data: GapData, x: Callable[[float], float], y: float, right: float) -> float:
    """Draw both curves from y down; give where they end. `x` gives where a column begins."""
    chart = _Chart(x, [_line(points, x, dream=side == 1) for side, points in enumerate(data.points) if points])
    for line in reversed(chart.lines):
        for point, at in zip(line.points, line.xs, strict=True):
            chart.tags.append(_tag(chart, line, point, at))
    top = min([-2 * _UNIT - 8, *(tag.top for tag in chart.tags)])
    bottom = max([2 * _UNIT + 8, *(tag.top + tag.height for tag in chart.tags)])
    neutral = round(y - top, 1)
    _scale(canvas, neutral, x(0), right)
    _between(canvas, chart.lines, neutral)
    for line in chart.lines:
        _stroke(canvas, line, neutral)
    for line in chart.lines:
        for point, at in zip(line.points, line.xs, strict=True):
            _dot(canvas, point, at, neutral - point.score * _UNIT, dream=line.dream)
    for tag in chart.tags:
        _write(canvas, tag, neutral)
    _remembered(canvas, data, neutral, right)
    return neutral + bottom


def _line(points: tuple[Point, ...], x: Callable[[float], float], *, dream: bool) -> _Line:
    xs = [round(x(point.place) - 5, 1) for point in points]
    return _Line(points, xs, through([(at, -p.score * _UNIT) for at, p in zip(xs, points, strict=True)]), dream)


def _scale(canvas: Canvas, neutral: float, left: float, right: float) -> None:
    for score, text in ((2, "+2"), (0, "0"), (-2, "−2")):
        level = round(neutral - score * _UNIT, 1)
        canvas.add(Line(left, level, right, level, "line" if score else "faint", 1, "2 5" if score else "4 4"))
        canvas.text(left - 38, level - 8, 28, text, TINY_BOLD, "soft", anchor="end")


def _between(canvas: Canvas, lines: list[_Line], neutral: float) -> None:
    """Tint what lies between the curves: green where the new one is higher, red where it is lower."""
    if len(lines) < 2:  # noqa: PLR2004  # one curve has nothing between
        return
    old, new = lines[0].curve, lines[1].curve
    start, stop = max(old.xs[0], new.xs[0]), min(old.xs[-1], new.xs[-1])
    if stop <= start:
        return
    count = max(2, int((stop - start) / _SAMPLE))
    spots = [start + (stop - start) * n / count for n in range(count + 1)]
    run: list[tuple[float, float, float]] = []
    side = 0
    for at in spots:
        before, after = old.at(at), new.at(at)
        here = (after < before) - (after > before)
        if run and here != side:
            run.append((at, before, after))
            _tint(canvas, run, side, neutral)
            run = []
        side = here
        run.append((at, before, after))
    _tint(canvas, run, side, neutral)


def _tint(canvas: Canvas, run: list[tuple[float, float, float]], side: int, neutral: float) -> None:
    if side == 0 or len(run) < 2:  # noqa: PLR2004  # a single spot has no area
        return
    there = "L".join(f"{at:.1f} {neutral + after:.1f}" for at, _, after in run)
    back = "L".join(f"{at:.1f} {neutral + before:.1f}" for at, before, _ in reversed(run))
    canvas.add(Shape(f"M{there}L{back}Z", fill="good-area" if side > 0 else "bad-area"))


def _stroke(canvas: Canvas, line: _Line, neutral: float) -> None:
    if len(line.points) < 2:  # noqa: PLR2004  # one point is no line
        return
    spots = [(at, round(neutral - p.score * _UNIT, 2)) for at, p in zip(line.xs, line.points, strict=True)]
    path = through(spots).path()
    canvas.add(Shape(path, edge="ink", thick=2.6) if line.dream else Shape(path, edge="soft", thick=1.7, dash="6 4"))


def _dot(canvas: Canvas, point: Point, x: float, y: float, *, dream: bool) -> None:
    tone = "good" if point.score > 0 else "bad" if point.score < 0 else "soft"
    if point.truth:
        size = 9 if dream else 7
        canvas.add(Shape(diamond(x, y, size + 2), fill="paper"))
        path = diamond(x, y, size)
        canvas.add(Shape(path, fill="gold") if dream else Shape(path, fill="paper", edge="gold", thick=1.8))
    elif dream:
        canvas.add(Rect(round(x - 8, 1), round(y - 8, 1), 16, 16, "paper", radius=8))
        canvas.add(Rect(round(x - 6, 1), round(y - 6, 1), 12, 12, tone, radius=6))
    else:
        canvas.add(Rect(round(x - 4.5, 1), round(y - 4.5, 1), 9, 9, "paper", tone, 4.5, thick=1.8))


def _tag(chart: _Chart, line: _Line, point: Point, x: float) -> _Tag:
    """Place what stands at a point: clear of both curves, on the outer side of its own."""
    wide = max([text_width(point.text, _STRONG), *(text_width(name, TINY_BOLD) + 20 for name in point.names)]) + 4
    height = _STRONG.leading + len(point.names) * (_PILL + 3)
    spots = [x + wide / 2 * step / 6 for step in range(-6, 7)]
    level = -point.score * _UNIT
    levels = [one.curve.at(spot) for one in chart.lines for spot in spots if one.xs[0] <= spot <= one.xs[-1]]
    other = next((one for one in chart.lines if one is not line), None)
    above = level <= other.curve.at(x) if other and level != other.curve.at(x) else line.dream
    if above:
        top = min([level - _CLEAR, *(spot - 6 for spot in levels)]) - height
    else:
        top = max([level + _CLEAR, *(spot + 6 for spot in levels)])
    # The neutral line runs through no figure.
    figure = top + height - _STRONG.leading if above else top
    if figure < 0 < figure + _STRONG.leading:
        top += -figure - _STRONG.leading - 2 if above else 2 - figure
    tag = _Tag(point, x, top, height, wide, line.dream, above)
    _make_room(chart.tags, tag)
    return tag


def _make_room(tags: list[_Tag], tag: _Tag) -> None:
    """Move a tag away from its curve until it touches no other."""
    for _ in range(40):
        hit = next((other for other in tags if _touch(other, tag)), None)
        if hit is None:
            return
        tag.top = hit.top - tag.height - 2 if tag.above else hit.top + hit.height + 2


def _touch(one: _Tag, other: _Tag) -> bool:
    return (
        abs(one.x - other.x) < (one.wide + other.wide) / 2
        and one.top < other.top + other.height
        and other.top < one.top + one.height
    )


def _write(canvas: Canvas, tag: _Tag, neutral: float) -> None:
    y, point = neutral + tag.top, tag.point
    fill = "gold-text" if point.truth else "good" if point.score > 0 else "bad" if point.score < 0 else "soft"
    score = (point.text, _STRONG if tag.dream else TINY, fill if tag.dream else "soft")
    if not tag.above:
        y += _score(canvas, tag, y, score)
    for name in point.names:
        y += _pill(canvas, name, tag.x, y, dream=tag.dream)
    if tag.above:
        _score(canvas, tag, y, score)


def _score(canvas: Canvas, tag: _Tag, y: float, score: tuple[str, Style, str]) -> float:
    text, style, fill = score
    canvas.text(tag.x - 26, y, 52, text, style, fill, anchor="middle")
    return _STRONG.leading


def _pill(canvas: Canvas, name: str, x: float, y: float, *, dream: bool) -> float:
    wide = text_width(name, TINY_BOLD) + 20
    fill, edge, ink = ("pill", "", "pill-text") if dream else ("paper", "faint", "soft")
    canvas.add(Rect(round(x - wide / 2, 1), round(y + 1.5, 1), round(wide, 1), _PILL, fill, edge, _PILL / 2))
    canvas.text(x - wide / 2 + 4, y + 2.5, wide - 8, name, TINY_BOLD, ink, anchor="middle")
    return _PILL + 3


def _remembered(canvas: Canvas, data: GapData, neutral: float, right: float) -> None:
    """Mark what is remembered of either side, at the end of the scale."""
    room = REMEMBERED - 26
    told = [
        (score, side == 1, f"{data.sides[side][0].lower()}, {data.terms['remembered-low']}")
        for side, score in enumerate(data.remembered)
        if score is not None
    ]
    heights = [text_height(room, text, TINY) + _STRONG.leading for _, _, text in told]
    tops = [neutral - score * _UNIT - height / 2 for (score, _, _), height in zip(told, heights, strict=True)]
    if len(tops) == 2:  # noqa: PLR2004  # both sides
        upper = 0 if tops[0] < tops[1] else 1
        close = tops[upper] + heights[upper] + 6 - tops[1 - upper]
        if close > 0:
            tops[upper] -= close / 2
            tops[1 - upper] += close / 2
    for (score, dream, text), top in zip(told, tops, strict=True):
        level = round(neutral - score * _UNIT, 1)
        tone = "ink" if dream else "soft"
        canvas.add(Line(round(right - 8, 1), level, round(right + 12, 1), level, tone, 2.6 if dream else 1.7,
                        "" if dream else "4 3"))  # fmt: skip
        down = canvas.text(right + 20, top, room, text, TINY, "soft")
        canvas.text(right + 20, top + down, room, signed(score, data.terms.words), _STRONG, tone)
