"""What the parts of the picture share: where columns stand, and curves with level 0 at y = 0."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from klantreis.render.curves.data import Mark, Track
from klantreis.render.curves.ink import Ink
from klantreis.render.kit import theme
from klantreis.render.kit.curve import Curve, through

UNIT = 82.0
"""Pixels for one step of emotion."""
GRAIN = 6.0
"""How finely curves are looked at, in pixels."""

_ASIDE, _ASIDES = 13.0, 30.0
"""How far points of two journeys stand apart at the same place, and those of all journeys together."""


@dataclass(frozen=True, slots=True, eq=False)
class Frame:
    """Where columns begin, in pixels; one place more than there are columns. `right` ends the picture."""

    xs: tuple[float, ...]
    right: float
    count: int = 1

    def at(self, mark: Mark, number: int = 0) -> float:
        """Give where a point stands: journeys a little apart, for a place within a phase is no more precise."""
        left, right = self.xs[mark.column], self.xs[mark.column + 1] - theme.GUTTER
        aside = (number - (self.count - 1) / 2) * min(_ASIDE, _ASIDES / self.count)
        return round(left + (mark.place - mark.column) * (right - left) + aside, 1)


@dataclass(frozen=True, slots=True, eq=False)
class Drawn:
    """A journey's curve, level 0 at y = 0: a piece a run."""

    track: Track
    ink: Ink
    pieces: tuple[Curve, ...]

    def level(self, x: float) -> float | None:
        """Give its height at `x`; None where it has none."""
        return next((piece.at(x) for piece in self.pieces if piece.xs[0] <= x <= piece.xs[-1]), None)

    def samples(self) -> Iterator[tuple[float, float]]:
        """Give points all along it, close together also where it is steep."""
        for piece in self.pieces:
            start, stop = piece.xs[0], piece.xs[-1]
            spots = [(x, piece.at(x)) for x in _every(start, stop)]
            yield spots[0]
            for (x0, y0), (x1, y1) in pairwise(spots):
                parts = max(1, int(abs(y1 - y0) / GRAIN))
                yield from ((x0 + (x1 - x0) * n / parts, y0 + (y1 - y0) * n / parts) for n in range(1, parts + 1))


def _every(start: float, stop: float) -> list[float]:
    return [start + step * GRAIN for step in range(int((stop - start) / GRAIN) + 1)] + [stop]


def drawn(track: Track, ink: Ink, frame: Frame) -> Drawn:
    """Give the curve of a journey."""
    pieces = (through([(frame.at(mark, track.number), -mark.score * UNIT) for mark in run]) for run in track.runs)
    return Drawn(track, ink, tuple(pieces))
