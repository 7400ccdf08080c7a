"""Pieces of text on lines of a width, with a hanging indent."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from klantreis.report.text import Line, Piece, safe, width

WIDTH = 100
HARD = "\u00a0"
"""Joins what is not to be parted."""
_LEAST = 20
_SPACES = re.compile(rf"[^\S{HARD}]+")


def flow(pieces: Iterable[Piece], lead: Line | None = None, *, most: int = WIDTH) -> Iterator[Line]:
    """Give pieces on lines of at most `most` columns; the lead begins the first, and indents the others."""
    lead = lead or []
    indent = sum(width(text) for _, text in lead)
    room = max(_LEAST, most - indent)
    line, used = list(lead), 0
    for word in _words(pieces):
        for part in _cut(word, room):
            size = sum(width(text) for _, text in part)
            if used and used + 1 + size > room:
                yield line
                line, used = [("", " " * indent)], 0
            if used:
                line.append(("", " "))
            line += part
            used += size + (1 if used else 0)
    yield line


def _words(pieces: Iterable[Piece]) -> Iterator[Line]:
    """Split at spaces; what a hard space joins, such as `9 stappen`, stays whole, with an ordinary one."""
    word: Line = []
    for style, text in pieces:
        for number, part in enumerate(safe(_SPACES.sub(" ", text)).split(" ")):
            if number and word:
                yield word
                word = []
            if part:
                word.append((style, part.replace(HARD, " ")))
    if word:
        yield word


def _cut(word: Line, room: int) -> Iterator[Line]:
    """Cut a word that fits on no line."""
    if sum(width(text) for _, text in word) <= room:
        yield word
        return
    part: Line = []
    used = 0
    for style, text in word:
        for char in text:
            if used + width(char) > room:
                yield part
                part, used = [], 0
            part.append((style, char))
            used += width(char)
    yield part
