"""Differences in the order of the journey: the whole first, then phase by phase and step by step.

What is gone stands where it was: behind what came before it and lives on.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import get_args

from klantreis.compare.change import At, Topic
from klantreis.compare.gap import Gap, Item
from klantreis.compare.pair import Pair
from klantreis.model.roadmap import Initiative

_TOPICS = {topic: number for number, topic in enumerate(get_args(Topic))}
_Rank = tuple[int, int, int]
_WHOLE: _Rank = (-2, 0, 0)


@dataclass(slots=True)
class Group:
    """What differs at one step, or at the phase or journey itself (then without a title).

    `was` is its former title when it had another and no difference says so. `items` and `details`
    (what only is written otherwise) are in the order of the topics.
    """

    title: str = ""
    was: str = ""
    items: list[Item] = field(default_factory=list)
    details: list[Item] = field(default_factory=list)

    @property
    def closed_by(self) -> tuple[Initiative, ...]:
        """What works on everything here that anybody works on; empty where they differ, or for a phase."""
        found = {tuple(done.id for done in item.closed_by): item.closed_by for item in self.items if item.closed_by}
        return next(iter(found.values())) if self.title and len(found) == 1 else ()


@dataclass(slots=True)
class Section:
    """What differs in one phase, or in the journey as a whole (then without a title)."""

    title: str
    was: str
    groups: list[Group]

    @property
    def items(self) -> list[Item]:
        """All that differs in it, but for texts."""
        return [item for group in self.groups for item in group.items]


def is_ranked(item: Item, gap: Gap) -> bool:
    """Tell whether a difference is about an opportunity that a ranked list tells of: taken by the dream, or left."""
    change = item.judged.change
    return gap.comparison.plan and change.topic == "opportunities" and change.what in ("taken", "left")


def listed(gap: Gap) -> list[Item]:
    """Give the differences without those that the ranked opportunities tell."""
    return [item for item in gap.items if not is_ranked(item, gap)]


def sections(gap: Gap, items: Sequence[Item] | None = None) -> list[Section]:
    """Give the differences of a gap, or some of them, by phase and step."""
    order = Order(gap.comparison.pair)
    found: dict[_Rank, dict[_Rank, Group]] = {}
    titles: dict[_Rank, tuple[str, str]] = {}
    items = gap.items if items is None else items
    for item in sorted(items, key=lambda item: _TOPICS[item.judged.change.topic]):
        at = item.judged.change.at
        phase, step = order.phase_rank(at), order.step_rank(at)
        titles.setdefault(phase, order.phase_titles(at))
        group = found.setdefault(phase, {}).setdefault(step, Group(*order.step_titles(at)))
        (group.details if _is_text(item) else group.items).append(item)
        if _says_was(item):
            group.was = ""
    return [Section(*titles[rank], [groups[step] for step in sorted(groups)]) for rank, groups in sorted(found.items())]


def _is_text(item: Item) -> bool:
    """Whether something only is written otherwise; another title stands beside the title already."""
    change = item.judged.change
    return change.topic == "details" or (change.topic in ("steps", "phases") and change.what == "renamed")


def _says_was(item: Item) -> bool:
    """Whether a difference says itself what its step was called before."""
    change = item.judged.change
    return change.topic == "steps" and change.what in ("replaced", "merged", "split")


class Order:
    """Where each change of a pair stands."""

    def __init__(self, pair: Pair) -> None:
        self.pair = pair
        self.old_phases, self.new_phases = pair.old.journey.phases, pair.new.journey.phases
        self.became = pair.matching.became
        self._was_phase = _first(pair.matching.phases)
        self._was_step = _first(self.became)

    def phase(self, at: At) -> tuple[int | None, int | None]:
        """Give the phase of a change, by number: the new one, else the old one that is gone."""
        old, new = (at.old, at.new) if at.sort == "phase" else (None, None)
        if at.sort == "touchpoint":
            old = None if at.old is None else self.pair.old.steps[at.old].phase_number
            new = None if at.new is None else self.pair.new.steps[at.new].phase_number
            if new is None and at.old is not None:
                new = self.pair.matching.absorbed.get(at.old)
        if new is None and old is not None:
            new = self.pair.matching.phases.get(old)
        return old, new

    def phase_rank(self, at: At) -> _Rank:
        """Give something to sort phases by, the same for one phase."""
        old, new = self.phase(at)
        return _rank(old, new, self.pair.matching.phases.get, 0)

    def step_rank(self, at: At) -> _Rank:
        """Give something to sort the steps of a phase by, the same for one step."""
        if at.sort != "touchpoint" or (at.old is None and at.new is None):
            return _WHOLE
        first = 0
        if at.old is not None:
            step = self.pair.old.steps[at.old]
            first = step.number - _position(self.pair, step.number)
        return _rank(at.old, at.new, self.became.get, first)

    def phase_titles(self, at: At) -> tuple[str, str]:
        """Give the title of a change's phase, and its former one when that was another."""
        old, new = self.phase(at)
        if new is None:
            return ("" if old is None else self.old_phases[old].title), ""
        here = self.new_phases[new].title
        was = self._was_phase.get(new)
        return here, "" if was is None or self.old_phases[was].title == here else self.old_phases[was].title

    def step_titles(self, at: At) -> tuple[str, str]:
        """Give the title of a change's step, and its former one when that was another."""
        if at.sort != "touchpoint":
            return "", ""
        if at.new is None:
            return ("" if at.old is None else self.pair.old.steps[at.old].touchpoint.title), ""
        here = self.pair.new.steps[at.new].touchpoint.title
        number = self._was_step.get(at.new)
        was = here if number is None else self.pair.old.steps[number].touchpoint.title
        return here, "" if was == here else was


def _first(pairs: Mapping[int, int]) -> dict[int, int]:
    """New to old, the first where there are several."""
    found: dict[int, int] = {}
    for old, new in sorted(pairs.items()):
        found.setdefault(new, old)
    return found


def _rank(old: int | None, new: int | None, lives_on: Callable[[int], int | None], first: int) -> _Rank:
    if new is not None:
        return new, 0, 0
    if old is None:
        return _WHOLE
    before = (there for number in range(old - 1, first - 1, -1) if (there := lives_on(number)) is not None)
    return next(before, -1), 1, old


def _position(pair: Pair, number: int) -> int:
    """Where in its phase an old step stands."""
    return int(pair.old.steps[number].path[3])
