"""The JSON Schema of the gap and the diff as JSON: `docs/gap.schema.json`.

The shape grows: a reader must bear keys and codes that are not here. What is here stays.
"""

from __future__ import annotations

from typing import Any, get_args

from klantreis.compare.change import Topic
from klantreis.compare.edits import Sort
from klantreis.compare.judgement.verdict import VERDICTS
from klantreis.model.roadmap import Initiative
from klantreis.report.comparison import Status

Schema = dict[str, Any]
_ADDRESS = "https://json-schema.org/draft/2020-12/schema"
_TEXT: Schema = {"type": "string"}
_FLAG: Schema = {"type": "boolean"}
_COUNT: Schema = {"type": "integer", "minimum": 0}
_RATING: Schema = {"type": ["integer", "null"], "minimum": 1, "maximum": 5}
_DAY: Schema = {"type": ["string", "null"], "format": "date"}
_SHARE: Schema = {"type": ["number", "null"], "minimum": 0, "maximum": 1}
_EMOTION: Schema = {"type": ["number", "null"], "minimum": -2, "maximum": 2}


def schema() -> Schema:
    """Give the schema, in JSON Schema 2020-12."""
    return {
        "$schema": _ADDRESS,
        "title": "klantreis: a gap or a diff",
        "description": "What `klantreis gap` and `klantreis diff` write with `--output-format json`. "
        "New keys and codes may come; what is described here does not change under version 1.",
        **_object(
            {
                "version": {"const": 1},
                "kind": _one_of("gap", "diff", says="Current against dream, or two states of journeys."),
                "journeys": _list(_ref("journey"), "Each journey that was looked at."),
                "skipped": _list(_object({"name": _TEXT, "why": _TEXT}), "What was not compared, and why."),
            }
        ),
        "$defs": {
            "journey": _journey(),
            "side": _side(),
            "named": _object({"id": _TEXT, "title": _TEXT}),
            "score": _object({"before": _EMOTION, "after": _EMOTION}),
            "figures": _figures(),
            "difference": _difference(),
            "place": _place(),
            "opportunity": _opportunity(),
            "roadmap": _roadmap(),
            "initiative": _initiative(),
        },
    }


def _object(properties: Schema, optional: Schema | None = None) -> Schema:
    return {"type": "object", "required": list(properties), "properties": {**properties, **(optional or {})}}


def _list(items: Schema, says: str = "") -> Schema:
    return _says({"type": "array", "items": items}, says)


def _ref(name: str) -> Schema:
    return {"$ref": f"#/$defs/{name}"}


def _or_null(form: Schema, says: str = "") -> Schema:
    return _says({"anyOf": [form, {"type": "null"}]}, says)


def _one_of(*values: str | None, says: str = "") -> Schema:
    return _says({"enum": list(values)}, says)


def _says(form: Schema, says: str) -> Schema:
    return {**form, "description": says} if says else form


def _journey() -> Schema:
    return _object(
        {
            "status": _one_of(*get_args(Status), says="`changed` or `renamed` have differences to look at."),
            "title": _TEXT,
            "language": _one_of("nl", "en", says="The language of all that is told."),
            "note": _says(_TEXT, "Why it cannot be read, or where it was renamed from."),
            "old": _or_null(_ref("side"), "Null where there is none."),
            "new": _or_null(_ref("side"), "Null where there is none."),
        },
        {
            "plan": _says(_FLAG, "Whether the new side is a dream of the old one. Absent, with all that follows, "
                          "where nothing was compared."),
            "figures": _ref("figures"),
            "counts": _says(_object(dict.fromkeys(VERDICTS, _COUNT)), "Differences by verdict."),
            "differences": _list(_ref("difference")),
            "opportunities": _list(_ref("opportunity"), "Of the current journey, the best first; only in a plan."),
            "lookalikes": _list(
                _object({"old": _ref("named"), "new": _ref("named")}),
                "Steps that look alike and are not matched: add `replaces` (in a dream) or `was` if they are the same.",
            ),
            "roadmap": _or_null(_ref("roadmap"), "Null without one."),
        },
    )  # fmt: skip


