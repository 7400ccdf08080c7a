"""A roadmap over time, as plain data: what is done when, by whom, and what each part needs and closes.

    plan = plan_of(gap, today)                     # in quarters, or now, next and later
    plan.slots[plan.works[0].first]                # when the first initiative begins
    forecast(plan)                                 # see `klantreis.compare.forecast`

Now, next and later after the roadmaps of Janna Bastow, who draws no dates that nobody can keep: what
is being done, what follows within half a year, and what comes one day.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from klantreis.compare.coverage import live
from klantreis.compare.gap import Gap, Item, Ranked, needs_of
from klantreis.model.roadmap import Initiative, Roadmap
from klantreis.model.text import slug

By = Literal["now-next-later", "quarters"]
SlotKey = Literal["done", "now", "next", "later", "period", "undated"]
MOST_PERIODS = 12
"""More quarters than this become years, or several years in one."""
_SOON = 183
"""Days: what begins within half a year is next."""
YEAR = 4
"""Quarters."""


@dataclass(frozen=True, slots=True)
class Slot:
    """A column of the timeline. `start` and `end` are the first and last day of a period, None for the others."""

    key: SlotKey
    start: date | None = None
    end: date | None = None

    def holds(self, day: date) -> bool:
        """Tell whether a day lies in this period."""
        return self.start is not None and self.end is not None and self.start <= day <= self.end


@dataclass(frozen=True, slots=True, eq=False)
class Work:
    """An initiative on the timeline, from column `first` to column `last`.

    `impact` and `effort` are its own, else the highest of the opportunities that it takes (`derived`
    names those two that are). `closes` is the work of the gap that it does; `needs` what it depends on,
    `late` the part of it that is ready too late. `idle`: it closes nothing. `overdue`: it should have
    been ready. `dated`: it has a date.
    """

    initiative: Initiative
    first: int
    last: int
    impact: int | None
    effort: int | None
    derived: frozenset[str]
    closes: tuple[Item, ...]
    opportunities: tuple[str, ...]
    needs: tuple[Initiative, ...]
    late: tuple[Initiative, ...]
    idle: bool
    overdue: bool
    dated: bool

    @property
    def owner(self) -> str:
        """The team as it was written; empty when nobody said."""
        return self.initiative.owner


@dataclass(frozen=True, slots=True, eq=False)
class Plan:
    """A roadmap held against the gap, over time. `works` stand in the order in which they begin; `dropped` aside."""

    gap: Gap
    by: By
    today: date
    slots: tuple[Slot, ...]
    works: tuple[Work, ...]
    dropped: tuple[Initiative, ...]

    def lanes(self) -> list[tuple[str, list[Work]]]:
        """Give the work by owner, in the order in which owners first have something to do; nobody's work last."""
        found: dict[str, tuple[str, list[Work]]] = {}
        for work in self.works:
            key = slug(work.owner) or work.owner
            found.setdefault(key, (work.owner, []))[1].append(work)
        return sorted(found.values(), key=lambda lane: not lane[0])


def plan_of(gap: Gap, today: date, by: By | None = None) -> Plan:
    """Lay out the roadmap of a gap over time; without `by`, in quarters as soon as one initiative has a date.

    Raises `ValueError` for a gap without a roadmap.
    """
    roadmap = gap.roadmap
    if roadmap is None or gap.coverage is None:
        raise ValueError("a gap without a roadmap")
    initiatives = live(roadmap)
    chosen: By = by or ("quarters" if any(_begin(item) for item in initiatives) else "now-next-later")
    slots = _periods(initiatives, today) if chosen == "quarters" else _three(initiatives, today)
    tasks = _tasks(gap, roadmap)
    found = [_work(initiative, tasks[initiative.id], slots, today) for initiative in initiatives]
    found.sort(key=lambda work: (work.first, work.last, _day_of(work.initiative)))
    dropped = tuple(item for item in roadmap.initiatives if item.status == "dropped")
    return Plan(gap, chosen, today, slots, tuple(found), dropped)


def _begin(initiative: Initiative) -> date | None:
    period = initiative.start or initiative.end
    return None if period is None else period.start if initiative.start else period.end


def _finish(initiative: Initiative) -> date | None:
    """The last day of an initiative; None when nobody said."""
    return initiative.end.end if initiative.end else None


def _day_of(initiative: Initiative) -> date:
    return _begin(initiative) or date.max


