"""Where everything on the page stands: from map data to strokes, all measures in pixels."""

from __future__ import annotations

from klantreis.render.kit import theme
from klantreis.render.kit.draw import Canvas, Line
from klantreis.render.kit.grid import Grid, draw_phases, grid_of, phase_style
from klantreis.render.kit.head import columns
from klantreis.render.kit.items import Cell, Chip, Lane, MapData, PhaseHead, Row
from klantreis.render.kit.paint import paint_cell
from klantreis.render.kit.sheet import Cuts, Page
from klantreis.render.kit.styles import BODY_BOLD, TINY
from klantreis.render.map.drawings import draw_curve, draw_loop

__all__ = ["Grid", "draw_label", "grid_of", "lay_out", "phase_style", "reaches"]


def lay_out(data: MapData) -> Page:
    """Give the phases and the lanes as one picture."""
    grid, canvas = grid_of(data.columns), Canvas()
    right = max(theme.PAGE_MIN - 2 * theme.MARGIN, grid.right)
    y = top = draw_phases(canvas, data.phases, grid, 0.0) + 14
    cuts = []
    for lane in data.lanes:
        cuts.append(round(y, 1))
        y = _lane(canvas, lane, data, grid, y, right)
    places = Cuts(tuple(grid.x(phase.first) for phase in data.phases), tuple(cuts), theme.LABEL, round(top, 1))
    return Page(round(right, 1), round(y, 1), tuple(canvas.strokes), places)


def _lane(canvas: Canvas, lane: Lane, data: MapData, grid: Grid, y: float, right: float) -> float:
    canvas.add(
        Line(
            0,
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
    y += 12 + canvas.text(0, y + 12, room, lane.title, BODY_BOLD, "ink")
    return y + canvas.text(0, y + 1, room, lane.hint, TINY, "soft")


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
