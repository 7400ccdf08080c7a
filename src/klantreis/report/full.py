"""Findings for people: place, sentence, what to do, the source with carets, the code."""

from __future__ import annotations

from collections.abc import Iterator

from klantreis.engine.run import Outcome
from klantreis.findings import Finding, Place, Severity
from klantreis.report.text import Line, Piece, safe, width
from klantreis.source.locate import Located, Texts

_BEFORE, _AFTER = 2, 1
_WIDTH = 110
_COLOURS = {Severity.ERROR: "bold red", Severity.WARNING: "bold yellow", Severity.INFO: "bold blue"}


def lines(found: list[Located], texts: Texts, _outcome: Outcome) -> Iterator[Line]:
    """Give each finding with a frame of the source, an empty line between."""
    for item in found:
        yield from _finding(item, texts)
        yield []


def _finding(item: Located, texts: Texts) -> Iterator[Line]:
    finding, place = item.finding, item.place
    rule, colour = finding.rule, _COLOURS[finding.severity]
    file = safe(finding.where.file)
    yield [
        ("bold", f"{file}:{place.line}:{place.column}"),
        ("", "  "),
        (colour, str(finding.severity)),
        ("", f"  {safe(finding.message)}  "),
        ("dim", f"[{rule.code} {rule.name}]"),
        *_mark(finding),
    ]
    # One key at the top is on the line shown; longer ways are worth saying.
    if "›" in item.trail:
        yield [("dim", "  in "), ("", safe(item.trail))]
    yield from _frame(texts.file(finding.where.file).lines, place, colour)
    for label in item.related:
        yield [
            ("", f"  {safe(label.label)}: "),
            ("bold", f"{safe(label.file)}:{label.place.line}:{label.place.column}"),
        ]
        yield from _frame(texts.file(label.file).lines, label.place, "blue", before=0, after=0)
    if finding.hint:
        yield [("green", "  → "), ("", safe(finding.hint))]


def _mark(finding: Finding) -> list[Piece]:
    """A star for what can be mended without thinking, a question mark for what must be looked at."""
    if finding.fix is None:
        return []
    return [("", " "), ("bold cyan", "[*]") if finding.fix.safe else ("cyan", "[?]")]


def _frame(source: list[str], place: Place, colour: str, before: int = _BEFORE, after: int = _AFTER) -> Iterator[Line]:
    if place.line > len(source) or not any(source):
        return
    first = max(1, place.line - before)
    # A file that ends with a line break has no line after it.
    lines = len(source) - (not source[-1])
    last = max(place.line, min(lines, place.line + after))
    gutter = len(str(last))
    start = _window(source[place.line - 1], place)
    for number in range(first, last + 1):
        shown = _cut(source[number - 1], start)
        here = number == place.line
        mark: Piece = (colour, ">") if here else ("", " ")
        yield [("", "  "), mark, ("dim", f" {number:>{gutter}} │ "), ("", shown.rstrip())]
        if here:
            yield [("", " " * (gutter + 4)), ("dim", " │ "), (colour, _carets(source[number - 1], place, start))]


def _window(line: str, place: Place) -> int:
    """Where the shown part of a line begins, so that the caret is in it."""
    return 0 if place.column < _WIDTH - 10 or len(line) <= _WIDTH else place.column - _WIDTH // 2


def _cut(line: str, start: int) -> str:
    part = safe(line[start : start + _WIDTH])
    text = ("…" if start and part else "") + part
    return text + "…" if len(line) > start + _WIDTH else text


def _carets(line: str, place: Place, start: int) -> str:
    begin = place.column - 1
    end = place.end_column - 1 if place.end_line == place.line else len(line.rstrip())
    end = max(begin + 1, min(end, start + _WIDTH, max(len(line), begin + 1)))
    indent = width(safe(line[start:begin])) + (1 if start else 0)
    return " " * indent + "^" * max(1, width(safe(line[begin:end])))
