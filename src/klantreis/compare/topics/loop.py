"""The loyalty loop: where a loyal customer comes in again.

- `gained`, `lost`. `later`, `earlier`: it skips more or fewer phases. `changed`: as many, and it comes
  in at another one. `before`, `after`: the title of the phase where it comes in. `facts`: `skipped`:
  how many phases are skipped, on both sides; `plan`.

A loop that leads to a phase nobody knows is told as a detail.
"""

from __future__ import annotations

from collections.abc import Iterator

from klantreis.compare.change import JOURNEY, Change
from klantreis.compare.pair import Pair
from klantreis.model.journey import Journey
from klantreis.model.ways import loop_places

WHATS = ("gained", "lost", "later", "earlier", "changed")


def changes(pair: Pair) -> Iterator[Change]:
    """Give what became of the loyalty loop."""
    sides = (pair.old.journey, pair.new.journey)
    places = [loop_places(journey) for journey in sides]
    entered = [None if place is None else place[1] for place in places]
    here, there = entered
    if here is None and there is None:
        return
    before, after = (_title(journey, place) for journey, place in zip(sides, entered, strict=True))
    if here is None or there is None:
        if (sides[0] if here is None else sides[1]).loyalty_loop is not None:
            return
        what = "gained" if here is None else "lost"
    elif (here, there) in pair.phase_kin:
        return
    else:
        what = "later" if there > here else "earlier" if there < here else "changed"
    facts = {"skipped": entered, "plan": pair.plan}
    told = (pair.told(None, None, "loyalty_loop"),) if _rest(pair) else ()
    yield Change("loop", what, JOURNEY, pair.new.journey.title, "", before, after, facts, told)


def _title(journey: Journey, place: int | None) -> str | None:
    return None if place is None else journey.phases[place].title


def _rest(pair: Pair) -> bool:
    """Whether nothing else of the loop is written otherwise; what came or went, did so as a whole."""
    old, new = pair.old.journey.loyalty_loop, pair.new.journey.loyalty_loop
    if old is None or new is None:
        return True
    return (old.from_, old.note, old.extensions) == (new.from_, new.note, new.extensions)
