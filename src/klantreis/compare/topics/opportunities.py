"""Opportunities: what could be better, and whether the dream takes it.

Of a plan:

- `taken`: the dream takes it. `left`: the dream names it again, leaves a pain that it solves, or
  changes nothing for the customer where it stands. `facts`: `how`: `repeated`, `pain` or `same`, else
  a word of `klantreis.compare.topics.fates`.
- `added`: one that only the dream has.

Between two states: `added`, `removed`, of what stands at steps and phases that live on; `moved`.

`facts`: `impact`, `effort`; `place`, the title of what it stands at; `plan`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from klantreis.compare.change import Address, Change
from klantreis.compare.pair import Pair
from klantreis.compare.topics.fates import fate
from klantreis.compare.topics.pains import remaining
from klantreis.compare.topics.recurring import (
    Place,
    Recurring,
    Spot,
    first_places,
    leaving,
    place_at,
    recurring_opportunities,
    tells,
)
from klantreis.model.text import slug

WHATS = ("taken", "left", "added", "removed", "moved")


def changes(pair: Pair) -> Iterator[Change]:
    """Give what became of the opportunities."""
    found = recurring_opportunities(pair)
    if pair.plan:
        left = remaining(pair) if any(old for old, _ in found) else {}
        for old, new in found:
            yield from _planned(pair, old, new, left)
        return
    for old, new in found:
        yield from _between(pair, old, new)


def _planned(
    pair: Pair, old: Recurring | None, new: Recurring | None, pains: Mapping[str, tuple[set[Spot], set[Spot]]]
) -> Iterator[Change]:
    for place in old.places if old else ():
        how = "repeated" if new else _how(pair, place, pains)
        what = "left" if how in ("repeated", "pain", "same") else "taken"
        yield _change(pair, what, place, None, how=how)
    if new and not old:
        yield _change(pair, "added", None, new.places[0])


def _how(pair: Pair, place: Place, pains: Mapping[str, tuple[set[Spot], set[Spot]]]) -> str:
    names = (written.rpartition("/")[2] for written in place.item.solves)
    solved = [pains[key] for name in names for key in dict.fromkeys((name, slug(name))) if key in pains]
    for stands, stays in solved:
        # Of a pain that recurs, an opportunity is meant for the one beside it.
        if place.stands_at in stays if place.stands_at in stands else stays:
            return "pain"
    return fate(pair, place, listed=False)


def _between(pair: Pair, old: Recurring | None, new: Recurring | None) -> Iterator[Change]:
    if old and new:
        left, come = leaving(pair, old, new)
        if len(left) == len(come):
            if left:
                here, there = first_places(pair, old, new)
                yield _change(pair, "moved", here, there, tells(pair, left, come))
            return
    else:
        left, come = list(old.places if old else ()), list(new.places if new else ())
    for place in left:
        if place_at(pair, place, None).new is not None:
            yield _change(pair, "removed", place, None, tells(pair, (place,), ()))
    for place in come:
        if place_at(pair, None, place).old is not None:
            yield _change(pair, "added", None, place, tells(pair, (), (place,)))


def _change(
    pair: Pair, what: str, old: Place | None, new: Place | None, told: tuple[Address, ...] = (), how: str = ""
) -> Change:
    place = new or old
    assert place is not None
    item = place.item
    facts = {"impact": item.impact, "effort": item.effort, "place": place.title, "how": how, "plan": pair.plan}
    return Change("opportunities", what, place_at(pair, old, new), item.title, item.id, facts=facts, tells=told)
