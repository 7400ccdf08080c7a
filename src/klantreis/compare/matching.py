"""What becomes of a journey in another: which touchpoints stay, merge, split, go, or come new.

    match(dream, base)                   # a dream and the journey it is of
    match(later, earlier, plan=False)    # two states of one journey: by ids alone

By id, a former id, `replaces`, `drops`, by itself or with its whole phase: `klantreis.model.claims`.
What is claimed twice counts once: by id first, then by a former id, `replaces` and `drops`.

Between two states, matching the one with the other is matching the other with the one: what merges one
way splits the other way.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from klantreis.model.claims import Claim, claims
from klantreis.model.fields import Titled
from klantreis.model.journey import Journey


@dataclass(frozen=True)
class Matching:
    """Touchpoints by number, counted from 0 over all phases of their journey; phases by position.

    `kept`: old to new, the same step. `replaced`: old to new, named in `replaces` of a
    touchpoint. `absorbed`: old to the phase of the new that replaces its phase. `dropped`: old
    to the position in `drops`. `unmatched`: what nobody says anything of, in the old. `new`: what
    matches nothing, in the new. `merged`: new to the two or more of the old that it becomes
    of. `split`: old to the two or more of the new that it becomes. `phases`: old to new, kept or
    replaced; `kept_phases` only kept; `dropped_phases`: old to the position in `drops`.
    """

    kept: Mapping[int, int]
    replaced: Mapping[int, int]
    absorbed: Mapping[int, int]
    dropped: Mapping[int, int]
    unmatched: tuple[int, ...]
    new: tuple[int, ...]
    merged: Mapping[int, tuple[int, ...]]
    split: Mapping[int, tuple[int, ...]]
    phases: Mapping[int, int]
    kept_phases: Mapping[int, int]
    dropped_phases: Mapping[int, int]

    # Asked for once a difference: without slots, so that it is made once.
    @cached_property
    def became(self) -> dict[int, int]:
        """Old to new: the touchpoint that each one lives on in."""
        return {**self.kept, **self.replaced}


def match(new: Journey, old: Journey, *, plan: bool = True) -> Matching:
    """Say what becomes of every touchpoint of a journey in another; `plan` when that is a dream of it."""
    found = claims(new, old.phases, list(old.touchpoints()), plan=plan)
    steps = [claim for claim in found if claim.sort == "touchpoint"]
    phases = [claim for claim in found if claim.sort == "phase"]
    kept = _kept(steps, list(old.touchpoints()), list(new.touchpoints()), plan=plan)
    kept_phases = _kept(phases, old.phases, new.phases, plan=plan)
    replaced, replaced_phases = _by("replaces", steps, kept), _by("replaces", phases, kept_phases)
    dropped = _by("drops", steps, {**kept, **replaced})
    dropped_phases = _by("drops", phases, {**kept_phases, **replaced_phases})
    absorbed: dict[int, int] = {}
    unmatched = []
    for number, phase in enumerate(_phase_numbers(old)):
        if number in kept or number in replaced or number in dropped:
            continue
        if phase in replaced_phases:
            absorbed[number] = replaced_phases[phase]
        elif phase in dropped_phases:
            dropped[number] = dropped_phases[phase]
        else:
            unmatched.append(number)
    lives_on = {**kept, **replaced}
    split = _split(steps, lives_on)
    come = set(range(sum(1 for _ in new.touchpoints()))).difference(lives_on.values(), *split.values())
    return Matching(
        kept, replaced, absorbed, dropped, tuple(unmatched), tuple(sorted(come)),
        merged(lives_on), split, {**replaced_phases, **kept_phases}, kept_phases, dropped_phases,
    )  # fmt: skip


def _kept(found: Sequence[Claim], old: Sequence[Titled], new: Sequence[Titled], *, plan: bool) -> dict[int, int]:
    """What is the same; between two states, what came of another and is gone has gone back into that."""
    same = _same(found, old)
    _add_twins(same, old, new)
    if not plan:
        _add_returned(same, old, new)
    return same


def _same(found: Iterable[Claim], old: Sequence[Titled]) -> dict[int, int]:
    """What is the same by id on both sides, then by a former one there, then by a former one here."""
    same: dict[int, int] = {}
    claimed = [(claim.number, claim) for claim in found if claim.number is not None]
    for way, exact in (("id", True), ("id", False), ("was", False)):
        for number, claim in claimed:
            if claim.way == way and (not exact or old[number].id == claim.written):
                same.setdefault(number, claim.by)
    return same


def _add_twins(same: dict[int, int], old: Sequence[Titled], new: Sequence[Titled]) -> None:
    """Add what has an id that stands twice, in a file with mistakes: the second is the second."""
    taken = set(same.values())
    free: dict[str, list[int]] = {}
    for number, element in enumerate(new):
        if number not in taken:
            free.setdefault(element.id, []).append(number)
    for number, element in enumerate(old):
        if number not in same and (twins := free.get(element.id)):
            same[number] = twins.pop(0)


def _add_returned(same: dict[int, int], old: Sequence[Titled], new: Sequence[Titled]) -> None:
    """Add what is undone of a split: the way back of what `_split` tells."""
    names: dict[str, int] = {}
    for number, element in enumerate(new):
        names.setdefault(element.id, number)
    for number, element in enumerate(new):
        for name in element.was:
            names.setdefault(name, number)
    for number, element in enumerate(old):
        if (
            number not in same
            and (there := next((names[name] for name in element.was if name in names), None)) is not None
        ):
            same[number] = there


def _by(way: str, found: Iterable[Claim], before: Collection[int]) -> dict[int, int]:
    """What is claimed in one way, and was not before."""
    chosen: dict[int, int] = {}
    for claim in found:
        if claim.way == way and claim.number is not None and claim.number not in before:
            chosen.setdefault(claim.number, claim.by)
    return chosen


def _phase_numbers(journey: Journey) -> list[int]:
    return [number for number, phase in enumerate(journey.phases) for _ in phase.touchpoints]


def merged(lives_on: Mapping[int, int]) -> dict[int, tuple[int, ...]]:
    """Give what two or more became one, by that one."""
    origins: dict[int, list[int]] = {}
    for number, here in sorted(lives_on.items()):
        origins.setdefault(here, []).append(number)
    return {here: tuple(numbers) for here, numbers in origins.items() if len(numbers) > 1}


def _split(found: Iterable[Claim], lives_on: Mapping[int, int]) -> dict[int, tuple[int, ...]]:
    """What several touchpoints say that they come of, while they come of nothing else."""
    others = set(lives_on.values())
    parts: dict[int, set[int]] = {}
    for claim in found:
        if claim.number is not None and claim.number in lives_on and claim.way != "drops" and claim.by not in others:
            others.add(claim.by)
            parts.setdefault(claim.number, {lives_on[claim.number]}).add(claim.by)
    return {number: tuple(sorted(numbers)) for number, numbers in sorted(parts.items())}
