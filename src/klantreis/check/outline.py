"""What other documents need to know of a document: its id, its elements' ids, what it is of."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from klantreis.findings import Path
from klantreis.model.document import Document, Kind
from klantreis.model.text import slug


@dataclass(frozen=True, slots=True)
class Named:
    """An element that references may mean."""

    sort: str
    id: str
    path: Path
    was: tuple[str, ...] = ()


@dataclass(slots=True)
class Step:
    """A phase or touchpoint with the items in it."""

    sort: str
    id: str
    path: Path
    was: tuple[str, ...] = ()
    items: list[Named] = field(default_factory=list)

    @property
    def names(self) -> set[str]:
        """Its id and its former ones."""
        return {self.id, *self.was}


@dataclass(slots=True)
class Outline:
    """A document's part in the web of references."""

    kind: Kind
    id: str
    title: str
    file: str
    document: int
    was: tuple[str, ...] = ()
    state: str = "current"
    of: str = ""
    zooms: list[tuple[Path, str]] = field(default_factory=list)
    steps: list[Step] = field(default_factory=list)
    sources: tuple[str, ...] = ()
    id_path: Path = ("id",)
    doubtful: bool = False


_PHASE_ITEMS = (("barriers", "barrier"), ("opportunities", "opportunity"), ("content", "content item"))
_STEP_ITEMS = (
    ("pains", "pain point"), ("opportunities", "opportunity"), ("artefacts", "artefact"),
    ("frontstage", "frontstage step"), ("backstage", "backstage step"), ("support_processes", "support process"),
)  # fmt: skip


def outline_of(model: Document, kind: Kind, file: str, document: int, *, doubtful: bool) -> Outline:
    """Give the outline of a checked document."""
    name_key = "name" if kind == "persona" else "title"
    id_path: Path = ("id",) if "id" in model.model_fields_set else (name_key,)
    outline = Outline(kind, model.id, model.title, file, document, tuple(model.was), id_path=id_path, doubtful=doubtful)
    outline.sources = tuple(source.id for source in getattr(model, "sources", ()))
    if kind == "journey":
        _journey(model, outline)
    return outline


def outline_of_raw(data: Any, kind: Kind, file: str, document: int) -> Outline | None:
    """Give what can be said of a document that has no sound parts."""
    if not isinstance(data, dict):
        return None
    name = data.get("title", data.get("name", ""))
    written = data.get("id") or (slug(name) if isinstance(name, str) else "")
    if not isinstance(written, str) or not written:
        return None
    return Outline(
        kind, written, str(name), file, document, id_path=("id",) if "id" in data else ("title",), doubtful=True
    )


def _journey(journey: Any, outline: Outline) -> None:
    outline.state, outline.of = journey.state, journey.of
    for p, phase in enumerate(journey.phases):
        path: Path = ("phases", p)
        outline.steps.append(Step("phase", phase.id, path, tuple(phase.was), list(_items(phase, path, _PHASE_ITEMS))))
        if phase.zoom:
            outline.zooms.append(((*path, "zoom"), phase.zoom))
        for t, touchpoint in enumerate(phase.touchpoints):
            here = (*path, "touchpoints", t)
            items = list(_items(touchpoint, here, _STEP_ITEMS))
            outline.steps.append(Step("touchpoint", touchpoint.id, here, tuple(touchpoint.was), items))
            if touchpoint.zoom:
                outline.zooms.append(((*here, "zoom"), touchpoint.zoom))


def _items(owner: Any, path: Path, kinds: tuple[tuple[str, str], ...]) -> Iterator[Named]:
    for key, sort in kinds:
        for position, item in enumerate(getattr(owner, key)):
            yield Named(sort, item.id, (*path, key, position), tuple(item.was))
