"""All that is known of a gap or a diff, for programs. The shape grows, and never changes under `version` 1.

Codes (`verdict`, `topic`, `what`, `reason`) are for programs; `told` says the same in the journey's
language. `docs/gap.schema.json` describes it: `klantreis.report.comparison.schema`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from math import isfinite
from typing import Any

from klantreis.compare.change import Change
from klantreis.compare.gap import Gap, Item, Ranked
from klantreis.compare.side import Side
from klantreis.model.parts import Step
from klantreis.model.roadmap import Initiative
from klantreis.report.comparison import Compared, Report, phrases
from klantreis.report.comparison.figures import figures_of
from klantreis.report.comparison.order import Order
from klantreis.report.comparison.words import Terms, terms_of
from klantreis.report.text import Line
from klantreis.wording import dumped

_DEEPEST = 20


def lines(report: Report) -> Iterator[Line]:
    """Give one JSON object."""
    yield [("", dumped(data_of(report)))]


def data_of(report: Report) -> dict[str, Any]:
    """Give the report as plain data."""
    return {
        "version": 1,
        "kind": report.kind,
        "journeys": [_compared(item) for item in report.compared],
        "skipped": [{"name": item.name, "why": item.why} for item in report.skipped],
    }


def _compared(item: Compared) -> dict[str, Any]:
    terms = terms_of(item.tongue)
    comparison = item.gap.comparison if item.gap else None
    told = {
        "status": item.status,
        "title": item.title,
        "language": terms.language,
        "note": item.note,
        "old": _side(comparison.old if comparison else None, item.old_name),
        "new": _side(comparison.new if comparison else None, item.new_name),
    }
    return told if item.gap is None else told | _gap(item.gap, terms)


def _side(side: Side | None, name: str) -> dict[str, Any] | None:
    if side is None:
        return {"name": name} if name else None
    journey = side.journey
    horizon = None if journey.horizon is None else str(journey.horizon)
    return {"name": name, "id": journey.id, "title": journey.title, "state": journey.state, "horizon": horizon}


def _gap(gap: Gap, terms: Terms) -> dict[str, Any]:
    figures, order = figures_of(gap), Order(gap.comparison.pair)
    return {
        "plan": gap.comparison.plan,
        "figures": {
            "mean": _both(*figures.mean),
            "remembered": _both(*figures.remembered),
            "steps": _both(*figures.steps),
            "pains": dict(figures.pains),
        },
        "counts": dict(gap.comparison.counts()),
        "differences": [_difference(item, gap, order, terms) for item in gap.items],
        "opportunities": [_opportunity(found, gap) for found in gap.opportunities if gap.comparison.plan],
        "lookalikes": [
            {
                "old": {"id": found.old_id, "title": found.old_title},
                "new": {"id": found.new_id, "title": found.new_title},
            }
            for found in gap.lookalikes
        ],
        "roadmap": _roadmap(gap),
    }


def _both(before: float | None, after: float | None) -> dict[str, Any]:
    return {"before": _rounded(before), "after": _rounded(after)}


def _rounded(number: float | None) -> float | None:
    return round(number, 6) if isinstance(number, float) else number


def _difference(item: Item, gap: Gap, order: Order, terms: Terms) -> dict[str, Any]:
    change, told = item.judged.change, phrases.told(item, terms)
    return {
        "topic": change.topic,
        "what": change.what,
        "verdict": item.judged.verdict,
        "size": item.judged.size,
        "reason": item.judged.judgement.why,
        "told": {"what": told.what, "here": told.here, "why": told.why},
        "place": _place(change, gap, order),
        "id": change.id,
        "name": change.name,
        "before": plain(change.before),
        "after": plain(change.after),
        "facts": plain(change.facts),
        "work": item.work,
        "closed_by": [initiative.id for initiative in item.closed_by],
    }


def _place(change: Change, gap: Gap, order: Order) -> dict[str, Any]:
    """Where it stands, on the sides where it is; a step that is gone stands where its phase lives on."""
    at, (old, new) = change.at, order.phase(change.at)
    olds, news = gap.comparison.old, gap.comparison.new
    step = at.sort == "touchpoint"
    return {
        "sort": at.sort,
        "old_phase": None if old is None else _named(olds.journey.phases[old]),
        "new_phase": None if new is None else _named(news.journey.phases[new]),
        "old_step": _named(_step(olds, at.old) if step else None),
        "new_step": _named(_step(news, at.new) if step else None),
    }


def _step(side: Side, number: int | None) -> Any:
    steps: list[Step] = side.steps
    return None if number is None else steps[number].touchpoint


def _named(element: Any) -> dict[str, str] | None:
    return None if element is None else {"id": element.id, "title": element.title}


def _opportunity(found: Ranked, gap: Gap) -> dict[str, Any]:
    olds = gap.comparison.old
    return {
        "id": found.id,
        "title": found.title,
        "phase": _named(olds.journey.phases[found.phase]),
        "step": _named(_step(olds, found.step)),
        "impact": found.impact,
        "effort": found.effort,
        "priority": _rounded(found.priority),
        "taken": found.taken,
        "solves": list(found.solves),
        "closed_by": [initiative.id for initiative in found.closed_by],
    }


def _roadmap(gap: Gap) -> dict[str, Any] | None:
    if gap.roadmap is None or gap.coverage is None:
        return None
    found = gap.coverage
    return {
        "id": gap.roadmap.id,
        "title": gap.roadmap.title,
        "covered": found.covered,
        "total": found.total,
        "share": _rounded(found.share),
        "initiatives": [_initiative(initiative, gap) for initiative in gap.roadmap.initiatives],
        "idle": [initiative.id for initiative in found.idle],
        "late": [{"initiative": initiative.id, "needs": needed.id} for initiative, needed in found.late],
    }


def _initiative(initiative: Initiative, gap: Gap) -> dict[str, Any]:
    return {
        "id": initiative.id,
        "title": initiative.title,
        "owner": phrases.owner_of(initiative, gap),
        "status": initiative.status,
        "start": initiative.start and initiative.start.start.isoformat(),
        "end": initiative.end and initiative.end.end.isoformat(),
        "impact": initiative.impact,
        "effort": initiative.effort,
        "depends_on": list(initiative.depends_on),
    }


def plain(value: Any, depth: int = 0) -> Any:
    """Give a value as JSON can hold it: no infinity, and nothing without an end."""
    if isinstance(value, Mapping) and depth < _DEEPEST:
        return {str(key): plain(item, depth + 1) for key, item in value.items()}
    if isinstance(value, list | tuple | set | frozenset) and depth < _DEEPEST:
        items = sorted(value, key=str) if isinstance(value, set | frozenset) else value
        return [plain(item, depth + 1) for item in items]
    if isinstance(value, float):
        return value if isfinite(value) else None
    return value if value is None or isinstance(value, str | int) else str(value)
