"""Both journeys step by step: phases, cards above cards, what changes in between, and both curves."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from klantreis.render.gap.columns import Cell
from klantreis.render.gap.curves import REMEMBERED, draw_curves
from klantreis.render.gap.parts import draw_marks, struck
from klantreis.render.gap.shapes import GapData, Head, Place
from klantreis.render.kit import theme
from klantreis.render.kit.draw import Canvas, Line, Rect, Shape, text_height, text_width
from klantreis.render.kit.paint import paint
from klantreis.render.kit.styles import BODY_BOLD, LARGE_BOLD, SMALL_BOLD, TINY, TINY_BOLD

LABEL = 128.0
_LEAST, _WORD, _MOST = 152.0, 190.0, 250.0
_BAND = 52.0
"""The height of what lies between the two rows of cards."""
_MOVES = 8
"""With more moved steps than this, lines between them would hide more than they show."""


@dataclass(frozen=True, slots=True)
class Grid:
    """Where the columns stand; `right` is where the last one ends."""

    left: float
    column: float
    count: int

    @property
    def right(self) -> float:
        """Where the last card ends."""
        return round(self.left + self.count * self.column - theme.GUTTER, 1)

    def x(self, column: float) -> float:
        """Give where a column begins."""
        return round(self.left + column * self.column, 1)

    def room(self, first: int, last: int) -> float:
        """Give the width of what stands over columns."""
        return round((last - first + 1) * self.column - theme.GUTTER, 1)

    def middle(self, column: float) -> float:
        """Give the middle of what stands around a place in columns."""
        return round(self.x(column) - theme.GUTTER / 2, 1)


def grid_of(data: GapData, left: float) -> Grid:
    """Give the columns: few grow to fill the page, many make it wider."""
    count = max(1, data.columns.count)
    tail = REMEMBERED if any(data.points) else 0.0
    fill = (theme.PAGE_MIN - 2 * theme.MARGIN - LABEL - tail + theme.GUTTER) / count
    return Grid(left + LABEL, round(min(max(_least(data), fill), _MOST), 1), count)


def _least(data: GapData) -> float:
    """Give the least width of a column: that of the longest word in a title, within reason."""
    inset = 2 * theme.INSET + 2 + theme.GUTTER + 1
    cards = [place.card for place in (*data.old, *data.new) if place.card]
    words = [text_width(word, BODY_BOLD) + (14 if card.truth else 0) for card in cards for word in card.title.split()]
    return min(max([_LEAST, *(wide + inset for wide in words)]), _WORD)


def width_of(data: GapData, grid: Grid) -> float:
    """Give how far the picture reaches to the right."""
    return grid.right + (REMEMBERED if any(data.points) else 0.0)


def draw_picture(canvas: Canvas, data: GapData, grid: Grid, y: float) -> float:
    """Draw both journeys from y down; give where they end."""
    left = grid.left - LABEL
    right = width_of(data, grid)
    y = _heads(canvas, data.heads[0], grid, y) + 12
    canvas.add(Line(left, round(y, 1), right, round(y, 1), "line"))
    bottom = _row(canvas, data, 0, grid, y + 12)
    label = _label(canvas, left, y, data.sides[0])
    y = max(bottom, label)
    _links(canvas, data, grid, bottom, y + _BAND)
    for at, marks in data.marks:
        draw_marks(canvas, marks, grid.middle(at), y + (_BAND - 22) / 2)
    _label(canvas, left, y + (_BAND - 40) / 2, (data.terms["marks"], ""))
    y += _BAND
    bottom = _row(canvas, data, 1, grid, y)
    label = _label(canvas, left, y - 12, data.sides[1])
    y = max(bottom, label) + 14
    if len(data.heads) > 1:
        y = _heads(canvas, data.heads[1], grid, y) + 14
    canvas.add(Line(left, round(y, 1), right, round(y, 1), "line"))
    terms = data.terms
    if not any(data.points):
        label = _label(canvas, left, y, (terms["emotion"], ""))
        return max(label, y + 12 + canvas.text(grid.left, y + 12, 500, terms["no-emotions"], TINY, "soft"))
    label = _label(canvas, left, y, (terms["emotion"], terms["emotion-hint"]), LABEL - 44)
    return max(label, draw_curves(canvas, data, grid.x, y + 12, grid.right)) + 8


def _label(canvas: Canvas, x: float, y: float, text: tuple[str, str], room: float = LABEL - 16) -> float:
    y += 12 + canvas.text(x, y + 12, LABEL - 16, text[0], BODY_BOLD, "ink")
    return y + canvas.text(x, y + 1, room, text[1], TINY, "soft") + 6


_NOTCH = 31.0


def _heads(canvas: Canvas, heads: Sequence[Head], grid: Grid, y: float) -> float:
    """Draw phases; what goes is struck and only outlined, what is new says so."""
    if not heads:
        return y
    rooms = [grid.room(head.first, head.last) - _NOTCH for head in heads]
    words = [(word, room) for head, room in zip(heads, rooms, strict=True) for word in head.title.split(" ")]
    style = LARGE_BOLD if all(text_width(word, LARGE_BOLD) <= room for word, room in words) else BODY_BOLD
    heights = [
        text_height(room, head.title, style) + (text_height(room, head.was, TINY) if head.was else 0)
        for head, room in zip(heads, rooms, strict=True)
    ]
    height = max(46.0, max(heights) + 18)
    for head, room, own in zip(heads, rooms, heights, strict=True):
        gone = head.fate == "gone"
        wide = grid.room(head.first, head.last)
        path = _chevron(grid.x(head.first), y, wide + (0 if head.last == grid.count - 1 else 6), height)
        colour = f"p{head.colour}"
        canvas.add(Shape(path, fill="paper", edge=f"t{head.colour}", dash="5 4") if gone else Shape(path, fill=colour))
        top, x = y + (height - own) / 2, grid.x(head.first) + 22
        if gone:
            struck(canvas, x, top, room, head.title, style, f"t{head.colour}")
            continue
        top += canvas.text(x, top, room, head.title, style, "on-phase")
        if head.was:
            struck(canvas, x, top, room, head.was, TINY, "on-phase-soft")
    return y + height


def _chevron(x: float, y: float, wide: float, height: float) -> str:
    notch, middle = 12, y + height / 2
    return (
        f"M{x} {y:.1f}H{x + wide - notch:.1f}L{x + wide:.1f} {middle:.1f}L{x + wide - notch:.1f} "
        f"{y + height:.1f}H{x}L{x + notch} {middle:.1f}z"
    )


def _row(canvas: Canvas, data: GapData, side: int, grid: Grid, y: float) -> float:
    """Draw one side's cards, and in the places where only the other side has one, what that means."""
    own, other = (data.new, data.old) if side else (data.old, data.new)
    least = max((_card(Canvas(gauge=True), place, grid, 0, 0) for place in own if place.card), default=0.0)
    ghosts = [place for place in other if place.card and place.fate in ("gone", "came", "moved")]
    draw_ghost = _ghost if side else _empty
    least = max([least, *(draw_ghost(Canvas(gauge=True), place, grid, 0, 0) for place in ghosts), 60.0])
    for place in own:
        if place.card:
            _card(canvas, place, grid, y, least)
        else:
            _empty_phase(canvas, place.cell, grid, y, least)
    taken = {column for place in own for column in range(place.cell.first, place.cell.last + 1)}
    for place in ghosts:
        if place.cell.first not in taken:
            draw_ghost(canvas, place, grid, y, least)
    return y + least


