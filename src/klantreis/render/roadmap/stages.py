"""What the journey becomes: a small curve and its figures for each moment, the dream behind it."""

from __future__ import annotations

from klantreis.engine.roadmap.board import Board, Stage
from klantreis.engine.roadmap.words import Terms
from klantreis.render.kit.clean import clean
from klantreis.render.kit.curve import Curve, through
from klantreis.render.kit.draw import Canvas, Icon, Line, Rect, Shape, text_width
from klantreis.render.kit.measure import Style
from klantreis.render.kit.styles import BODY_BOLD, TINY, TINY_BOLD
from klantreis.render.roadmap.cards import MARKS

PANEL, SPACE = 216.0, 14.0
"""The least width of a panel, and the white between two."""
HEIGHT = 104.0
"""The height of a curve."""
_UNIT, _VALUE = 22.0, Style(22.0, "semibold")
_PAD, _MOST = 14.0, 3

Points = tuple[tuple[float, str], ...]


def draw_stages(canvas: Canvas, board: Board, left: float, right: float, y: float) -> float:
    """Draw the moments beside one another, in as many rows as they need; give where they end."""
    count = len(board.stages)
    across = max(1, min(count, int((right - left + SPACE) // (PANEL + SPACE))))
    across = -(-count // -(-count // across))
    room = (right - left + SPACE) / across - SPACE
    for first in range(0, count, across):
        row = range(first, min(first + across, count))
        tall = max(_panel(Canvas(gauge=True), board, number, 0, 0, room) for number in row)
        for place, number in enumerate(row):
            _panel(canvas, board, number, left + place * (room + SPACE), y, room, tall)
        y += tall + SPACE
    return y - SPACE


def _panel(canvas: Canvas, board: Board, number: int, x: float, y: float, room: float, tall: float = 0) -> float:
    stage, terms = board.stages[number], board.terms
    before = board.stages[number - 1].points if number else stage.points
    top, place, left, inner = y, len(canvas.strokes), x + _PAD, room - 2 * _PAD
    y += 12
    y += canvas.text(left, y, inner, stage.label, BODY_BOLD, "t0" if stage.complete else "ink") + 2
    wide = text_width(stage.mean, _VALUE) + 8
    canvas.text(left, y, wide, stage.mean, _VALUE, stage.tone)
    canvas.text(left + wide, y + 3, inner - wide, terms["mean"].lower(), TINY, "soft")
    y += (
        canvas.text(
            left + wide, y + 16, inner - wide, f"{stage.remembered} {terms['remembered'].lower()}", TINY, "soft"
        )
        + 20
    )
    draw_curve(canvas, stage.points, before, () if stage.complete else board.dream, left, y, inner)
    y += HEIGHT + 8
    y += _counts(canvas, stage, terms, left, y, inner) + 8
    y = _share(canvas, stage, terms, left, y, inner)
    for title in _finished(stage, terms):
        path, tone = MARKS["done"]
        canvas.add(Icon(round(left, 1), round(y + 2, 1), round(12 / 24, 3), path, tone))
        y += canvas.text(left + 17, y, inner - 17, clean(title), TINY, "ink") + 2
    height = max(y + 10 - top, tall)
    canvas.box(
        place, x=x + 0.5, y=top + 0.5, width=room - 1, height=height - 1, fill="" if stage.left else "card",
        edge="faint" if stage.left else "edge", radius=10, dash="5 4" if stage.left else "", name="card",
    )  # fmt: skip
    return height


def _counts(canvas: Canvas, stage: Stage, terms: Terms, x: float, y: float, room: float) -> float:
    told = f"{terms.count('pain', stage.pains)} · {terms.count('step', stage.steps)}"
    return canvas.text(x, y, room, told, TINY_BOLD, "soft")


def _share(canvas: Canvas, stage: Stage, terms: Terms, x: float, y: float, room: float) -> float:
    """A bar of how much of the gap is done by then."""
    if not stage.share or stage.left:
        return y
    text = f"{stage.share} {terms['so-far']}"
    wide = text_width(text, TINY) + 6
    long = max(20.0, room - wide - 8)
    canvas.add(Rect(round(x, 1), round(y + 6, 1), round(long, 1), 4, "track", radius=2))
    if stage.part:
        canvas.add(Rect(round(x, 1), round(y + 6, 1), round(long * stage.part, 1), 4, "good", radius=2))
    canvas.text(x + long + 8, y, wide, text, TINY, "soft")
    return y + 24


def _finished(stage: Stage, terms: Terms) -> tuple[str, ...]:
    if len(stage.initiatives) <= _MOST:
        return stage.initiatives
    return (*stage.initiatives[: _MOST - 1], terms["more"].format(count=len(stage.initiatives) - _MOST + 1))


def draw_curve(canvas: Canvas, points: Points, before: Points, dream: Points, x: float, y: float, room: float) -> None:
    """Draw a curve of `room` wide; what is otherwise than `before` stands out, the dream is dotted behind it."""
    neutral = round(y + HEIGHT / 2, 1)
    canvas.add(Line(round(x, 1), neutral, round(x + room, 1), neutral, "faint", 1, "3 4"))
    curve = _curve(points, x, neutral, room)
    if len(points) > 1:
        for fill, top in (("good-area", neutral - HEIGHT), ("bad-area", neutral)):
            clip = canvas.clip(x, top, room, HEIGHT)
            canvas.add(Shape(curve.area(neutral), fill=fill, clip=clip))
    if len(dream) > 1:
        canvas.add(Shape(_curve(dream, x, neutral, room).path(), edge="t0", thick=1.2, dash="2 3"))
    if len(points) > 1:
        canvas.add(Shape(curve.path(), edge="ink", thick=1.8))
    known = set(before)
    for point, px, py in zip(points, curve.xs, curve.ys, strict=True):
        fill = "good" if point[0] > 0 else "bad" if point[0] < 0 else "soft"
        size = 3.0 if point in known else 5.0
        canvas.add(
            Rect(round(px - size - 1, 1), round(py - size - 1, 1), 2 * size + 2, 2 * size + 2, "card", radius=size + 1)
        )
        canvas.add(Rect(round(px - size, 1), round(py - size, 1), 2 * size, 2 * size, fill, radius=size))


def _curve(points: Points, x: float, neutral: float, room: float) -> Curve:
    if not points:
        return Curve((), (), ())
    each = (room - 16) / max(1, len(points) - 1)
    first = x + (8 if len(points) > 1 else room / 2)
    return through([
        (round(first + place * each, 1), round(neutral - score * _UNIT, 2)) for place, (score, _) in enumerate(points)
    ])  # fmt: skip
