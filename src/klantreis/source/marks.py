"""Comments with which people steer klantreis: `# klantreis: ignore[ends-low] the rest is another journey`.

Where they are, what they name, and for which line and elements they count. What the names mean is
the linter's knowledge; that they keep counting for the same is the formatter's care.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import islice

from klantreis.findings import Path, Place
from klantreis.source.decode import lines_of
from klantreis.source.places import Places

Spot = tuple[int, Path]
"""The number of a document, and a path in it."""

_MAYBE = re.compile(r"#[ \t]*klantreis[: \t]+(?:ignore(?![A-Za-z])|[A-Za-z-]*\[)", re.IGNORECASE)
_COMMENT = re.compile(
    r"#[ \t]*klantreis:[ \t]*ignore(?P<file>-file)?(?![A-Za-z-])[ \t]*(?:\[(?P<names>[^\]\n]{0,9999})\])?"
    r"(?P<reason>(?:(?!#[ \t]*klantreis:).)*)"
)
# What was meant to be such a comment: another word before brackets, no colon, a capital.
_MISREAD = re.compile(r"#[ \t]*klantreis[: \t]+[A-Za-z-]*\[[^\]\n]*\]?", re.IGNORECASE)
_NAME = re.compile(r"[^,\s]+")
# Lines that hold nothing that could begin: blank ones, comments, dashes whose item begins further on.
_NOTHING = re.compile(r"(?:[ \t]*-(?=[ \t]|\Z))*[ \t]*(?:#|\Z)")
_START = re.compile(r"---[ \t]*(?:#|\Z)")
_BEFORE_ALL = re.compile(r"[ \t]*(?:#|\Z)|---[ \t]*(?:#|\Z)|%")
# The line of a block text's sign may hold a comment, which is no part of the text.
_BLOCK_SIGN = re.compile(r"(?:[&!][^\s]*[ \t]+)*[|>][-+0-9]*[ \t]")
_MOST = 2_000
"""So many comments are read in a file; nobody writes more."""
_MOST_NAMES = 100
"""So many names are read of one comment."""


@dataclass(frozen=True, slots=True)
class Name:
    """A name in a comment, as written, and where."""

    written: str
    place: Place


@dataclass(frozen=True, slots=True)
class Mark:
    """One comment. `line` is the one it counts for, 0 for the file; `spots` the elements that begin there.

    `misread` is what stands there when it looks like such a comment and is none.
    """

    place: Place
    line: int
    names: tuple[Name, ...] = ()
    reason: str = ""
    misread: str = ""
    spots: frozenset[Spot] = frozenset()


def has_marks(text: str) -> bool:
    """Tell, fast, whether a text may hold such a comment."""
    return "lantreis" in text and _MAYBE.search(text) is not None


def marks_in(text: str, documents: Sequence[Places]) -> list[Mark]:
    """Give the comments of a file that ignore findings, in order."""
    return list(islice(_Marks(text, documents).all(), _MOST))


class _Marks:
    """Looks for comments; what all of them need is worked out once, when the first is found."""

    def __init__(self, text: str, documents: Sequence[Places]) -> None:
        self.lines = lines_of(text)
        self.documents = documents

    def all(self) -> Iterator[Mark]:
        """Give every comment."""
        for number, line in enumerate(self.lines, start=1):
            if "lantreis" not in line:
                continue
            matches = list(islice(_COMMENT.finditer(line), _MOST))
            for match in matches or islice(_MISREAD.finditer(line), _MOST):
                if self._is_comment(line, match.start(), number):
                    yield self._mark(match, number) if matches else _misread(match, number)

    def _mark(self, match: re.Match[str], number: int) -> Mark:
        place = Place(number, match.start() + 1, number, match.start() + len(match.group().rstrip()) + 1)
        begin = match.start("names")
        names = tuple(
            Name(name.group(), Place(number, begin + name.start() + 1, number, begin + name.end() + 1))
            for name in islice(_NAME.finditer(match["names"] or ""), _MOST_NAMES)
        )
        reason = match["reason"].strip()
        if match["file"]:
            return Mark(place, 0, names, reason)
        line = self._following[number - 1] if self._alone(match.string) else number
        return Mark(place, line, names, reason, spots=self._spots.get(line, frozenset()))

    @staticmethod
    def _alone(line: str) -> bool:
        """Tell whether nothing begins on a comment's own line."""
        return _NOTHING.match(line) is not None or _START.match(line) is not None

    @cached_property
    def _following(self) -> list[int]:
        """For each line, the next one on which something begins; itself when there is none."""
        head = next((n for n, line in enumerate(self.lines) if not _BEFORE_ALL.match(line)), len(self.lines))
        found, following = [0] * len(self.lines), 0
        for number in range(len(self.lines), 0, -1):
            found[number - 1] = following or number
            if number > head and not _NOTHING.match(self.lines[number - 1]):
                following = number
        return found

    @cached_property
    def _spots(self) -> dict[int, frozenset[Spot]]:
        """The elements that begin on each line: list items and keys. A list begins where its key stands."""
        found: defaultdict[int, set[Spot]] = defaultdict(set)
        for number, places in enumerate(self.documents):
            for path, node in places.nodes.items():
                if path and isinstance(path[-1], int):
                    found[node.value.line].add((number, path))
            for path, place in places.keys.items():
                found[place.line].add((number, path))
        return {line: frozenset(spots) for line, spots in found.items()}

    @cached_property
    def _texts(self) -> list[tuple[int, int, int, int]]:
        """The keys and texts, in order: where they begin and end."""
        spans = []
        for places in self.documents:
            spans += [(p.line, p.column, p.end_line, p.end_column) for p in places.keys.values()]
            for node in places.nodes.values():
                if node.text is not None:
                    spans.append(self._span(node.value))
        return sorted(spans)

    def _span(self, place: Place) -> tuple[int, int, int, int]:
        line, column = place.line, place.column
        if place.end_line > line and _BLOCK_SIGN.match(self.lines[line - 1], column - 1):
            line, column = line + 1, 1
        return line, column, place.end_line, place.end_column

    def _is_comment(self, line: str, column: int, number: int) -> bool:
        """Tell a comment from a `#` inside a text."""
        if column and line[column - 1] not in " \t":
            return False
        here = (number, column + 1)
        last = bisect_right(self._texts, (*here, 1 << 60, 0)) - 1
        return last < 0 or here >= self._texts[last][2:]


def _misread(match: re.Match[str], number: int) -> Mark:
    place = Place(number, match.start() + 1, number, match.end() + 1)
    return Mark(place, number, misread=match.group())