def _card(canvas: Canvas, place: Place, grid: Grid, y: float, least: float) -> float:
    cell = place.cell
    if place.card is None:
        return 0
    return paint(canvas, place.card, grid.x(cell.first), y, grid.room(cell.first, cell.last), least)


def _empty_phase(canvas: Canvas, cell: Cell, grid: Grid, y: float, height: float) -> None:
    x, room = grid.x(cell.first), grid.room(cell.first, cell.last)
    canvas.text(x, y + height / 2 - 8, room, "–", TINY, "soft", anchor="middle")


def _outline(canvas: Canvas, cell: Cell, grid: Grid, y: float, height: float) -> None:
    x, room = grid.x(cell.first), grid.room(cell.first, cell.last)
    canvas.add(Rect(x + 0.5, round(y + 0.5, 1), room - 1, round(height - 1, 1), "", "faint", 8, "4 4", name="card"))


def _ghost(canvas: Canvas, place: Place, grid: Grid, y: float, least: float) -> float:
    """Draw what is not in the new journey any more: its title struck, and what became of it."""
    cell = place.cell
    x, room = grid.x(cell.first) + theme.INSET + 2, grid.room(cell.first, cell.last) - 2 * theme.INSET - 2
    title, top = place.card.title if place.card else "", y
    if not canvas.gauge:
        _outline(canvas, cell, grid, y, least)
    y += 12
    write = canvas.text if place.fate == "moved" else lambda *args: struck(canvas, *args)
    y += write(x, y, room, title, SMALL_BOLD, "soft") + 6
    y += canvas.text(x, y, room, place.note, TINY, "soft")
    return y + 11 - top


def _empty(canvas: Canvas, place: Place, grid: Grid, y: float, least: float) -> float:
    """Draw the empty place above a step that is new, or that stood elsewhere."""
    cell = place.cell
    x, room = grid.x(cell.first) + theme.INSET, grid.room(cell.first, cell.last) - 2 * theme.INSET
    height = text_height(room, place.note, TINY_BOLD)
    if not canvas.gauge:
        _outline(canvas, cell, grid, y, least)
        fill = "good" if place.fate == "came" else "soft"
        canvas.text(x, y + (least - height) / 2, room, place.note, TINY_BOLD, fill, anchor="middle")
    return height + 24


def _links(canvas: Canvas, data: GapData, grid: Grid, top: float, bottom: float) -> None:
    """Draw what became of what: straight down where it stands below, a bow where it moved."""
    cells = data.columns
    moved = []
    for old, new in cells.links:
        here, there = cells.old[old], cells.new[new]
        if here.step is None or there.step is None:
            continue
        first, last = max(here.first, there.first), min(here.last, there.last)
        if first > last:
            moved.append((here, there))
            continue
        x = grid.middle((first + last + 1) / 2)
        _arrow(canvas, f"M{x} {top + 1:.1f}V{bottom - 6:.1f}", x, bottom)
    for here, there in moved if len(moved) <= _MOVES else ():
        x, to, half = grid.middle(here.middle), grid.middle(there.middle), (bottom - top) / 2
        path = f"M{x} {top + 1:.1f}C{x} {top + half:.1f} {to} {bottom - half:.1f} {to} {bottom - 6:.1f}"
        _arrow(canvas, path, to, bottom, dash="5 4")


def _arrow(canvas: Canvas, path: str, x: float, y: float, dash: str = "") -> None:
    canvas.add(Shape(path, edge="faint", thick=1.4, dash=dash))
    canvas.add(Shape(f"M{x:.1f} {y - 1:.1f}l-4.5 -7h9z", fill="faint"))
