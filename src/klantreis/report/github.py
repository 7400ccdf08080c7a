"""Workflow commands of GitHub Actions, which show findings beside the lines of a pull request."""

from __future__ import annotations

from collections.abc import Iterator

from klantreis.engine.run import Outcome
from klantreis.findings import Severity
from klantreis.report.repository import UNKNOWN, Repository
from klantreis.report.text import Line, safe
from klantreis.source.locate import Located, Texts

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


def lines(found: list[Located], _texts: Texts, outcome: Outcome) -> Iterator[Line]:
    """Give a command for each finding and each path that cannot be read."""
    repository = Repository()
    for item in found:
        rule = item.finding.rule
        title = f"klantreis {rule.code} {rule.name}"
        where = {"file": repository.path_of(item), **_range(item), "title": title}
        yield _command(_COMMANDS[item.finding.severity], where, item.finding.message, item.finding.hint)
    for error in outcome.errors:
        path = repository.path_of_error(error)
        file = {} if path == UNKNOWN else {"file": path}
        yield _command("error", {**file, "title": "klantreis"}, error.message, error.hint)


def _range(item: Located) -> dict[str, str]:
    place = item.place
    found = {"line": place.line, "endLine": place.end_line}
    if place.line == place.end_line:
        # Columns are only understood within one line.
        found |= {"col": place.column, "endColumn": place.end_column}
    return {name: str(value) for name, value in found.items()}


def _command(command: str, properties: dict[str, str], message: str, hint: str) -> Line:
    written = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
    text = "%0A".join(_data(part) for part in (message, hint and f"→ {hint}") if part)
    return [("", f"::{command} {written}::{text}")]


def _data(text: str) -> str:
    # Line ends go before `safe`, which would make replacement signs of them.
    parts = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return "%0A".join(safe(part).replace("%", "%25") for part in parts)


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
