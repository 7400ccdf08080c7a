"""How much of the way from a journey to its dream has an initiative, in one version of all three."""

from __future__ import annotations

from klantreis.compare.comparison import compare
from klantreis.compare.gap import gap_of
from klantreis.compare.side import Side
from klantreis.model.journey import Journey
from klantreis.model.organisation import Organisation
from klantreis.model.roadmap import Roadmap
from klantreis.model.text import slug


class Coverage:
    """Gives the part of a gap that an initiative closes, as `klantreis gap` does, for many versions in a row."""

    def __init__(self, organisation: Organisation | None = None) -> None:
        self.organisation = organisation
        self._dream: Side | None = None

    def __call__(self, current: Journey, dream: Journey, roadmap: Roadmap) -> float | None:
        """Give it as a part of 1; None where there is nothing to close.

        None too where other dreams lie between: what became of a step is told by them.
        """
        if dream.of not in (current.id, *current.was) and slug(dream.of) not in (current.id, *current.was):
            return None
        if self._dream is None or self._dream.journey is not dream:
            self._dream = Side(dream, self.organisation)
        gap = gap_of(compare(Side(current, self.organisation), self._dream, plan=True), roadmap)
        return gap.coverage.share if gap.coverage else None
