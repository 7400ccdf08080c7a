"""The documents of a workspace as models, found by id or by file: what comparisons and roadmaps begin with."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

from klantreis.check.index import Index
from klantreis.check.load import Loaded, LoadedFile
from klantreis.check.outline import Outline
from klantreis.compare.side import Side
from klantreis.engine.run import Checker, Input, build_index, references
from klantreis.errors import PathError
from klantreis.findings import Finding, Severity
from klantreis.model.document import Document, Kind
from klantreis.model.journey import HORIZON_YEARS, Journey
from klantreis.model.organisation import Organisation
from klantreis.model.roadmap import Roadmap
from klantreis.model.text import slug

_FAR = date.max.toordinal()


@dataclass(frozen=True, slots=True, eq=False)
class Held:
    """A document: its model, and the file it stands in as it is shown to people. `number` counts within the file."""

    file: str
    number: int
    model: Document
    outline: Outline

    @property
    def id(self) -> str:
        """Its id."""
        return self.model.id

    @property
    def kind(self) -> Kind:
        """What it is."""
        return self.outline.kind


@dataclass(slots=True, eq=False)
class Workspace:
    """Documents that belong together.

    `broken` are the files with mistakes of structure, each with what is wrong: their documents cannot
    be trusted. `errors` are files that cannot be read.
    """

    held: list[Held] = field(default_factory=list)
    index: Index = field(default_factory=Index)
    broken: dict[str, list[Finding]] = field(default_factory=dict)
    errors: list[PathError] = field(default_factory=list)
    _files: list[tuple[Input, LoadedFile]] = field(default_factory=list)

    @property
    def organisation(self) -> Organisation | None:
        """The organisation that all journeys share."""
        return self.index.organisation

    def find(self, kind: Kind, written: str) -> Held | None:
        """Give the document that a reference means: an id, a former one, or a title whose slug is the id."""
        outline = self.index.find(kind, written) if written else None
        return None if outline is None else self._of(outline)

    def side(self, held: Held) -> Side:
        """Make a side of a journey that was found."""
        if not isinstance(held.model, Journey):
            raise TypeError(f"{held.id} is no journey")
        return Side(held.model, self.organisation, held.id)

    def in_file(self, name: str) -> list[Held]:
        """Give the documents of a file, in order."""
        return [held for held in self.held if held.file == name]

    @property
    def roadmaps(self) -> list[tuple[Held, Roadmap]]:
        """All roadmaps."""
        return [(held, held.model) for held in self.held if isinstance(held.model, Roadmap)]

    def roadmaps_between(self, current: Held, dream: Held) -> list[tuple[Held, Roadmap]]:
        """Give the roadmaps from one journey to another."""
        return [
            (held, roadmap)
            for held, roadmap in self.roadmaps
            if self.find("journey", roadmap.from_) is current and self.find("journey", roadmap.to) is dream
        ]

    def dreams_of(self, current: Held) -> list[Held]:
        """Give the dreams of a journey, the nearest first: near, by date, far, and last those without a horizon."""
        dreams = [
            held
            for held in self.held
            if isinstance(held.model, Journey) and held.model.of and self.find("journey", held.model.of) is current
        ]
        return sorted(dreams, key=lambda held: nearness(held.model))

    def way_to(self, current: Held, dream: Held) -> list[Held]:
        """Give the dreams between a journey and a dream of a dream of it, the nearest first, the last one included.

        Empty when the one does not lead to the other.
        """
        way = [dream]
        while len(way) <= len(self.held):
            base = self.find("journey", way[-1].model.of) if isinstance(way[-1].model, Journey) else None
            if base is None:
                return []
            if base is current:
                return way[::-1]
            way.append(base)
        return []

    def loose(self, files: Iterable[str]) -> list[Finding]:
        """Give what is wrong with the references in files."""
        return list(self._loose(set(files)))

    def _loose(self, files: set[str]) -> Iterator[Finding]:
        for source, file in self._files:
            if file.name in files:
                for loaded in file.documents:
                    yield from references(source, loaded, self.index)

    def _of(self, outline: Outline) -> Held | None:
        return next((held for held in self.held if (held.file, held.number) == (outline.file, outline.document)), None)


def nearness(dream: Document, today: date | None = None) -> tuple[int, str]:
    """Give how near a dream is, to sort by: a day, and the id. Near is 2 years on from today, far 5."""
    today = today or date.today()  # noqa: DTZ011  the day that the user's calendar shows
    horizon = getattr(dream, "horizon", None)
    if horizon is None:
        return _FAR, dream.id
    if isinstance(horizon, str):
        return today.toordinal() + 365 * HORIZON_YEARS[horizon], dream.id
    return int(horizon.end.toordinal()), dream.id


def load_workspace(inputs: Sequence[Input]) -> Workspace:
    """Load files that belong together. What is wrong in them is noted, never raised."""
    checker = Checker(list(enumerate(inputs)))
    share = checker.first_round()
    workspace = Workspace(index=build_index([share]), _files=checker.files)
    for _, file in checker.files:
        if file.error is not None:
            workspace.errors.append(file.error)
        if any(finding.severity is Severity.ERROR for finding in file.findings):
            workspace.broken[file.name] = file.findings
        workspace.held += held_in(file)
    return workspace


def held_in(file: LoadedFile) -> Iterator[Held]:
    """Give the documents of a loaded file that have a model."""
    for loaded in file.documents:
        held = _held(file, loaded)
        if held is not None:
            yield held


def _held(file: LoadedFile, loaded: Loaded) -> Held | None:
    if loaded.structure.model is None or loaded.outline is None:
        return None
    return Held(file.name, loaded.index, loaded.structure.model, loaded.outline)


def named(held: Iterable[Held], written: str) -> list[Held]:
    """Give the documents that a name means: by id, a former id, or a title whose slug is the id."""
    key = slug(written)
    return [item for item in held if written in (item.id, *item.model.was) or key == item.id]
