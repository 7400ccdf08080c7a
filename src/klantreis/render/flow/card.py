"""The card of a step: what it is, how it feels, and at its foot the ways on."""

from __future__ import annotations

from collections.abc import Sequence

from klantreis.render.flow.items import FlowStep, Row
from klantreis.render.kit.draw import Canvas, Line, Rect, Shape, text_width
from klantreis.render.kit.paint_small import channel_icon
from klantreis.render.kit.styles import BODY_BOLD, TINY, TINY_BOLD

WIDTH = 208.0
"""The width of every card, in pixels."""
LEAST = 92.0
"""The least height of a card without the ways at its foot: arrows come and go at its sides."""
_PAD = 14.0
_SIGN = 17.0
_SHARE = 42.0
"""The width of the column of shares."""


def body_height(step: FlowStep) -> float:
    """Give the height of a card without the ways at its foot."""
    return max(LEAST, _body(Canvas(gauge=True), step, 0, 0, 0, 0))


def rows_height(rows: Sequence[Row]) -> float:
    """Give the height of the ways at the foot of a card."""
    return sum(_row_height(row) for row in rows) + 6 if rows else 0.0


def row_middles(rows: Sequence[Row], top: float) -> list[float]:
    """Give where the line of each way leaves the card, with the first row's top at `top`."""
    found, y = [], top + 3
    for row in rows:
        found.append(y + 5 + TINY.leading / 2)
        y += _row_height(row)
    return found


def draw_card(canvas: Canvas, step: FlowStep, x: float, y: float, body: float, colour: int) -> None:
    """Draw a card whose upper part is `body` high."""
    height = body + rows_height(step.rows)
    if step.ghost:
        canvas.box(len(canvas.strokes), x=x, y=y, width=WIDTH, height=height, edge="soft", dash="2 4", name="card")
        canvas.text(x + _PAD, y + 14, WIDTH - 2 * _PAD, step.title, TINY, "soft")
    else:
        _ground(canvas, step, x, y, height, colour)
        _body(canvas, step, x, y, body, colour)
    _rows(canvas, step.rows, x, y + body)


def _ground(canvas: Canvas, step: FlowStep, x: float, y: float, height: float, colour: int) -> None:
    edge, dash, thick = ("gold", "5 3.5", 1.4) if step.assumed else ("edge", "", 1.0)
    canvas.box(
        len(canvas.strokes),
        x=x + 0.5,
        y=y + 0.5,
        width=WIDTH - 1,
        height=height - 1,
        fill="card",
        edge=edge,
        dash=dash,
        thick=thick,
        name="card",
    )
    inset = 8.0 if step.assumed else 0.0
    canvas.add(Rect(round(x, 1), round(y + inset, 1), 3.5, round(height - 2 * inset, 1), f"p{colour}", radius=1.75))


def _body(canvas: Canvas, step: FlowStep, x: float, y: float, body: float, colour: int) -> float:
    top, left, inner = y, x + _PAD, WIDTH - 2 * _PAD
    y += 11
    aside = _SIGN if step.truth else 0.0
    if step.truth:
        canvas.add(Shape(f"M{x + WIDTH - _PAD - 5:.1f} {y + 3:.1f}l5.5 5.5l-5.5 5.5l-5.5 -5.5z", fill="gold"))
    if step.channel:
        channel_icon(canvas, step.icon, colour, left, y, offline=step.offline)
        y += max(17, canvas.text(left + 21, y, inner - 21 - aside, step.channel, TINY_BOLD, "soft")) + 5
        aside = 0.0
    if not step.ghost:
        y += canvas.text(left, y, inner - aside, step.title, BODY_BOLD, "ink") + 2
    for mark, text in step.marks:
        canvas.icon(left, y + 1.5, 13, mark, "soft")
        y += max(17, canvas.text(left + 19, y, inner - 19, text, TINY, "soft"))
    foot = _foot(Canvas(gauge=True), step, left, y, inner, colour)
    y = max(y + 4, top + body - foot - 9) if foot else y
    y += _foot(canvas, step, left, y, inner, colour)
    return y + 9 - top


def _foot(canvas: Canvas, step: FlowStep, x: float, y: float, room: float, colour: int) -> float:
    """Draw how it feels at the left and the owner at the right."""
    side = 0.0
    if step.score:
        canvas.add(Rect(round(x, 1), round(y + 3.5, 1), 9, 9, step.tone, radius=4.5))
        wide = text_width(step.score, TINY_BOLD) + 3
        canvas.text(x + 15, y, wide, step.score, TINY_BOLD, step.tone)
        side = 15 + wide + 8
    if not step.owner:
        return 17.0 if side else 0.0
    return max(17.0, canvas.text(x + side, y, room - side, step.owner, TINY_BOLD, f"t{colour}", anchor="end"))


_TONES = {"way": "ink", "exit": "bad", "end": "ink", "away": "ink", "rest": "soft", "loop": "blue"}
_ICONS = {"exit": "exit", "end": "end", "away": "away", "loop": "return", "rest": "none", "way": "away"}


def _row_height(row: Row) -> float:
    return _row(Canvas(gauge=True), row, 0, 0)


def _row(canvas: Canvas, row: Row, x: float, y: float) -> float:
    top, left, inner, tone = y, x + _PAD, WIDTH - 2 * _PAD, _TONES[row.kind]
    canvas.add(Line(round(x + 8, 1), round(y, 1), round(x + WIDTH - 8, 1), round(y, 1), "line"))
    y += 5
    aside = _SIGN + 2
    if row.share:
        aside = max(_SHARE, text_width(row.share, TINY_BOLD) + 10)
        canvas.text(left, y, aside - 6, row.share, TINY_BOLD, tone)
    else:
        canvas.icon(left, y + 1.5, 13, _ICONS[row.kind], tone)
    # The name of what happens is bold; a condition is told, and where it leads is said softly.
    style = TINY_BOLD if row.kind in ("exit", "end") else TINY
    if row.text:
        y += canvas.text(left + aside, y, inner - aside, row.text, style, "ink" if row.kind == "way" else tone)
    y += canvas.text(left + aside, y, inner - aside, row.below, TINY, "soft")
    return y + 6 - top


def _rows(canvas: Canvas, rows: Sequence[Row], x: float, y: float) -> None:
    y += 3
    for row in rows:
        y += _row(canvas, row, x, y)


__all__ = ["LEAST", "WIDTH", "body_height", "draw_card", "row_middles", "rows_height"]