def _side() -> Schema:
    return _object(
        {"name": _says(_TEXT, "An id, a file or a revision.")},
        {
            "id": _TEXT,
            "title": _TEXT,
            "state": _one_of("current", "dream"),
            "horizon": {"type": ["string", "null"], "description": "near, far or a date as written."},
        },
    )


def _figures() -> Schema:
    pains = dict.fromkeys(("solved", "remaining", "new"), _COUNT)
    return _object(
        {
            "mean": _says(_ref("score"), "The mean emotion, −2 to +2."),
            "remembered": _says(_ref("score"), "The mean of the peak and the end."),
            "steps": _says(_object({"before": _COUNT, "after": _COUNT}), "Steps that the customer takes."),
            "pains": _object(pains),
        }
    )


def _difference() -> Schema:
    anything: Schema = {"description": "Any plain value; null where there is none."}
    return _object(
        {
            "topic": _one_of(*get_args(Topic)),
            "what": _says(_TEXT, "Which of its topic, such as `dropped`."),
            "verdict": _one_of(*VERDICTS),
            "size": {"enum": [1, 2, 3], "description": "1 small, 2 medium, 3 large."},
            "reason": _says(_TEXT, "The code of the reason for the verdict."),
            "told": _says(
                _object({"what": _TEXT, "here": _says(_TEXT, "Below the title of its step or phase."), "why": _TEXT}),
                "The same in the journey's language.",
            ),
            "place": _ref("place"),
            "id": _says(_TEXT, "The id of what changed."),
            "name": _says(_TEXT, "What changed, in people's words."),
            "before": anything,
            "after": anything,
            "facts": {"type": "object", "description": "What else is known; depends on topic and what."},
            "work": _says(_FLAG, "Whether somebody has to do something for it."),
            "closed_by": _list(_TEXT, "Ids of the initiatives that work on it."),
        }
    )


def _place() -> Schema:
    named = _or_null(_ref("named"))
    sides = ("old_phase", "new_phase", "old_step", "new_step")
    return _object({"sort": _one_of(*get_args(Sort)), **dict.fromkeys(sides, named)})


def _opportunity() -> Schema:
    return _object(
        {
            "id": _TEXT,
            "title": _TEXT,
            "phase": _ref("named"),
            "step": _or_null(_ref("named"), "Null for one of the phase."),
            "impact": _RATING,
            "effort": _RATING,
            "priority": {"type": ["number", "null"], "description": "Impact divided by effort."},
            "taken": _says(_FLAG, "Whether the dream takes it."),
            "solves": _list(_TEXT, "Ids of pains."),
            "closed_by": _list(_TEXT, "Ids of the initiatives that work on it."),
        }
    )


def _roadmap() -> Schema:
    return _object(
        {
            "id": _TEXT,
            "title": _TEXT,
            "covered": _says(_COUNT, "How many differences that ask for work have an initiative."),
            "total": _says(_COUNT, "How many ask for work."),
            "share": _says(_SHARE, "The one divided by the other; null when nothing asks for work."),
            "initiatives": _list(_ref("initiative")),
            "idle": _list(_TEXT, "Ids of initiatives that close nothing."),
            "late": _list(_object({"initiative": _TEXT, "needs": _TEXT}), "Initiatives that wait for what ends later."),
        }
    )


def _initiative() -> Schema:
    statuses = [value for form in get_args(Initiative.model_fields["status"].annotation) for value in get_args(form)]
    return _object(
        {
            "id": _TEXT,
            "title": _TEXT,
            "owner": _says(_TEXT, "The team, by its title where the organisation lists it."),
            "status": _one_of(*statuses, None),
            "start": _says(_DAY, "Its first day."),
            "end": _says(_DAY, "Its last day."),
            "impact": _RATING,
            "effort": _RATING,
            "depends_on": _list(_TEXT),
        }
    )
