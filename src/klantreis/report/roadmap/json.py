"""All that is known of a roadmap over time, for programs. The shape grows, and never changes under `version` 1.

`work` are the differences of the gap that ask for work, numbered; initiatives and states name them by number.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from klantreis.compare.forecast import State
from klantreis.compare.gap import Item
from klantreis.compare.plan import Work
from klantreis.compare.sentences import tell
from klantreis.engine.roadmap.board import Board, label_of
from klantreis.model.scores import feelings
from klantreis.report.text import Line
from klantreis.wording import dumped


def lines(board: Board) -> Iterator[Line]:
    """Give one JSON object."""
    yield [("", dumped(data_of(board)))]


def data_of(board: Board) -> dict[str, Any]:
    """Give the roadmap as plain data."""
    plan, gap = board.plan, board.plan.gap
    numbers = {id(item): number for number, item in enumerate(gap.work)}
    coverage = gap.coverage
    return {
        "version": 1,
        "id": board.id,
        "title": board.title,
        "language": board.terms.language,
        "from": gap.comparison.old.journey.id,
        "to": gap.comparison.new.journey.id,
        "today": plan.today.isoformat(),
        "by": plan.by,
        "coverage": None if coverage is None else {
            "covered": coverage.covered, "total": coverage.total, "share": coverage.share,
        },
        "columns": [
            {"key": slot.key, "label": column.label, "start": _day(slot.start), "end": _day(slot.end)}
            for slot, column in zip(plan.slots, board.columns, strict=True)
        ],
        "initiatives": [_work(work, numbers) for work in plan.works],
        "dropped": [{"id": item.id, "title": item.title, "description": item.description} for item in plan.dropped],
        "work": [_item(item, board) for item in gap.work],
        "open": [numbers[id(item)] for item in gap.open_items],
        "states": [_state(state, board, numbers) for state in board.states],
        "complete": board.states[-1].complete,
    }  # fmt: skip


def _day(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def _work(work: Work, numbers: Mapping[int, int]) -> dict[str, Any]:
    initiative = work.initiative
    return {
        "id": initiative.id,
        "title": initiative.title,
        "description": initiative.description,
        "owner": initiative.owner or None,
        "status": initiative.status,
        "start": None if initiative.start is None else str(initiative.start),
        "end": None if initiative.end is None else str(initiative.end),
        "columns": [work.first, work.last],
        "impact": work.impact,
        "effort": work.effort,
        "derived": sorted(work.derived),
        "closes": [numbers[id(item)] for item in work.closes],
        "opportunities": list(work.opportunities),
        "metrics": {name: target.target for name, target in initiative.metrics.items()},
        "depends_on": [needed.id for needed in work.needs],
        "late": [needed.id for needed in work.late],
        "idle": work.idle,
        "overdue": work.overdue,
    }


def _item(item: Item, board: Board) -> dict[str, Any]:
    change = item.judged.change
    return {
        "topic": change.topic,
        "what": change.what,
        "id": change.id,
        "name": change.name,
        "verdict": item.judged.verdict,
        "size": item.judged.size,
        "told": tell(item.judged, board.terms.language).what,
        "initiatives": [initiative.id for initiative in item.closed_by],
    }


def _state(state: State, board: Board, numbers: Mapping[int, int]) -> dict[str, Any]:
    plan = board.plan
    slot = None if state.slot is None else plan.slots[state.slot]
    return {
        "label": label_of(state, plan, board.terms),
        "column": state.slot,
        "date": _day(slot.end) if slot else plan.today.isoformat(),
        "finished": [initiative.id for initiative in state.fresh],
        "closed": [numbers[id(item)] for item in state.closed],
        "share": state.share if state.slot is not None else None,
        "mean": state.mean,
        "remembered": state.remembered,
        "pains": list(state.pains),
        "steps": state.steps,
        "emotions": [
            {"id": (feeling.touchpoint or feeling.phase).id, "title": (feeling.touchpoint or feeling.phase).title,
             "score": feeling.score}
            for feeling in feelings(state.journey)
        ],
        "complete": state.complete,
    }  # fmt: skip
