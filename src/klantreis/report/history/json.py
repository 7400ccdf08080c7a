"""A history as JSON, and the schema of that. The shape grows, and never changes under `version` 1."""

from __future__ import annotations

from typing import Any

from klantreis.engine.history.timeline import Moment, Series, Timeline
from klantreis.wording import dumped

_STATUS = ("measured", "deleted", "absent", "invalid", "unreadable", "too-large", "lost")


def text(timeline: Timeline) -> str:
    """Give the whole history as one JSON object."""
    return dumped(data(timeline)) + "\n"


def data(timeline: Timeline) -> dict[str, Any]:
    """Give the whole history as plain data: how each figure went, and every version with its figures."""
    return {
        "version": 1,
        "file": timeline.file,
        "journey": timeline.journey,
        "title": timeline.title,
        "language": timeline.language,
        "committed": timeline.committed,
        "shallow": timeline.shallow,
        "counts": {
            "versions": len(timeline.moments),
            "commits": timeline.commits,
            "measured": sum(1 for moment in timeline.moments if moment.measured),
            "skipped": len(timeline.skipped),
            "not_asked": timeline.earlier,
        },
        "series": [_series(series) for series in timeline.all_series],
        "versions": [_moment(timeline, number, moment) for number, moment in enumerate(timeline.moments)],
    }


def _series(series: Series) -> dict[str, Any]:
    return {
        "key": series.key,
        "name": series.name,
        "kind": series.measure.kind,
        "better": series.measure.better,
        "unit": series.unit,
        "first": _figure(series.first),
        "last": _figure(series.last),
        "change": _figure(series.change),
        "verdict": series.verdict,
        "target": _figure(series.target),
        "target_met": series.met,
    }


def _moment(timeline: Timeline, number: int, moment: Moment) -> dict[str, Any]:
    return {
        "commit": moment.commit or None,
        "date": moment.when.isoformat() if moment.when else None,
        "author": moment.author,
        "subject": moment.subject,
        "path": moment.path,
        "status": moment.gone or "measured",
        "reason": moment.reason,
        "values": {series.key: _figure(series.values[number]) for series in timeline.all_series}
        if moment.measured is not None
        else {},
    }


def _figure(value: float | None) -> float | None:
    """Without the noise of the machine's own arithmetic."""
    if value is None:
        return None
    rounded = round(value, 9)
    return int(rounded) if rounded == int(rounded) else rounded


def schema() -> dict[str, Any]:
    """Give the JSON Schema of what `text` writes."""
    figure = {"type": ["number", "null"]}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "The history of a customer journey",
        "description": "What `klantreis history FILE --output-format json` writes.",
        **_object(
            {
                "version": {"const": 1},
                "file": _said("string", "The file, as it was named."),
                "journey": _said("string", "The journey's id."),
                "title": _said("string", "Its title now."),
                "language": {"enum": ["nl", "en"], "description": "The language of `name` in the series."},
                "committed": _said("boolean", "Whether git has the file at all."),
                "shallow": _said("boolean", "Whether this clone lacks older commits."),
                "counts": _object(
                    {
                        "versions": _said("integer", "How many versions are listed."),
                        "commits": _said("integer", "How many of them are commits; the other is the work tree."),
                        "measured": _said("integer", "How many have figures."),
                        "skipped": _said("integer", "How many were there and could not be measured."),
                        "not_asked": _said("integer", "How many before `--since` were left out."),
                    }
                ),
                "series": {"type": "array", "items": _series_schema(figure)},
                "versions": {"type": "array", "items": _version_schema(figure), "description": "Oldest first."},
            }
        ),
    }


def _series_schema(figure: dict[str, Any]) -> dict[str, Any]:
    return _object(
        {
            "key": _said("string", "`mean`, `pains` …, or of a metric `csat`, `touchpoint/csat`."),
            "name": _said("string", "What people call it."),
            "kind": {
                "enum": ["score", "count", "share", "metric"],
                "description": "An emotion of -2 to 2, a number of things, a part of 1, a figure in a unit of its own.",
            },
            "better": {"enum": ["higher", "lower", "neither"]},
            "unit": _said("string", "Of a metric."),
            "first": figure | {"description": "The first value there is."},
            "last": figure | {"description": "The value now; null when the journey no longer has it."},
            "change": figure,
            "verdict": {"enum": ["better", "worse", "same", "changed", "unknown"]},
            "target": figure,
            "target_met": {"type": ["boolean", "null"]},
        }
    )


def _version_schema(figure: dict[str, Any]) -> dict[str, Any]:
    return _object(
        {
            "commit": {"type": ["string", "null"], "description": "The full id; null for the work tree."},
            "date": {"type": ["string", "null"], "format": "date-time", "description": "When it was written."},
            "author": {"type": "string"},
            "subject": _said("string", "The first line of the commit's message."),
            "path": _said("string", "What the file was called, from the top of the repository."),
            "status": {"enum": list(_STATUS)},
            "reason": _said("string", "Why it has no figures."),
            "values": {"type": "object", "additionalProperties": figure, "description": "By the key of the series."},
        }
    )


def _said(kind: str, description: str) -> dict[str, Any]:
    return {"type": kind, "description": description}


def _object(properties: dict[str, Any]) -> dict[str, Any]:
    return {"type": "object", "properties": properties, "required": list(properties)}
