"""What a dream does about something at a step or phase that it does not name there again."""

from __future__ import annotations

from typing import Literal

from klantreis.compare.pair import Pair
from klantreis.compare.topics.recurring import Place
from klantreis.compare.topics.touched import phase_touched, touched

Fate = Literal["same", "unsaid", "better", "replaced", "dropped"]
FATES: tuple[Fate, ...] = ("same", "unsaid", "better", "replaced", "dropped")
"""From nothing done about it to the most."""


def fate(pair: Pair, place: Place, *, listed: bool) -> Fate:
    """Give what becomes of the step or phase that an item stands at.

    `listed`: where the dream lists things of that sort, it lists all of them.

    `dropped`: it goes on purpose. `replaced`: another takes its place. `better`: it lives on, and the
    dream changes what the customer meets there, or names other things of the same sort there. `same`:
    it lives on and nothing changes. `unsaid`: it is not in the dream, and nobody says why.
    """
    if place.step is None:
        return _phase_fate(pair, place, listed=listed)
    return _step_fate(pair, place, place.step.number, listed=listed)


def _step_fate(pair: Pair, place: Place, number: int, *, listed: bool) -> Fate:
    matching = pair.matching
    if number in matching.dropped or number in matching.absorbed:
        return "dropped"
    if number in matching.replaced or matching.kept.get(number) in matching.merged:
        return "replaced"
    if (there := matching.kept.get(number)) is None:
        return "unsaid"
    old, new = pair.old.steps[number].touchpoint, pair.new.steps[there].touchpoint
    return "better" if (listed and getattr(new, place.key)) or touched(old, new) else "same"


def _phase_fate(pair: Pair, place: Place, *, listed: bool) -> Fate:
    matching, number = pair.matching, place.phase_number
    if number in matching.dropped_phases:
        return "dropped"
    if (there := matching.phases.get(number)) is None:
        return "unsaid"
    if number not in matching.kept_phases:
        return "replaced"
    new = pair.new.journey.phases[there]
    return "better" if (listed and getattr(new, place.key)) or phase_touched(pair, number) else "same"