@dataclass(slots=True)
class _Task:
    """What the gap says of one initiative."""

    closes: list[Item] = field(default_factory=list)
    taken: list[Ranked] = field(default_factory=list)
    needs: list[Initiative] = field(default_factory=list)
    late: list[Initiative] = field(default_factory=list)
    idle: bool = False


def _tasks(gap: Gap, roadmap: Roadmap) -> dict[str, _Task]:
    """What the gap says of each initiative, by id."""
    found = {initiative.id: _Task(needs=needs) for initiative, needs in needs_of(roadmap)}
    for item in gap.work:
        for who in item.closed_by:
            found[who.id].closes.append(item)
    for opportunity in gap.opportunities:
        for who in opportunity.closed_by:
            found[who.id].taken.append(opportunity)
    if gap.coverage is not None:
        for who in gap.coverage.idle:
            found[who.id].idle = True
        for waiting, needed in gap.coverage.late:
            found[waiting.id].late.append(needed)
    return found


def _work(initiative: Initiative, task: _Task, slots: Sequence[Slot], today: date) -> Work:
    taken = task.taken
    derived = frozenset(
        key for key in ("impact", "effort")
        if getattr(initiative, key) is None and any(getattr(found, key) for found in taken)
    )  # fmt: skip
    end = _finish(initiative)
    first, last = _columns(initiative, slots, today)
    return Work(
        initiative, first, last,
        initiative.impact or max((found.impact or 0 for found in taken), default=0) or None,
        initiative.effort or max((found.effort or 0 for found in taken), default=0) or None,
        derived,
        tuple(task.closes),
        tuple(found.title for found in taken),
        tuple(task.needs),
        tuple(task.late),
        task.idle,
        end is not None and end < today and initiative.status != "done",
        _begin(initiative) is not None,
    )  # fmt: skip


def _columns(initiative: Initiative, slots: Sequence[Slot], today: date) -> tuple[int, int]:
    """The columns where an initiative begins and ends."""
    if all(slot.key != "period" for slot in slots):
        place = [slot.key for slot in slots].index(stage_of(initiative, today))
        return place, place
    begin, end = _begin(initiative), _finish(initiative)
    if begin is None:
        return len(slots) - 1, len(slots) - 1
    first = _column(slots, begin)
    last = _column(slots, max(end, begin)) if end else first
    return first, last


def _column(slots: Sequence[Slot], day: date) -> int:
    return next(number for number, slot in enumerate(slots) if slot.holds(day))


def stage_of(initiative: Initiative, today: date) -> SlotKey:
    """Give where an initiative stands without a calendar: done, now, next or later."""
    if initiative.status == "done":
        return "done"
    begin = _begin(initiative)
    if initiative.status == "doing" or (begin is not None and begin <= today):
        return "now"
    if begin is not None:
        return "next" if (begin - today).days <= _SOON else "later"
    return "next" if initiative.status == "planned" else "later"


def _three(initiatives: Sequence[Initiative], today: date) -> tuple[Slot, ...]:
    done = any(stage_of(initiative, today) == "done" for initiative in initiatives)
    return (*((Slot("done"),) if done else ()), Slot("now"), Slot("next"), Slot("later"))


def _periods(initiatives: Sequence[Initiative], today: date) -> tuple[Slot, ...]:
    """Quarters from the first date to the last; years, or more years together, when there would be too many."""
    days = [day for item in initiatives for day in (_begin(item), _finish(item)) if day is not None]
    first, last = (quarter_of(min(days)), quarter_of(max(days))) if days else (quarter_of(today), quarter_of(today))
    undated = any(_begin(item) is None for item in initiatives) or not days
    length = 1
    if last - first >= MOST_PERIODS:
        years = last // YEAR - first // YEAR + 1
        length = YEAR * -(-years // MOST_PERIODS)
        first -= first % YEAR
    slots = [
        Slot("period", _first_day(number), _last_day(number + length - 1)) for number in range(first, last + 1, length)
    ]
    return (*slots, *((Slot("undated"),) if undated else ()))


def quarter_of(day: date) -> int:
    """Give a quarter as a number: one more for each that follows."""
    return day.year * YEAR + (day.month - 1) // 3


def _first_day(quarter: int) -> date:
    return date(quarter // YEAR, 3 * (quarter % YEAR) + 1, 1)


def _last_day(quarter: int) -> date:
    if quarter // YEAR >= date.max.year:
        return date.max
    following = _first_day(quarter + 1)
    return date.fromordinal(following.toordinal() - 1)
