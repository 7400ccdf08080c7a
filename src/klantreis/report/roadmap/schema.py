"""The JSON Schema of a roadmap as JSON: `docs/roadmap.schema.json`.

The shape grows: a reader must bear keys and codes that are not here. What is here stays.
"""

from __future__ import annotations

from typing import Any, get_args

from klantreis.compare.change import Topic
from klantreis.compare.judgement.verdict import VERDICTS
from klantreis.compare.plan import By, SlotKey

Schema = dict[str, Any]
_TEXT: Schema = {"type": "string"}
_MAYBE: Schema = {"type": ["string", "null"]}
_FLAG: Schema = {"type": "boolean"}
_COUNT: Schema = {"type": "integer", "minimum": 0}
_RATING: Schema = {"type": ["integer", "null"], "minimum": 1, "maximum": 5}
_DAY: Schema = {"type": ["string", "null"], "format": "date"}
_SHARE: Schema = {"type": ["number", "null"], "minimum": 0, "maximum": 1}
_EMOTION: Schema = {"type": ["number", "null"], "minimum": -2, "maximum": 2}
_STATUS = ("idea", "planned", "doing", "done", "dropped")


def schema() -> Schema:
    """Give the schema, in JSON Schema 2020-12."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "klantreis: a roadmap over time",
        "description": "What `klantreis roadmap` writes with `--output-format json`. New keys and codes may come; "
        "what is described here does not change under version 1.",
        **_object({
            "version": {"const": 1},
            "id": _TEXT,
            "title": _TEXT,
            "language": _TEXT,
            "from": _says(_TEXT, "The id of the journey as it is."),
            "to": _says(_TEXT, "The id of the dream."),
            "today": {"type": "string", "format": "date"},
            "by": _one_of(get_args(By)),
            "coverage": {"anyOf": [_object({"covered": _COUNT, "total": _COUNT, "share": _SHARE}), {"type": "null"}]},
            "columns": _list(_column(), "The columns of the timeline, counted from 0."),
            "initiatives": _list(_initiative(), "What is still wanted, in the order in which it begins."),
            "dropped": _list(_object({"id": _TEXT, "title": _TEXT, "description": _TEXT}), "What was dropped."),
            "work": _list(_work(), "The differences of the gap that ask for work; others name them by number from 0."),
            "open": _list(_COUNT, "The work that no initiative does."),
            "states": _list(_state(), "The journey today, then after each column in which something is finished."),
            "complete": _says(_FLAG, "Whether the last state is the dream."),
        }),
    }  # fmt: skip


def _column() -> Schema:
    return _object({"key": _one_of(get_args(SlotKey)), "label": _TEXT, "start": _DAY, "end": _DAY})


def _initiative() -> Schema:
    return _object({
        "id": _TEXT,
        "title": _TEXT,
        "description": _TEXT,
        "owner": _MAYBE,
        "status": {"enum": [*_STATUS, None]},
        "start": _says(_MAYBE, "As it was written."),
        "end": _says(_MAYBE, "As it was written."),
        "columns": {"type": "array", "items": _COUNT, "minItems": 2, "maxItems": 2},
        "impact": _RATING,
        "effort": _RATING,
        "derived": _list(_one_of(("impact", "effort")), "Which of the two come from the opportunities that it takes."),
        "closes": _list(_COUNT, "The work that it does."),
        "opportunities": _list(_TEXT, "The titles of the opportunities that it takes."),
        "metrics": {"type": "object", "additionalProperties": {"type": "number"}},
        "depends_on": _list(_TEXT, "The ids of what must be done first."),
        "late": _list(_TEXT, "Those of them that are ready too late."),
        "idle": _says(_FLAG, "It closes nothing of the gap."),
        "overdue": _says(_FLAG, "It should have been ready."),
    })  # fmt: skip


def _work() -> Schema:
    return _object({
        "topic": _one_of(get_args(Topic)),
        "what": _TEXT,
        "id": _TEXT,
        "name": _TEXT,
        "verdict": _one_of(VERDICTS),
        "size": {"type": "integer", "minimum": 1, "maximum": 3},
        "told": _says(_TEXT, "In a sentence, in the journey's language."),
        "initiatives": _list(_TEXT, "Who works on it, by id."),
    })  # fmt: skip


def _state() -> Schema:
    return _object({
        "label": _TEXT,
        "column": {"type": ["integer", "null"], "minimum": 0, "description": "Null for today."},
        "date": _DAY,
        "finished": _list(_TEXT, "The ids of what is finished in this column."),
        "closed": _list(_COUNT, "The work that is done by then."),
        "share": _SHARE,
        "mean": _EMOTION,
        "remembered": _EMOTION,
        "pains": _list(_TEXT, "The titles of the pains that are left."),
        "steps": _says(_COUNT, "What the customer has to do."),
        "emotions": _list(_object({"id": _TEXT, "title": _TEXT, "score": _EMOTION}), "In the customer's order."),
        "complete": _says(_FLAG, "Whether this is the dream."),
    })  # fmt: skip


def _object(properties: Schema) -> Schema:
    return {"type": "object", "required": list(properties), "properties": properties}


def _list(items: Schema, says: str) -> Schema:
    return {"type": "array", "items": items, "description": says}


def _says(kind: Schema, text: str) -> Schema:
    return {**kind, "description": text}


def _one_of(codes: tuple[str, ...]) -> Schema:
    return {"type": "string", "enum": list(codes)}
