"""The stages of a journey's phases: written, or supplied by the framework it follows."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from klantreis.model.builtin import FRAMEWORKS
from klantreis.model.journey import Journey, Phase
from klantreis.model.organisation import Organisation
from klantreis.model.text import slug


def stages(journey: Journey, organisation: Organisation | None = None) -> list[tuple[str, ...]]:
    """Give the stages of each phase, in order; empty where nobody says.

    A framework supplies a missing stage by the phase's id, else by its title in either language.
    It never adds phases.
    """
    known = _framework(journey.framework, organisation)
    return [tuple(phase.stage) or _supplied(phase, known) for phase in journey.phases]


def _framework(written: str, organisation: Organisation | None) -> Mapping[str, tuple[str, ...]]:
    """The stages of a framework's phases, by id and by the slug of each title; an id wins."""
    for own in organisation.frameworks if organisation else ():
        if written in (own.id, own.title) or slug(written) == own.id:
            own_title = {slug(phase.title): tuple(phase.stage) for phase in own.phases}
            return own_title | {phase.id: tuple(phase.stage) for phase in own.phases}
    phases = FRAMEWORKS.get(written) or FRAMEWORKS.get(slug(written), ())
    by_title = {slug(name): phase.stages for phase in phases for name in (phase.nl, phase.en)}
    return by_title | {phase.id: phase.stages for phase in phases}


def _supplied(phase: Phase, known: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    return known.get(phase.id) or known.get(slug(phase.title), ())


@dataclass(frozen=True, slots=True, eq=False)
class Expected:
    """A phase that a framework asks for; `names` are its id and the slugs of its titles."""

    id: str
    nl: str
    en: str
    names: frozenset[str]
    stages: tuple[str, ...]


def expected(written: str, organisation: Organisation | None = None) -> tuple[Expected, ...]:
    """Give the phases of the framework that is meant, in order; none when nobody knows it."""
    for own in organisation.frameworks if organisation else ():
        if written in (own.id, own.title) or slug(written) == own.id:
            return tuple(
                Expected(phase.id, phase.title, phase.title, _names(phase.id, phase.title), tuple(phase.stage))
                for phase in own.phases
            )
    return _builtin().get(written) or _builtin().get(slug(written), ())


@cache
def _builtin() -> dict[str, tuple[Expected, ...]]:
    return {
        name: tuple(
            Expected(phase.id, phase.nl, phase.en, _names(phase.id, phase.nl, phase.en), phase.stages)
            for phase in phases
        )
        for name, phases in FRAMEWORKS.items()
    }


def _names(written: str, *titles: str) -> frozenset[str]:
    return frozenset({written, *map(slug, titles)})


def places_in(asked: tuple[Expected, ...], phases: Sequence[Phase]) -> list[int | None]:
    """Give which phase of a framework each phase is: by its id, a former id or its title; None for an own one."""
    names = _places(asked)
    return [_place(phase, names) for phase in phases]


@lru_cache(maxsize=16)
def _places(asked: tuple[Expected, ...]) -> dict[str, int]:
    """The places of a framework's phases by all their names; of two with one name the first, and an id wins."""
    backwards = list(reversed(list(enumerate(asked))))
    names = {name: place for place, phase in backwards for name in phase.names}
    return names | {phase.id: place for place, phase in backwards}


def _place(phase: Phase, names: Mapping[str, int]) -> int | None:
    known = (names[name] for name in (phase.id, *phase.was) if name in names)
    found = next(known, None)
    return names.get(slug(phase.title)) if found is None else found


def misplaced(ranks: Sequence[int]) -> list[int]:
    """Give the positions to move so that the ranks never fall: as few as will do."""
    lasts: list[int] = []
    tails: list[int] = []
    before: list[int] = []
    for position, rank in enumerate(ranks):
        length = bisect_right(lasts, rank)
        before.append(tails[length - 1] if length else -1)
        if length == len(lasts):
            lasts.append(rank)
            tails.append(position)
        else:
            lasts[length] = rank
            tails[length] = position
    kept = set()
    at = tails[-1] if tails else -1
    while at >= 0:
        kept.add(at)
        at = before[at]
    return [position for position in range(len(ranks)) if position not in kept]
