"""What a journey will look like as a roadmap is carried out: after each column of its timeline.

A step becomes the dream's once all work at it is done; a step that goes, goes when its initiative is
done. What asks for no work and has no initiative comes with the last of the work. When all work of the
gap is done, the journey is the dream. What is marked as done and not on the map yet counts from the
first moment on: today's journey is the one on the map.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from klantreis.compare.change import At
from klantreis.compare.gap import Gap, Item
from klantreis.compare.halfway import halfway
from klantreis.compare.plan import Plan
from klantreis.compare.topics.measures import own_steps
from klantreis.model.journey import Journey
from klantreis.model.roadmap import Initiative
from klantreis.model.scores import experience_score, remembered_score

Spot = tuple[str, int]
"""What changes as one: a step of the dream with all that become it, a step that goes, a phase."""


@dataclass(frozen=True, slots=True, eq=False)
class State:
    """A journey at a moment: after column `slot` of the timeline, None for today.

    `done` are the initiatives finished by then, `fresh` those finished in this column. `closed` is the
    work of the gap that is done by then, `newly` what closes in this column; `share` the part of all work, 0 to
    1 (None without any). `pains` are the titles of the pains that are left. `steps` counts what the
    customer has to do.
    """

    slot: int | None
    done: tuple[Initiative, ...]
    fresh: tuple[Initiative, ...]
    closed: tuple[Item, ...]
    newly: tuple[Item, ...]
    share: float | None
    journey: Journey
    mean: float | None
    remembered: float | None
    pains: tuple[str, ...]
    steps: int

    @property
    def complete(self) -> bool:
        """Whether the journey is the dream."""
        return self.slot is not None and self.share in (None, 1)


def forecast(plan: Plan) -> list[State]:
    """Give the journey as it is, and after each column in which something is finished."""
    gap = plan.gap
    found = [_state(gap, None, (), ())]
    done: list[Initiative] = []
    earliest = _earliest(plan)
    for slot in range(len(plan.slots)):
        fresh = [work.initiative for work in plan.works if max(work.last, earliest) == slot]
        done += fresh
        if fresh:
            found.append(_state(gap, slot, tuple(done), tuple(fresh), found[-1]))
    return found


def _earliest(plan: Plan) -> int:
    """The first column whose end is still to come: what should be ready by now, is on the map or is not ready."""
    return next(
        (
            number
            for number, slot in enumerate(plan.slots)
            if slot.key != "done" and (slot.end is None or slot.end >= plan.today)
        ),
        len(plan.slots) - 1,
    )


def _state(
    gap: Gap, slot: int | None, done: tuple[Initiative, ...], fresh: tuple[Initiative, ...], before: State | None = None
) -> State:
    ids = {initiative.id for initiative in done}
    closed = tuple(item for item in gap.work if item.closed_by and all(who.id in ids for who in item.closed_by))
    whole = slot is not None and len(closed) == len(gap.work)
    here = reached(gap, ids)
    journey = _journey(gap, here, whole=whole) if slot is not None else gap.comparison.old.journey
    known = set(map(id, before.closed)) if before else set()
    return State(
        slot, done, fresh, closed, tuple(item for item in closed if id(item) not in known),
        len(closed) / len(gap.work) if gap.work else None,
        journey, experience_score(journey), remembered_score(journey),
        tuple(_pains(gap, closed, here, whole=whole)), own_steps(journey),
    )  # fmt: skip


def _journey(gap: Gap, here: set[Spot], *, whole: bool) -> Journey:
    return gap.comparison.new.journey if whole else halfway(gap.comparison.pair, here)


def reached(gap: Gap, done: set[str]) -> set[Spot]:
    """Give what is the dream's by now: everything at which all work has an initiative, and all those are done."""
    at: dict[Spot, list[Item]] = {}
    for item in gap.items:
        if (spot := spot_of(gap, item.judged.change.at)) is not None:
            at.setdefault(spot, []).append(item)
    return {spot for spot, items in at.items() if _ready(items, done)}


def _ready(items: Sequence[Item], done: set[str]) -> bool:
    workers = {who.id for item in items for who in item.closed_by}
    return bool(workers) and workers <= done and all(item.closed_by for item in items if item.work)


def spot_of(gap: Gap, at: At) -> Spot | None:
    """Give what a difference is part of; None when it is about the journey as a whole."""
    if at.sort == "journey":
        return None
    if at.sort == "phase":
        return ("new phase", at.new) if at.new is not None else ("old phase", at.old or 0)
    became = gap.comparison.pair.matching.became
    there = became.get(at.old) if at.new is None and at.old is not None else at.new
    return ("new", there) if there is not None else ("old", at.old or 0)


def _pains(gap: Gap, closed: Iterable[Item], here: set[Spot], *, whole: bool) -> Iterable[str]:
    """The pains that are left: those not solved yet, those that the dream leaves, and its own once it is there."""
    solved = set(map(id, closed))
    for item in gap.items:
        change = item.judged.change
        if change.topic != "pains":
            continue
        if change.what == "solved":
            left = id(item) not in solved and not whole
        elif change.what == "new":
            left = whole or spot_of(gap, change.at) in here
        else:
            left = change.what in ("remaining", "worse", "milder", "moved", "spread", "narrowed")
        if left:
            yield change.name
