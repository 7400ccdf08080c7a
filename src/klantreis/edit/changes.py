"""Small changes of a text: where, and what stands there afterwards."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

_BREAK = re.compile(r"\r\n|\r|\n")


@dataclass(frozen=True, slots=True, order=True)
class Change:
    """The characters from `start` to `end` become `text`; an insertion where both are the same."""

    start: int
    end: int
    text: str

    def clashes(self, other: Change) -> bool:
        """Tell whether two changes touch the same characters, so that their order would matter."""
        if self.start == self.end or other.start == other.end:
            return self.start <= other.end and other.start <= self.end
        return self.overlaps(other)

    def overlaps(self, other: Change) -> bool:
        """Tell whether two changes have characters in common, or one is an insertion within the other."""
        return self.start < other.end and other.start < self.end


def changed(text: str, changes: Iterable[Change]) -> str:
    """Give a text with changes made that do not clash."""
    parts, at = [], 0
    for change in sorted(changes):
        parts += [text[at : change.start], change.text]
        at = change.end
    return "".join([*parts, text[at:]])


class Lines:
    """The lines of a text, by character."""

    def __init__(self, text: str) -> None:
        self.text = text
        first = _BREAK.search(text)
        self.ending = first.group() if first else "\n"
        self.starts: Sequence[int] = [0, *(match.end() for match in _BREAK.finditer(text))]

    def start(self, offset: int) -> int:
        """Give where the line of an offset begins."""
        return self.starts[bisect_right(self.starts, offset) - 1]

    def end(self, offset: int) -> int:
        """Give where the line of an offset ends, before its line break."""
        end = self.next(offset)
        return end - len(self.text[self.start(offset) : end]) + len(self.text[self.start(offset) : end].rstrip("\r\n"))

    def next(self, offset: int) -> int:
        """Give where the line after the one of an offset begins."""
        line = bisect_right(self.starts, offset)
        return self.starts[line] if line < len(self.starts) else len(self.text)

    def number(self, offset: int) -> int:
        """Give the number of an offset's line, from 1."""
        return bisect_right(self.starts, offset)

    def column(self, offset: int) -> int:
        """Give the column of an offset, from 0."""
        return offset - self.start(offset)

    def blank_before(self, offset: int) -> bool:
        """Tell whether nothing but space stands before an offset on its line."""
        return not self.text[self.start(offset) : offset].strip(" \t")

    def offset(self, line: int, column: int) -> int:
        """Give the offset of a line and column that count from 1."""
        return self.starts[min(line, len(self.starts)) - 1] + column - 1
