"""The lines between cards: what belongs together, and what follows what."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise
from math import hypot

from klantreis.render.blueprint.routes import Route, Spot
from klantreis.render.kit.draw import Canvas, Line, Rect, Shape
from klantreis.render.kit.grid import Grid

_HEAD, _HALF = 7.0, 3.8
"""The length of an arrow's head and half its width."""
_BEND = 5.0
_SQUARE = 8.0
"""The dark square of another team, as in the flow; here so small that it fits the edge of a card."""
_THICK = 1.5
CLEAR = 9.0
"""White between a card and the first track beside it: room for heads and squares."""

Point = tuple[float, float]
Steps = tuple[float, float]
"""How far apart tracks run: in gutters and in channels."""


def draw_bonds(canvas: Canvas, bonds: Sequence[tuple[int, float, float]], grid: Grid) -> None:
    """Draw the quiet lines from a touchpoint down to what is done for it: column, from, to."""
    for column, top, bottom in bonds:
        x = _middle(grid, column)
        canvas.add(Line(x, round(top, 1), x, round(bottom, 1), "faint", 1.2))


def draw_routes(
    canvas: Canvas,
    routes: Sequence[Route],
    spots: Mapping[int, Spot],
    grid: Grid,
    channels: Mapping[int, float],
    steps: Steps,
) -> None:
    """Draw the arrows without their heads."""
    for route in routes:
        points = way(route, spots, grid, channels, steps)
        canvas.add(Shape(_rounded(points), edge="soft", thick=_THICK))


def way(
    route: Route, spots: Mapping[int, Spot], grid: Grid, channels: Mapping[int, float], steps: Steps
) -> list[Point]:
    """Give the corners of an arrow, from the edge of one card to that of the other."""
    source, target = spots[route.link.source], spots[route.link.target]
    if not route.gutters:
        x, down = _middle(grid, source.column), source.order < target.order
        low = source.top + source.height if down else source.top
        return [(x, low), (x, target.top if down else target.top + target.height)]
    start, end = (
        (_edge(grid, spot.column, right=right), y)
        for spot, right, y in zip((source, target), route.right, route.ys, strict=True)
    )
    if route.straight:
        return [start, end]
    xs = [_track(grid, gutter, track, steps[0]) for gutter, track in zip(route.gutters, route.tracks, strict=True)]
    if route.channel is None:
        return [start, (xs[0], start[1]), (xs[0], end[1]), end]
    level = channels[route.channel] + route.lane * steps[1]
    return [start, (xs[0], start[1]), (xs[0], level), (xs[1], level), (xs[1], end[1]), end]


def _track(grid: Grid, gutter: int, track: int, step: float) -> float:
    """Give where a track of a gutter runs; the first one leaves room for heads and squares."""
    return round(grid.x(gutter) - grid.gutter + CLEAR + track * step, 1)


def _edge(grid: Grid, column: int, *, right: bool) -> float:
    return round(grid.x(column) + (grid.room() if right else 0), 1)


def _middle(grid: Grid, column: int) -> float:
    return round(grid.x(column) + grid.room() / 2, 1)


def _rounded(points: Sequence[Point]) -> str:
    """Give a path through corners, each a little round."""
    parts = [f"M{_n(points[0])}"]
    for (before, corner), (_, after) in pairwise(pairwise(points)):
        here, there = _toward(corner, before), _toward(corner, after)
        parts.append(f"L{_n(here)}Q{_n(corner)} {_n(there)}")
    return "".join((*parts, f"L{_n(points[-1])}"))


def _toward(corner: Point, other: Point) -> Point:
    """Give the place a bend away from a corner, on the way to the next; at most halfway."""
    length = hypot(other[0] - corner[0], other[1] - corner[1])
    part = min(_BEND, length / 2) / length if length else 0.0
    return corner[0] + (other[0] - corner[0]) * part, corner[1] + (other[1] - corner[1]) * part


def draw_heads(canvas: Canvas, routes: Sequence[Route], spots: Mapping[int, Spot], grid: Grid) -> None:
    """Draw where arrows arrive, and a dark square where another team takes over: on top of the cards' edges."""
    for route in routes:
        points = way(route, spots, grid, {route.channel: 0.0} if route.channel is not None else {}, (0.0, 0.0))
        start, end = points[0], points[-1]
        before = points[-2]
        canvas.add(Shape(head(end, _direction(before, end)), fill="soft"))
        if route.link.handover:
            x, y = (round(place - _SQUARE / 2, 1) for place in start)
            canvas.add(Rect(x, y, _SQUARE, _SQUARE, "pill", radius=2))


def _direction(before: Point, end: Point) -> Point:
    length = hypot(end[0] - before[0], end[1] - before[1]) or 1.0
    return (end[0] - before[0]) / length, (end[1] - before[1]) / length


def head(tip: Point, toward: Point) -> str:
    """Give the path of an arrow's head that ends at `tip`, in a direction of length 1."""
    (x, y), (dx, dy) = tip, toward
    back = (x - dx * _HEAD, y - dy * _HEAD)
    one, other = (back[0] - dy * _HALF, back[1] + dx * _HALF), (back[0] + dy * _HALF, back[1] - dx * _HALF)
    return f"M{_n(tip)}L{_n(one)}L{_n(other)}z"


def _n(point: Point) -> str:
    return f"{point[0]:.1f} {point[1]:.1f}"
