"""How a view is laid over pages of one paper: the way they lie, how large it is drawn, where it is cut.

A view stays on one page as long as its smallest text can be read there. Else it is cut in the fewest pages
that keep it readable, drawn as large as those allow.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from klantreis.render.kit import theme
from klantreis.render.kit.draw import Canvas, Words
from klantreis.render.kit.head import draw_foot, draw_header
from klantreis.render.kit.sheet import Cuts, Sheet
from klantreis.render.kit.theme import TINY
from klantreis.render.paper.bounds import Placed, flatten
from klantreis.render.paper.cut import CARD
from klantreis.render.paper.sizes import POINT, Paper
from klantreis.render.paper.split import Span, balanced, gaps, solid_of, split

EDGE = 10 / POINT
"""White around every page, in points: what an office printer cannot reach, and a little."""
READABLE = 6.0
"""The least size of a picture's smallest text on paper, in points, before the picture is cut."""
NATURAL = 0.75
"""Points in a pixel as CSS has them: no picture that had to be cut is drawn larger."""
GAP = 30.0
"""White between what stands below each other on a page, in pixels."""
RUNNING = 34.0
"""What the line at the bottom of a page takes, in pixels."""
_STEPS = 10
_TALL = 0.9
"""A rectangle higher than this part of a page is ground, not a card."""
_SQUEEZE = 1.07
"""How much smaller a last page may be drawn, so that its legend need not have a page of its own."""
_FIRST = 0.3
"""The least part of a first page that must be left to the picture under its header."""


def header_width() -> float:
    """Give the least width a header can be set in, in pixels."""
    return theme.PAGE_MIN - 2 * theme.MARGIN


@dataclass(frozen=True, slots=True)
class Room:
    """A page and how a picture is drawn on it: points for its size, `scale` points for a pixel."""

    width: float
    height: float
    scale: float

    @property
    def across(self) -> float:
        """How many pixels fit between the edges."""
        return (self.width - 2 * EDGE) / self.scale

    @property
    def down(self) -> float:
        """How many pixels fit between the top and the line at the bottom."""
        return (self.height - 2 * EDGE) / self.scale


@dataclass(frozen=True, slots=True)
class Block:
    """What is never parted: a header, a foot, or a piece of the picture by its column and row. Sizes in pixels."""

    kind: Literal["head", "piece", "foot"]
    across: float
    down: float
    column: Span = (0, 0)
    row: Span = (0, 0)

    @property
    def gap(self) -> float:
        """The white above it, where it is not the first of its page."""
        return GAP if self.kind == "piece" else 0


@dataclass(frozen=True, slots=True)
class Plan:
    """A view on its pages: the blocks of each. Without blocks it stands on one page, whole."""

    room: Room
    pages: tuple[tuple[Block, ...], ...] = ((),)

    @property
    def whole(self) -> bool:
        """Whether the picture was not cut."""
        return self.pages == ((),)

    @property
    def strain(self) -> float:
        """By how much the fullest page must be drawn smaller to fit; the little that spares a page is nothing."""
        return round(max(_SQUEEZE, *(strain(self.room, *page) for page in self.pages)), 3)


def strain(room: Room, *blocks: Block) -> float:
    """Give by how much blocks below each other must be drawn smaller to fit a page: 1 when they fit."""
    down = blocks[0].down + sum(block.gap + block.down for block in blocks[1:])
    return max(1.0, *(block.across / room.across for block in blocks), down / (room.down - RUNNING))


def plan(sheet: Sheet, paper: Paper, *, alone: bool) -> Plan:
    """Lay a view over pages. One that is `alone` and fits on one page has no line at the bottom."""
    whole = max(
        (_whole(sheet, paper, wide=wide, running=0 if alone else RUNNING) for wide in (True, False)),
        key=lambda found: found.room.scale,
    )
    cuts = sheet.drawing.cuts
    if whole.room.scale * TINY >= READABLE or cuts is None:
        return whole
    placed, _ = flatten(sheet.drawing.strokes)
    words = _middles(placed)
    tried = [
        (found.strain, len(found.pages), -room.scale, found)
        for room in _rooms(paper)
        for found in _tries(sheet, cuts, room, placed, words)
    ]
    return min(tried, key=lambda entry: entry[:3])[3] if tried else whole


