"""Where the steps stand: within a phase as they are ranked, the phases side by side and in bands, as on a page.

A phase that is too long for a column goes on in the next, a journey that is too wide in the next band.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from math import log

from klantreis.render.flow.items import Flow, FlowPhase
from klantreis.render.flow.rank import Ranks, ranked
from klantreis.render.kit import theme

_LOW, _HIGH, _CALM = 1.1, 1.9, 1.5
"""The shapes of a page we like, width by height, and the one we like best."""
_GAP, _BAND, _HEAD = 40.0, 90.0, 240.0
"""About how much lies between two rows, over a band, and over and under the whole, in pixels."""
_CUT = 0.2
"""What it costs to cut every phase in two."""
_ROWS, _COLUMNS = 10, 12
"""The most steps below each other, and columns beside each other, that we try."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A place in the grid: column and row over the whole picture, and the band that the row is in."""

    column: int
    row: int
    band: int


@dataclass(frozen=True, slots=True)
class Region:
    """The ground of a phase in a band: its columns, first and last. `continued` when it began in a band above."""

    phase: int
    band: int
    first: int
    last: int
    continued: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Grid:
    """Where everything stands. `bands` are the first row of each band and, at the end, the number of rows.

    `plain` tells that Graphviz failed, and steps that belong beside each other stand below each other.
    """

    spots: Mapping[int, Spot]
    regions: tuple[Region, ...]
    columns: int
    bands: tuple[int, ...]
    plain: bool = False

    @property
    def rows(self) -> int:
        """The number of rows."""
        return self.bands[-1]


@dataclass(frozen=True, slots=True)
class _Chunk:
    """Steps of a phase that stand together: number, column and rank of each."""

    phase: int
    steps: tuple[tuple[int, int, int], ...]

    @property
    def wide(self) -> int:
        return 1 + max(column for _, column, _ in self.steps)

    @property
    def tall(self) -> int:
        return 1 + max(rank for _, _, rank in self.steps)


@dataclass(frozen=True, slots=True)
class Sizes:
    """What steps take in pixels: a width for all, the gap included, and the height of each."""

    width: float
    heights: Mapping[int, float]


def arrange(flow: Flow, sizes: Sizes) -> Grid:
    """Put the steps in a grid that is shaped like a page."""
    found, plain = ranked(flow)
    tallest = max(1 + max(rank for _, _, rank in ranks) for ranks in found)
    widths = _widths(len(sizes.heights))
    best: tuple[float, Grid] | None = None
    for rows in range(1, min(tallest, _ROWS) + 1):
        chunks = [chunk for phase, ranks in zip(flow.phases, found, strict=True) for chunk in _cut(phase, ranks, rows)]
        widest = max(chunk.wide for chunk in chunks)
        for columns in (columns for columns in widths if columns >= widest):
            grid = _pack(_bands(chunks, columns, sizes))
            cuts = _CUT * (len(chunks) / len(flow.phases) - 1)
            cost = _cost(grid, sizes, cuts)
            if best is None or cost < best[0] - 1e-9:
                best = (cost, grid)
    # A journey has a phase, and every phase a step or a ghost.
    assert best is not None
    return replace(best[1], plain=plain)


def _widths(steps: int) -> list[int]:
    """Give the numbers of columns to try: all small ones, and for very many steps some larger ones."""
    found = list(range(1, _COLUMNS + 1))
    while found[-1] ** 2 < 2 * steps:
        found.append(round(found[-1] * 1.3))
    return found


def _cost(grid: Grid, sizes: Sizes, cuts: float) -> float:
    """Tell how far from a good page it is: its shape, what is cut in two, what is left empty."""
    rows = [0.0] * grid.rows
    for number, spot in grid.spots.items():
        rows[spot.row] = max(rows[spot.row], sizes.heights[number] + _GAP)
    width, height = grid.columns * sizes.width, sum(rows) + _BAND * (len(grid.bands) - 1)
    # A page is as wide as its header, however little stands on it.
    shape = max(width, theme.PAGE_MIN - 2 * theme.MARGIN) / (height + _HEAD)
    off = abs(log(shape / _CALM)) * 0.3
    if not _LOW <= shape <= _HIGH:
        off += 3 * max(log(_LOW / shape), log(shape / _HIGH))
    empty = log(width * height / sum((high + _GAP) * sizes.width for high in sizes.heights.values()))
    wide = [
        max(region.last for region in grid.regions if region.band == band) + 1 for band in range(len(grid.bands) - 1)
    ]
    ragged = max((1 - filled / grid.columns for filled in wide[:-1]), default=0.0)
    torn = 0.4 * sum(region.continued for region in grid.regions) / len(wide)
    return off + cuts + torn + 0.08 * len(wide) + 0.7 * empty + 0.5 * ragged


def _cut(phase: FlowPhase, ranks: Ranks, rows: int) -> list[_Chunk]:
    """Cut a phase in pieces of at most so many ranks, as even as can be."""
    tall = 1 + max(rank for _, _, rank in ranks)
    pieces = -(-tall // rows)
    rows = -(-tall // pieces)
    found = []
    for first in range(0, tall, rows):
        here = [(number, column, rank - first) for number, column, rank in ranks if first <= rank < first + rows]
        used = {column: place for place, column in enumerate(sorted({column for _, column, _ in here}))}
        found.append(_Chunk(phase.place, tuple((number, used[column], rank) for number, column, rank in here)))
    return found


def _bands(chunks: Sequence[_Chunk], most: int, sizes: Sizes) -> list[Sequence[_Chunk]]:
    """Share pieces out over bands of at most so many columns, so that the whole is as low as can be."""
    highs, wides = [_high(chunk, sizes) for chunk in chunks], [chunk.wide for chunk in chunks]
    best: list[tuple[float, int]] = [(0.0, 0)]
    for end in range(1, len(chunks) + 1):
        wide, high, found = 0, 0.0, (float("inf"), 0)
        for start in range(end - 1, -1, -1):
            wide += wides[start]
            if wide > most and start < end - 1:
                break
            high = max(high, highs[start])
            # Of two ways that are equally low the one with the more even bands.
            found = min(found, (best[start][0] + high + _BAND + 20 * (wide / most) ** 2, start))
        best.append(found)
    bands: list[Sequence[_Chunk]] = []
    end = len(chunks)
    while end:
        start = best[end][1]
        bands.append(chunks[start:end])
        end = start
    return bands[::-1]


def _high(chunk: _Chunk, sizes: Sizes) -> float:
    rows = [0.0] * chunk.tall
    for number, _, rank in chunk.steps:
        rows[rank] = max(rows[rank], sizes.heights[number] + _GAP)
    return sum(rows)


def _pack(bands: Sequence[Sequence[_Chunk]]) -> Grid:
    """Put pieces beside each other, band by band."""
    spots: dict[int, Spot] = {}
    regions: list[Region] = []
    starts = [0]
    for band, group in enumerate(bands):
        column = 0
        for chunk in group:
            for number, across, rank in chunk.steps:
                spots[number] = Spot(column + across, starts[-1] + rank, band)
            before = regions[-1] if regions else None
            if before and before.phase == chunk.phase and before.band == band:
                regions[-1] = replace(before, last=column + chunk.wide - 1)
            else:
                again = before is not None and before.phase == chunk.phase
                regions.append(Region(chunk.phase, band, column, column + chunk.wide - 1, again))
            column += chunk.wide
        starts.append(starts[-1] + max(chunk.tall for chunk in group))
    columns = max(region.last for region in regions) + 1
    return Grid(spots, tuple(regions), columns, tuple(starts))
