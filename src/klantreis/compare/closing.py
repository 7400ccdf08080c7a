"""What the initiatives of a roadmap close: places in the current journey, else in the dream.

The same rules as `klantreis.check.roadmap`: a phase, a touchpoint, either followed by `/item`, or
an item by its own id.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from klantreis.compare.matching import Matching
from klantreis.compare.side import Closable
from klantreis.findings import Path
from klantreis.model.parts import PAINS
from klantreis.model.roadmap import Initiative, Roadmap


@dataclass(frozen=True, slots=True)
class Meant:
    """What a `closes` means; `dreamed` when it stands in the dream. A recurring pain stands at several places."""

    sort: str
    path: Path
    dreamed: bool = False


def meant(written: str, current: Closable | None, dream: Closable | None) -> list[Meant]:
    """Give everything that one `closes` means; nothing when it is not known."""
    for subject in (current, dream):
        if subject is not None and (found := subject.outline.closed_by(written)):
            return [Meant(item.sort, item.path, subject is dream) for item in found]
    return []


def live_closes(roadmap: Roadmap, current: Closable | None, dream: Closable | None) -> list[str]:
    """Give what the initiatives close, without the ones that were dropped."""
    live = (item for item in roadmap.initiatives if item.status != "dropped")
    return [written for item in live for written in closes_of(item, current, dream)]


def closes_of(initiative: Initiative, current: Closable | None, dream: Closable | None) -> list[str]:
    """Give what an initiative closes.

    An item that a finished one closed is gone, as was the purpose: then the step where it stood counts.
    """
    if initiative.status != "done":
        return list(initiative.closes)
    return [written if meant(written, current, dream) else written.partition("/")[0] for written in initiative.closes]


def covered(
    written: Iterable[str], current: Closable, dream: Closable, matching: Matching
) -> tuple[set[int], set[int]]:
    """Give the touchpoints that are closed, of the current journey and of the dream, by number.

    A phase closes what is in it, here and in the dream; an item closes its touchpoint; an
    opportunity closes what it solves as well. Touchpoints that become one are closed together.
    """
    return Covering(current, dream, matching).by(written)


class Covering:
    """`covered` for many: a roadmap's initiatives, one after the other."""

    def __init__(self, current: Closable, dream: Closable, matching: Matching) -> None:
        self.here, self.there = _Side(current), _Side(dream)
        self.forth, self.back = matching.phases, {to: number for number, to in matching.phases.items()}
        self.became = matching.became

    def by(self, written: Iterable[str]) -> tuple[set[int], set[int]]:
        """Give the touchpoints that are closed, as `covered` does."""
        here, there = self.here, self.there
        here.closed, there.closed = set(), set()
        for item in (item for text in dict.fromkeys(written) for item in meant(text, here.subject, there.subject)):
            own, other, phases = (there, here, self.back) if item.dreamed else (here, there, self.forth)
            own.close(item)
            if item.sort == "phase" and (phase := phases.get(int(item.path[1]))) is not None:
                other.close_phase(phase)
        there.closed.update(self.became[number] for number in here.closed if number in self.became)
        here.closed.update(number for number, to in self.became.items() if to in there.closed)
        return here.closed, there.closed


class _Side:
    """One of the two journeys, and the numbers of its touchpoints that are closed."""

    def __init__(self, subject: Closable) -> None:
        self.subject = subject
        self.closed: set[int] = set()
        self.numbers = {step.path: step.number for step in subject.steps}
        self.phases: dict[int, list[int]] = {}
        for step in subject.steps:
            self.phases.setdefault(step.phase_number, []).append(step.number)
        self.solves = {item.path: item.opportunity.solves for item in subject.opportunities}

    def close(self, item: Meant) -> None:
        if item.sort == "phase":
            self.close_phase(int(item.path[1]))
            return
        self._close_step(item.path)
        if item.sort == "opportunity":
            for path in self._solved(item.path):
                self._close_step(path)

    def close_phase(self, phase: int) -> None:
        self.closed.update(self.phases.get(phase, ()))

    def _close_step(self, path: Path) -> None:
        """Close the touchpoint at a path, or that of the item at it; nothing when it is a phase's own item."""
        if (number := self.numbers.get(path[:4])) is not None:
            self.closed.add(number)

    def _solved(self, path: Path) -> Iterator[Path]:
        for written in self.solves.get(path, ()):
            yield from (item.path for item in self.subject.outline.closed_by(written) if item.sort in PAINS)
