"""One JSON object a line, for programs that read as they go: findings, then paths that cannot be read."""

from __future__ import annotations

from collections.abc import Iterator

from klantreis.engine.run import Outcome
from klantreis.report.json import finding_objects
from klantreis.report.text import Line
from klantreis.source.locate import Located, Texts
from klantreis.wording import dumped


def lines(found: list[Located], _texts: Texts, outcome: Outcome) -> Iterator[Line]:
    """Give objects whose `type` is `finding` (the shape of `json`) or `error`."""
    for item in finding_objects(found):
        yield [("", dumped({"type": "finding", **item}, indent=None))]
    for error in outcome.errors:
        yield [("", dumped({"type": "error", "message": error.message, "hint": error.hint}, indent=None))]
