"""The timeline: columns of time, a lane for each owner, cards in it, and what waits for what."""

from __future__ import annotations

from dataclasses import dataclass

from klantreis.engine.roadmap.board import Board, Lane
from klantreis.engine.roadmap.cards import Card
from klantreis.render.kit import theme
from klantreis.render.kit.clean import clean
from klantreis.render.kit.draw import Canvas, Line, Rect, Shape, text_width
from klantreis.render.kit.styles import BODY_BOLD, LARGE_BOLD, TINY, TINY_BOLD
from klantreis.render.roadmap.cards import draw_card

GAP = 26.0
"""White between cards beside one another: arrows run in it."""
_LEAST, _MOST = 164.0, 360.0
_CORNER = 6.0


@dataclass(frozen=True, slots=True)
class Box:
    """A card and where it stands."""

    card: Card
    x: float
    y: float
    width: float
    height: float
    colour: int


@dataclass(frozen=True, slots=True)
class Grid:
    """Where the columns stand: the first at `left`, each `column` wide."""

    left: float
    column: float
    count: int

    def x(self, column: float) -> float:
        """Give where a column begins."""
        return self.left + column * self.column

    @property
    def right(self) -> float:
        """Where the last column ends."""
        return self.x(self.count)


def grid_of(board: Board) -> Grid:
    """Give the columns: few grow to fill the page, many make it wider."""
    left = theme.MARGIN + theme.LABEL
    fill = (theme.PAGE_MIN - theme.MARGIN - left) / len(board.columns)
    return Grid(left, round(min(max(_LEAST, fill), _MOST), 1), len(board.columns))


def draw_timeline(canvas: Canvas, board: Board, grid: Grid, y: float) -> float:
    """Draw the timeline from y down; give where it ends."""
    head = _heads(canvas, board, grid, y)
    ground = len(canvas.strokes)
    boxes: list[Box] = []
    y = head
    for number, lane in enumerate(board.lanes):
        y = _lane(canvas, lane, board, grid, y, theme.phase_role(number), boxes)
    canvas.add(Line(theme.MARGIN, round(y, 1), round(grid.right, 1), round(y, 1), "line"))
    under = Canvas()
    _columns(under, board, grid, head - 4, y)
    _arrows(under, boxes)
    canvas.strokes[ground:ground] = under.strokes
    _today(canvas, board, grid, head - 4)
    return y


def _heads(canvas: Canvas, board: Board, grid: Grid, y: float) -> float:
    bottom = y
    for number, column in enumerate(board.columns):
        x, room = grid.x(number), grid.column - GAP
        at = y + canvas.text(x, y, room, column.label, LARGE_BOLD, "ink")
        bottom = max(bottom, at + canvas.text(x, at, room, column.below, TINY, "soft"))
    return bottom + 12


def _columns(canvas: Canvas, board: Board, grid: Grid, top: float, bottom: float) -> None:
    """The lines between the columns, and today."""
    for number, column in enumerate(board.columns):
        x = round(grid.x(number) - GAP / 2, 1)
        if number:
            canvas.add(Line(x, round(top - 40, 1), x, round(bottom, 1), "line"))
        if column.today is not None:
            at = round(grid.x(number) - GAP / 2 + column.today * grid.column, 1)
            canvas.add(Line(at, round(top - 2, 1), at, round(bottom, 1), "t0", 1.4, "2 4"))


def _today(canvas: Canvas, board: Board, grid: Grid, top: float) -> None:
    """The word at the head of the line that is today."""
    text = board.terms["today"]
    wide = text_width(text, TINY_BOLD) + 16
    for number, column in enumerate(board.columns):
        if column.today is not None:
            left = grid.x(number) - GAP / 2 + column.today * grid.column - wide / 2
            canvas.add(Rect(round(left, 1), round(top - 7, 1), round(wide, 1), 19, "t0", radius=9.5))
            canvas.text(left, top - 5.5, wide, text, TINY_BOLD, "paper", anchor="middle")


