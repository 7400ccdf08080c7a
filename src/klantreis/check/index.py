"""All documents that belong together, found by kind and id."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field

from klantreis.check.outline import Outline
from klantreis.model.builtin import FRAMEWORKS, METRICS
from klantreis.model.document import Kind
from klantreis.model.organisation import Organisation
from klantreis.model.text import slug


@dataclass(slots=True)
class Index:
    """The web that references are resolved in.

    `incomplete` is true when a file could not be read: what is missing may stand there, so
    references to other documents are then not called unknown.
    """

    outlines: list[Outline] = field(default_factory=list)
    organisation: Organisation | None = None
    organisation_outline: Outline | None = None
    incomplete: bool = False
    _by_id: dict[Kind, dict[str, list[Outline]]] = field(default_factory=lambda: defaultdict(dict))
    _planned: dict[str, set[str]] | None = None
    _by_other_name: dict[tuple[Kind, str], Outline] = field(default_factory=dict)

    def add(self, outline: Outline) -> None:
        """Add a document; the first of two with the same id is the one that references mean."""
        self.outlines.append(outline)
        if outline.id:
            self._by_id[outline.kind].setdefault(outline.id, []).append(outline)
        # A persona is known by its name, whatever its id.
        names = (*outline.was, outline.title) if outline.kind == "persona" else outline.was
        for name in names:
            self._by_other_name.setdefault((outline.kind, name), outline)

    def planned(self, journey: str) -> set[str]:
        """Give the ids of the steps and pains of a journey that a roadmap closes or a dream drops."""
        if self._planned is None:
            self._planned = defaultdict(set)
            for outline in self.outlines:
                written = outline.from_ or outline.of
                if outline.plans and written and (meant := self.find("journey", written)):
                    self._planned[meant.id] |= outline.plans
        return self._planned.get(journey, set())

    def all_with(self, kind: Kind, key: str) -> list[Outline]:
        """Give every document of a kind with this very id."""
        return self._by_id[kind].get(key, [])

    def find(self, kind: Kind, written: str) -> Outline | None:
        """Give the document that a reference means: by id, by a former id, a persona also by its name."""
        by_id = self._by_id[kind]
        for key in (written, slug(written)):
            if found := by_id.get(key):
                return found[0]
        return self._by_other_name.get((kind, written))

    def ids(self, kind: Kind) -> list[str]:
        """Give the ids of all documents of a kind."""
        return list(self._by_id[kind])

    def metrics(self) -> set[str]:
        """Give the ids of the metrics that are known."""
        own = {metric.id for metric in self.organisation.metrics} if self.organisation else set()
        return own | set(METRICS)

    def frameworks(self) -> set[str]:
        """Give the ids of the frameworks that are known."""
        own = {framework.id for framework in self.organisation.frameworks} if self.organisation else set()
        return own | set(FRAMEWORKS)
