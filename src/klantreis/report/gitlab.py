"""GitLab's Code Quality report: findings in the widget and the changes of a merge request."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from klantreis.engine.run import Outcome
from klantreis.findings import Severity
from klantreis.report.fingerprint import fingerprint_of_error, fingerprints
from klantreis.report.repository import Repository, sentence
from klantreis.report.text import Line, safe
from klantreis.source.locate import Located, Texts
from klantreis.wording import dumped

# GitLab knows info, minor, major, critical and blocker; the last two are for what breaks a product.
_SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.INFO: "info"}


def lines(found: list[Located], _texts: Texts, outcome: Outcome) -> Iterator[Line]:
    """Give one JSON list: findings, then paths that cannot be read."""
    repository = Repository()
    report = [
        _issue(item, repository.path_of(item), fingerprint)
        for item, fingerprint in zip(found, fingerprints(found), strict=True)
    ]
    report += [
        {
            "description": safe(sentence(error)),
            "check_name": "unreadable",
            "fingerprint": fingerprint_of_error(error, position),
            "severity": "major",
            "location": {"path": repository.path_of_error(error), "lines": {"begin": 1}},
        }
        for position, error in enumerate(outcome.errors)
    ]
    yield [("", dumped(report))]


def _issue(item: Located, path: str, fingerprint: str) -> dict[str, Any]:
    finding, place = item.finding, item.place
    return {
        "description": safe(f"{finding.message} {finding.hint}".strip()),
        "check_name": f"{finding.rule.code} {finding.rule.name}",
        "fingerprint": fingerprint,
        "severity": _SEVERITIES[finding.severity],
        "location": {"path": path, "lines": {"begin": place.line, "end": max(place.line, place.end_line)}},
    }
