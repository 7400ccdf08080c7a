"""All that is known, for programs. The shape grows, and never changes under `version` 1."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from klantreis.engine.run import Outcome
from klantreis.findings import Fix, Place
from klantreis.report.fingerprint import fingerprints
from klantreis.report.text import Line
from klantreis.source.locate import Located, Texts
from klantreis.wording import dumped


def lines(found: list[Located], _texts: Texts, outcome: Outcome) -> Iterator[Line]:
    """Give one JSON object: findings, errors (files that cannot be read) and counts."""
    report = {
        "version": 1,
        "findings": list(finding_objects(found)),
        "errors": [{"message": error.message, "hint": error.hint} for error in outcome.errors],
        "checked": {"files": outcome.checked, "documents": outcome.documents, "skipped": outcome.skipped},
    }
    yield [("", dumped(report))]


def finding_objects(found: list[Located]) -> Iterator[dict[str, Any]]:
    """Give each finding as an object."""
    for item, fingerprint in zip(found, fingerprints(found), strict=True):
        yield _finding(item) | {"element": item.element, "fingerprint": fingerprint, "fix": _fix(item.finding.fix)}


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


def _fix(fix: Fix | None) -> dict[str, Any] | None:
    return None if fix is None else {"label": fix.label, "safe": fix.safe}
