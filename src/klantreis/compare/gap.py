"""The gap between a journey and its dream: what still has to be done, what is worth it, and who does it.

    gap = gap_of(compare(current, dream, plan=True), roadmap)
    gap.coverage.share       # 0 to 1: how much of the gap has an initiative
    gap.open_items           # what has none

With `plan=False` there is no gap but a difference between two states: no work, no coverage.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from klantreis.compare.change import At
from klantreis.compare.comparison import Comparison
from klantreis.compare.coverage import Workers, live, reaches
from klantreis.compare.judgement.verdict import SMALL, Judged
from klantreis.compare.likeness import guesses, lost
from klantreis.model.roadmap import Initiative, Roadmap
from klantreis.model.text import slug


@dataclass(frozen=True, slots=True)
class Item:
    """A difference in a gap. `work`: somebody has to do something for it. `closed_by`: who does."""

    judged: Judged
    work: bool
    closed_by: tuple[Initiative, ...] = ()


@dataclass(frozen=True, slots=True)
class Ranked:
    """An opportunity of the current journey. `priority` is impact divided by effort; None when either is unknown.

    `taken` tells whether the dream takes it: what it solves is gone there, or its step is another one.
    `step` and `phase` are numbers in the current journey; `step` is None for one of a phase.
    """

    id: str
    title: str
    where: str
    phase: int
    step: int | None
    impact: int | None
    effort: int | None
    priority: float | None
    taken: bool
    solves: tuple[str, ...]
    closed_by: tuple[Initiative, ...] = ()


@dataclass(frozen=True, slots=True)
class Coverage:
    """How much of the gap has an initiative. `idle` close nothing of it; `late` wait for what ends later.

    What closes nothing itself and is needed by one that does is not idle. Each pair of `late` is an
    initiative and one that it depends on, which ends after it begins.
    """

    covered: int
    total: int
    idle: tuple[Initiative, ...]
    late: tuple[tuple[Initiative, Initiative], ...]

    @property
    def share(self) -> float | None:
        """The part that is covered, 0 to 1; None when there is nothing to cover."""
        return self.covered / self.total if self.total else None


@dataclass(frozen=True, slots=True)
class Lookalike:
    """A new step that matches nothing and looks like one that nothing is said of: titles and ids.

    `key` is what to write in the new step to say that it is the same: `replaces` in a dream, else `was`.
    """

    key: str
    old_id: str
    old_title: str
    new_id: str
    new_title: str


@dataclass(frozen=True, slots=True, eq=False)
class Gap:
    """A comparison with the work that it asks for. `coverage` is None without a roadmap."""

    comparison: Comparison
    items: tuple[Item, ...]
    opportunities: tuple[Ranked, ...]
    lookalikes: tuple[Lookalike, ...] = ()
    roadmap: Roadmap | None = None
    coverage: Coverage | None = None

    @property
    def work(self) -> tuple[Item, ...]:
        """What somebody has to do something for."""
        return tuple(item for item in self.items if item.work)

    @property
    def open_items(self) -> tuple[Item, ...]:
        """The work that no initiative does."""
        return tuple(item for item in self.work if not item.closed_by)


def gap_of(comparison: Comparison, roadmap: Roadmap | None = None) -> Gap:
    """Hold a roadmap against a comparison, or none."""
    workers = Workers(reaches(comparison.pair, live(roadmap)) if roadmap else [])
    items = tuple(
        Item(judged, comparison.plan and is_work(judged), workers.on(judged)) for judged in comparison.differences
    )
    return Gap(
        comparison,
        items,
        tuple(_ranked(comparison, workers)),
        tuple(_lookalikes(comparison)),
        roadmap,
        _coverage(items, roadmap) if roadmap else None,
    )


_COUNTED = frozenset({"scores", "evidence", "details", "opportunities"})
"""Topics that follow from others: a score rises because a step got better."""

_SMALL_FOLLOWS = frozenset({"emotions", "channels", "values"})
"""Topics of which a small change comes along with others: a second channel, a slightly better feeling."""


def is_work(judged: Judged) -> bool:
    """Tell whether a difference between a journey and its dream asks for work, rather than following from some."""
    change = judged.change
    if change.topic in _COUNTED or (change.at.sort == "journey" and change.topic != "metrics"):
        return False
    if change.topic == "phases":
        # What goes with a phase is work by itself; how a map is cut into phases is none.
        return change.what == "dropped" and not change.facts.get("steps", 0)
    if change.topic in _SMALL_FOLLOWS and judged.size == SMALL:
        return False
    if change.topic == "metrics":
        # A target that was there before the dream, which does not speak of it, is none of its work.
        return change.what in ("ahead", "aimed", "unmeasured") and bool(change.facts["dreamed"])
    if change.topic == "steps" and change.what in ("added", "replaced"):
        return True
    return judged.verdict == "improvement"


def _coverage(items: tuple[Item, ...], roadmap: Roadmap) -> Coverage:
    work = [item for item in items if item.work]
    busy = _with_needed({initiative.id for item in items for initiative in item.closed_by}, roadmap)
    return Coverage(
        sum(1 for item in work if item.closed_by),
        len(work),
        tuple(initiative for initiative in live(roadmap) if initiative.id not in busy and initiative.status != "done"),
        tuple(late_dependencies(roadmap)),
    )


def _with_needed(busy: set[str], roadmap: Roadmap) -> set[str]:
    """Add what others wait for: it closes through them, as in the linter."""
    needs = {initiative.id: [needed.id for needed in found] for initiative, found in needs_of(roadmap)}
    found, todo = set(busy), list(busy)
    while todo:
        for name in needs[todo.pop()]:
            if name not in found:
                found.add(name)
                todo.append(name)
    return found


def needs_of(roadmap: Roadmap) -> list[tuple[Initiative, list[Initiative]]]:
    """Give each initiative with those that it depends on, each once, itself and dropped ones aside."""
    known = {initiative.id: initiative for initiative in live(roadmap)}
    found = []
    for initiative in known.values():
        names = dict.fromkeys(written if written in known else slug(written) for written in initiative.depends_on)
        found.append((initiative, [known[name] for name in names if name in known and name != initiative.id]))
    return found


def late_dependencies(roadmap: Roadmap) -> Iterator[tuple[Initiative, Initiative]]:
    """Give each initiative with one it depends on that cannot be ready when it begins (or ends, without a start).

    Rough dates get the benefit of the doubt, as in the linter. One without an end is not ready before it begins.
    """
    for initiative, needs in needs_of(roadmap):
        when = initiative.start or initiative.end
        if when is None or initiative.status == "done":
            continue
        for needed in needs:
            ready = needed.end or needed.start
            if needed.status != "done" and ready is not None and when.end < ready.start:
                yield initiative, needed


def _ranked(comparison: Comparison, workers: Workers) -> list[Ranked]:
    """The opportunities, the best first: by impact against effort, then by impact; unknown ones last."""
    taken = {_spot(judged.change.at, judged.change.id): judged.change.what == "taken"
             for judged in comparison.differences
             if judged.change.topic == "opportunities" and judged.change.what in ("taken", "left")}  # fmt: skip
    found = []
    for at in comparison.old.opportunities:
        item = at.opportunity
        priority = item.impact / item.effort if item.impact and item.effort else None
        where = at.step.touchpoint.title if at.step else at.phase.title
        number, phase = at.step.number if at.step else None, int(at.path[1])
        found.append(Ranked(
            item.id, item.title, where, phase, number, item.impact, item.effort, priority,
            taken.get((number, phase, item.id), False), tuple(item.solves), workers.taking(number, phase, item.id),
        ))  # fmt: skip
    return sorted(found, key=lambda item: (-(item.priority or 0), -(item.impact or 0)))


def _spot(at: At, name: str) -> tuple[int | None, int | None, str]:
    """The step and phase of the current journey where an item stands, with its id: that is not unique by itself."""
    return (at.old if at.sort == "touchpoint" else None), at.old_phase, name


def _lookalikes(comparison: Comparison) -> Iterator[Lookalike]:
    old, new, matching = comparison.old, comparison.new, comparison.pair.matching
    key = "replaces" if comparison.plan else "was"
    missing = lost(matching, new.journey)
    for there, here in guesses(matching, new.journey, old.journey, missing).items():
        before, after = old.steps[here].touchpoint, new.steps[there].touchpoint
        yield Lookalike(key, before.id, before.title, after.id, after.title)
