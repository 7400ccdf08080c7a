"""The Reviewdog Diagnostic Format, for reviewdog and what reads its format."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from klantreis.engine.run import Outcome
from klantreis.findings import Place, Severity
from klantreis.report.repository import Repository, sentence
from klantreis.report.text import Line, safe
from klantreis.source.locate import Located, Texts
from klantreis.wording import dumped

_SEVERITIES = {Severity.ERROR: "ERROR", Severity.WARNING: "WARNING", Severity.INFO: "INFO"}


def lines(found: list[Located], texts: Texts, outcome: Outcome) -> Iterator[Line]:
    """Give one JSON object, a DiagnosticResult."""
    writer = _Writer(texts)
    diagnostics = [writer.diagnostic(item) for item in found]
    diagnostics += [
        {
            "message": safe(sentence(error)),
            "location": {"path": writer.repository.path_of_error(error)},
            "severity": "ERROR",
            "code": {"value": "unreadable"},
        }
        for error in outcome.errors
    ]
    yield [("", dumped({"source": {"name": "klantreis"}, "diagnostics": diagnostics}))]


class _Writer:
    def __init__(self, texts: Texts) -> None:
        self.texts = texts
        self.repository = Repository()

    def diagnostic(self, item: Located) -> dict[str, Any]:
        finding = item.finding
        found: dict[str, Any] = {
            "message": safe(f"{finding.message} {finding.hint}".strip()),
            "location": self._location(finding.where.file, item.place),
            "severity": _SEVERITIES[finding.severity],
            "code": {"value": f"{finding.rule.code} {finding.rule.name}"},
        }
        if item.related:
            found["related_locations"] = [
                {"message": safe(related.label), "location": self._location(related.file, related.place)}
                for related in item.related
            ]
        return found

    def _location(self, file: str, place: Place) -> dict[str, Any]:
        start = self._position(file, place.line, place.column)
        end = self._position(file, place.end_line, place.end_column)
        return {"path": self.repository.path(file), "range": {"start": start, "end": end}}

    def _position(self, file: str, line: int, column: int) -> dict[str, int]:
        """Columns count bytes of UTF-8, from 1."""
        source = self.texts.file(file).lines
        before = source[line - 1][: column - 1] if line <= len(source) else ""
        # Past the end of a line there is nothing to count but the columns themselves.
        more = column - 1 - len(before)
        return {"line": line, "column": len(before.encode("utf-8", "surrogatepass")) + more + 1}
