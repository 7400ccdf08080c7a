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
from klantreis.compare.matching import Matching, match
from klantreis.findings import Path, Related, Where
from klantreis.lint.digest import Digest, cited, guesses
from klantreis.lint.naming import key_of
from klantreis.model.document import Document, Source
from klantreis.model.journey import Journey
from klantreis.model.metrics import MetricInfo, metric_info
from klantreis.model.organisation import Organisation
from klantreis.model.parts import MetricAt, Parts
from klantreis.model.roadmap import Roadmap
from klantreis.model.stages import stages
from klantreis.model.touchpoint import ASSUMPTION
from klantreis.model.ways import Ways, ways
from klantreis.source.places import Places

TOP: Path = ("title",)
"""Where a finding about a document as a whole is shown, and can be ignored."""


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
class JourneySubject(Parts, DocumentSubject):
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
    def zoomed(self) -> bool:
        """Whether another journey zooms into this one: it shows a detail, and need not be whole."""
        own = (self.outline.file, self.outline.document)
        return any(
            (there := self.index.find("journey", written)) is not None and (there.file, there.document) == own
            for outline in self.index.outlines
            if outline.zooms
            for _, written in outline.zooms
        )

    @cached_property
    def ways(self) -> Ways | None:
        """What follows what; None when no touchpoint has a `next`, or one leads nobody knows where."""
        return ways(self.model)

    @cached_property
    def planned(self) -> set[str]:
        """The ids of its steps and pains that a roadmap closes or a dream drops."""
        return self.index.planned(self.outline.id)

    @cached_property
    def stages(self) -> list[tuple[str, ...]]:
        """The stages of each phase, in the order of the phases; the framework supplies what is missing."""
        return stages(self.model, self.index.organisation)

    @cached_property
    def solved(self) -> frozenset[str]:
        """The ids of the pains and barriers that some opportunity solves (`touchpoint/pain` gives `pain`)."""
        solves = (written for item in self.opportunities for written in item.opportunity.solves)
        return frozenset(key_of(written.rpartition("/")[2]) for written in solves)

    @cached_property
    def known_metrics(self) -> list[tuple[MetricAt, MetricInfo]]:
        """The figures with what is known of their metrics; without those of which nothing is."""
        return [(at, info) for at in self.metrics if (info := metric_info(at.name, self.index.organisation))]

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

    @cached_property
    def matching(self) -> Matching:
        """What becomes of each touchpoint of the journey in the dream."""
        return match(self.dream.journey, self.base.journey)


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

    @cached_property
    def matching(self) -> Matching | None:
        """What becomes of each touchpoint; None unless the dream is known and is `of` the current journey."""
        if self.current is None or self.dream is None:
            return None
        base = self.index.find("journey", self.dream.journey.of) if self.dream.journey.of else None
        return match(self.dream.journey, self.current.journey) if base is self.current.outline else None


@dataclass
class WorkspaceSubject:
    """All documents at once: their outlines in the index, their digests by (file, document)."""

    index: Index
    digests: Mapping[tuple[str, int], Digest]
    today: date

    def digest(self, outline: Outline) -> Digest | None:
        """Give the digest of a document; None when it has mistakes of structure."""
        return self.digests.get((outline.file, outline.document))

    @cached_property
    def complete(self) -> bool:
        """Whether every document is known in full, so that what nothing uses is not used."""
        return not self.index.incomplete and all(map(self.digest, self.index.outlines))

    def documents(self, kind: str, state: str = "") -> Iterator[tuple[Outline, Digest]]:
        """Give the sound documents of a kind, journeys of one state if it is said."""
        for outline in self.index.outlines:
            if outline.kind == kind and (not state or outline.state == state) and (digest := self.digest(outline)):
                yield outline, digest


@dataclass
class TextSubject:
    """A file as it was written: its text, its sound documents by number, and on demand the places of one."""

    text: str
    documents: list[tuple[int, Document]]
    places: Callable[[int], Places]
