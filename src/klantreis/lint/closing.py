"""What the initiatives of a roadmap close: places in the current journey, else in the dream.

The same rules as `klantreis.check.roadmap`: a phase, a touchpoint, either followed by `/item`, or
an item by its own id.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from klantreis.check.outline import Named, Outline, Step
from klantreis.findings import Path
from klantreis.lint.matching import Matching
from klantreis.lint.parts import PAINS
from klantreis.lint.subject import JourneySubject
from klantreis.model.roadmap import Roadmap


@dataclass(frozen=True, slots=True)
class Meant:
    """What a `closes` means; `dreamed` when it stands in the dream. A recurring pain stands at several places."""

    sort: str
    path: Path
    dreamed: bool = False


def meant(written: str, current: JourneySubject | None, dream: JourneySubject | None) -> list[Meant]:
    """Give everything that one `closes` means; nothing when it is not known."""
    for subject in (current, dream):
        if subject is not None and (found := _candidates(written, subject.outline)):
            return [Meant(item.sort, item.path, subject is dream) for item in found]
    return []


def _candidates(written: str, side: Outline) -> list[Step | Named]:
    head, slash, tail = written.partition("/")
    steps = side.steps_named(head)
    if slash:
        return [item for step in steps for item in step.items_named(tail)]
    return [*steps, *side.items_named(written)]


def live_closes(roadmap: Roadmap) -> list[str]:
    """Give what the initiatives close, without the ones that were dropped."""
    return [written for item in roadmap.initiatives if item.status != "dropped" for written in item.closes]


def covered(
    written: Iterable[str], current: JourneySubject, dream: JourneySubject, matching: Matching
) -> tuple[set[int], set[int]]:
    """Give the touchpoints that are closed, of the current journey and of the dream, by number.

    A phase closes what is in it, here and in the dream; an item closes its touchpoint; an
    opportunity closes what it solves as well. Touchpoints that become one are closed together.
    """
    here, there = _Side(current), _Side(dream)
    forth, back = matching.phases, {to: number for number, to in matching.phases.items()}
    for item in (item for text in dict.fromkeys(written) for item in meant(text, current, dream)):
        own, other, phases = (there, here, back) if item.dreamed else (here, there, forth)
        own.close(item)
        if item.sort == "phase" and (phase := phases.get(int(item.path[1]))) is not None:
            other.close_phase(phase)
    became = matching.became
    there.closed.update(became[number] for number in here.closed if number in became)
    here.closed.update(number for number, to in became.items() if to in there.closed)
    return here.closed, there.closed


class _Side:
    """One of the two journeys, and the numbers of its touchpoints that are closed."""

    def __init__(self, subject: JourneySubject) -> None:
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
            yield from (item.path for item in _candidates(written, self.subject.outline) if item.sort in PAINS)
