"""How the ways run: along the gutters between columns and the channels between rows, so through no card ever.

Gutter `g` lies left of column `g`, channel `h` above row `h`. A way is a list of turns; ways that run
beside each other get tracks of their own.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from heapq import heappop, heappush
from typing import Literal, NamedTuple

from klantreis.render.flow.items import Edge
from klantreis.render.flow.place import Grid, Spot

_ACROSS, _DOWN, _TURN, _BUSY = 10.0, 6.0, 4.0, 3.0
"""What it costs to pass a column or a row, to turn, and to cross an arrow."""

_ARRIVED = -1


class _Dear(NamedTuple):
    """What costs more: to pass a column over the ground of its phase, and to enter a card from the right."""

    inside: float
    right: float


_USUAL, _LOOP = _Dear(2.0, 11.0), _Dear(24.0, 14.0)
"""The loyalty loop had better stay off the ground, and come in where everybody comes in."""


Shape = Literal["down", "right", "way"]


class Turn(NamedTuple):
    """A crossing of a gutter and a channel."""

    gutter: int
    channel: int


@dataclass(frozen=True, slots=True)
class Way:
    """How an edge runs: straight `down` or `right`, or from the card's right side by a `way` of turns.

    `leaves` and `enters` are gutters; it enters a card from the left unless `from_right`.
    """

    edge: int
    shape: Shape
    turns: tuple[Turn, ...] = ()
    leaves: int = -1
    enters: int = -1
    from_right: bool = False


@dataclass(slots=True)
class Router:
    """Finds the ways over a grid. `start` is an edge from the top of gutter 0, for which `START` is the source."""

    grid: Grid
    taken: dict[tuple[int, int], int] = field(init=False)
    arrows: set[tuple[int, int]] = field(default_factory=set)
    """Columns and channels that an arrow crosses downwards."""

    def __post_init__(self) -> None:
        self.taken = {(spot.column, spot.row): number for number, spot in self.grid.spots.items()}

    def all(self, edges: Sequence[Edge]) -> list[Way]:
        """Give a way for each edge: straight ones first, for the others must cross them."""
        shapes = [self._shape(edge) for edge in edges]
        for edge, shape in zip(edges, shapes, strict=True):
            if shape == "down":
                source, target = self.grid.spots[edge.source], self.grid.spots[edge.target]
                self.arrows |= {(source.column, row) for row in range(source.row + 1, target.row + 1)}
        return [
            self._way(place, edge) if shape == "way" else Way(place, shape)
            for place, (edge, shape) in enumerate(zip(edges, shapes, strict=True))
        ]

    def _shape(self, edge: Edge) -> Shape:
        source, target = self.grid.spots[edge.source], self.grid.spots[edge.target]
        if edge.kind == "loop" or source.band != target.band:
            return "way"
        if source.column == target.column and source.row < target.row:
            between = ((source.column, row) for row in range(source.row + 1, target.row))
            return "way" if any(cell in self.taken for cell in between) else "down"
        if source.row == target.row and source.column < target.column and not edge.row and edge.kind == "next":
            between = ((column, source.row) for column in range(source.column + 1, target.column))
            return "way" if any(cell in self.taken for cell in between) else "right"
        return "way"

    def _way(self, place: int, edge: Edge) -> Way:
        source, target = self.grid.spots[edge.source], self.grid.spots[edge.target]
        leaves = source.column + 1
        if target.column in (leaves, source.column):
            return Way(place, "way", (), leaves, leaves, from_right=target.column == source.column)
        turns = self.between(leaves, source.row, target, _LOOP if edge.kind == "loop" else _USUAL)
        enters = turns[-1].gutter
        return Way(place, "way", turns, leaves, enters, from_right=enters != target.column)

    def between(self, gutter: int, row: int, target: Spot, dear: _Dear) -> tuple[Turn, ...]:
        """Give the cheapest turns from beside a row to beside a card (Dijkstra, 1959)."""
        heap: list[tuple[float, Turn, bool, tuple[Turn, ...]]] = []
        for channel in (row, row + 1):
            turn = Turn(gutter, channel)
            heappush(heap, (_DOWN / 2, turn, True, (turn,)))
        seen: set[tuple[Turn, bool]] = set()
        while heap:
            cost, here, upright, path = heappop(heap)
            if here.channel == _ARRIVED:
                return _corners(path)
            if (here, upright) in seen:
                continue
            seen.add((here, upright))
            beside = here.gutter in (target.column, target.column + 1)
            if beside and here.channel in (target.row, target.row + 1):
                last = cost + _DOWN / 2 + (0 if upright else _TURN) + (dear.right if here.gutter > target.column else 0)
                heappush(heap, (last, Turn(here.gutter, _ARRIVED), True, path))
            for there, step, down in self._steps(here, dear.inside):
                more = step + (0 if down == upright else _TURN)
                heappush(heap, (cost + more, there, down, (*path, there)))
        raise AssertionError  # every crossing leads to every other

    def _steps(self, here: Turn, inside: float) -> Iterable[tuple[Turn, float, bool]]:
        for channel in (here.channel - 1, here.channel + 1):
            if 0 <= channel <= self.grid.rows:
                yield Turn(here.gutter, channel), _DOWN, True
        for gutter in (here.gutter - 1, here.gutter + 1):
            if 0 <= gutter <= self.grid.columns:
                busy = (min(gutter, here.gutter), here.channel) in self.arrows
                within = 0.0 if here.channel in self.grid.bands else inside
                yield Turn(gutter, here.channel), _ACROSS + within + (_BUSY if busy else 0), False


def _corners(path: tuple[Turn, ...]) -> tuple[Turn, ...]:
    """Leave out what lies on a straight line: first and last stay only where the way really turns."""
    kept: list[Turn] = []
    for place, turn in enumerate(path):
        before = path[place - 1] if place else None
        after = path[place + 1] if place + 1 < len(path) else None
        across_before = before is not None and before.channel == turn.channel
        across_after = after is not None and after.channel == turn.channel
        if across_before != across_after:
            kept.append(turn)
    return tuple(kept)


class Run(NamedTuple):
    """A straight part of a way in a gutter or a channel: from `low` to `high`, and how it wants to be ordered."""

    edge: int
    part: int
    low: float
    high: float
    order: tuple[float, ...]


def tracks(runs: Mapping[int, list[Run]]) -> tuple[dict[tuple[int, int], int], dict[int, int]]:
    """Give each run the first free track of its gutter or channel, and how many tracks each has."""
    found: dict[tuple[int, int], int] = {}
    counts: dict[int, int] = {}
    for lane, group in sorted(runs.items()):
        used: list[list[Run]] = []
        for run in sorted(group, key=lambda run: (run.order, run.low, run.high, run.edge)):
            # A run that wants to be right of another may not slip in left of it where they meet.
            least = max(
                (track + 1 for track, others in enumerate(used) if any(_meet(run, other) for other in others)),
                default=0,
            )
            if least == len(used):
                used.append([])
            used[least].append(run)
            found[run.edge, run.part] = least
        counts[lane] = len(used)
    return found, counts


def _meet(one: Run, other: Run) -> bool:
    return one.low <= other.high and other.low <= one.high
