"""Where everything on the page stands: from map data to strokes, all measures in pixels."""

from __future__ import annotations

from dataclasses import dataclass

from klantreis.render import theme
from klantreis.render.draw import Canvas, Line, Shape, Stroke, text_height, text_width
from klantreis.render.items import Cell, Chip, Lane, MapData, PhaseHead, Row
from klantreis.render.layout_head import columns, draw_header, draw_sources
from klantreis.render.layout_rows import draw_curve, draw_loop
from klantreis.render.measure import Style
from klantreis.render.paint import paint_cell
from klantreis.render.styles import BODY_BOLD, LARGE_BOLD, TINY


@dataclass(frozen=True, slots=True)
class Page:
    """A finished picture: its size and its strokes."""

    width: float
    height: float
    strokes: tuple[Stroke, ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """The columns: where they begin and how wide each is, gutter included."""

    left: float
    column: float
    columns: int

    @property
    def right(self) -> float:
        """Where the last column's cards end."""
        return self.left + self.columns * self.column - theme.GUTTER

    def x(self, column: float) -> float:
        """Give where a column begins."""
        return round(self.left + column * self.column, 1)

    def room(self, span: int = 1) -> float:
        """Give the width of a card over `span` columns."""
        return round(span * self.column - theme.GUTTER, 1)


def grid_of(columns: int) -> Grid:
    """Give the columns of a map: few columns grow to fill the page, many make it wider."""
    left = theme.MARGIN + theme.LABEL
    fill = (theme.PAGE_MIN - theme.MARGIN - left + theme.GUTTER) / columns
    return Grid(left, round(min(max(theme.COLUMN, fill), theme.COLUMN_MAX), 1), columns)


def lay_out(data: MapData) -> Page:
    """Give the whole map as one page."""
    grid, canvas = grid_of(data.columns), Canvas()
    width = max(theme.PAGE_MIN, grid.right + theme.MARGIN)
    right = width - theme.MARGIN
    y = draw_header(canvas, data.header, theme.MARGIN, right, 38.0) + 26
    y = _phases(canvas, data.phases, grid, y) + 14
    for lane in data.lanes:
        y = _lane(canvas, lane, data, grid, y, right)
    canvas.add(Line(theme.MARGIN, round(y, 1), right, round(y, 1), "line"))
    y = draw_sources(canvas, data, theme.MARGIN, right, y)
    return Page(round(width, 1), round(y + 26, 1), tuple(canvas.strokes))


_CHEVRON = 31.0
"""What the point and the notch of a chevron take from its width."""


def phase_style(phases: tuple[PhaseHead, ...], grid: Grid) -> Style:
    """Give how the names of phases are set: smaller where a word of one would not fit its columns."""
    fits = all(
        text_width(word, LARGE_BOLD) <= grid.room(phase.span) - _CHEVRON
        for phase in phases
        for word in phase.title.split(" ")
    )
    return LARGE_BOLD if fits else BODY_BOLD


def _phases(canvas: Canvas, phases: tuple[PhaseHead, ...], grid: Grid, y: float) -> float:
    rooms = [grid.room(phase.span) - _CHEVRON for phase in phases]
    style = phase_style(phases, grid)
    heights = [
        text_height(room, phase.title, style) + text_height(room, phase.below, TINY)
        for phase, room in zip(phases, rooms, strict=True)
    ]
    height = max(54.0, max(heights) + 20)
    for phase, room, own in zip(phases, rooms, heights, strict=True):
        x, wide = grid.x(phase.first), grid.room(phase.span) + (0 if phase is phases[-1] else 6)
        notch, middle = 12, y + height / 2
        canvas.add(
            Shape(
                f"M{x} {y:.1f}H{x + wide - notch:.1f}L{x + wide:.1f} {middle:.1f}L{x + wide - notch:.1f} "
                f"{y + height:.1f}H{x}L{x + notch} {middle:.1f}z",
                fill=f"p{phase.colour}",
            )
        )
        top = y + (height - own) / 2
        top += canvas.text(x + 22, top, room, phase.title, style, "on-phase")
        canvas.text(x + 22, top, room, phase.below, TINY, "on-phase-soft")
    return y + height


def _lane(canvas: Canvas, lane: Lane, data: MapData, grid: Grid, y: float, right: float) -> float:
    canvas.add(
        Line(
            theme.MARGIN,
            round(y, 1),
            right,
            round(y, 1),
            "soft" if lane.visibility else "line",
            dash="6 4" if lane.visibility else "",
        )
    )
    label = draw_label(canvas, lane, y)
    if lane.drawing == "curve":
        bottom = draw_curve(canvas, data.points, grid.x, y + 10, grid.columns)
    elif lane.drawing == "loop" and data.loop:
        bottom = draw_loop(canvas, data.loop, data.phases, grid.x, grid.column, y + 14, right)
    else:
        bottom = y + 12
        for number, row in enumerate(lane.rows):
            lined = reaches(lane, row, data.phases)
            bottom = _row(canvas, row, data.phases, grid, bottom + (12 if number else 0), lined=lined)
    return max(bottom + 14, label + 12)


def draw_label(canvas: Canvas, lane: Lane, y: float) -> float:
    """Write a lane's name and what it means; give where it ends."""
    room = theme.LABEL - (50 if lane.drawing == "curve" else 18)
    y += 12 + canvas.text(theme.MARGIN, y + 12, room, lane.title, BODY_BOLD, "ink")
    return y + canvas.text(theme.MARGIN, y + 1, room, lane.hint, TINY, "soft")


def _row(canvas: Canvas, row: Row, phases: tuple[PhaseHead, ...], grid: Grid, y: float, *, lined: bool) -> float:
    if row.scope == "phase":
        return y + max(
            _wide(canvas, cell, phase, y, grid, lined=lined) for cell, phase in zip(row.cells, phases, strict=True)
        )
    least = _match(row, grid.room())
    return y + max(
        paint_cell(canvas, cell, grid.x(place), y, grid.room(), least) for place, cell in enumerate(row.cells)
    )


def reaches(lane: Lane, row: Row, phases: tuple[PhaseHead, ...]) -> bool:
    """Tell whether a phase's cells need a line above them, not to be read as a touchpoint's.

    So it is where the lane has cells a touchpoint too, or where items stand side by side under several.
    """
    spread = any(len(cell) > 1 and phase.span > 1 for cell, phase in zip(row.cells, phases, strict=False))
    return row.scope == "phase" and (len(lane.rows) > 1 or spread)


def _match(row: Row, room: float) -> float:
    """Give the height that the cards of a row share, where no cell has more than one."""
    if not row.even:
        return 0
    return max(paint_cell(Canvas(gauge=True), cell, 0, 0, room) for cell in row.cells)


def _wide(canvas: Canvas, cell: Cell, phase: PhaseHead, y: float, grid: Grid, *, lined: bool) -> float:
    """Draw a phase's cell: its items side by side, on the columns the phase spans.

    A line in the phase's colour says how far it reaches, where that could be mistaken (`lined`).
    """
    if not cell:
        return 0
    x, top = grid.x(phase.first), y
    if lined:
        canvas.add(Line(x, round(y, 1), round(x + grid.room(phase.span), 1), round(y, 1), f"t{phase.colour}", 1.5))
        y += 9
    if all(isinstance(item, Chip) for item in cell):
        return y + paint_cell(canvas, cell, x, y, grid.room(phase.span)) - top
    across = min(phase.span, len(cell))
    room = grid.room(min(phase.span, 2) if len(cell) == 1 else 1)
    heights = [paint_cell(Canvas(gauge=True), (item,), 0, 0, room) for item in cell]
    tall = 0.0
    for column, group in enumerate(columns(heights, across)):
        items = tuple(cell[place] for place in group)
        tall = max(tall, paint_cell(canvas, items, x + column * grid.column, y, room))
    return y + tall - top
