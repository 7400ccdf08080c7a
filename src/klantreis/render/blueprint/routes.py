"""Which way the arrows go: out of a card at its side, through the gutters, never through a card.

Gutter `g` is the white left of column `g`, channel `c` the white below row `c`. Arrows that would lie on one
another get tracks of their own beside one another.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from klantreis.render.blueprint.data import Link

MOST = 12
"""The most tracks in a gutter or channel; more arrows than that share them."""
_SHARED = 20.0
"""Two neighbours that stand side by side for so many pixels are joined by a straight arrow."""


@dataclass(slots=True)
class Spot:
    """Where a card stands: `order` is its place in its column, from the top; `top` and `height` in pixels."""

    column: int
    row: int
    order: int
    height: float
    top: float = 0.0


@dataclass(slots=True)
class Route:
    """The way of one arrow. Without gutters it is a `drop`: straight to the card below or above.

    `right` tells at which side it leaves and arrives. `ys` are where it leaves and arrives, `tracks` its
    places in the gutters and the channel; both are filled in by `place`.
    """

    link: Link
    gutters: tuple[int, ...] = ()
    channel: int | None = None
    right: tuple[bool, bool] = (True, False)
    ys: tuple[float, float] = (0.0, 0.0)
    straight: bool = False
    lane: int = 0
    tracks: list[int] = field(default_factory=list)


def route_of(link: Link, source: Spot, target: Spot) -> Route:
    """Give the way of an arrow, in gutters and channels."""
    s, t = source.column, target.column
    if s == t:
        return Route(link) if abs(source.order - target.order) == 1 else Route(link, (s + 1,), right=(True, True))
    if t == s + 1:
        return Route(link, (t,))
    if t == s - 1:
        return Route(link, (s,), right=(False, True))
    channel = source.row if target.row >= source.row else source.row - 1
    return Route(link, (s + 1, t), channel) if t > s else Route(link, (s, t + 1), channel, right=(False, True))


def lanes(routes: Sequence[Route]) -> dict[int, int]:
    """Give each route its track in its channel; give how many tracks each channel needs."""
    needed: dict[int, int] = {}
    for channel in sorted({route.channel for route in routes if route.channel is not None}):
        here = [route for route in routes if route.channel == channel]
        found = _tracks([(min(route.gutters), max(route.gutters)) for route in here])
        for route, track in zip(here, found, strict=True):
            route.lane = track
        needed[channel] = max(found) + 1
    return needed


def place(routes: Sequence[Route], spots: Mapping[int, Spot], channels: Mapping[int, float], step: float) -> int:
    """Give each route where it leaves and arrives, and its tracks in gutters; give the most tracks of a gutter.

    `channels` are the heights of the first tracks of the channels, `step` the pixels between two tracks.
    """
    _ports([route for route in routes if route.gutters], spots)
    legs: dict[int, list[tuple[Route, float, float]]] = {}
    for route in routes:
        if not route.gutters or route.straight:
            continue
        level = channels[route.channel] + route.lane * step if route.channel is not None else None
        ends = [route.ys] if level is None else [(route.ys[0], level), (level, route.ys[1])]
        for gutter, (one, other) in zip(route.gutters, ends, strict=True):
            legs.setdefault(gutter, []).append((route, min(one, other), max(one, other)))
    most = 0
    for gutter in sorted(legs):
        found = _tracks([(low, high) for _, low, high in legs[gutter]])
        for (route, _, _), track in zip(legs[gutter], found, strict=True):
            route.tracks.append(track)
        most = max(most, *(track + 1 for track in found))
    for route in routes:
        if len(route.gutters) > 1 and route.gutters[0] > route.gutters[1]:
            route.tracks.reverse()  # they were given from left to right
    return most


def _ports(routes: Iterable[Route], spots: Mapping[int, Spot]) -> None:
    """Give each route its heights at its cards: what arrives in the upper half of a side, what leaves in the lower."""
    ends: dict[tuple[int, bool, int], list[tuple[float, Route]]] = {}
    for route in routes:
        source, target = spots[route.link.source], spots[route.link.target]
        if abs(source.column - target.column) == 1 and source.row == target.row:
            low, high = max(source.top, target.top), min(source.top + source.height, target.top + target.height)
            if high - low >= _SHARED:
                route.straight, route.ys = True, (round((low + high) / 2, 1),) * 2
                continue
        numbers = (route.link.source, route.link.target)
        for end, (number, there) in enumerate(zip(numbers, (target, source), strict=True)):
            ends.setdefault((number, route.right[end], end), []).append((there.top, route))
    for (number, _, end), found in ends.items():
        spot, half = spots[number], spots[number].height / 2
        found.sort(key=lambda item: (item[0], item[1].link.source, item[1].link.target))
        for nth, (_, route) in enumerate(found):
            part = (nth + 1) / (len(found) + 1) * half
            y = round(spot.top + (half + part if end == 0 else part), 1)
            route.ys = (y, route.ys[1]) if end == 0 else (route.ys[0], y)


def _tracks(intervals: Sequence[tuple[float, float]]) -> list[int]:
    """Give intervals tracks so that those which touch lie apart, as few as first fit needs."""
    found = [0] * len(intervals)
    ends: list[float] = []
    for nth in sorted(range(len(intervals)), key=lambda nth: (*intervals[nth], nth)):
        low, high = intervals[nth]
        track = next((place for place, end in enumerate(ends) if end < low), len(ends))
        if track == MOST:
            track = min(range(MOST), key=lambda place: (ends[place], place))
        if track == len(ends):
            ends.append(high)
        else:
            ends[track] = max(high, ends[track])
        found[nth] = track
    return found
