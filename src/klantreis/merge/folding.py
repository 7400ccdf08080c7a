"""What is the same in all versions is folded away: items of lists, each to one line, that merge like any other.

Most of a file is not touched by anybody. Folded, a file of 200 touchpoints is merged as fast as the
few that changed, and unfolding puts the others back byte for byte.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from klantreis.merge.pieces import FIXED, DoubtError
from klantreis.source.reader import MAX_DEPTH

_WORD = "zzfoldedzz"
"""A word that no text has, or nothing is folded."""
_FOLDED = re.compile(rf"^(?P<before>.*?)(?P<item>- {_WORD}(?P<number>\d+){_WORD})$")
_SHARED = re.compile(r"(?:^|[\s\[{,])[&*][^\s,\]}]")
_KEPT = re.compile(r"[|>][-0-9]*\+")
_FEWEST = 3
"""Items of fewer lines are left as they are."""


@dataclass(slots=True)
class Folds:
    """The texts with items folded away, and the lines of these, relative to their dash."""

    texts: list[str]
    hidden: list[list[str]] = field(default_factory=list)

    def unfolded(self, text: str) -> str:
        """Give a text with its folded items written out. Raises `DoubtError` where that cannot be done."""
        if not self.hidden:
            return text
        lines: list[str] = []
        for line in text.split("\n"):
            match = _FOLDED.match(line) if _WORD in line else None
            if match is None and _WORD in line:
                raise DoubtError("what was folded away stands in an unusual place")
            lines += _placed(self.hidden[int(match["number"])], match["before"]) if match else [line]
        return "\n".join(lines)


def folded(texts: Sequence[str]) -> Folds:
    """Fold away what is the same, and there once, in all texts."""
    if any(_WORD in text.lower() or _SHARED.search(text) for text in texts):
        return Folds(list(texts))
    lines = [text.split("\n") for text in texts]
    ends = [_ends(some) for some in lines]
    counts = [Counter(_chunks(some, places)) for some, places in zip(lines, ends, strict=True)]
    common = {chunk for chunk in counts[0] if all(count[chunk] == 1 for count in counts)}
    numbers: dict[str, int] = {}
    found = Folds([])
    for some, places in zip(lines, ends, strict=True):
        found.texts.append("\n".join(_with_folds(some, places, common, numbers)))
    found.hidden = [_relative(chunk.split("\n")) for chunk in numbers]
    return found


def _ends(lines: list[str]) -> dict[int, int]:
    """Give, for each line that begins an item, the line after the last that is in it."""
    found: dict[int, int] = {}
    items: list[tuple[int, int]] = []
    last = 0
    for n, line in enumerate(lines):
        text = line.lstrip(" ")
        if not text:
            continue
        column = len(line) - len(text)
        while items and items[-1][1] >= column:
            found[items.pop()[0]] = last + 1
        last = n
        if text.startswith("- ") and len(items) < MAX_DEPTH:
            items.append((n, column))
    return found | {n: last + 1 for n, _ in items}


def _chunks(lines: list[str], ends: dict[int, int]) -> Iterator[str]:
    for start, end in ends.items():
        if end - start >= _FEWEST:
            chunk = "\n".join(lines[start:end])
            if not _KEPT.search(chunk):
                yield chunk


def _with_folds(lines: list[str], ends: dict[int, int], common: set[str], numbers: dict[str, int]) -> Iterator[str]:
    n = 0
    while n < len(lines):
        end = ends.get(n, n)
        chunk = "\n".join(lines[n:end]) if end - n >= _FEWEST else ""
        if chunk in common:
            pad = " " * (len(lines[n]) - len(lines[n].lstrip(" ")))
            yield f"{pad}- {_WORD}{numbers.setdefault(chunk, len(numbers))}{_WORD}"
            n = end
        else:
            yield lines[n]
            n += 1


def _relative(lines: list[str]) -> list[str]:
    pad = " " * (len(lines[0]) - len(lines[0].lstrip(" ")))
    return [line.removeprefix(pad) if line.strip(" ") else line and FIXED + line for line in lines]


def _placed(lines: list[str], before: str) -> list[str]:
    pad = " " * len(before)
    first, *more = lines
    return [before + first, *(line[1:] if line.startswith(FIXED) else line and pad + line for line in more)]
