"""What a journey says of the steps of another one: this is that, takes its place, or drops it.

A dream says it of the journey it is `of`, by the same id (or a former one), by `replaces` and by
`drops`. A later state of a journey says it of an earlier one, by ids alone. Whoever asks what
becomes of a step, asks here: the checks that tell of a step matched twice, and the comparison.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal, Protocol

from klantreis.findings import Path
from klantreis.model.journey import Journey
from klantreis.model.text import slug

Sort = Literal["phase", "touchpoint"]
Way = Literal["id", "was", "replaces", "drops"]


class Known(Protocol):
    """An element that can be claimed: anything with an id and former ids."""

    @property
    def id(self) -> str:
        """Its id."""

    @property
    def was(self) -> Sequence[str]:
        """Its former ids."""


@dataclass(frozen=True, slots=True)
class Claim:
    """That a phase or touchpoint of the other journey is, or becomes, or is dropped by something here.

    `number` counts the phases or touchpoints of the other journey from 0; None when it knows no such
    name. `by` counts the phases or touchpoints here, or the `drops`. `path` is where it is written.
    """

    sort: Sort
    number: int | None
    way: Way
    by: int
    path: Path
    written: str


def claims(journey: Journey, phases: Sequence[Known], steps: Sequence[Known], *, plan: bool = True) -> list[Claim]:
    """Give everything that a journey claims of the phases and touchpoints of another.

    First what is the same by id or former id, then `replaces`, then `drops`; those two only with
    `plan`. In `drops` a touchpoint goes before a phase of the same name.
    """
    known: dict[Sort, Mapping[str, int]] = {"phase": _numbers(phases), "touchpoint": _numbers(steps)}
    here = list(_elements(journey))
    found = [claim for item in here for claim in _same(item, known[item.sort])]
    if plan:
        found += [claim for item in here for claim in _replaced(item, known[item.sort])]
        found += _dropped(journey, known)
    return found


@dataclass(frozen=True, slots=True)
class _Here:
    sort: Sort
    number: int
    path: Path
    element: Any


def _elements(journey: Journey) -> Iterator[_Here]:
    number = 0
    for p, phase in enumerate(journey.phases):
        yield _Here("phase", p, ("phases", p), phase)
        for t, step in enumerate(phase.touchpoints):
            yield _Here("touchpoint", number, ("phases", p, "touchpoints", t), step)
            number += 1


def _numbers(elements: Sequence[Known]) -> dict[str, int]:
    """Positions by id, and by former ids that are no other element's id."""
    found: dict[str, int] = {}
    for number, element in enumerate(elements):
        found.setdefault(element.id, number)
    for number, element in enumerate(elements):
        for name in element.was:
            found.setdefault(name, number)
    return found


def _same(item: _Here, known: Mapping[str, int]) -> Iterator[Claim]:
    path: Path = (*item.path, "id")
    told = set()
    for way, name in (("id", item.element.id), *(("was", name) for name in item.element.was)):
        number = known.get(name)
        if number is not None and number not in told:
            told.add(number)
            yield Claim(item.sort, number, "id" if way == "id" else "was", item.number, path, name)


def _replaced(item: _Here, known: Mapping[str, int]) -> Iterator[Claim]:
    for r, written in enumerate(item.element.replaces):
        yield Claim(item.sort, find(written, known), "replaces", item.number, (*item.path, "replaces", r), written)


def _dropped(journey: Journey, known: Mapping[Sort, Mapping[str, int]]) -> Iterator[Claim]:
    for d, drop in enumerate(journey.drops):
        sort: Sort = "touchpoint"
        number = find(drop.id, known["touchpoint"])
        if number is None and (phase := find(drop.id, known["phase"])) is not None:
            sort, number = "phase", phase
        yield Claim(sort, number, "drops", d, ("drops", d, "id"), drop.id)


def find(written: str, known: Mapping[str, int]) -> int | None:
    """Give what a reference means: an id, or a title whose slug is that id."""
    return known[written] if written in known else known.get(slug(written))
