"""Which track each line runs on: beside each other where they would lie on each other."""

from __future__ import annotations

from dataclasses import dataclass, field

from klantreis.render.flow.items import Flow
from klantreis.render.flow.place import Grid
from klantreis.render.flow.route import Run, Way, tracks
from klantreis.render.flow.stack import Stack

START = -1
"""The number, as of an edge, of the line from what sets the journey off."""
_ROW = 3.0
"""Rows in steps of their own: the channel above one is a whole row away from the next, a card lies in between."""


@dataclass(slots=True)
class Lanes:
    """The tracks of all lines. `across` and `down` tell the track of a part of an edge.

    `channels` and `gutters` count the tracks of each. `first` is the step that customers start at.
    """

    flow: Flow
    grid: Grid
    stack: Stack
    first: int
    across: dict[tuple[int, int], int] = field(init=False)
    down: dict[tuple[int, int], int] = field(init=False)
    channels: list[int] = field(init=False)
    gutters: list[int] = field(init=False)

    def __post_init__(self) -> None:
        """Share out the tracks."""
        across: dict[int, list[Run]] = {}
        down: dict[int, list[Run]] = {}
        if self.flow.start:
            self._start(across, down)
        for way in self.stack.ways:
            if way.shape != "way":
                continue
            for lane, run in self._upright(way):
                down.setdefault(lane, []).append(run)
            for place in range(0, len(way.turns) - 1, 2):
                one, other = way.turns[place], way.turns[place + 1]
                low, high = sorted((one.gutter, other.gutter))
                across.setdefault(one.channel, []).append(Run(way.edge, place, low, high, (high - low,)))
        self.across, channels = tracks(across)
        self.down, gutters = tracks(down)
        self.channels = [channels.get(channel, 0) for channel in range(self.grid.rows + 1)]
        self.gutters = [gutters.get(gutter, 0) for gutter in range(self.grid.columns + 1)]

    def _start(self, across: dict[int, list[Run]], down: dict[int, list[Run]]) -> None:
        spot = self.grid.spots[self.first]
        low = _ROW * spot.row + 1.2
        down[0] = [Run(START, 0, -1.0, 0.0 if spot.column else low, (4.0,))]
        if spot.column:
            across[0] = [Run(START, 0, 0, spot.column, (spot.column,))]
            down[spot.column] = [Run(START, 1, 0.0, low, (3.0, low))]

    def _upright(self, way: Way) -> list[tuple[int, Run]]:
        """Give the runs of a way in gutters, by gutter: from the card, between channels, to the card."""
        edge = self.flow.edges[way.edge]
        source, target = self.grid.spots[edge.source], self.grid.spots[edge.target]
        leaves = _ROW * source.row + (1.8 if edge.row else 1.5) + 0.02 * self.stack.place(way)
        enters = _ROW * target.row + (1.3 if way.from_right else 1.2)
        levels = [leaves, *(_ROW * turn.channel for turn in way.turns), enters]
        gutters = [way.leaves, *(turn.gutter for turn in way.turns[1::2])]
        found = []
        for place, gutter in enumerate(gutters):
            one, other = levels[2 * place], levels[2 * place + 1]
            bracket = way.from_right and place == len(gutters) - 1
            order = _order(one, other, bracket=bracket, first=place == 0)
            found.append((gutter, Run(way.edge, place, min(one, other), max(one, other), order)))
        return found


def _order(one: float, other: float, *, bracket: bool, first: bool) -> tuple[float, ...]:
    """Give where in its gutter a run wants to be, so that lines cross as little as may be."""
    if bracket:
        return (0.0, abs(other - one))
    if first:
        return (1.0, one) if other < one else (2.0, -one)
    return (3.0, abs(other - one))
