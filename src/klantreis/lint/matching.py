"""What becomes of a journey in a dream of it: which touchpoints stay, merge, go, or come new.

    match(dream, base)                   # two models in, plain data out
    is_copy(match(dream, base), dream, base)

The same rules as `klantreis.check.dream`: a touchpoint is the same by its id or a former one; else
it may be named in `replaces`, or in `drops`, by itself or with its whole phase. What is matched
twice (a mistake that is told elsewhere) counts once: by id, then `replaces`, then `drops`.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from klantreis.model.fields import Titled
from klantreis.model.journey import Journey, Phase
from klantreis.model.text import slug
from klantreis.model.touchpoint import MetricValue, Touchpoint
from klantreis.suggest import nearest

NEW_TAGS = frozenset({"new", "nieuw"})
"""Tags that say of a touchpoint in a dream: it is new on purpose."""

_MOST_GUESSES = 2500


@dataclass(frozen=True, slots=True)
class Matching:
    """Touchpoints by number, counted from 0 over all phases of their journey; phases by position.

    `kept`: base to dream, the same step. `replaced`: base to dream, named in `replaces` of a
    touchpoint. `absorbed`: base to the phase of the dream that replaces its phase. `dropped`: base
    to the position in `drops`. `unmatched`: what nobody says anything of, in the base. `new`: what
    matches nothing, in the dream. `merged`: dream to the two or more of the base that it becomes
    of. `phases`: base to dream, kept or replaced.
    """

    kept: Mapping[int, int]
    replaced: Mapping[int, int]
    absorbed: Mapping[int, int]
    dropped: Mapping[int, int]
    unmatched: tuple[int, ...]
    new: tuple[int, ...]
    merged: Mapping[int, tuple[int, ...]]
    phases: Mapping[int, int]

    @property
    def became(self) -> dict[int, int]:
        """Base to dream: the touchpoint that each one lives on in."""
        return {**self.kept, **self.replaced}


def match(dream: Journey, base: Journey) -> Matching:
    """Say what becomes of every touchpoint of a journey in a dream of it."""
    old, new = list(base.touchpoints()), list(dream.touchpoints())
    steps, phases = _numbers(old), _numbers(base.phases)
    kept, kept_phases = _same(new, steps), _same(dream.phases, phases)
    replaced, replaced_phases = _replaced(new, steps, kept), _replaced(dream.phases, phases, kept_phases)
    dropped, dropped_phases = _dropped(dream, steps, phases)
    dropped = {number: drop for number, drop in dropped.items() if number not in kept and number not in replaced}
    absorbed: dict[int, int] = {}
    unmatched = []
    for number, phase in enumerate(_phase_numbers(base)):
        if number in kept or number in replaced or number in dropped:
            continue
        if phase in replaced_phases:
            absorbed[number] = replaced_phases[phase]
        elif phase in dropped_phases:
            dropped[number] = dropped_phases[phase]
        else:
            unmatched.append(number)
    lives_on = {**kept, **replaced}
    return Matching(
        kept, replaced, absorbed, dropped, tuple(unmatched),
        tuple(sorted(set(range(len(new))).difference(lives_on.values()))),
        _merged(lives_on), {**replaced_phases, **kept_phases},
    )  # fmt: skip


def _numbers(elements: Iterable[Titled]) -> dict[str, int]:
    """Positions by id, and by former ids that are no other element's id."""
    elements = list(elements)
    found = {element.id: number for number, element in enumerate(elements)}
    for number, element in enumerate(elements):
        for name in element.was:
            found.setdefault(name, number)
    return found


def _same(elements: Sequence[Titled], numbers: Mapping[str, int]) -> dict[int, int]:
    """What is the same by id, then by a former one."""
    found: dict[int, int] = {}
    for here, element in enumerate(elements):
        if (number := numbers.get(element.id)) is not None:
            found.setdefault(number, here)
    for here, element in enumerate(elements):
        for name in element.was:
            if (number := numbers.get(name)) is not None:
                found.setdefault(number, here)
    return found


def _replaced(
    elements: Sequence[Phase | Touchpoint], numbers: Mapping[str, int], kept: Collection[int]
) -> dict[int, int]:
    found: dict[int, int] = {}
    for here, element in enumerate(elements):
        for written in element.replaces:
            number = _find(written, numbers)
            if number is not None and number not in kept:
                found.setdefault(number, here)
    return found


