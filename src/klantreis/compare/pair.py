"""Two journeys side by side, with what became of each part: what every topic looks at."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from klantreis.compare.chain import chain
from klantreis.compare.change import Address, At
from klantreis.compare.edits import Edit, edits_of
from klantreis.compare.matching import Matching, match
from klantreis.compare.side import Side
from klantreis.model.fields import Titled
from klantreis.model.journey import Drop, Journey, Phase
from klantreis.model.parts import Step


@dataclass(eq=False)
class Pair:
    """Two sides to compare. `plan`: the new one is a dream of the old one.

    A plan says on purpose what goes (`drops`) and what takes the place of what (`replaces`), and
    leaves out what nobody dreams of: pains, evidence, measured values. What it leaves out did not go.

    Between two states, every part has at most one counterpart, the same whichever side comes first: so
    that swapping the sides only swaps better and worse.
    """

    old: Side
    new: Side
    plan: bool
    via: tuple[Journey, ...] = ()
    """The dreams between, the nearest first, when the new one is a dream of a dream."""

    @cached_property
    def matching(self) -> Matching:
        """What became of each touchpoint."""
        here, *on = (*self.via, self.new.journey)
        found = match(here, self.old.journey, plan=self.plan)
        drops = len(here.drops)
        for there in on:
            steps = sum(1 for _ in there.touchpoints())
            found = chain(found, match(there, here, plan=True), drops=drops, steps=steps)
            here, drops = there, drops + len(there.drops)
        return found

    @cached_property
    def drops(self) -> list[Drop]:
        """What is dropped on purpose on the whole way, as the matching counts it."""
        return [drop for journey in (*self.via, self.new.journey) for drop in journey.drops]

    @cached_property
    def edits(self) -> list[Edit]:
        """Everything that is written otherwise."""
        return edits_of(self.old.journey, self.new.journey, None if self.plan else self.matching)

    @property
    def language(self) -> str:
        """The language of the new side, else of the old one."""
        return self.new.journey.language or self.old.journey.language

    @cached_property
    def steps(self) -> list[tuple[Step, Step]]:
        """The touchpoints that live on, each with the one it lives on in. In a plan, several may in one."""
        if self.plan:
            found = self.matching.became
        else:
            olds, news = ([step.touchpoint for step in side.steps] for side in (self.old, self.new))
            found = _one_to_one(_kin(self.matching.kept, self.matching.split), olds, news)
        return [(self.old.steps[old], self.new.steps[new]) for old, new in sorted(found.items())]

    @cached_property
    def kept(self) -> list[tuple[Step, Step]]:
        """The touchpoints that are still the same one, by their id or a former one."""
        return [(old, new) for old, new in self.steps if self.matching.replaced.get(old.number) != new.number]

    @cached_property
    def origins(self) -> list[tuple[tuple[Step, ...], Step]]:
        """The touchpoints of the new journey that come of some in the old one, each with all of these."""
        found: dict[int, list[Step]] = {}
        for old, new in self.steps:
            found.setdefault(new.number, []).append(old)
        return [(tuple(olds), self.new.steps[number]) for number, olds in sorted(found.items())]

    @cached_property
    def forth(self) -> Mapping[int, int]:
        """The touchpoints that live on, old to new."""
        return {old.number: new.number for old, new in self.steps}

    @cached_property
    def back(self) -> Mapping[int, int]:
        """The touchpoints that come of something, new to old; of several, the first."""
        return {new.number: olds[0].number for olds, new in self.origins}

    @cached_property
    def phase_kin(self) -> frozenset[tuple[int, int]]:
        """Every phase of the old journey with each phase of the new one that it is, is merged into or split into."""
        return frozenset(_kin(self.matching.phases, self.phase_split))

    @cached_property
    def phase_split(self) -> dict[int, tuple[int, ...]]:
        """Phases of the old journey that became several in the new one, with these."""
        reached = set(self.matching.phases.values())
        others = [number for number in range(len(self.new.journey.phases)) if number not in reached]
        if self.plan or not others:
            return {}
        known: dict[str, int] = {}
        for key in ("id", "was"):
            for number, phase in enumerate(self.old.journey.phases):
                for name in [phase.id] if key == "id" else phase.was:
                    known.setdefault(name, number)
        parts: dict[int, list[int]] = {}
        for number in others:
            phase = self.new.journey.phases[number]
            here = next((known[name] for name in (phase.id, *phase.was) if name in known), None)
            if here is not None and here in self.matching.phases:
                parts.setdefault(here, [self.matching.phases[here]]).append(number)
        return {old: tuple(sorted(numbers)) for old, numbers in sorted(parts.items())}

    @cached_property
    def phases(self) -> list[tuple[int, Phase, int, Phase]]:
        """The phases that live on: number and phase on either side. In a plan, several may in one."""
        olds, news = self.old.journey.phases, self.new.journey.phases
        found = self.matching.phases if self.plan else _one_to_one(self.phase_kin, olds, news)
        return [(old, olds[old], new, news[new]) for old, new in sorted(found.items())]

    @cached_property
    def phase_forth(self) -> Mapping[int, int]:
        """The phases that live on, old to new."""
        return {old: new for old, _, new, _ in self.phases}

    @cached_property
    def phase_back(self) -> Mapping[int, int]:
        """The phases that come of something, new to old; of several, the first."""
        return {new: old for old, _, new, _ in reversed(self.phases)}

    @cached_property
    def gone(self) -> list[Step]:
        """The touchpoints of the old journey that live on in none of the new."""
        became = self.matching.became
        return [step for step in self.old.steps if step.number not in became]

    @cached_property
    def came(self) -> list[Step]:
        """The touchpoints of the new journey that come of none of the old."""
        return [self.new.steps[number] for number in self.matching.new]

    def at(self, old: Step | None, new: Step | None) -> At:
        """Give the place of a touchpoint, on the sides where it is."""
        return At(
            "touchpoint",
            old.number if old else None,
            new.number if new else None,
            old.phase_number if old else None,
            new.phase_number if new else None,
        )

    def at_phase(self, old: int | None, new: int | None) -> At:
        """Give the place of a phase, on the sides where it is."""
        return At("phase", old, new, old, new)

    def told(self, old: Step | Phase | None, new: Step | Phase | None, key: str = "", item: str = "") -> Address:
        """Give the edit that speaks of a key (or an item in it) of a touchpoint or phase, or of the whole of it."""
        element = old or new
        if isinstance(element, Step):
            return "touchpoint", element.touchpoint.id, key, item
        if element is None:
            return "journey", "", key, item
        return "phase", element.id, key, item


def _kin(forth: Mapping[int, int], split: Mapping[int, Iterable[int]]) -> set[tuple[int, int]]:
    return {*forth.items(), *((old, new) for old, news in split.items() for new in news)}


def _one_to_one(kin: Iterable[tuple[int, int]], olds: Sequence[Titled], news: Sequence[Titled]) -> dict[int, int]:
    """Choose one counterpart for each: what has the same id, else what comes first."""
    found: dict[int, int] = {}
    taken = set()
    for old, new in sorted(kin, key=lambda pair: (olds[pair[0]].id != news[pair[1]].id, *pair)):
        if old not in found and new not in taken:
            found[old] = new
            taken.add(new)
    return found
