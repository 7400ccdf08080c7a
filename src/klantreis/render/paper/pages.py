"""Views as pages of paper: each a picture as large as its page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from klantreis.render.kit.draw import Canvas, Line, Move, Stroke, Words
from klantreis.render.kit.head import draw_foot, draw_header
from klantreis.render.kit.sheet import Cuts, Page, Sheet
from klantreis.render.kit.styles import TINY, TINY_BOLD
from klantreis.render.paper.bounds import Box, flatten
from klantreis.render.paper.cut import Cutter
from klantreis.render.paper.overview import numbered, overview
from klantreis.render.paper.plan import EDGE, GAP, RUNNING, Block, Plan, Room, header_width, plan, strain
from klantreis.render.paper.sizes import Paper
from klantreis.render.paper.split import Span

_OWN_CLIPS = 100_000
"""Where the clips of headers begin: those of views count from 1."""
_OVER = 10_000.0


@dataclass(frozen=True, slots=True)
class Link:
    """An address on a page: where it stands, in points from the top left."""

    url: str
    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Leaf:
    """A page of paper: its size in points, its picture, and the view it belongs to.

    `number` counts the pages of that view from 1, of `of`.
    """

    width: float
    height: float
    page: Page
    sheet: Sheet
    number: int
    of: int
    links: tuple[Link, ...]


def leaves(sheets: Sequence[Sheet], paper: Paper) -> list[Leaf]:
    """Give views as pages, after each other."""
    plans = [plan(sheet, paper, alone=len(sheets) == 1) for sheet in sheets]
    total = sum(len(each.pages) for each in plans)
    found: list[Leaf] = []
    for sheet, each in zip(sheets, plans, strict=True):
        for number, (room, strokes) in enumerate(_pages(sheet, each, len(found) + 1), 1):
            line = _running(sheet, room, f"{len(found) + 1} / {total}") if total > 1 else []
            found.append(_leaf(sheet, room, [*strokes, *line], number, len(each.pages)))
    return found


def _pages(sheet: Sheet, plan: Plan, first: int) -> Iterator[tuple[Room, list[Stroke]]]:
    """Draw the pages of a view, the first of which has the number `first`."""
    if plan.whole:
        yield plan.room, _whole(sheet, plan.room)
        return
    cutter = Cutter.of(sheet.drawing)
    for blocks in plan.pages:
        room = _fit(plan.room, blocks)
        canvas, y = _canvas(), 0.0
        for place, block in enumerate(blocks):
            y += block.gap if place else 0
            if block.kind == "head":
                draw_header(canvas, sheet.header, 0, room.across, 0)
            elif block.kind == "foot":
                _foot(canvas, sheet, room.across, y, ruled=bool(place))
            else:
                canvas.strokes += _piece(sheet, cutter, block, round(y, 2))
            y += block.down
        if [block.kind for block in blocks] == ["head"]:
            overview(
                canvas, sheet.drawing, cutter, numbered(plan, first), Box(0, y + GAP, room.across, room.down - RUNNING)
            )
        yield room, canvas.strokes


def _whole(sheet: Sheet, room: Room) -> list[Stroke]:
    canvas, across = _canvas(), max(header_width(), sheet.drawing.width)
    y = round(draw_header(canvas, sheet.header, 0, across, 0) + GAP, 1)
    canvas.strokes += [Move(0, y), *sheet.drawing.strokes, Move(shut=True)]
    _foot(canvas, sheet, across, y + sheet.drawing.height)
    spare = round(max(0.0, room.across - across) / 2, 1)
    return [Move(spare, 0), *canvas.strokes, Move(shut=True)]


def _piece(sheet: Sheet, cutter: Cutter, block: Block, y: float) -> list[Stroke]:
    """Draw a piece of the picture with what every piece repeats: phases above it, lanes left of it."""
    cuts, (low, _), (top, _) = sheet.drawing.cuts or Cuts(), block.column, block.row
    high, bottom = _end(block.column, sheet.drawing.width), _end(block.row, sheet.drawing.height)
    found: list[Stroke] = []
    for region, x, at in (
        (Box(-_OVER, -_OVER, cuts.left, cuts.top), -_OVER, y - _OVER),
        (Box(low, -_OVER, high, cuts.top), cuts.left, y - _OVER),
        (Box(-_OVER, top, cuts.left, bottom), -_OVER, y + cuts.top),
        (Box(low, top, high, bottom), cuts.left, y + cuts.top),
    ):
        found += cutter.piece(region, x, at)
    if begun := [x for x in cuts.xs if x < low] if low not in cuts.xs else []:
        # A phase that goes on from another page says its name again.
        wide = min([block.column[1], *(x for x in cuts.xs if x > low)]) - low
        found += cutter.words(Box(begun[-1], 0, begun[-1] + wide, cuts.top), cuts.left, y)
    return found


def _end(span: Span, end: float) -> float:
    """Give where a span ends; the last takes along what hangs over the edge of the picture."""
    return span[1] + (_OVER if span[1] >= end else 0)


def _foot(canvas: Canvas, sheet: Sheet, across: float, y: float, *, ruled: bool = True) -> None:
    if ruled:
        canvas.add(Line(0, round(y, 1), round(across, 1), round(y, 1), "line"))
    draw_foot(canvas, sheet, 0, across, y)


def _canvas() -> Canvas:
    return Canvas(clips=_OWN_CLIPS)


def _fit(room: Room, blocks: Sequence[Block]) -> Room:
    """Give the room drawn smaller, where what stands on a page is larger than it."""
    much = strain(room, *blocks)
    return Room(room.width, room.height, room.scale / much) if much > 1 else room


def _running(sheet: Sheet, room: Room, number: str) -> list[Stroke]:
    """Draw the line at the bottom of a page: what it is, and which page of how many."""
    canvas, y, right = Canvas(), room.down - TINY.leading, room.across
    head = sheet.header
    canvas.text(right - 120, y, 120, number, TINY_BOLD, "soft", anchor="end")
    canvas.text(0, y, right - 160, _short(f"{head.title} · {head.kicker}"), TINY, "soft")
    return canvas.strokes


def _short(text: str, most: int = 110) -> str:
    return text if len(text) <= most else f"{text[: most - 1]}…"


def _leaf(sheet: Sheet, room: Room, strokes: list[Stroke], number: int, of: int) -> Leaf:
    edge = round(EDGE / room.scale, 2)
    page = Page(
        round(room.width / room.scale, 2),
        round(room.height / room.scale, 2),
        (Move(edge, edge), *strokes, Move(shut=True)),
    )
    return Leaf(room.width, room.height, page, sheet, number, of, _links(page, room.scale))


def _links(page: Page, scale: float) -> tuple[Link, ...]:
    found = []
    for placed in flatten(tuple(stroke for stroke in page.strokes if isinstance(stroke, Words | Move)))[0]:
        if isinstance(placed.stroke, Words) and placed.stroke.url:
            box = placed.box
            sides = (box.left, box.top, box.right - box.left, box.bottom - box.top)
            found.append(Link(placed.stroke.url, *(round(side * scale, 2) for side in sides)))
    return tuple(found)
