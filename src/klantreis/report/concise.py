"""One line a finding, as compilers and editors read it."""

from __future__ import annotations

from collections.abc import Iterator

from klantreis.engine.run import Outcome
from klantreis.report.text import Line, safe
from klantreis.source.locate import Located, Texts


def lines(found: list[Located], _texts: Texts, _outcome: Outcome) -> Iterator[Line]:
    """Give `file:line:column: severity code name: message hint`."""
    for item in found:
        finding, place = item.finding, item.place
        rule = finding.rule
        message = safe(f"{finding.message} {finding.hint}".strip())
        at = f"{safe(finding.where.file)}:{place.line}:{place.column}"
        yield [("", f"{at}: {finding.severity} {rule.code} {rule.name}: {message}")]
