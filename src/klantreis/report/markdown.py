"""A summary for a pull request or the page of a CI run: counts, and a table for each file.

It is bounded, so that a comment or page that refuses long texts takes it: what is left out is counted.
Whatever the findings quote is shown as text: no mark-up, no mention of people, no reference to issues.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from html import escape
from itertools import groupby

from klantreis.engine.run import Outcome
from klantreis.findings import Severity
from klantreis.report.repository import Repository, sentence
from klantreis.report.text import Line, safe
from klantreis.source.locate import Located, Texts
from klantreis.wording import plural, shortened

# A comment on GitHub holds 65,536 characters.
MOST_BYTES = 60_000
_LONGEST = 400
_MARKS = re.compile(r"([\\`*_{}\[\]|~$:]|(?<=www)\.)")
_CALLS = re.compile(r"[@#]|[!%](?=[0-9])")
_WORDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "info"}
_HEAD = ("| | line | finding | rule |", "|---|---|---|---|")


def lines(found: list[Located], _texts: Texts, outcome: Outcome) -> Iterator[Line]:
    """Give the summary."""
    for line in _bounded(_body(found, outcome), len(found) + len(outcome.errors)):
        yield [("", line)]


Row = tuple[str, int]
"""A line, and how many findings it tells."""


def _bounded(rows: Iterable[Row], total: int) -> Iterator[str]:
    """Stop before the text grows too long, and say how much is left."""
    size = told = 0
    for text, count in rows:
        # The last line must still fit.
        size += len(text.encode("utf-8", "replace")) + 1
        if size > MOST_BYTES - 100:
            yield ""
            yield f"… and {plural(total - told, 'more finding')}."
            return
        told += count
        yield text


def _body(found: list[Located], outcome: Outcome) -> Iterator[Row]:
    yield f"## klantreis: {_verdict(found, outcome)}", 0
    if outcome.errors:
        yield "", 0
    for error in outcome.errors:
        yield f"- **could not be read**: {_text(sentence(error))}", 1
    repository = Repository()
    for path, items in groupby(found, repository.path_of):
        yield "", 0
        yield f"### {_text(path)}", 0
        yield "", 0
        for line in _HEAD:
            yield line, 0
        for item in items:
            yield _row(item), 1


def _verdict(found: list[Located], outcome: Outcome) -> str:
    counts = Counter(item.finding.severity for item in found)
    words = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "suggestion"}
    said = [plural(counts[severity], word) for severity, word in words.items() if counts[severity]]
    files = len({item.finding.where.file for item in found})
    where = f" in {files} of {plural(outcome.checked, 'file')}" if files else f" in {plural(outcome.checked, 'file')}"
    unread = f"; {plural(len(outcome.errors), 'path')} could not be read" if outcome.errors else ""
    return (", ".join(said) or "no mistakes") + where + unread


def _row(item: Located) -> str:
    finding = item.finding
    told = _text(finding.message) + (f"<br>→ {_text(finding.hint)}" if finding.hint else "")
    rule = f"{finding.rule.code} {finding.rule.name}"
    return f"| {_WORDS[finding.severity]} | {item.place.line} | {told} | {_text(rule)} |"


def _text(text: str) -> str:
    """A text that shows as it is, on one line."""
    escaped = _MARKS.sub(r"\\\1", escape(safe(shortened(text, _LONGEST)), quote=False))
    # An empty comment keeps `@name`, `#12` and `!12` from calling people and issues.
    return _CALLS.sub(r"\g<0><!-- -->", escaped)
