"""A first roadmap out of a gap: what could be done for the work that nobody does yet.

    suggestion = suggest(current, dream, today)          # initiatives for the whole gap
    suggestion = suggest(current, dream, today, roadmap) # only for what that roadmap leaves open

First an initiative for each opportunity that the dream takes, then one for each step with work left,
then one for each phase and each target of the journey as a whole. The best come first: by impact
against effort, as opportunities are ranked; what nobody has estimated follows, in the customer's
order. Each team does one thing after the other, as far as the dream's horizon allows, and the effort
says how many quarters it takes.
Nothing is said of what depends on what: that only people know.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from klantreis.compare.closing import meant
from klantreis.compare.comparison import Comparison
from klantreis.compare.gap import Gap, Item, Ranked, gap_of
from klantreis.compare.pair import Pair
from klantreis.compare.proposal import Proposal, Sort, called, planned, priority
from klantreis.findings import Path
from klantreis.model.journey import HORIZON_YEARS
from klantreis.model.roadmap import Initiative, Roadmap


@dataclass(frozen=True, slots=True, eq=False)
class Suggestion:
    """Initiatives for the open work of a gap, in the order to begin with them; `left` is what none can name."""

    comparison: Comparison
    roadmap: Roadmap | None
    proposals: tuple[Proposal, ...]
    left: tuple[Item, ...]


def suggest(comparison: Comparison, today: date, roadmap: Roadmap | None = None) -> Suggestion:
    """Propose initiatives for the work of a gap that a roadmap, or none, leaves open."""
    maker = _Maker(comparison, roadmap)
    maker.add(maker.opportunities())
    maker.add(maker.steps())
    maker.add(maker.whole())
    gap = maker.gap()
    closed: dict[str, list[Item]] = {}
    for item in gap.work:
        for who in item.closed_by:
            closed.setdefault(who.id, []).append(item)
    told = [replace(found, why=tuple(closed.get(found.id, ()))) for found in maker.found]
    ordered = sorted(told, key=lambda found: -priority(found))
    return Suggestion(comparison, roadmap, tuple(planned(ordered, today, _horizon(comparison, today))), gap.open_items)


def _horizon(comparison: Comparison, today: date) -> date | None:
    """The day by which the dream must be there; near is two years on, far five."""
    horizon = comparison.new.journey.horizon
    if horizon is None:
        return None
    if not isinstance(horizon, str):
        return horizon.end
    return date(min(today.year + HORIZON_YEARS[horizon], date.max.year), today.month, 1)


class _Maker:
    """Collects proposals; after each round it looks what is still open."""

    def __init__(self, comparison: Comparison, roadmap: Roadmap | None) -> None:
        self.comparison, self.roadmap = comparison, roadmap
        self.pair: Pair = comparison.pair
        self.found: list[Proposal] = []
        self.ids = {initiative.id for initiative in roadmap.initiatives} if roadmap else set()

    def gap(self) -> Gap:
        """Give the gap with everything that was proposed so far."""
        made = [
            Initiative.model_validate({
                "id": found.id, "title": found.id, "closes": list(found.closes),
                "metrics": {name: {"target": target} for name, target in found.metrics.items()},
            })
            for found in self.found
        ]  # fmt: skip
        old = self.roadmap.initiatives if self.roadmap else []
        trial = Roadmap.model_validate(
            {"kind": "roadmap", "title": "x", "from": self.pair.old.journey.id, "to": self.pair.new.journey.id}
        ).model_copy(update={"initiatives": [*old, *made]})
        return gap_of(self.comparison, trial)

    def add(self, proposals: Iterable[Proposal]) -> None:
        """Take proposals in, each under an id of its own."""
        for found in list(proposals):
            name = base = found.id
            number = 2
            while name in self.ids:
                name = f"{base}-{number}"
                number += 1
            self.ids.add(name)
            self.found.append(replace(found, id=name))

    def opportunities(self) -> Iterator[Proposal]:
        """One for each opportunity that the dream takes and nobody works on; the first at a step takes its targets."""
        gap = self.gap()
        at = self._by_step(gap)
        for found in gap.opportunities:
            if not found.taken or found.closed_by:
                continue
            place = self.pair.old.journey.phases[found.phase]
            element = self.pair.old.steps[found.step].touchpoint if found.step is not None else place
            if name := self._name(self._path(found), f"{element.id}/{found.id}", found.id):
                targets = self._targets_of(at.pop(found.step, []))
                owner = self._owner(None, found.step)
                yield Proposal(
                    "opportunity", (found.title,), found.id, (name,), owner, found.impact, found.effort, targets
                )

    @staticmethod
    def _by_step(gap: Gap) -> dict[int | None, list[Item]]:
        """The open work at each step of the current journey."""
        found: dict[int | None, list[Item]] = {}
        for item in gap.open_items:
            at = item.judged.change.at
            if at.sort == "touchpoint" and at.old is not None:
                found.setdefault(at.old, []).append(item)
        return found

    def _path(self, found: Ranked) -> Path:
        for at in self.pair.old.opportunities:
            number = at.step.number if at.step else None
            if (number, at.path[1], at.opportunity.id) == (found.step, found.phase, found.id):
                return at.path
        raise LookupError(found.id)

    def _targets_of(self, items: Iterable[Item]) -> dict[str, float]:
        told = {name for proposal in self.found for name in proposal.metrics}
        return {
            item.judged.change.id: item.judged.change.after
            for item in items
            if item.judged.change.topic == "metrics"
            and isinstance(item.judged.change.after, int | float)
            and item.judged.change.id not in told
        }

    def steps(self) -> Iterator[Proposal]:
        """One for each step with work left, in the order in which the customer meets them."""
        groups: dict[tuple[int | None, int | None], list[Item]] = {}
        for item in self.gap().open_items:
            at = item.judged.change.at
            if at.sort == "touchpoint":
                there = self.pair.matching.became.get(at.old) if at.new is None and at.old is not None else at.new
                groups.setdefault((None if there is not None else at.old, there), []).append(item)
        for (old, new), items in sorted(groups.items(), key=lambda group: self._order(*group[0])):
            if found := self._step(old, new, items):
                yield found

    def _order(self, old: int | None, new: int | None) -> tuple[float, int]:
        """Where in the customer's order: a step of the dream where the first was that became it."""
        if new is None:
            return float(old or 0), 0
        origins = [here for here, there in self.pair.matching.became.items() if there == new]
        if origins:
            return float(min(origins)), 0
        earlier = [here for here, there in self.pair.matching.became.items() if there < new]
        return max(earlier, default=-1) + 0.5, new

    def _step(self, old: int | None, new: int | None, items: list[Item]) -> Proposal | None:
        origins = [here for here, there in sorted(self.pair.matching.became.items()) if there == new]
        first = old if old is not None else origins[0] if origins else None
        before = self.pair.old.steps[first] if first is not None else None
        after = self.pair.new.steps[new] if new is not None else None
        closes = ""
        if before is not None:
            closes = self._name(before.path, before.touchpoint.id)
        if not closes and after is not None:
            closes = self._name(after.path, after.touchpoint.id, dreamed=True)
        if not closes:
            return None
        step = before or after
        if step is None:
            return None
        sort, names = called(items, step.touchpoint.title)
        return Proposal(
            sort, names, step.touchpoint.id, (closes,), self._owner(new, first), None, None, self._targets_of(items),
        )  # fmt: skip

    def whole(self) -> Iterator[Proposal]:
        """One for each phase with work left, and for each target of the journey as a whole."""
        phases: dict[tuple[int | None, int | None], list[Item]] = {}
        rest: list[Item] = []
        for item in self.gap().open_items:
            at = item.judged.change.at
            if at.sort == "phase":
                phases.setdefault((at.old, at.new), []).append(item)
            else:
                rest.append(item)
        for (old, new), items in phases.items():
            yield from self._phase(old, new, items)
        if targets := self._targets_of(rest):
            yield from self._aims(targets, rest)

    def _aims(self, targets: dict[str, float], items: list[Item]) -> Iterator[Proposal]:
        """Targets of the journey as a whole: for the work with the most impact, or work of their own without any."""
        if self.found:
            best = max(self.found, key=lambda found: found.impact or 0)
            self.found[self.found.index(best)] = replace(best, metrics={**best.metrics, **targets})
            return
        owner = self.pair.new.journey.owner or self.pair.old.journey.owner
        for name, target in targets.items():
            item = next(item for item in items if item.judged.change.id == name)
            yield Proposal("metric", (item.judged.change.name,), name, (), owner, None, None, {name: target})

    def _phase(self, old: int | None, new: int | None, items: list[Item]) -> Iterator[Proposal]:
        side = self.pair.new if old is None else self.pair.old
        number = new if old is None else old
        if number is None:
            return
        phase = side.journey.phases[number]
        closes = self._name(("phases", number), phase.id, dreamed=old is None)
        if closes:
            owner = next((step.owner for step in phase.touchpoints if step.owner), side.journey.owner)
            sort, names = called(items, phase.title)
            chosen: Sort = sort if sort in ("solve", "unneeded", "merge") else "phase"
            kept = names if chosen != "phase" else (phase.title,)
            yield Proposal(
                chosen, kept, phase.id, (closes,), owner, None, None, self._targets_of(items)
            )  # fmt: skip

    def _owner(self, new: int | None, old: int | None) -> str:
        """Who answers for a step in the dream, else now, else for the journey."""
        new = self.pair.matching.became.get(old) if new is None and old is not None else new
        later = self.pair.new.steps[new].touchpoint.owner if new is not None else ""
        now = self.pair.old.steps[old].touchpoint.owner if old is not None else ""
        return later or now or self.pair.new.journey.owner or self.pair.old.journey.owner

    def _name(self, path: Path, *names: str, dreamed: bool = False) -> str:
        """Give the first name that means just what stands at a path; empty when none does."""
        for written in names:
            found = meant(written, self.pair.old, self.pair.new)
            if (
                any(item.path == path and item.dreamed == dreamed for item in found)
                and len({item.sort for item in found}) == 1
            ):
                return written
        return ""
