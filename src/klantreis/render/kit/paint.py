"""How each kind of item is drawn: `paint(canvas, item, x, y, room, least)` gives the height it took.

`room` is the width in pixels; `least` the least height of a card, so that cards in a row match.
"""

from __future__ import annotations

from klantreis.render.kit import theme
from klantreis.render.kit.draw import Canvas, Group, Line, Rect, Shape, diamond
from klantreis.render.kit.items import Card, Cell, Chip, Figure, Item, Note, Picture, Score, Step
from klantreis.render.kit.paint_small import channel_icon, chips, figure, picture, score
from klantreis.render.kit.styles import BODY_BOLD, QUOTE, SMALL, SMALL_BOLD, TINY, TINY_BOLD

_TONES = {
    "pain": ("bad-tint", "bad-ink", "bad-ink"),
    "opportunity": ("blue-tint", "blue-ink", "blue-ink"),
    "truth": ("gold-tint", "gold-ink", "gold-ink"),
}
_GROUND = 4.0
"""White left of text that stands on the ground."""


def paint_cell(canvas: Canvas, cell: Cell, x: float, y: float, room: float, least: float = 0) -> float:
    """Draw the items of a cell under one another, chips beside one another; give the height."""
    top, place = y, 0
    while place < len(cell):
        item = cell[place]
        if isinstance(item, Chip):
            run = [chip for chip in cell[place:] if isinstance(chip, Chip)]
            y += chips(canvas, run, x, y, room) + 6
            place += len(run)
            continue
        follows = cell[place + 1] if place + 1 < len(cell) else None
        y += paint(canvas, item, x, y, room, least) + _gap(item, follows)
        place += 1
    return max(0.0, y - top - (_gap(cell[-1], None) if cell and not isinstance(cell[-1], Chip) else 6))


def _gap(item: Item, follows: Item | None) -> float:
    if isinstance(item, Note):
        same = isinstance(follows, Note) and not (item.label or item.below)
        return 5 if same or follows is None else 9
    return 8


def paint(canvas: Canvas, item: Item, x: float, y: float, room: float, least: float = 0) -> float:
    """Draw one item; give the height it took."""
    if isinstance(item, Card):
        return _card(canvas, item, x, y, room, least)
    if isinstance(item, Step):
        return _step(canvas, item, x, y, room, least)
    if isinstance(item, Note):
        return _note(canvas, item, x + _GROUND, y, room - _GROUND - 2)
    return _paint_small(canvas, item, x, y, room)


def _paint_small(canvas: Canvas, item: Chip | Figure | Score | Picture, x: float, y: float, room: float) -> float:
    if isinstance(item, Figure):
        return figure(canvas, item, x + _GROUND, y, room - _GROUND - 8)
    if isinstance(item, Score):
        return score(canvas, item, x + _GROUND, y, room - _GROUND - 8)
    return picture(canvas, item, x, y, room) if isinstance(item, Picture) else chips(canvas, [item], x, y, room)


def _note(canvas: Canvas, item: Note, x: float, y: float, room: float) -> float:
    top, indent = y, 0.0
    if item.icon:
        gain = item.icon == "gain"
        canvas.icon(x, y + 1.5, 13, item.icon, "good" if gain else "soft")
        indent = 18
    elif item.bullet:
        canvas.text(x, y, 12, "•", SMALL, "faint")
        indent = 12
    if item.label:
        ink = "blue" if item.url else "ink"
        y += canvas.text(x + indent, y, room - indent, item.label, SMALL_BOLD, ink, url=item.url)
    if item.text:
        style = QUOTE if item.style == "quote" else TINY if item.style == "soft" else SMALL
        fill = "ink" if item.style == "plain" else "soft"
        linked = item.url if not item.label else ""
        y += canvas.text(x + indent, y, room - indent, item.text, style, "blue" if linked else fill, url=linked)
    for line in item.below.splitlines():
        y += canvas.text(x + indent, y + 1, room - indent, line, TINY, "soft") + 1
    return y - top


