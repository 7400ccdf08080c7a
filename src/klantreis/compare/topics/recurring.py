"""Items that stand at steps and phases, and are the same wherever they have the same id: pains, opportunities."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from klantreis.compare.change import Address, At
from klantreis.compare.pair import Pair
from klantreis.compare.side import Side
from klantreis.model.journey import Phase
from klantreis.model.parts import Step
from klantreis.model.touchpoint import Opportunity, Pain


@dataclass(frozen=True, slots=True, eq=False)
class Place:
    """An item where it stands: at a step, or else at its phase. `key` is the list that it stands in.

    `turn` counts from 0 where, in a file with mistakes, the same id stands twice in one list.
    """

    item: Any
    key: str
    phase_number: int
    phase: Phase
    step: Step | None
    turn: int = 0

    @property
    def title(self) -> str:
        """What it stands at."""
        return self.step.touchpoint.title if self.step else self.phase.title

    @property
    def stands_at(self) -> Spot:
        """What it stands at, by sort and number."""
        return ("touchpoint", self.step.number) if self.step else ("phase", self.phase_number)

    @property
    def spot(self) -> tuple[Spot, int]:
        """What tells it from every other place of the same item on its side."""
        return self.stands_at, self.turn


@dataclass(frozen=True, slots=True, eq=False)
class Recurring:
    """One item with every place where it stands, in the customer's order of steps; at phases first."""

    id: str
    places: tuple[Place, ...]

    @property
    def titles(self) -> list[str]:
        """What it stands at."""
        return [place.title for place in self.places]

    @property
    def title(self) -> str:
        """What it is called, where it first stands."""
        return str(self.places[0].item.title)


Spot = tuple[str, int]
"""What an item stands at: the sort and the number of a step or phase."""

Match = tuple[Recurring | None, Recurring | None]


def recurring_pains(pair: Pair) -> list[Match]:
    """Give every pain and barrier of either side, with what it is on the other."""
    return _matched(*(_gathered(_pains(side)) for side in (pair.old, pair.new)))


def recurring_opportunities(pair: Pair) -> list[Match]:
    """Give every opportunity of either side, with what it is on the other."""
    return _matched(*(_gathered(_opportunities(side)) for side in (pair.old, pair.new)))


def staying(pair: Pair, old: Recurring, new: Recurring) -> list[tuple[Place, Place]]:
    """Give the places where an item still stands, on both sides."""
    there = {place.spot: place for place in new.places}
    found = ((place, there.get(_follow(pair, place))) for place in old.places)
    return [(here, other) for here, other in found if other is not None]


def first_places(pair: Pair, old: Recurring | None, new: Recurring | None) -> tuple[Place | None, Place | None]:
    """Give the first place where an item stands on both sides; else the first on each."""
    if old and new and (stays := staying(pair, old, new)):
        return stays[0]
    return old.places[0] if old else None, new.places[0] if new else None


def leaving(pair: Pair, old: Recurring, new: Recurring) -> tuple[list[Place], list[Place]]:
    """Give the places where an item no longer stands, and those where it stands newly."""
    stays = staying(pair, old, new)
    here, there = ({ends[side].spot for ends in stays} for side in (0, 1))
    return (
        [place for place in old.places if place.spot not in here],
        [place for place in new.places if place.spot not in there],
    )


def tells(pair: Pair, olds: Iterable[Place], news: Iterable[Place]) -> tuple[Address, ...]:
    """Give the edits that take an item away from places, or put it there, by itself or with its whole list."""
    found = [_address(pair, place, old=True) for place in olds] + [_address(pair, place, old=False) for place in news]
    return tuple((sort, name, key, item) for sort, name, key, own in found for item in (own, ""))


def place_at(pair: Pair, old: Place | None, new: Place | None) -> At:
    """Give where an item stands; on a side where it does not, where its step or phase is."""
    place = old or new
    if place is None or place.step is None:
        here = old.phase_number if old else pair.phase_back.get(new.phase_number) if new else None
        there = new.phase_number if new else pair.phase_forth.get(here) if here is not None else None
        return pair.at_phase(here, there)
    here_step, there_step = old.step if old else None, new.step if new else None
    if here_step is None and there_step is not None:
        number = pair.back.get(there_step.number)
        here_step = None if number is None else pair.old.steps[number]
    elif there_step is None and here_step is not None:
        number = pair.forth.get(here_step.number)
        there_step = None if number is None else pair.new.steps[number]
    return pair.at(here_step, there_step)


def _follow(pair: Pair, place: Place) -> tuple[Spot, int]:
    """Where the step or phase of a place is in the new journey."""
    if place.step is not None:
        return ("touchpoint", pair.forth.get(place.step.number, -1)), place.turn
    return ("phase", pair.phase_forth.get(place.phase_number, -1)), place.turn


def _address(pair: Pair, place: Place, *, old: bool) -> Address:
    if place.step is not None:
        before = pair.back.get(place.step.number)
        step = place.step if old or before is None else pair.old.steps[before]
        return pair.told(step, None, place.key, place.item.id)
    here = None if old else pair.phase_back.get(place.phase_number)
    phase = place.phase if here is None else pair.old.journey.phases[here]
    return pair.told(phase, None, place.key, place.item.id)


def _pains(side: Side) -> Iterator[tuple[Pain, Place]]:
    for at in (*side.barriers, *side.pains):
        yield at.pain, Place(at.pain, "pains" if at.step else "barriers", _phase(at.path), at.phase, at.step)


def _opportunities(side: Side) -> Iterator[tuple[Opportunity, Place]]:
    for at in side.opportunities:
        yield at.opportunity, Place(at.opportunity, "opportunities", _phase(at.path), at.phase, at.step)


def _phase(path: Sequence[Any]) -> int:
    return int(path[1])


def _gathered(found: Iterable[tuple[Pain | Opportunity, Place]]) -> list[Recurring]:
    places: dict[str, list[Place]] = {}
    for item, place in found:
        here = places.setdefault(item.id, [])
        turn = here[-1].turn + 1 if here and here[-1].stands_at == place.stands_at else 0
        here.append(replace(place, turn=turn) if turn else place)
    return [Recurring(name, tuple(there)) for name, there in places.items()]


def _matched(olds: Sequence[Recurring], news: Sequence[Recurring]) -> list[Match]:
    """By id first, then by a former one on either side."""
    there = {item.id: item for item in news}
    found: dict[str, Recurring] = {old.id: there[old.id] for old in olds if old.id in there}
    taken = set(found)
    former = {name: new for new in reversed(news) if new.id not in taken for name in _former(new)}
    for old in olds:
        if old.id in found:
            continue
        names = (former.get(old.id), *(there.get(name) for name in _former(old)))
        new = next((item for item in names if item is not None and item.id not in taken), None)
        if new is not None:
            found[old.id] = new
            taken.add(new.id)
    return [
        *((old, found.get(old.id)) for old in olds),
        *((None, new) for new in news if new.id not in taken),
    ]


def _former(item: Recurring) -> list[str]:
    return [name for place in item.places for name in place.item.was]
