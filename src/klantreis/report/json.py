"""All that is known, for programs. The shape grows, and never changes under `version` 1."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from klantreis.engine.run import Outcome
from klantreis.findings import Place
from klantreis.report.text import Line
from klantreis.source.locate import Located, Texts

# What could command a terminal and `json` writes as it is.
_UNSAFE = re.compile("[\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


def lines(found: list[Located], _texts: Texts, outcome: Outcome) -> Iterator[Line]:
    """Give one JSON object: findings, errors (files that cannot be read) and counts."""
    report = {
        "version": 1,
        "findings": [_finding(item) for item in found],
        "errors": [{"message": error.message, "hint": error.hint} for error in outcome.errors],
        "checked": {"files": outcome.checked, "documents": outcome.documents, "skipped": outcome.skipped},
    }
    text = json.dumps(report, ensure_ascii=False, indent=2)
    yield [("", _UNSAFE.sub(lambda match: f"\\u{ord(match.group()):04x}", text))]


def _finding(item: Located) -> dict[str, Any]:
    finding = item.finding
    return {
        "code": finding.rule.code,
        "name": finding.rule.name,
        "severity": str(finding.severity),
        "message": finding.message,
        "hint": finding.hint,
        "file": finding.where.file,
        "document": finding.where.document,
        "path": list(finding.where.path),
        "trail": item.trail,
        "place": _place(item.place),
        "related": [{"file": r.file, "place": _place(r.place), "label": r.label} for r in item.related],
    }


def _place(place: Place) -> dict[str, int]:
    return {
        "line": place.line,
        "column": place.column,
        "end_line": place.end_line,
        "end_column": place.end_column,
    }
