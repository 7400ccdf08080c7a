"""The customer's way through the rows, as a line on the map of a metro."""

from __future__ import annotations

from dataclasses import dataclass

from klantreis.render.kit.draw import Canvas, Shape
from klantreis.render.kit.draw import Line as Stroke
from klantreis.render.presence.data import Leg, Presence
from klantreis.render.presence.grid import Grid
from klantreis.render.presence.marks import jump_mark

_BEND = 9.0
"""The radius of a bend."""


@dataclass(frozen=True, slots=True)
class Levels:
    """The height of each row's middle, and of the free place above each row (one more, below the last)."""

    middles: tuple[float, ...]
    borders: tuple[float, ...]


def draw_way(canvas: Canvas, picture: Presence, grid: Grid, levels: Levels) -> None:
    """Draw the way between the stops that are shown, and a number on each jump."""
    places = {stop: column for column, stop in enumerate(picture.columns) if stop is not None}
    legs = [leg for leg in picture.legs if leg.start in places and leg.end in places]
    # Where phases between two stops are not shown, the way is not either.
    legs = [leg for leg in legs if all(place in places for place in range(leg.start, leg.end))]
    for leg in legs:
        canvas.add(Shape(_path(leg, places, grid, levels), edge="ink", thick=2.2))
    for leg in legs:
        if leg.jump:
            jump_mark(canvas, leg.jump, grid.turn(places[leg.end]), _between(leg, levels))


def _path(leg: Leg, places: dict[int, int], grid: Grid, levels: Levels) -> str:
    start, end = grid.middle(places[leg.start]), grid.middle(places[leg.end])
    y, low = levels.middles[leg.from_row], levels.middles[leg.to_row]
    if leg.from_row == leg.to_row:
        return f"M{start:.1f} {y:.1f}H{end:.1f}"
    x, bend = grid.turn(places[leg.end]), _BEND if low > y else -_BEND
    return (
        f"M{start:.1f} {y:.1f}H{x - _BEND:.1f}Q{x:.1f} {y:.1f} {x:.1f} {y + bend:.1f}"
        f"V{low - bend:.1f}Q{x:.1f} {low:.1f} {x + _BEND:.1f} {low:.1f}H{end:.1f}"
    )


def crossed(picture: Presence, levels: Levels) -> frozenset[float]:
    """Give the heights at which numbers stand."""
    return frozenset(_between(leg, levels) for leg in picture.legs if leg.jump)


def _between(leg: Leg, levels: Levels) -> float:
    """Give where a number stands: between two rows, half way, clear of every mark."""
    first, last = sorted((leg.from_row, leg.to_row))
    return levels.borders[(first + last + 1) // 2]


def draw_choices(canvas: Canvas, picture: Presence, grid: Grid, levels: Levels) -> None:
    """Join the rows that a stop can be on: the customer takes one of them."""
    rows_of: dict[int, list[int]] = {}
    for number, row in enumerate(picture.rows):
        for stop in row.stops:
            rows_of.setdefault(stop, []).append(number)
    for column, place in enumerate(picture.columns):
        rows = rows_of[place] if place is not None else []
        if len(rows) > 1:
            x = grid.middle(column)
            canvas.add(Stroke(x, levels.middles[rows[0]], x, levels.middles[rows[-1]], "soft", 1.6, "2 4"))
