"""The stages of a journey's phases: written, or supplied by the framework it follows."""

from __future__ import annotations

from collections.abc import Mapping

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