def _dropped(
    dream: Journey, steps: Mapping[str, int], phases: Mapping[str, int]
) -> tuple[dict[int, int], dict[int, int]]:
    """Touchpoints and phases that `drops` names, each to the position there."""
    found: tuple[dict[int, int], dict[int, int]] = ({}, {})
    for position, drop in enumerate(dream.drops):
        for numbers, into in ((steps, found[0]), (phases, found[1])):
            number = _find(drop.id, numbers)
            if number is not None:
                into.setdefault(number, position)
                break
    return found


def _find(written: str, numbers: Mapping[str, int]) -> int | None:
    return numbers[written] if written in numbers else numbers.get(slug(written))


def _phase_numbers(journey: Journey) -> list[int]:
    return [number for number, phase in enumerate(journey.phases) for _ in phase.touchpoints]


def _merged(lives_on: Mapping[int, int]) -> dict[int, tuple[int, ...]]:
    origins: dict[int, list[int]] = {}
    for number, here in sorted(lives_on.items()):
        origins.setdefault(here, []).append(number)
    return {here: tuple(numbers) for here, numbers in origins.items() if len(numbers) > 1}


def lost(matching: Matching, dream: Journey) -> tuple[int, ...]:
    """Give the touchpoints of a dream that may have lost their match.

    They match nothing while something of the base is left over, nobody tagged them as new, and
    their phase does not take the place of another.
    """
    if not matching.unmatched:
        return ()
    phases, steps = _phase_numbers(dream), list(dream.touchpoints())
    return tuple(
        number
        for number in matching.new
        if not dream.phases[phases[number]].replaces and NEW_TAGS.isdisjoint(slug(tag) for tag in steps[number].tags)
    )


def guesses(matching: Matching, dream: Journey, base: Journey, missing: Sequence[int]) -> dict[int, int]:
    """Guess, for touchpoints of a dream that lost their match, which one of the base each may be."""
    if len(missing) * len(matching.unmatched) > _MOST_GUESSES:
        return {}
    old, new = list(base.touchpoints()), list(dream.touchpoints())
    left = {old[number].id: number for number in matching.unmatched}
    found: dict[int, int] = {}
    for number in missing:
        if name := nearest(new[number].id, left):
            found[number] = left.pop(name)
    return found


_JOURNEY = ("persona", "segment", "duration", "loyalty_loop")
_PHASE = ("title", "description", "goal", "duration", "questions", "motivations", "emotion", "content")
_STEP = (
    "title", "description", "channel", "initiator", "owner", "actions", "thoughts", "emotion", "expectation",
    "experience", "moment_of_truth", "gains", "core_values", "artefacts", "frontstage", "backstage",
    "support_processes", "duration", "next", "automated", "optional", "zoom", "image", "lanes",
)  # fmt: skip


def is_copy(matching: Matching, dream: Journey, base: Journey) -> bool:
    """Tell whether a dream changes nothing that the customer meets or feels, and aims at nothing new."""
    old, new = list(base.touchpoints()), list(dream.touchpoints())
    if not old or len(old) != len(new) or len(matching.kept) != len(old) or len(base.phases) != len(dream.phases):
        return False
    return (
        not any(getattr(dream, key) and getattr(dream, key) != getattr(base, key) for key in _JOURNEY)
        and not _aims(dream.metrics, base.metrics)
        and all(_equal(*pair, _STEP) and _names(pair[0].pains) == _names(pair[1].pains)
                for pair in zip(new, old, strict=True))
        and all(_equal(*pair, _PHASE) and _names(pair[0].barriers) == _names(pair[1].barriers)
                for pair in zip(dream.phases, base.phases, strict=True))
    )  # fmt: skip


def _equal(new: Journey | Phase | Touchpoint, old: Journey | Phase | Touchpoint, keys: tuple[str, ...]) -> bool:
    return all(getattr(new, key) == getattr(old, key) for key in keys) and not _aims(new.metrics, old.metrics)


def _names(items: Iterable[Titled]) -> set[str]:
    return {item.id for item in items}


def _aims(new: Mapping[str, MetricValue], old: Mapping[str, MetricValue]) -> bool:
    """Whether a target is set that was not there. Values are measured, so a dream has none to compare."""
    return any(
        figure.target is not None and (name not in old or old[name].target != figure.target)
        for name, figure in new.items()
    )
