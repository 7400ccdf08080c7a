"""From grid and ways to pixels: how wide gutters are, how high rows, and where every line runs."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from klantreis.render.flow import card
from klantreis.render.flow.boxes import PAD, TRACK, Box, Layout, Line, Placed, Point, pill_width
from klantreis.render.flow.items import Edge, Flow
from klantreis.render.flow.lanes import START, Lanes
from klantreis.render.flow.place import Grid, Region, Sizes, arrange
from klantreis.render.flow.route import Router, Way
from klantreis.render.flow.stack import ENTRY, ENTRY_RIGHT, Stack
from klantreis.render.kit import theme
from klantreis.render.kit.draw import text_height
from klantreis.render.kit.styles import LARGE_BOLD, SMALL, TINY

_BESIDE = 80.0
"""About how much lies between two columns."""
_ARROW = 28.0
"""The room for the mark of a hand-over on an arrow."""
_SPREAD = 48.0
"""The most that gutters get wider for a picture that would not fill its page."""
_TITLE_PAD = 12.0
START_ROOM = 640.0
"""The width of what sets the journey off, in pixels."""


def lay_out(flow: Flow) -> Layout:
    """Place everything."""
    steps = flow.steps()
    heights = {step.number: card.body_height(step) + card.rows_height(step.rows) for step in steps}
    grid = arrange(flow, Sizes(card.WIDTH + _BESIDE, heights))
    stack = Stack(flow, grid, Router(grid).all(flow.edges))
    first = next((step.number for step in steps if not step.ghost), steps[0].number)
    return _Maker(flow, grid, stack, Lanes(flow, grid, stack, first)).layout()


@dataclass(slots=True)
class _Maker:
    flow: Flow
    grid: Grid
    stack: Stack
    lanes: Lanes
    xs: list[float] = field(default_factory=list)
    gutters: list[float] = field(default_factory=list)
    """Where the first track of each gutter runs."""
    ys: list[float] = field(default_factory=list)
    channels: list[float] = field(default_factory=list)
    tops: list[float] = field(default_factory=list)
    """The top of the phases' ground, band by band."""
    width: float = 0.0
    height: float = 0.0

    def layout(self) -> Layout:
        """Give it all."""
        self._columns()
        self._rows()
        cards = [self._card(number) for number in self.stack.steps]
        lines = [self._line(way) for way in self.stack.ways]
        start = self._start() if self.flow.start else ()
        regions = [(region, self._region(region)) for region in self.grid.regions]
        return Layout(
            round(self.width, 1),
            round(self.height, 1),
            tuple(cards),
            tuple(lines),
            tuple(regions),
            start,
            self.grid.plain,
        )

    # Pixels

    def _columns(self) -> None:
        self._spread(0.0)
        lack = theme.PAGE_MIN - 2 * theme.MARGIN - self.width
        if lack > 0 and self.grid.columns > 1:
            self._spread(min(_SPREAD, lack / (self.grid.columns - 1)))

    def _spread(self, more: float) -> None:
        """Place the columns, with so much more between them than it takes."""
        x = 0.0
        self.xs, self.gutters = [], []
        for gutter in range(self.grid.columns + 1):
            count = self.lanes.gutters[gutter]
            inner = 0 < gutter < self.grid.columns
            leave = self._leave(gutter) + (more / 2 if inner else 0)
            self.gutters.append(x + leave)
            last = gutter == self.grid.columns
            if last:
                self.width = x + max(PAD, leave + (count * TRACK if count else 0))
                return
            enter = PAD + 15 if gutter or count else PAD
            x += max(leave + max(0.0, count - 1) * TRACK + enter, 2 * PAD + 14 if gutter else PAD)
            x += more / 2 if inner else 0
            self.xs.append(x)
            x += card.WIDTH

    def _leave(self, gutter: int) -> float:
        """How far right of the cards the first track runs: past their ground and the marks of hand-overs."""
        pills = [
            pill_width(edge)
            for way in self.stack.ways
            for edge in (self.flow.edges[way.edge],)
            if way.shape != "down" and self.grid.spots[edge.source].column + 1 == gutter
        ]
        wide = max(pills, default=0.0)
        if gutter == 0:
            return 6.0
        return PAD + (wide + 8 if wide else 6)

    def _rows(self) -> None:
        y = self._start_height()
        starts = set(self.grid.bands[:-1])
        arrows = self._marked()
        for row in range(self.grid.rows):
            count = self.lanes.channels[row]
            if row in starts:
                y += 22.0 if row else 0.0
                self.channels.append(y)
                y += count * TRACK + (4 if count else 0)
                self.tops.append(y)
                y += self._title_height(self.grid.bands.index(row))
            else:
                y += _ARROW if row in arrows else 10.0
                self.channels.append(y + 4)
                y += max(0.0, count - 1) * TRACK + 20
            self.ys.append(y)
            y += self.stack.tallest[row]
        count = self.lanes.channels[-1]
        self.channels.append(y + PAD + 10)
        self.height = y + PAD + (count * TRACK + 10 if count else 0) + 8

    def _marked(self) -> set[int]:
        """Tell above which rows a mark of a hand-over stands on an arrow."""
        found = set()
        for way in self.stack.ways:
            edge = self.flow.edges[way.edge]
            if way.shape == "down" and pill_width(edge):
                found.add(self.grid.spots[edge.source].row + 1)
        return found

    def _title_height(self, band: int) -> float:
        titles = {phase.place: phase.title for phase in self.flow.phases}
        here = [region for region in self.grid.regions if region.band == band]
        return max(
            _TITLE_PAD
            + text_height(card.WIDTH, titles[region.phase], LARGE_BOLD)
            + (TINY.leading if region.continued else 0)
            + 10
            for region in here
        )

    def _start_height(self) -> float:
        if not self.flow.start:
            return 4.0
        return max(SMALL.leading, text_height(START_ROOM, " ".join(self.flow.start), SMALL)) + 16

    # Pieces

    def _card(self, number: int) -> Placed:
        spot = self.grid.spots[number]
        box = Box(self.xs[spot.column], self.ys[spot.row], card.WIDTH, self.stack.heights[number])
        step = replace(self.stack.steps[number], rows=self.stack.rows[number])
        return Placed(step, box, self.stack.bodies[number])

    def _region(self, region: Region) -> Box:
        left, top = self.xs[region.first] - PAD, self.tops[region.band]
        inside = (
            self._card(number).box
            for number, spot in self.grid.spots.items()
            if spot.band == region.band and region.first <= spot.column <= region.last
        )
        bottom = max(box.y + box.height for box in inside) + PAD
        return Box(left, top, self.xs[region.last] + card.WIDTH + PAD - left, bottom - top)

    def _track(self, edge: int, part: int, gutter: int) -> float:
        return round(self.gutters[gutter] + self.lanes.down[edge, part] * TRACK, 1)

    def _channel(self, edge: int, part: int, channel: int) -> float:
        return round(self.channels[channel] + self.lanes.across[edge, part] * TRACK, 1)

    def _start(self) -> tuple[Point, ...]:
        spot = self.grid.spots[self.lanes.first]
        x, y = self._track(START, 0, 0), self.ys[spot.row] + ENTRY
        end = (self.xs[spot.column], y)
        if not spot.column:
            return ((x, 9.0), (x, y), end)
        there, level = self._track(START, 1, spot.column), self._channel(START, 0, 0)
        return ((x, 9.0), (x, level), (there, level), (there, y), end)

    def _line(self, way: Way) -> Line:
        edge = self.flow.edges[way.edge]
        source, target = self.grid.spots[edge.source], self.grid.spots[edge.target]
        right = self.xs[source.column] + card.WIDTH
        wide = pill_width(edge)
        if way.shape == "down":
            x = self.xs[source.column] + card.WIDTH / 2
            bottom = self.ys[source.row] + self.stack.heights[edge.source]
            low = self.ys[source.row] + self.stack.tallest[source.row]
            return Line(edge, ((x, bottom), (x, self.ys[target.row])), (x, low + 17) if wide else None)
        y = self.ys[source.row] + self.stack.leaves(way)
        pill = (right + PAD + wide / 2, y) if wide else None
        if way.shape == "right":
            return Line(edge, ((right, y), (self.xs[target.column], y)), pill)
        return Line(edge, ((right, y), *self._corners(way, edge, y)), pill)

    def _corners(self, way: Way, edge: Edge, y: float) -> list[Point]:
        target = self.grid.spots[edge.target]
        x = self._track(way.edge, 0, way.leaves)
        found = [(x, y)]
        for place in range(0, len(way.turns) - 1, 2):
            y = self._channel(way.edge, place, way.turns[place].channel)
            found.append((x, y))
            x = self._track(way.edge, place // 2 + 1, way.turns[place + 1].gutter)
            found.append((x, y))
        y = self.ys[target.row] + (ENTRY_RIGHT if way.from_right else ENTRY)
        end = self.xs[target.column] + (card.WIDTH if way.from_right else 0)
        return [*found, (x, y), (end, y)]
