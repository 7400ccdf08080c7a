"""What rules look at: documents with the paths of their parts, so that no rule walks them again.

A rule gets the subject of its target: `JourneySubject`, `DocumentSubject` (persona, organisation),
`DreamSubject`, `RoadmapSubject`, `WorkspaceSubject` or `TextSubject`. Only documents without
mistakes of structure are linted, so a path in the model is a path in the file.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from klantreis.check.index import Index
from klantreis.check.outline import Outline
from klantreis.findings import Path, Related, Where
from klantreis.lint.digest import Digest, cited, guesses
from klantreis.model.document import Document, Source
from klantreis.model.journey import Journey, Phase
from klantreis.model.organisation import Organisation
from klantreis.model.roadmap import Roadmap
from klantreis.model.scores import channels
from klantreis.model.stages import stages
from klantreis.model.text import slug
from klantreis.model.touchpoint import ASSUMPTION, MetricValue, Opportunity, Pain, Touchpoint
from klantreis.source.places import Places

TOP: Path = ("title",)
"""Where a finding about a document as a whole is shown, and can be ignored."""


@dataclass(frozen=True, slots=True)
class Step:
    """A touchpoint with its place in the journey; `number` counts from 0 over all phases."""

    path: Path
    phase: Phase
    phase_number: int
    touchpoint: Touchpoint
    number: int

    @property
    def channels(self) -> frozenset[str]:
        """Its channels by id; empty when it is no contact or nobody said."""
        return channels(self.touchpoint)


@dataclass(frozen=True, slots=True)
class PainAt:
    """A pain or barrier; `step` is None for a barrier of the phase."""

    path: Path
    pain: Pain
    phase: Phase
    step: Step | None


@dataclass(frozen=True, slots=True)
class OpportunityAt:
    """An opportunity; `step` is None for one of the phase."""

    path: Path
    opportunity: Opportunity
    phase: Phase
    step: Step | None


@dataclass(frozen=True, slots=True)
class MetricAt:
    """A figure with the metric's name as written; `step` and `phase` are None for the journey's own."""

    path: Path
    name: str
    value: MetricValue
    phase: Phase | None
    step: Step | None


@dataclass(frozen=True, slots=True)
class FeelingAt:
    """One point of the emotion curve; `step` is None where the phase itself has it."""

    path: Path
    score: float
    phase: Phase
    step: Step | None


@dataclass
class DocumentSubject:
    """A document among all that belong together. `today` is the day the rules take it to be."""

    model: Any
    outline: Outline
    index: Index
    today: date

    @property
    def organisation(self) -> Organisation | None:
        """The organisation of the workspace."""
        return self.index.organisation

    @property
    def name(self) -> str:
        """What to call the document in a message."""
        return str(self.model.title)

    def where(self, path: Path = TOP, *, key: bool = False) -> Where:
        """Give a place in this document, for related places and for rules over several documents."""
        return Where(self.outline.file, self.outline.document, path, key)

    def related(self, path: Path, label: str) -> Related:
        """Give a place in this document that belongs to a finding."""
        return Related(self.where(path), label)


@dataclass
class JourneySubject(DocumentSubject):
    """A journey, current or dream, with the paths of its parts."""

    model: Journey

    @property
    def journey(self) -> Journey:
        """The journey itself."""
        return self.model

    @property
    def current(self) -> bool:
        """Whether it is a journey as it is, and no dream."""
        return self.model.state == "current"

    @cached_property
    def phases(self) -> list[tuple[Path, Phase]]:
        """The phases with their paths."""
        return [(("phases", p), phase) for p, phase in enumerate(self.model.phases)]

    @cached_property
    def stages(self) -> list[tuple[str, ...]]:
        """The stages of each phase, in the order of the phases; the framework supplies what is missing."""
        return stages(self.model, self.index.organisation)

    @cached_property
    def steps(self) -> list[Step]:
        """All touchpoints, in the customer's order."""
        found: list[Step] = []
        for p, phase in enumerate(self.model.phases):
            for t, touchpoint in enumerate(phase.touchpoints):
                found.append(Step(("phases", p, "touchpoints", t), phase, p, touchpoint, len(found)))
        return found

    @cached_property
    def contacts(self) -> list[tuple[Step, frozenset[str]]]:
        """The touchpoints that are contacts, with their channels by id."""
        return [(step, found) for step in self.steps if (found := step.channels)]

    @cached_property
    def pains(self) -> list[PainAt]:
        """All pains of touchpoints, in the customer's order (no barriers)."""
        return [
            PainAt((*step.path, "pains", n), pain, step.phase, step)
            for step in self.steps
            for n, pain in enumerate(step.touchpoint.pains)
        ]

    @cached_property
    def barriers(self) -> list[PainAt]:
        """All barriers of phases."""
        return [
            PainAt((*path, "barriers", n), pain, phase, None)
            for path, phase in self.phases
            for n, pain in enumerate(phase.barriers)
        ]

    @cached_property
    def opportunities(self) -> list[OpportunityAt]:
        """All opportunities, of phases and touchpoints."""
        return list(self._opportunities())

    def _opportunities(self) -> Iterator[OpportunityAt]:
        for path, phase in self.phases:
            for n, item in enumerate(phase.opportunities):
                yield OpportunityAt((*path, "opportunities", n), item, phase, None)
        for step in self.steps:
            for n, item in enumerate(step.touchpoint.opportunities):
                yield OpportunityAt((*step.path, "opportunities", n), item, step.phase, step)

    @cached_property
    def solved(self) -> frozenset[str]:
        """The ids of the pains and barriers that some opportunity solves (`touchpoint/pain` gives `pain`)."""
        return frozenset(
            slug(tail) or tail
            for item in self.opportunities
            for written in item.opportunity.solves
            for tail in [written.rpartition("/")[2]]
        )

    @cached_property
    def metrics(self) -> list[MetricAt]:
        """All figures: of the journey, its phases and its touchpoints."""
        found = [MetricAt(("metrics", name), name, value, None, None) for name, value in self.model.metrics.items()]
        for path, phase in self.phases:
            if phase.metrics:
                found += [MetricAt((*path, "metrics", n), n, value, phase, None) for n, value in phase.metrics.items()]
        for step in self.steps:
            if own := step.touchpoint.metrics:
                found += [MetricAt((*step.path, "metrics", n), n, v, step.phase, step) for n, v in own.items()]
        return found

    @cached_property
    def feelings(self) -> list[FeelingAt]:
        """The points of the emotion curve, as `klantreis.model.scores.feelings` counts them."""
        by_phase: list[list[FeelingAt]] = [[] for _ in self.model.phases]
        for step in self.steps:
            if (emotion := step.touchpoint.emotion) is not None:
                at = FeelingAt((*step.path, "emotion"), emotion.score, step.phase, step)
                by_phase[step.phase_number].append(at)
        for (path, phase), own in zip(self.phases, by_phase, strict=True):
            if not own and phase.emotion:
                own.append(FeelingAt((*path, "emotion"), phase.emotion.score, phase, None))
        return [feeling for own in by_phase for feeling in own]

    @cached_property
    def evidence(self) -> frozenset[str]:
        """Everything cited as evidence anywhere in the journey: slugs of sources, and the word `assumption`."""
        found = cited(self.model)
        return found | {ASSUMPTION} if guesses(self.model) else found

    @cached_property
    def sources(self) -> list[tuple[Path, Source]]:
        """The journey's own sources with their paths."""
        return [(("sources", n), source) for n, source in enumerate(self.model.sources)]


@dataclass
class DreamSubject:
    """A dream beside the journey it is of. Findings stand in the dream."""

    dream: JourneySubject
    base: JourneySubject


@dataclass
class RoadmapSubject(DocumentSubject):
    """A roadmap beside its journeys; a side is None when it is not known or has mistakes."""

    model: Roadmap
    current: JourneySubject | None
    dream: JourneySubject | None

    @property
    def roadmap(self) -> Roadmap:
        """The roadmap itself."""
        return self.model


@dataclass
class WorkspaceSubject:
    """All documents at once: their outlines in the index, their digests by (file, document)."""

    index: Index
    digests: Mapping[tuple[str, int], Digest]
    today: date

    def digest(self, outline: Outline) -> Digest | None:
        """Give the digest of a document; None when it has mistakes of structure."""
        return self.digests.get((outline.file, outline.document))


@dataclass
class TextSubject:
    """A file as it was written: its text, its sound documents by number, and on demand the places of one."""

    text: str
    documents: list[tuple[int, Document]]
    places: Callable[[int], Places]
