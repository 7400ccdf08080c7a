"""What is measured of a journey in each of its versions, and what it is called."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal

from klantreis.compare.topics.measures import own_steps
from klantreis.model import scores
from klantreis.model.builtin import Better
from klantreis.model.journey import Journey
from klantreis.model.text import slug
from klantreis.model.touchpoint import MetricValue

Kind = Literal["score", "count", "share", "metric"]
"""An emotion of −2 to +2, a number of things, a part of 1, or a figure in a unit of its own."""
Level = Literal["journey", "phase", "touchpoint"]


@dataclass(frozen=True, slots=True)
class Measure:
    """Something that is measured: its names in Dutch and English, long and short, and which way is better.

    Of more or fewer steps or chances nobody can say whether that is better: `neither`.
    """

    key: str
    kind: Kind
    better: Better
    nl: tuple[str, str]
    en: tuple[str, str]

    def name(self, language: str, *, short: bool = False) -> str:
        """Give its name, Dutch for `nl`, else English."""
        return (self.nl if language == "nl" else self.en)[short]


MEASURES = (
    Measure("mean", "score", "higher", ("Gemiddelde emotie", "gemiddeld"), ("Mean emotion", "mean")),
    Measure("remembered", "score", "higher", ("Onthouden", "onthouden"), ("Remembered", "remembered")),
    Measure(
        "pains",
        "count",
        "lower",
        ("Pijnpunten en barrières", "pijnpunten"),
        ("Pain points and barriers", "pain points"),
    ),
    Measure("opportunities", "count", "neither", ("Kansen", "kansen"), ("Opportunities", "opportunities")),
    Measure(
        "evidence",
        "share",
        "higher",
        ("Contactmomenten met bewijs", "bewijs"),
        ("Touchpoints with evidence", "evidence"),
    ),
    Measure("coverage", "share", "higher", ("Dekking roadmap", "dekking"), ("Roadmap coverage", "coverage")),
    Measure("steps", "count", "neither", ("Stappen van de klant", "stappen"), ("The customer’s steps", "steps")),
    Measure("touchpoints", "count", "neither", ("Contactmomenten", "contactmomenten"), ("Touchpoints", "touchpoints")),
    Measure("phases", "count", "neither", ("Fasen", "fasen"), ("Phases", "phases")),
)
"""All that is measured of every journey, in the order it is shown."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where in a journey a metric stands; of the journey as a whole, the id is empty."""

    level: Level
    id: str


WHOLE = Place("journey", "")


@dataclass(frozen=True, slots=True)
class Figure:
    """A metric's value and its target, as written by hand."""

    value: float | None
    target: float | None


@dataclass(slots=True)
class Measured:
    """The figures of one version of a journey.

    `titles` are what its phases and touchpoints are called, `was` leads from a former id of one to its id now.
    """

    title: str
    language: str
    values: dict[str, float | None]
    metrics: dict[tuple[Place, str], Figure] = field(default_factory=dict)
    titles: dict[Place, str] = field(default_factory=dict)
    was: dict[Place, str] = field(default_factory=dict)


def measured(journey: Journey) -> Measured:
    """Measure a journey; the coverage of its roadmap is not in it alone, and left out."""
    found = Measured(journey.title, journey.language, {key: of(journey) for key, of in _OF.items()})
    for place, written in _all_metrics(journey):
        for name, figure in written.items():
            found.metrics[place, slug(name) or name] = Figure(figure.value, figure.target)
    for phase in journey.phases:
        _note(found, Place("phase", phase.id), phase.title, phase.was)
        for step in phase.touchpoints:
            _note(found, Place("touchpoint", step.id), step.title, step.was)
    return found


def _note(found: Measured, place: Place, title: str, was: list[str]) -> None:
    found.titles[place] = title
    for former in was:
        found.was[Place(place.level, former)] = place.id


def _all_metrics(journey: Journey) -> Iterator[tuple[Place, Mapping[str, MetricValue]]]:
    yield WHOLE, journey.metrics
    for phase in journey.phases:
        yield Place("phase", phase.id), phase.metrics
        for step in phase.touchpoints:
            yield Place("touchpoint", step.id), step.metrics


def _pains(journey: Journey) -> float:
    """The same id at several places is one recurring pain."""
    barriers = {barrier.id for phase in journey.phases for barrier in phase.barriers}
    return len(barriers | {pain.id for step in journey.touchpoints() for pain in step.pains})


def _opportunities(journey: Journey) -> float:
    of_phases = {chance.id for phase in journey.phases for chance in phase.opportunities}
    return len(of_phases | {chance.id for step in journey.touchpoints() for chance in step.opportunities})


def _evidence(journey: Journey) -> float | None:
    count = scores.evidence_count(journey)
    return count.proven / count.total if count.total else None


_OF: dict[str, Callable[[Journey], float | None]] = {
    "mean": scores.experience_score,
    "remembered": scores.remembered_score,
    "pains": _pains,
    "opportunities": _opportunities,
    "evidence": _evidence,
    "steps": own_steps,
    "touchpoints": lambda journey: sum(1 for _ in journey.touchpoints()),
    "phases": lambda journey: len(journey.phases),
}
