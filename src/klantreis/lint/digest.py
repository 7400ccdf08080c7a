"""What rules over a whole workspace need to know of a document, small enough to travel."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from klantreis.findings import Path
from klantreis.lint.naming import key_of
from klantreis.model.document import Document
from klantreis.model.journey import Journey
from klantreis.model.organisation import Organisation
from klantreis.model.persona import Persona
from klantreis.model.roadmap import Roadmap
from klantreis.model.text import slug
from klantreis.model.touchpoint import ASSUMPTION

_STEP_PARTS = ("artefacts", "frontstage", "backstage", "support_processes")


@dataclass(frozen=True, slots=True)
class Digest:
    """What a document uses of others, as written but for teams, values and cited sources: those are slugs.

    `sides` are the `from` and `to` of a roadmap; `sources` the ids of those it lists. `pains` are
    the pains and barriers whose id is not their title's slug, which would be the id of the same
    pain elsewhere: that slug, the id, the path.
    """

    kind: str
    persona: str = ""
    segment: str = ""
    scope: str = ""
    state: str = ""
    teams: frozenset[str] = frozenset()
    core_values: frozenset[str] = frozenset()
    cites: frozenset[str] = frozenset()
    sides: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    goal: str = ""
    trigger: str = ""
    pains: tuple[tuple[str, str, Path], ...] = ()


def digest_of(model: Document) -> Digest:
    """Give the digest of a sound document."""
    if isinstance(model, Journey):
        return _journey(model)
    if isinstance(model, Persona):
        cites = frozenset(_slugs(model.evidence))
        return Digest("persona", segment=model.segment, cites=cites, sources=_sources(model))
    if isinstance(model, Organisation):
        return Digest("organisation", sources=_sources(model))
    if isinstance(model, Roadmap):
        teams = frozenset(_slugs(initiative.owner for initiative in model.initiatives))
        return Digest("roadmap", teams=teams, sides=(model.from_, model.to))
    return Digest("")


def _journey(journey: Journey) -> Digest:
    teams = [journey.owner, *(maker.team for maker in journey.makers)]
    values: list[str] = []
    for step in journey.touchpoints():
        teams.append(step.owner)
        values += step.core_values
        for key in _STEP_PARTS:
            teams += [part.owner for part in getattr(step, key)]
    return Digest(
        "journey",
        persona=journey.persona,
        segment=journey.segment,
        scope=journey.scope or "",
        state=journey.state,
        teams=frozenset(_slugs(teams)),
        core_values=frozenset(_slugs(values)),
        cites=cited(journey),
        sources=_sources(journey),
        goal=journey.goal,
        trigger=journey.trigger,
        pains=tuple(_renamed_pains(journey)),
    )


def _renamed_pains(journey: Journey) -> Iterator[tuple[str, str, Path]]:
    for p, phase in enumerate(journey.phases):
        here: Path = ("phases", p)
        lists = [(phase.barriers, (*here, "barriers"))]
        lists += [(step.pains, (*here, "touchpoints", t, "pains")) for t, step in enumerate(phase.touchpoints)]
        for pains, path in lists:
            for n, pain in enumerate(pains):
                if "id" in pain.model_fields_set and (name := slug(pain.title)) not in ("", pain.id):
                    yield name, pain.id, (*path, n)


def cited(journey: Journey) -> frozenset[str]:
    """Give the slugs of all sources that anything in a journey rests on."""
    return frozenset(_slugs(written for owner in _with_evidence(journey) for written in owner.evidence))


def guesses(journey: Journey) -> bool:
    """Tell whether anything in a journey is said to be an assumption."""
    return any(ASSUMPTION in owner.evidence for owner in _with_evidence(journey))


def _with_evidence(journey: Journey) -> Iterator[Any]:
    yield from journey.metrics.values()
    for phase in journey.phases:
        yield phase
        yield from phase.metrics.values()
        yield from phase.barriers
        yield from phase.opportunities
        for step in phase.touchpoints:
            yield step
            yield from step.pains
            yield from step.gains
            yield from step.opportunities
            yield from step.metrics.values()


def _sources(model: Journey | Persona | Organisation) -> tuple[str, ...]:
    return tuple(source.id for source in model.sources)


def _slugs(written: Iterable[str]) -> Iterator[str]:
    return (key_of(text) for text in written if text and text != ASSUMPTION)