def _card(canvas: Canvas, item: Card, x: float, y: float, room: float, least: float) -> float:
    tint, ink, soft = _TONES[item.tone]
    place, inner = len(canvas.strokes), room - 2 * theme.INSET
    left, top = x + theme.INSET, y
    y += 10
    if item.basis or item.bar_text or item.dots_text:
        canvas.add(Group("; ".join(filter(None, (item.dots_text, item.bar_text, item.basis)))))
    if item.dots:
        for dot in range(3):
            canvas.add(
                Rect(
                    round(left + dot * 10, 1), round(y, 1), 7, 7, "bad" if dot < item.dots else "bad-faint", radius=3.5
                )
            )
        y += 13
    if item.label:
        y += canvas.text(left, y, inner, item.label, TINY_BOLD, soft) + 1
    y += canvas.text(left, y, inner, item.text, SMALL, ink)
    if item.below:
        y += 2 + canvas.text(left, y + 2, inner, item.below, TINY, soft)
    if item.impact or item.effort:
        y = max(y + 9, top + least - 15)
        _bar(canvas, left, y, inner, item)
        y += 5
    if item.basis or item.bar_text or item.dots_text:
        canvas.add(Group(shut=True))
    height = max(y + 10 - top, least)
    canvas.box(
        place,
        x=x,
        y=top,
        width=room,
        height=height,
        fill=tint,
        edge="gold" if item.assumed else "",
        dash="4 3" if item.assumed else "",
        thick=1.2,
        name="card",
    )
    return height


def _bar(canvas: Canvas, x: float, y: float, room: float, item: Card) -> None:
    """Draw impact as a bar and effort as a tick, both of 5."""
    room = min(room, 220.0)
    canvas.add(Rect(round(x, 1), round(y, 1), round(room, 1), 4, "blue-track", radius=2))
    if item.impact:
        canvas.add(Rect(round(x, 1), round(y, 1), round(room * item.impact / 5, 1), 4, "blue", radius=2))
    if item.effort:
        at = round(x + room * item.effort / 5, 1) - 1
        canvas.add(Line(at, round(y - 4, 1), at, round(y + 8, 1), "ink", 1.6))


def _step(canvas: Canvas, item: Step, x: float, y: float, room: float, least: float) -> float:
    place, top = len(canvas.strokes), y
    left, inner = x + theme.INSET + 2, room - 2 * theme.INSET - 2
    y += 11
    if item.channel:
        channel_icon(canvas, item.icon, item.colour, left, y, offline=item.offline)
        y += max(17, canvas.text(left + 21, y, inner - 21, item.channel, TINY_BOLD, "soft")) + 8
    if item.truth:
        canvas.add(Shape(diamond(x + room - theme.INSET - 5, y + 9, 5), fill="gold"))
    y += canvas.text(left, y, inner - (14 if item.truth else 0), item.title, BODY_BOLD, "ink")
    for line in item.lines:
        y += 4 + canvas.text(left, y + 4, inner, line, SMALL, "soft")
    foot = _foot(Canvas(gauge=True), item, left, y, inner)
    y = max(y + 7, top + least - foot - 10)
    y += _foot(canvas, item, left, y, inner)
    height = max(y + 10 - top, least)
    _step_box(canvas, place, item, x, top, room, height)
    return height


def _foot(canvas: Canvas, item: Step, x: float, y: float, room: float) -> float:
    """Draw the last lines of a card: a mark a line, then who begins at the left and the owner at the right."""
    top = y
    for mark, text in item.marks:
        canvas.icon(x, y + 1.5, 13, mark, "faint")
        y += max(17, canvas.text(x + 18, y, room - 18, text, TINY, "soft"))
    side = 0.0
    for mark in item.signs:
        canvas.icon(x + side, y + 1.5, 13, mark, "faint")
        side += 17
    if item.owner or side:
        y += max(17, canvas.text(x + side, y, room - side, item.owner, TINY_BOLD, f"t{item.colour}", anchor="end"))
    return y - top


def _step_box(canvas: Canvas, place: int, item: Step, x: float, y: float, room: float, height: float) -> None:
    if item.assumed:
        canvas.box(
            place,
            x=x + 0.5,
            y=y + 0.5,
            width=room - 1,
            height=height - 1,
            fill="card",
            edge="gold",
            dash="5 3.5",
            thick=1.4,
            name="card",
        )
    else:
        canvas.box(
            place, x=x + 0.5, y=y + 0.5, width=room - 1, height=height - 1, fill="card", edge="edge", name="card"
        )
    canvas.box(
        place + 1,
        x=x,
        y=y + (8 if item.assumed else 0),
        width=3.5,
        height=height - (16 if item.assumed else 0),
        fill=f"p{item.colour}",
        radius=1.75,
    )
