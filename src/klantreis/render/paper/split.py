"""Where a picture is cut along one side.

At its own places; where those are too far apart, where nothing stands.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import TypeAlias

from klantreis.render.kit.draw import Icon, Image, Rect, Shape, Stroke, Words
from klantreis.render.paper.bounds import Placed
from klantreis.render.paper.cut import SMALL

Span: TypeAlias = tuple[float, float]

_LEAST = 1 / 3
"""A cut of one's own leaves at least this part of the room filled."""
_CENTRED = 320.0
"""Words centred in more room than this, in pixels, are no part of a card."""
_FREE = 2.0
"""The least gap between things, in pixels, that a knife fits through."""


def split(
    start: float, cuts: Sequence[float], end: float, room: float, solid: Sequence[Span], first: float = 0
) -> list[Span]:
    """Cut a length in the fewest pieces that fit, each as full as can be; the first has less room if told.

    `solid` are the stretches that may not be cut, in order and apart. A piece is only larger than its room
    where everything in it is solid.
    """
    places = [start, *sorted({cut for cut in cuts if start < cut < end}), end]
    free = gaps(solid)
    pieces: list[Span] = []
    low = start
    while low < end:
        limit = low + (first or room if low == start else room) + 0.01
        last = places[bisect_right(places, limit) - 1]
        high = last if last > low else _free(low, limit, free)
        if high is None:
            high = places[bisect_right(places, low)]
        pieces.append((low, high))
        low = high
    return pieces


def balanced(start: float, cuts: Sequence[float], end: float, room: float, solid: Sequence[Span]) -> list[Span]:
    """Cut a length in the fewest pieces, as equally large as its places allow."""
    best = split(start, cuts, end, room, solid)
    least = (end - start) / len(best)
    for step in range(1, 20):
        narrow = least + (room - least) * step / 20
        found = split(start, cuts, end, narrow, solid)
        if len(found) == len(best) and all(high - low <= room for low, high in found):
            return found
    return best


def solid_of(placed: Iterable[Placed], *, across: bool, most: float) -> list[Span]:
    """Give the stretches where text, marks or cards stand: along x (`across`), else along y.

    A rectangle longer than `most` pixels is ground, not a card: it may be cut.
    """
    found = []
    for item in placed:
        low, high = (item.box.left, item.box.right) if across else (item.box.top, item.box.bottom)
        if _solid(item.stroke, high - low, most, across=across):
            found.append((low, high))
    return _merged(found)


def _solid(stroke: Stroke, long: float, most: float, *, across: bool) -> bool:
    if isinstance(stroke, Words):
        # What is centred over columns moves to the side that holds its middle.
        return not (across and stroke.anchor == "middle" and stroke.room > _CENTRED)
    if isinstance(stroke, Rect):
        return long <= most
    return isinstance(stroke, Icon | Image) or (isinstance(stroke, Shape) and long <= SMALL)


def _merged(solid: Iterable[Span]) -> list[Span]:
    found: list[Span] = []
    for low, high in sorted(solid):
        if found and low <= found[-1][1] + _FREE:
            found[-1] = (found[-1][0], max(found[-1][1], high))
        else:
            found.append((low, high))
    return found


def gaps(solid: Sequence[Span]) -> list[float]:
    """Give the middles of the stretches where nothing stands."""
    return [(before[1] + after[0]) / 2 for before, after in pairwise(solid)]


def _free(low: float, limit: float, free: list[float]) -> float | None:
    """Give the last place up to `limit` where nothing is cut; None where the piece would be too small."""
    at = bisect_right(free, limit)
    return free[at - 1] if at and free[at - 1] > low + (limit - low) * _LEAST else None
