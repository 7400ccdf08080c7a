"""What stands above the rows: the phases, and the touchpoints in them."""

from __future__ import annotations

from klantreis.render.kit.draw import Canvas, Shape, text_height, text_width
from klantreis.render.kit.items import PhaseHead
from klantreis.render.kit.styles import BODY_BOLD, TINY, TINY_BOLD
from klantreis.render.presence.data import Presence, Stop
from klantreis.render.presence.grid import NOTCH, Grid

_DIAMOND = 5.0
_SIDE = 3.0


def draw_phases(canvas: Canvas, phases: tuple[PhaseHead, ...], grid: Grid, y: float) -> float:
    """Draw the names of the phases as arrows; give where they end."""
    rooms = [grid.room(phase) for phase in phases]
    inner = [room - 2 * NOTCH - 14 for _, room in rooms]
    heights = [
        text_height(room, phase.title, BODY_BOLD) + sum(text_height(room, line, TINY) for line in _below(phase, room))
        for phase, room in zip(phases, inner, strict=True)
    ]
    height = max([46.0, *(own + 18 for own in heights)])
    for phase, (x, room), within, own in zip(phases, rooms, inner, heights, strict=True):
        middle = y + height / 2
        end = x + room
        canvas.add(
            Shape(
                f"M{x:.1f} {y:.1f}H{end - NOTCH:.1f}L{end:.1f} {middle:.1f}L{end - NOTCH:.1f} {y + height:.1f}"
                f"H{x:.1f}L{x + NOTCH:.1f} {middle:.1f}z",
                fill=f"p{phase.colour}",
            )
        )
        top = y + (height - own) / 2
        top += canvas.text(x + NOTCH + 8, top, within, phase.title, BODY_BOLD, "on-phase")
        for line in _below(phase, within):
            top += canvas.text(x + NOTCH + 8, top, within, line, TINY, "on-phase-soft")
    return y + height


def _below(phase: PhaseHead, room: float) -> list[str]:
    """Give what stands below the name of a phase: on one line, or each part on its own."""
    return [phase.below] if text_width(phase.below, TINY) <= room else phase.below.split(" · ")


def draw_titles(canvas: Canvas, picture: Presence, grid: Grid, y: float) -> float:
    """Write what each column is, standing on the rows; give where they end."""
    found = [None if place is None else picture.stops[place] for place in picture.columns]
    heights = [_height(stop, grid, column) for column, stop in enumerate(found)]
    tall = max(heights)
    for phase in picture.phases:
        for column in range(phase.first, phase.first + phase.span):
            if (stop := found[column]) is not None:
                _title(canvas, stop, grid, column, y + tall - heights[column], phase.colour)
    return y + tall


def _title(canvas: Canvas, stop: Stop, grid: Grid, column: int, y: float, colour: int) -> None:
    x, room = grid.start(column), grid.edges[column + 1] - grid.start(column)
    if stop.truth:
        middle = grid.middle(column)
        size = _DIAMOND
        canvas.add(Shape(f"M{middle:.1f} {y + 1:.1f}l{size} {size}l{-size} {size}l{-size} {-size}z", fill="gold"))
        y += 2 * _DIAMOND + 5
    if grid.numbered:
        canvas.text(x, y, room, str(stop.number), TINY_BOLD, f"t{colour}", anchor="middle")
    else:
        canvas.text(x + _SIDE, y, room - 2 * _SIDE, stop.title, TINY, "ink", anchor="middle")


def _height(stop: Stop | None, grid: Grid, column: int) -> float:
    if stop is None:
        return 0.0
    room = grid.edges[column + 1] - grid.start(column) - 2 * _SIDE
    height = TINY_BOLD.leading if grid.numbered else text_height(room, stop.title, TINY)
    return height + (2 * _DIAMOND + 5 if stop.truth else 0)
