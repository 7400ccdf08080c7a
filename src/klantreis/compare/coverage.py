"""A roadmap held against a comparison: which initiative works on which difference.

An initiative works on a difference when one of its `closes` names it. A touchpoint or phase stands
for everything in it; a pain, or an opportunity that solves it, for the pain, and for what else
changes at its touchpoint except the other pains. Who takes a pain away takes the opportunities that
solve it. A figure belongs to who names the metric: everywhere, or at its own touchpoints when one of
these has that figure.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from klantreis.compare.closing import Covering, Meant, closes_of, meant
from klantreis.compare.judgement.verdict import Judged
from klantreis.compare.pair import Pair
from klantreis.compare.side import Side
from klantreis.model.parts import PAINS, OpportunityAt
from klantreis.model.roadmap import Initiative, Roadmap
from klantreis.model.text import slug
from klantreis.model.touchpoint import Opportunity

Spot = tuple[int | None, int | None, str]
"""Where an opportunity stands in the current journey: step, phase, and its id, which others may have too."""


@dataclass(frozen=True, slots=True)
class Reach:
    """What one initiative works on, by number and id; `whole` steps with everything in them.

    `opportunities`: the step (None for one of the phase itself), phase and id of each. `metrics` are
    the ones it names, `elsewhere` those of them that none of its own steps has.
    """

    initiative: Initiative
    old: frozenset[int]
    new: frozenset[int]
    whole_old: frozenset[int]
    whole_new: frozenset[int]
    old_phases: frozenset[int]
    new_phases: frozenset[int]
    pains: frozenset[str]
    opportunities: frozenset[Spot]
    metrics: frozenset[str]
    elsewhere: frozenset[str]

    def takes(self, step: int | None, phase: int | None, name: str) -> bool:
        """Tell whether it takes an opportunity of the current journey."""
        whole = phase in self.old_phases if step is None else step in self.whole_old
        return whole or (step, phase, name) in self.opportunities


@dataclass(slots=True)
class _Items:
    pains: set[str] = field(default_factory=set)
    opportunities: set[Spot] = field(default_factory=set)
    whole: list[str] = field(default_factory=list)
    old_phases: set[int] = field(default_factory=set)
    new_phases: set[int] = field(default_factory=set)


def live(roadmap: Roadmap) -> list[Initiative]:
    """Give the initiatives that were not dropped."""
    return [initiative for initiative in roadmap.initiatives if initiative.status != "dropped"]


def reaches(pair: Pair, initiatives: Iterable[Initiative]) -> list[Reach]:
    """Give what each initiative works on."""
    covering = Covering(pair.old, pair.new, pair.matching)
    solving: dict[str, set[Spot]] = {}
    for at in pair.old.opportunities:
        for pain in _solved(at.opportunity):
            solving.setdefault(pain, set()).add(_spot(at))
    return [_reach(pair, initiative, covering, solving) for initiative in initiatives]


def _reach(pair: Pair, initiative: Initiative, covering: Covering, solving: Mapping[str, set[Spot]]) -> Reach:
    items, closes = _Items(), closes_of(initiative, pair.old, pair.new)
    for written in closes:
        for found in meant(written, pair.old, pair.new):
            _note(pair, found, written, items)
    touched = covering.by(closes)
    whole = covering.by(items.whole)
    forth, back = covering.forth, covering.back
    old = items.old_phases | {back[number] for number in items.new_phases if number in back}
    new = items.new_phases | {forth[number] for number in items.old_phases if number in forth}
    metrics = frozenset(slug(name) or name for name in initiative.metrics)
    return Reach(
        initiative, frozenset(touched[0]), frozenset(touched[1]), frozenset(whole[0]), frozenset(whole[1]),
        frozenset(old), frozenset(new), frozenset(items.pains),
        frozenset(items.opportunities.union(*(solving.get(pain, ()) for pain in items.pains))),
        metrics, metrics - _figures(pair.old, touched[0]) - _figures(pair.new, touched[1]) if metrics else metrics,
    )  # fmt: skip


def _figures(side: Side, steps: Iterable[int]) -> set[str]:
    """The metrics of some touchpoints."""
    return {slug(name) or name for number in steps for name in side.steps[number].touchpoint.metrics}


def _solved(opportunity: Opportunity) -> Iterable[str]:
    return (slug(written.rpartition("/")[2]) for written in opportunity.solves)


def _spot(at: OpportunityAt) -> Spot:
    return (at.step.number if at.step else None), int(at.path[1]), at.opportunity.id


def _note(pair: Pair, found: Meant, written: str, items: _Items) -> None:
    side = pair.new if found.dreamed else pair.old
    if found.sort in ("phase", "touchpoint"):
        items.whole.append(written)
        if found.sort == "phase":
            (items.new_phases if found.dreamed else items.old_phases).add(int(found.path[1]))
        return
    if found.sort in PAINS:
        items.pains.add(next(item.id for step in side.outline.steps for item in step.items if item.path == found.path))
    elif found.sort == "opportunity":
        for at in side.opportunities:
            if at.path == found.path:
                items.pains.update(_solved(at.opportunity))
                if not found.dreamed:
                    items.opportunities.add(_spot(at))


class Workers:
    """Who works on which difference."""

    def __init__(self, reached: Sequence[Reach]) -> None:
        self.reached = reached
        self._by_key: dict[tuple[str, object], list[int]] = {}
        for number, reach in enumerate(reached):
            for key in _keys(reach):
                self._by_key.setdefault(key, []).append(number)

    def on(self, judged: Judged) -> tuple[Initiative, ...]:
        """Give the initiatives that work on a difference, in the order of the roadmap."""
        return tuple(reach.initiative for reach in self._known_by(_asked(judged)) if _works_on(judged, reach))

    def taking(self, step: int | None, phase: int, name: str) -> tuple[Initiative, ...]:
        """Give the initiatives that take an opportunity of the current journey, in the order of the roadmap."""
        place = ("old phase", phase) if step is None else ("old touchpoint", step)
        found = self._known_by((place, ("opportunities", (step, phase, name))))
        return tuple(reach.initiative for reach in found if reach.takes(step, phase, name))

    def _known_by(self, keys: Iterable[tuple[str, object]]) -> list[Reach]:
        numbers = {number for key in keys for number in self._by_key.get(key, ())}
        return [self.reached[number] for number in sorted(numbers)]


def _keys(reach: Reach) -> Iterator[tuple[str, object]]:
    """Everything that a difference may be found by."""
    for sort, names in (
        ("old touchpoint", reach.old), ("new touchpoint", reach.new), ("old phase", reach.old_phases),
        ("new phase", reach.new_phases), ("pains", reach.pains), ("opportunities", reach.opportunities),
        ("metrics", reach.metrics),
    ):  # fmt: skip
        for name in names:
            yield sort, name


def _asked(judged: Judged) -> Iterator[tuple[str, object]]:
    change, at = judged.change, judged.change.at
    yield f"old {at.sort}", at.old
    yield f"new {at.sort}", at.new
    yield change.topic, change.id
    yield change.topic, (at.old if at.sort == "touchpoint" else None, at.old_phase, change.id)


def _works_on(judged: Judged, reach: Reach) -> bool:
    change = judged.change
    at = change.at
    if change.topic == "metrics" and change.id in (reach.elsewhere if at.sort == "touchpoint" else reach.metrics):
        return True
    if change.topic == "pains" and change.id in reach.pains:
        return True
    if change.topic == "opportunities":
        return reach.takes(at.old if at.sort == "touchpoint" else None, at.old_phase, change.id)
    if at.sort == "phase":
        return at.old in reach.old_phases or at.new in reach.new_phases
    # A pain is not taken away by who works on another one of its step; it goes with its step, though.
    if change.topic == "pains" and at.new is not None:
        return at.old in reach.whole_old or at.new in reach.whole_new
    return at.old in reach.old or at.new in reach.new
