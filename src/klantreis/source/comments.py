"""Every comment of a text, with what it stands at."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from klantreis.findings import Path, Place
from klantreis.source.decode import lines_of
from klantreis.source.places import Places

# The line of a block text's sign may hold a comment, which is no part of the text.
_BLOCK_SIGN = re.compile(r"(?:[&!][^\s]*[ \t]+)*[|>][-+0-9]*[ \t]")
_HASH = re.compile(r"(?:(?<=[ \t])|\A)#")
_Spot = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Comment:
    """A comment from its `#` on, and what it stands at: the number of a document, and a path in it.

    Beside something it is about that; alone on its line, about what comes next.
    """

    text: str
    document: int
    path: Path


def comments_in(text: str, documents: Sequence[Places]) -> Iterator[Comment]:
    """Give the comments of a text, in order; `documents` are the places of what the text holds."""
    lines = lines_of(text)
    spans = _Spans(lines, documents)
    for number, line in enumerate(lines, start=1):
        for match in _HASH.finditer(line) if "#" in line else ():
            if spans.outside(number, match.start() + 1):
                document, path = spans.about(number, match.start() + 1)
                yield Comment(line[match.start() :].rstrip(), document, path)
                break


class _Spans:
    """Where texts, keys and items begin and end."""

    def __init__(self, lines: list[str], documents: Sequence[Places]) -> None:
        self.lines = lines
        texts: list[tuple[int, int, int, int]] = []
        starts: list[tuple[_Spot, int, int, Path]] = []
        for number, places in enumerate(documents):
            for path, place in places.keys.items():
                texts.append((place.line, place.column, place.end_line, place.end_column))
                starts.append(((place.line, place.column), number, len(path), path))
            for path, node in places.nodes.items():
                if node.text is not None:
                    texts.append(self._span(node.value))
                if not path or isinstance(path[-1], int):
                    starts.append(((node.value.line, node.value.column), number, len(path), path))
        self.texts = sorted(texts)
        # Where an item and its first key begin together, a comment above is about the item.
        self.starts = sorted(starts, key=lambda start: start[:3])
        self.spots = [start[0] for start in self.starts]
        self.last = max(len(documents) - 1, 0)

    def outside(self, line: int, column: int) -> bool:
        """Tell whether a `#` stands outside of every text."""
        at = bisect_right(self.texts, (line, column, 1 << 60, 0)) - 1
        return at < 0 or (line, column) >= self.texts[at][2:]

    def about(self, line: int, column: int) -> tuple[int, Path]:
        """Give the document and the path that a comment is about."""
        after = bisect_right(self.spots, (line, column))
        if after and self.spots[after - 1][0] == line:
            return self.starts[after - 1][1], self.starts[after - 1][3]
        if after < len(self.starts):
            return self.starts[after][1], self.starts[after][3]
        return self.last, ()

    def _span(self, place: Place) -> tuple[int, int, int, int]:
        line, column = place.line, place.column
        if place.end_line > line and _BLOCK_SIGN.match(self.lines[line - 1], column - 1):
            line, column = line + 1, 1
        return line, column, place.end_line, place.end_column
