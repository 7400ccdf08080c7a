"""Two journeys held beside each other: what changed, judged, in the order people want to hear it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from klantreis.compare.change import Change
from klantreis.compare.judgement import judge
from klantreis.compare.judgement.verdict import VERDICTS, Judged, Verdict
from klantreis.compare.pair import Pair
from klantreis.compare.side import Side
from klantreis.compare.topics import TOPICS, details
from klantreis.model.journey import Journey


@dataclass(frozen=True, slots=True, eq=False)
class Comparison:
    """Two sides and every difference between them, judged. No differences: they say the same.

    `language` is the one in which people read it: the new side's.
    """

    pair: Pair
    differences: tuple[Judged, ...]

    @property
    def old(self) -> Side:
        """The journey before, or as it is."""
        return self.pair.old

    @property
    def new(self) -> Side:
        """The journey after, or as it is dreamed of."""
        return self.pair.new

    @property
    def plan(self) -> bool:
        """Whether the new side is a dream of the old one."""
        return self.pair.plan

    @property
    def replanned(self) -> bool:
        """Whether it is a dream beside an earlier version of itself, or another dream."""
        return not self.plan and self.old.journey.state == self.new.journey.state == "dream"

    @property
    def language(self) -> str:
        """The language of the new side, else of the old one."""
        return self.pair.language

    def counts(self) -> dict[Verdict, int]:
        """Count the differences by verdict."""
        found: dict[Verdict, int] = dict.fromkeys(VERDICTS, 0)
        for judged in self.differences:
            found[judged.verdict] += 1
        return found


def compare(old: Side, new: Side, *, plan: bool, via: Sequence[Journey] = ()) -> Comparison:
    """Hold two journeys beside each other; `plan` when the new one is a dream of the old one.

    `via` are the dreams between them, the nearest first.
    """
    pair = Pair(old, new, plan, tuple(via))
    found = [change for topic in TOPICS for change in topic(pair)]
    found += details.changes(pair, _told(found))
    return Comparison(pair, tuple(judge(found)))


def _told(changes: Iterable[Change]) -> set[tuple[str, str, str, str]]:
    return {address for change in changes for address in change.tells}
