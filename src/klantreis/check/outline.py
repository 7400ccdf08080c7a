"""What other documents need to know of a document: its id, its elements' ids, what it is of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any, TypeVar

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
    _items: dict[str, list[Named]] = field(default_factory=dict, repr=False, compare=False)

    def items_named(self, written: str) -> list[Named]:
        """Give the items in this step that a reference means."""
        if not self._items:
            self._items = _by_name(self.items)
        return _meant(written, self._items)

    @property
    def names(self) -> set[str]:
        """Its id and its former ones."""
        return {self.id, *self.was}


@dataclass(slots=True)
class Outline:
    """A document's part in the web of references.

    `plans` are the ids of what a roadmap closes in the journey it begins `from_`, or of the steps
    that a dream drops from or replaces in the one it is `of`.
    `pruned` names the lists that lost something to a mistake, which references may mean;
    `doubtful` is true when it was a phase or something in one, `steps_doubtful` when it was a step.
    """

    kind: Kind
    id: str
    title: str
    file: str
    document: int
    was: tuple[str, ...] = ()
    state: str = "current"
    of: str = ""
    horizon: str = ""
    from_: str = ""
    segment: str = ""
    plans: frozenset[str] = frozenset()
    zooms: list[tuple[Path, str]] = field(default_factory=list)
    steps: list[Step] = field(default_factory=list)
    sources: tuple[str, ...] = ()
    id_path: Path = ("id",)
    doubtful: bool = False
    pruned: frozenset[str] = frozenset()
    _steps: dict[str, list[Step]] = field(default_factory=dict, repr=False, compare=False)
    _items: dict[str, list[Named]] = field(default_factory=dict, repr=False, compare=False)

    @property
    def steps_doubtful(self) -> bool:
        """Whether a phase or touchpoint is missing that references may mean."""
        return "phases" in self.pruned

    def steps_named(self, written: str) -> list[Step]:
        """Give the steps that a reference means: by id, by a former id, by the slug of a title."""
        if not self._steps:
            self._steps = _by_name(self.steps)
        return _meant(written, self._steps)

    def items_named(self, written: str) -> list[Named]:
        """Give the items, in whatever step, that a reference means."""
        if not self._items:
            self._items = _by_name(item for step in self.steps for item in step.items)
        return _meant(written, self._items)

    def closed_by(self, written: str) -> list[Step | Named]:
        """Give what a roadmap's `closes` means: a step, a step followed by `/item`, or an item by its own id."""
        head, slash, tail = written.partition("/")
        steps = self.steps_named(head)
        if slash:
            return [item for step in steps for item in step.items_named(tail)]
        return [*steps, *self.items_named(written)]


T = TypeVar("T", bound=Named | Step)


def _by_name(elements: Iterable[T]) -> dict[str, list[T]]:
    names: dict[str, list[T]] = {}
    for element in elements:
        for name in dict.fromkeys((element.id, *element.was)):
            names.setdefault(name, []).append(element)
    return names


def _meant(written: str, names: dict[str, list[T]]) -> list[T]:
    found = names.get(written, [])
    if (key := slug(written)) == written:
        return found
    return [*found, *(element for element in names.get(key, ()) if element.id == key and element not in found)]


_ALL = ("phases", "sources", "initiatives")
_PHASE_ITEMS = (("barriers", "barrier"), ("opportunities", "opportunity"), ("content", "content item"))
_STEP_ITEMS = (
    ("pains", "pain point"), ("opportunities", "opportunity"), ("artefacts", "artefact"),
    ("frontstage", "frontstage step"), ("backstage", "backstage step"), ("support_processes", "support process"),
)  # fmt: skip


def outline_of(model: Document, kind: Kind, file: str, document: int, *, pruned: frozenset[str]) -> Outline:
    """Give the outline of a checked document."""
    name_key = "name" if kind == "persona" else "title"
    id_path: Path = ("id",) if "id" in model.model_fields_set else (name_key,)
    outline = Outline(
        kind,
        model.id,
        model.title,
        file,
        document,
        tuple(model.was),
        id_path=id_path,
        pruned=pruned,
        doubtful=bool(pruned & {"phases", "items"}),
    )
    outline.sources = tuple(source.id for source in getattr(model, "sources", ()))
    if kind == "journey":
        _journey(model, outline)
    elif kind == "roadmap":
        _roadmap(model, outline)
    elif kind == "persona":
        outline.segment = getattr(model, "segment", "")
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
        kind,
        written,
        str(name),
        file,
        document,
        id_path=("id",) if "id" in data else ("title",),
        doubtful=True,
        pruned=frozenset(_ALL),
    )


def _roadmap(roadmap: Any, outline: Outline) -> None:
    outline.from_ = roadmap.from_
    live = (item for item in roadmap.initiatives if item.status != "dropped")
    # `touchpoint/pain` plans for the pain.
    outline.plans = frozenset(slug(written.rpartition("/")[2]) for item in live for written in item.closes)


def _journey(journey: Any, outline: Outline) -> None:
    outline.plans = frozenset(slug(drop.id) for drop in journey.drops)
    if journey.of:
        steps = (*journey.phases, *journey.touchpoints())
        outline.plans |= {written for step in steps for written in step.replaces}
    outline.state, outline.of = journey.state, journey.of
    outline.horizon = journey.horizon if isinstance(journey.horizon, str) else ""
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
