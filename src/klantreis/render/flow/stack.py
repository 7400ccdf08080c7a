"""How high the cards are, and where at their sides the ways come and go."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from klantreis.render.flow import card
from klantreis.render.flow.items import Flow, FlowStep, Row
from klantreis.render.flow.place import Grid
from klantreis.render.flow.route import Way

ENTRY, ENTRY_RIGHT = 22.0, 38.0
"""How far below a card's top lines enter, at the left and at the right."""
_EXIT, _EXITS = 56.0, 21.0
"""How far below a card's top lines leave that belong to no row at its foot, and how much further each next one."""
_STRETCH = 64.0
"""How much a card may be stretched to be as high as its neighbours."""


@dataclass(slots=True)
class Stack:
    """The cards of a flow in their grid: the ways at their feet in order, and their heights in pixels."""

    flow: Flow
    grid: Grid
    ways: Sequence[Way]
    steps: dict[int, FlowStep] = field(init=False)
    rows: dict[int, tuple[Row, ...]] = field(init=False)
    bodies: dict[int, float] = field(default_factory=dict)
    """The height of each card without the ways at its foot."""
    heights: dict[int, float] = field(init=False)
    tallest: list[float] = field(init=False)
    """The height of each row."""
    _places: dict[int, int] = field(default_factory=dict)
    """Of each edge: the how manieth row of its card it leaves from, or the how manieth that leaves at none."""

    def __post_init__(self) -> None:
        """Measure."""
        self.steps = {step.number: step for step in self.flow.steps()}
        self.rows = {number: self._worded(step.rows) for number, step in self.steps.items()}
        for rows in self.rows.values():
            self._places |= {row.edge: place for place, row in enumerate(rows) if row.edge >= 0}
        leaving = dict.fromkeys(self.steps, 0)
        for way in self.ways:
            edge = self.flow.edges[way.edge]
            if way.shape == "way" and not edge.row:
                self._places[way.edge] = leaving[edge.source]
                leaving[edge.source] += 1
        self._measure(leaving)

    def _worded(self, rows: Sequence[Row]) -> tuple[Row, ...]:
        """Put last what goes straight down, for there its line begins; where it leads needs no saying then."""
        down = [row for row in rows if row.edge >= 0 and self.ways[row.edge].shape == "down"]
        others = [row for row in rows if row not in down]
        return (*others, *(replace(row, below="") if row.text else row for row in down))

    def _measure(self, leaving: dict[int, int]) -> None:
        in_row = [0.0] * self.grid.rows
        for number, step in self.steps.items():
            least = _EXIT + _EXITS * leaving[number] - 6
            self.bodies[number] = max(card.body_height(step), least)
            row = self.grid.spots[number].row
            in_row[row] = max(in_row[row], self.bodies[number])
        # Cards of a row are equally high, unless one of them is out of all proportion.
        for number, body in self.bodies.items():
            high = in_row[self.grid.spots[number].row]
            self.bodies[number] = high if high - body <= _STRETCH else body
        self.heights = {number: body + card.rows_height(self.rows[number]) for number, body in self.bodies.items()}
        self.tallest = [0.0] * self.grid.rows
        for number, height in self.heights.items():
            row = self.grid.spots[number].row
            self.tallest[row] = max(self.tallest[row], height)

    def place(self, way: Way) -> int:
        """Give the how manieth of its card a way is: among the rows, or among those that leave at none."""
        return self._places.get(way.edge, 0)

    def leaves(self, way: Way) -> float:
        """Give how far below its card's top a way leaves."""
        edge = self.flow.edges[way.edge]
        if way.shape == "right":
            return ENTRY
        if not edge.row:
            return _EXIT + _EXITS * self.place(way)
        return card.row_middles(self.rows[edge.source], self.bodies[edge.source])[self.place(way)]