def head_height(sheet: Sheet, width: float) -> float:
    """Give how high the header is in this width, in pixels."""
    return draw_header(Canvas(gauge=True), sheet.header, 0, width, 0)


def foot_height(sheet: Sheet, width: float) -> float:
    """Give how high notes, sources and legend are in this width, in pixels."""
    return draw_foot(Canvas(gauge=True), sheet, 0, width, 0)


def _whole(sheet: Sheet, paper: Paper, *, wide: bool, running: float) -> Plan:
    page = paper.points(wide=wide)
    across = max(header_width(), sheet.drawing.width)
    down = head_height(sheet, across) + GAP + sheet.drawing.height + foot_height(sheet, across) + running
    return Plan(Room(*page, min((page[0] - 2 * EDGE) / across, (page[1] - 2 * EDGE) / down)))


def _rooms(paper: Paper) -> list[Room]:
    """Give the ways to draw on a paper that keep text readable and a header whole."""
    found = []
    least = READABLE / TINY
    for wide in (True, False):
        page = paper.points(wide=wide)
        most = min(NATURAL * theme.SCALE, (page[0] - 2 * EDGE) / header_width())
        if most >= least:
            found += [Room(*page, least + (most - least) * step / _STEPS) for step in range(_STEPS + 1)]
    return found


def _tries(
    sheet: Sheet, cuts: Cuts, room: Room, placed: list[Placed], words: list[tuple[float, float]]
) -> Iterator[Plan]:
    """Cut in columns and rows, with the header above the first rows, or on its own where it leaves too little."""
    wide, high = room.across - cuts.left, room.down - RUNNING - cuts.top
    across = solid_of(placed, across=True, most=CARD * wide)
    down = solid_of(placed, across=False, most=_TALL * high)
    head = head_height(sheet, room.across)
    width = sheet.drawing.width
    in_phases = balanced(cuts.left, cuts.xs, width, wide, across)
    anywhere = balanced(cuts.left, (*cuts.xs, *gaps(across)), width, wide, across)
    for columns in (in_phases, anywhere) if len(anywhere) < len(in_phases) else (in_phases,):
        firsts = [high]
        if len(columns) == 1 and high - head - GAP >= _FIRST * high:
            firsts.append(high - head - GAP)
        for first in firsts:
            rows = split(cuts.top, cuts.ys, sheet.drawing.height, high, down, first)
            cells = [(column, row) for row in rows for column in columns if _told(column, row, words)]
            yield Plan(room, tuple(_stacked(_blocks(sheet, room, cells, head), room)))


def _blocks(sheet: Sheet, room: Room, cells: list[tuple[Span, Span]], head: float) -> list[Block]:
    """Give the blocks in the order they are read: over the columns, then down the rows."""
    cuts = sheet.drawing.cuts or Cuts()
    pieces = [
        Block("piece", cuts.left + column[1] - column[0], cuts.top + row[1] - row[0], column, row)
        for column, row in cells
    ]
    foot = Block("foot", room.across, foot_height(sheet, room.across))
    return [Block("head", room.across, head), *pieces, foot]


def _told(column: Span, row: Span, words: list[tuple[float, float]]) -> bool:
    """Tell whether a piece has words, by their middles in order: one without them would be a page of lines."""
    first, last = bisect_left(words, (column[0], 0.0)), bisect_left(words, (column[1], 0.0))
    return any(row[0] <= y < row[1] for _, y in words[first:last])


def _middles(placed: list[Placed]) -> list[tuple[float, float]]:
    boxes = [item.box for item in placed if isinstance(item.stroke, Words)]
    return sorted(((box.left + box.right) / 2, (box.top + box.bottom) / 2) for box in boxes)


def _stacked(blocks: list[Block], room: Room) -> Iterator[tuple[Block, ...]]:
    """Put blocks on pages, as many on each as fit; one that must be drawn smaller has its own."""
    page: list[Block] = []
    for block in blocks:
        most = _SQUEEZE if block.kind == "foot" else 1
        if page and (strain(room, *page, block) > most or strain(room, page[-1]) > 1):
            yield tuple(page)
            page = []
        page.append(block)
    yield tuple(page)