def _lane(canvas: Canvas, lane: Lane, board: Board, grid: Grid, y: float, colour: int, boxes: list[Box]) -> float:
    canvas.add(Line(theme.MARGIN, round(y, 1), round(grid.right, 1), round(y, 1), "line"))
    label = y + 14 + canvas.text(theme.MARGIN, y + 14, theme.LABEL - 24, clean(lane.owner), BODY_BOLD, f"t{colour}")
    y += 14
    for row in _rows(lane.cards):
        places = [(card, grid.x(card.first), (card.last - card.first + 1) * grid.column - GAP) for card in row]
        tall = max(
            draw_card(Canvas(gauge=True), card, board.terms, x=0, y=0, room=room, colour=0) for card, _, room in places
        )
        for card, x, room in places:
            height = draw_card(canvas, card, board.terms, x=x, y=y, room=room, colour=colour)
            boxes.append(Box(card, x, y, room, height, colour))
        y += tall + 14
    return max(y, label + 14)


def _rows(cards: tuple[Card, ...]) -> list[list[Card]]:
    """Put cards in as few rows as will do: each in the first row where nothing stands in its columns."""
    rows: list[list[Card]] = []
    for card in cards:
        free = next(
            (row for row in rows if all(card.first > other.last or card.last < other.first for other in row)), None
        )
        if free is None:
            rows.append([card])
        else:
            free.append(card)
    return rows


def _arrows(canvas: Canvas, boxes: list[Box]) -> None:
    """What waits for what, under the cards: in the white left of the one that waits."""
    known = {box.card.id: box for box in boxes}
    for box in boxes:
        for turn, (name, _) in enumerate(box.card.needs):
            if (needed := known.get(name)) is not None:
                _arrow(canvas, needed, box, turn, late=name in box.card.late)


def _arrow(canvas: Canvas, needed: Box, box: Box, turn: int, *, late: bool) -> None:
    end_x, end_y = box.x - 1, box.y + 18 + 9 * (turn % 3)
    bend = box.x - 9 - 4 * (turn % 3)
    forward = needed.x + needed.width < box.x
    if not forward and needed.x + 20 < bend and abs(needed.y - box.y) > 1:
        # It still runs when the other begins: down or up from its edge.
        side = needed.y if box.y < needed.y else needed.y + needed.height
        path = _corner(bend, side, end_x - 4, end_y)
    elif forward:
        path = _elbow(needed.x + needed.width, needed.y + 20 + 7 * (turn % 2), bend, end_x - 4, end_y)
    else:
        path = _elbow(needed.x, needed.y + 20 + 7 * (turn % 2), min(needed.x - 9, bend), end_x - 4, end_y)
    edge = "bad" if late else "faint"
    canvas.add(Shape(path, edge=edge, thick=1.6, dash="4 3" if late else ""))
    canvas.add(Shape(f"M{end_x:.1f} {end_y:.1f}l-6.5 -4v8z", fill=edge))


def _corner(x1: float, y1: float, x2: float, y2: float) -> str:
    """A line down or up from a point, and on along y2, with a round corner."""
    down = _CORNER if y2 > y1 else -_CORNER
    return f"M{x1:.1f} {y1:.1f}V{y2 - down:.1f}Q{x1:.1f} {y2:.1f} {min(x1 + _CORNER, x2):.1f} {y2:.1f}H{x2:.1f}"


def _elbow(x1: float, y1: float, bend: float, x2: float, y2: float) -> str:
    """A line along y1, down or up at `bend`, and on along y2, with round corners."""
    down = 1 if y2 > y1 else -1
    corner = min(_CORNER, abs(y2 - y1) / 2)
    if corner < 1:
        return f"M{x1:.1f} {y1:.1f}L{x2:.1f} {y2:.1f}"
    near = corner if x1 < bend else -corner
    return (
        f"M{x1:.1f} {y1:.1f}H{bend - near:.1f}Q{bend:.1f} {y1:.1f} {bend:.1f} {y1 + down * corner:.1f}"
        f"V{y2 - down * corner:.1f}Q{bend:.1f} {y2:.1f} {bend + corner:.1f} {y2:.1f}H{x2:.1f}"
    )
