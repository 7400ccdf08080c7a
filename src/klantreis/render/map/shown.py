"""A map cut down to the phases that were asked for; what is said of the whole journey stays."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from klantreis.render.kit.curve import Point
from klantreis.render.kit.items import Lane, LoopData, MapData, PhaseHead, Row


def only(data: MapData, places: Sequence[int]) -> MapData:
    """Give a map with the phases at these places only; lanes that nothing fills any more go too.

    The names on the curve (high, low, end) stay those of the whole journey. A loyalty loop is drawn only
    when the phases it joins are both there.
    """
    if len(places) == len(data.phases):
        return data
    kept = [data.phases[place] for place in places]
    columns = [column for phase in kept for column in range(phase.first, phase.first + phase.span)]
    points = tuple(_points(data.points, kept))
    loop = _loop(data.loop, places)
    lanes = [_lane(lane, places, columns) for lane in data.lanes]
    drawn = {"": True, "curve": bool(points), "loop": loop is not None}
    return replace(
        data,
        columns=len(columns),
        phases=tuple(_heads(kept)),
        lanes=tuple(lane for lane in lanes if drawn[lane.drawing] and (lane.rows or lane.drawing)),
        points=points,
        loop=loop,
    )


def _heads(kept: Sequence[PhaseHead]) -> list[PhaseHead]:
    heads, first = [], 0
    for phase in kept:
        heads.append(replace(phase, first=first))
        first += phase.span
    return heads


def _points(points: Sequence[Point], kept: Sequence[PhaseHead]) -> list[Point]:
    found, first = [], 0
    for phase in kept:
        inside = (point for point in points if phase.first < point.place < phase.first + phase.span)
        found += [replace(point, place=point.place - phase.first + first) for point in inside]
        first += phase.span
    return found


def _lane(lane: Lane, places: Sequence[int], columns: Sequence[int]) -> Lane:
    rows = [_row(row, places if row.scope == "phase" else columns) for row in lane.rows]
    return replace(lane, rows=tuple(row for row in rows if any(row.cells)))


def _row(row: Row, kept: Sequence[int]) -> Row:
    return Row(row.scope, tuple(row.cells[place] for place in kept))


def _loop(loop: LoopData | None, places: Sequence[int]) -> LoopData | None:
    if loop is None or loop.leaves not in places or loop.enters not in places:
        return None
    at = {place: index for index, place in enumerate(places)}
    skipped = tuple(at[place] for place in loop.skipped if place in at)
    return replace(loop, leaves=at[loop.leaves], enters=at[loop.enters], skipped=skipped)
