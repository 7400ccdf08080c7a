"""What hurts: pains of steps and barriers of phases. The same id at several places is one recurring pain.

- `solved`: it was there, and is nowhere in the new journey. `facts`: `how`: of a plan a word of
  `klantreis.compare.topics.fates`; else `gone` (its step went with it), or empty (it was taken off).
- `new`: it was nowhere. `remaining`, only of a plan: the dream still names it (`how`: `repeated`), or
  changes nothing where it stands (`how`: `same`).
- `moved`: it is elsewhere. `spread`, `narrowed`: at more or fewer places.
- `worse`, `milder`: the severity is another where it stays. `before`, `after`: `low`, `medium`, `high`.

`facts`: `severity`, the worst one, or None; `barrier`; `place`: titles of the steps or phases that it is
told of; `places`: of all where it stands, on both sides; `counts`: at how many places it was and is.

A pain that a dream leaves out of a step that it changes, is taken away there; of a step that it leaves as
it is, the dream says nothing, and the pain remains.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from klantreis.compare.change import Address, Change
from klantreis.compare.pair import Pair
from klantreis.compare.topics.fates import FATES, fate
from klantreis.compare.topics.recurring import (
    Match,
    Place,
    Recurring,
    Spot,
    leaving,
    place_at,
    recurring_pains,
    staying,
    tells,
)

WHATS = ("solved", "remaining", "new", "moved", "spread", "narrowed", "worse", "milder")
SEVERITIES = ("low", "medium", "high")


def changes(pair: Pair) -> Iterator[Change]:
    """Give what became of the pains."""
    for match in recurring_pains(pair):
        yield from _planned(pair, match) if pair.plan else _between(pair, match)


def remaining(pair: Pair) -> dict[str, tuple[set[Spot], set[Spot]]]:
    """Give, by the id of a pain, where it stands in the current journey, and where a dream leaves it."""
    found = {}
    for old, new in recurring_pains(pair):
        if old:
            stays = _left(pair, old, new)[0]
            # What the dream names only elsewhere, is still about.
            there = stays or (old.places if new else ())
            found[old.id] = {place.stands_at for place in old.places}, {place.stands_at for place in there}
    return found


def _left(pair: Pair, old: Recurring, new: Recurring | None) -> tuple[list[Place], list[Place]]:
    """The places where a dream leaves a pain, by naming it again or by changing nothing; and the others."""
    named = {here.spot for here, _ in staying(pair, old, new)} if new else set()
    stays = [place for place in old.places if place.spot in named or fate(pair, place, listed=True) == "same"]
    return stays, [place for place in old.places if place not in stays]


def _planned(pair: Pair, match: Match) -> Iterator[Change]:
    old, new = match
    if old is None:
        if new is not None:
            yield _change(pair, "new", match, new.places)
        return
    stays, goes = _left(pair, old, new)
    if not stays and new is None:
        found = {fate(pair, place, listed=True) for place in goes}
        yield _change(pair, "solved", match, goes, how=next(how for how in FATES if how in found))
        return
    if not (grades := list(_graded(pair, match, ()))):
        how = "repeated" if new else "same"
        yield _change(pair, "remaining", match, stays or (new.places if new else ()), how=how)
    yield from grades
    if stays and goes:
        yield _change(pair, "narrowed", match, goes, counts=[len(old.places), len(stays)])


def _between(pair: Pair, match: Match) -> Iterator[Change]:
    old, new = match
    if old and new:
        yield from _graded(pair, match, tuple(_same_but_severity(pair, match)))
        left, come = leaving(pair, old, new)
        if left or come:
            what = "moved" if len(left) == len(come) else "narrowed" if len(left) > len(come) else "spread"
            told = tells(pair, left, come)
            yield _change(pair, what, match, left if len(left) > len(come) else come, told)
    elif old:
        lives_on = any(place_at(pair, place, None).new is not None for place in old.places)
        told = tells(pair, old.places, ())
        yield _change(pair, "solved", match, old.places, told, how="" if lives_on else "gone")
    elif new:
        yield _change(pair, "new", match, new.places, tells(pair, (), new.places))


def _graded(pair: Pair, match: Match, told: tuple[Address, ...]) -> Iterator[Change]:
    """Whether it is worse or milder where it stays; elsewhere, when it stays nowhere."""
    before, after = _severities(pair, match)
    if before and after and before != after and match[1]:
        what = "milder" if SEVERITIES.index(after) < SEVERITIES.index(before) else "worse"
        yield _change(pair, what, match, _stays(pair, match) or match[1].places, told, grades=(before, after))


def _stays(pair: Pair, match: Match) -> list[Place]:
    old, new = match
    return [there for _, there in staying(pair, old, new)] if old and new else []


def _severities(pair: Pair, match: Match) -> tuple[str | None, str | None]:
    old, new = match
    if old and new and (stays := staying(pair, old, new)):
        return severity([here for here, _ in stays]), severity([there for _, there in stays])
    return severity(old.places if old else ()), severity(new.places if new else ())


def severity(places: Sequence[Place]) -> str | None:
    """Give the worst severity that a pain has at any of some places; None when nobody says."""
    found = {place.item.severity for place in places}
    return next((grade for grade in reversed(SEVERITIES) if grade in found), None)


def _same_but_severity(pair: Pair, match: Match) -> Iterator[Address]:
    """The edits of the places where only the severity changed, and just as it is told."""
    old, new = match
    told = _severities(pair, match)
    for here, there in staying(pair, old, new) if old and new else ():
        if told == (here.item.severity, there.item.severity) and _rest(here) == _rest(there):
            yield tells(pair, (here,), ())[0]


def _rest(place: Place) -> dict[str, Any]:
    return {key: value for key, value in place.item.__dict__.items() if key != "severity"}


def _change(
    pair: Pair, what: str, match: Match, places: Sequence[Place], told: tuple[Address, ...] = (), *,
    how: str = "", counts: list[int] | None = None, grades: tuple[str | None, str | None] = (None, None),
) -> Change:  # fmt: skip
    """A change told of some places, on either side, the first of which it stands at."""
    old, new = match
    first = places[0]
    here, there = _sides(pair, match, first)
    numbers = [len(side.places) if side else 0 for side in match]
    facts = {
        "severity": severity([place for side in match if side for place in side.places]),
        "barrier": first.step is None,
        "place": [place.title for place in places],
        "places": [side.titles if side else [] for side in match],
        "counts": counts or numbers,
        "how": how,
    }
    name = old.id if old else new.id if new else ""
    return Change("pains", what, place_at(pair, here, there), first.item.title, name, *grades, facts, told)


def _sides(pair: Pair, match: Match, first: Place) -> tuple[Place | None, Place | None]:
    """A place of one side with the place where it stays on the other, if it does."""
    old, new = match
    for here, there in staying(pair, old, new) if old and new else ():
        if first in (here, there):
            return here, there
    return (first, None) if old and first in old.places else (None, first)
