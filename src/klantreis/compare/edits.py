"""Everything that is written otherwise in one journey than in another, and the way from the one to the other.

    edits = edits_of(old, new)
    apply(plain(old), edits) == plain(new)     # klantreis.compare.applying

Phases and touchpoints are the same by id, or by a former one; items in them by id; metrics and lanes
by name. What has no name of its own (a list of thoughts, an emotion) is one value.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from klantreis.compare.matching import Matching, match
from klantreis.compare.ordering import order
from klantreis.model.journey import Journey

Plain = Any
"""What JSON can hold."""

Sort = Literal["journey", "phase", "touchpoint"]

_KEYED = frozenset({"metrics", "lanes", "signals"})


@dataclass(frozen=True, slots=True)
class Edit:
    """One thing that is written otherwise.

    `sort` and `name` say in which element: its id in the old journey, or in the new one when it came
    (both empty for the journey itself). `key` is what was changed in it, empty when the element
    itself came, went or moved; `item` is the id or name of what was changed in that key. `before`
    and `after` are plain values, None where there is none. `place` is where what came or moved
    stands now; of a touchpoint, `phase` is the phase it stands in, as the new journey calls it.
    """

    sort: Sort
    name: str
    key: str = ""
    item: str = ""
    before: Plain = None
    after: Plain = None
    place: int | None = None
    phase: str = ""

    @property
    def address(self) -> tuple[str, str, str, str]:
        """What it is about."""
        return self.sort, self.name, self.key, self.item


def plain(journey: Journey) -> dict[str, Plain]:
    """Give a journey as plain data: what was written in long form, with every id."""
    data: dict[str, Plain] = journey.model_dump(mode="json", by_alias=True, exclude_defaults=True)
    return data


@dataclass(frozen=True, slots=True)
class Flat:
    """A journey laid flat: its own keys, its phases by id, its touchpoints by id, and what stands in which phase."""

    own: dict[str, Plain]
    phases: dict[str, dict[str, Plain]]
    steps: dict[str, dict[str, Plain]]
    inside: dict[str, list[str]]


def edits_of(old: Journey, new: Journey, matching: Matching | None = None) -> list[Edit]:
    """Give what was written otherwise; nothing when both say the same.

    `matching` is `match(new, old)`; only what it keeps is taken to be the same.
    """
    found = matching or match(new, old, plan=False)
    before, after = flat(plain(old)), flat(plain(new))
    phases = _pairs(before.phases, after.phases, found.kept_phases)
    steps = _pairs(before.steps, after.steps, found.kept)
    return [
        *_changed("journey", "", before.own, after.own),
        *_elements("phase", before.phases, after.phases, phases),
        *_steps(before, after, phases, steps),
    ]


def flat(data: Mapping[str, Plain]) -> Flat:
    """Lay a journey flat.

    Ids are unique in a valid one; in another, what comes second is told apart by a sign no id has.
    """
    own = {key: value for key, value in data.items() if key != "phases"}
    laid = Flat(own, {}, {}, {})
    for phase in data["phases"]:
        name = free(phase["id"], laid.phases)
        laid.phases[name] = {key: value for key, value in phase.items() if key != "touchpoints"}
        laid.inside[name] = []
        for step in phase.get("touchpoints", ()):
            here = free(step["id"], laid.steps)
            laid.steps[here] = step
            laid.inside[name].append(here)
    return laid


def free(name: str, taken: Mapping[str, Plain]) -> str:
    """Give an id, told apart from the equal ones that are taken."""
    number, found = 2, name
    while found in taken:
        found, number = f"{name}#{number}", number + 1
    return found


def _pairs(old: Mapping[str, Plain], new: Mapping[str, Plain], kept: Mapping[int, int]) -> dict[str, str]:
    """Old to new: the ids of what is the same. Where two of the old became one, the first of them."""
    before, after = list(old), list(new)
    found: dict[str, str] = {}
    taken = set()
    for number in sorted(kept, key=lambda number: (before[number] != after[kept[number]], number)):
        if (there := after[kept[number]]) not in taken:
            found[before[number]] = there
            taken.add(there)
    return found


def _elements(
    sort: Sort, old: Mapping[str, dict[str, Plain]], new: Mapping[str, dict[str, Plain]], pairs: Mapping[str, str]
) -> Iterator[Edit]:
    back = {there: here for here, there in pairs.items()}
    found = order(list(old), [back.get(name, f"+{name}") for name in new])
    yield from (Edit(sort, name, before=old[name]) for name in found.removed)
    yield from (Edit(sort, name[1:], after=new[name[1:]], place=place) for name, place in found.added)
    yield from (Edit(sort, name, place=place) for name, place in found.moved)
    for here, there in pairs.items():
        yield from _changed(sort, here, old[here], new[there])


def _steps(old: Flat, new: Flat, phases: Mapping[str, str], steps: Mapping[str, str]) -> Iterator[Edit]:
    back = {there: here for here, there in steps.items()}
    home = {step: phase for phase, names in old.inside.items() for step in names}
    yield from (Edit("touchpoint", name, before=step) for name, step in old.steps.items() if name not in steps)
    for phase, names in new.inside.items():
        was = next((here for here, there in phases.items() if there == phase), None)
        before = [name for name in old.inside[was] if name in steps] if was is not None else []
        found = order(before, [back.get(name, f"+{name}") for name in names])
        for name, place in found.added:
            if name[0] == "+":
                yield Edit("touchpoint", name[1:], after=new.steps[name[1:]], place=place, phase=phase)
            else:
                yield Edit("touchpoint", name, place=place, phase=phase, before=home[name])
        yield from (Edit("touchpoint", name, place=place, phase=phase) for name, place in found.moved)
    for here, there in steps.items():
        yield from _changed("touchpoint", here, old.steps[here], new.steps[there])


def _changed(sort: Sort, name: str, old: Mapping[str, Plain], new: Mapping[str, Plain]) -> Iterator[Edit]:
    for key in dict.fromkeys((*old, *new)):
        before, after = old.get(key), new.get(key)
        if before == after:
            continue
        if key in _KEYED and isinstance(before, dict) and isinstance(after, dict) and "" not in {*before, *after}:
            for item in dict.fromkeys((*before, *after)):
                if before.get(item) != after.get(item):
                    yield Edit(sort, name, key, item, before.get(item), after.get(item))
        elif (named := _by_id(before)) is not None and (others := _by_id(after)) is not None:
            yield from _items(sort, name, key, named, others)
        else:
            yield Edit(sort, name, key, before=before, after=after)


def _by_id(items: Plain) -> dict[str, Plain] | None:
    """The items of a list by id; None for a list of something else, or with an id twice."""
    if not isinstance(items, list) or not all(isinstance(item, dict) and "id" in item for item in items):
        return None
    found = {item["id"]: item for item in items}
    return found if len(found) == len(items) else None


def _items(sort: Sort, name: str, key: str, old: Mapping[str, Plain], new: Mapping[str, Plain]) -> Iterator[Edit]:
    found = order(list(old), list(new))
    yield from (Edit(sort, name, key, item, before=old[item]) for item in found.removed)
    yield from (Edit(sort, name, key, item, after=new[item], place=place) for item, place in found.added)
    yield from (Edit(sort, name, key, item, place=place) for item, place in found.moved)
    for item, value in old.items():
        if item in new and new[item] != value:
            yield Edit(sort, name, key, item, before=value, after=new[item])
