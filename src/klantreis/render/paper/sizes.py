"""The papers there are."""

from __future__ import annotations

from dataclasses import dataclass

from klantreis.errors import UsageError
from klantreis.wording import shortened

POINT = 25.4 / 72
"""Millimetres in a point."""


@dataclass(frozen=True, slots=True)
class Paper:
    """A size of paper, upright, in millimetres."""

    name: str
    short: float
    long: float

    def points(self, *, wide: bool) -> tuple[float, float]:
        """Give its width and height in points, lying (`wide`) or upright."""
        short, long = round(self.short / POINT, 2), round(self.long / POINT, 2)
        return (long, short) if wide else (short, long)


PAPERS = {
    paper.name.lower(): paper
    for paper in (
        Paper("A0", 841, 1189),
        Paper("A1", 594, 841),
        Paper("A2", 420, 594),
        Paper("A3", 297, 420),
        Paper("A4", 210, 297),
        Paper("letter", 215.9, 279.4),
        Paper("tabloid", 279.4, 431.8),
    )
}
"""The papers by name: ISO 216, and the two of North America."""


def paper_of(name: str) -> Paper:
    """Give a paper by its name, in capitals or not; `UsageError` for another."""
    found = PAPERS.get(name.strip().lower())
    if found is None:
        known = ", ".join(paper.name for paper in PAPERS.values())
        raise UsageError(f"no paper is called `{shortened(name)}`.", f"Papers: {known}.")
    return found
