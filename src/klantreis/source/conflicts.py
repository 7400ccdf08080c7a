"""A text in which git, or our merge, marked conflicts: what each side says."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

_MARKER = re.compile(r"(<{7,}|\|{7,}|={7,}|>{7,})(?: (.*?))?\r?\n?\Z")
_LINE = re.compile(r"[^\n]*\n|[^\n]+")


@dataclass(frozen=True, slots=True)
class Conflicted:
    """The text of each side, and the two markers with what the sides are called."""

    ours: str
    theirs: str
    begin: str
    end: str


def conflicted(text: str) -> Conflicted | None:
    """Give what each side says, None when no conflict is marked, or not one is whole.

    What both sides come from, which git shows on request, is left out.
    """
    ours: list[str] = []
    theirs: list[str] = []
    names: dict[str, str] = {}
    side, size = "", 0
    for line in _LINE.findall(text):
        match = _MARKER.match(line)
        sign, length = (match[1][0], len(match[1])) if match else ("", 0)
        if match and sign == "<" and not side:
            side, size = "ours", length
            names.setdefault("begin", line.rstrip())
        elif sign == "|" and side == "ours" and length == size:
            side = "base"
        elif sign == "=" and side in ("ours", "base") and length == size:
            side = "theirs"
        elif sign == ">" and side == "theirs" and length == size:
            side = ""
            names.setdefault("end", line.rstrip())
        else:
            if side in ("", "ours"):
                ours.append(line)
            if side in ("", "theirs"):
                theirs.append(line)
    if side or not names:
        return None
    return Conflicted("".join(ours), "".join(theirs), names["begin"], names["end"])


def woven(ours: Sequence[str], theirs: Sequence[str], begin: str, end: str) -> Iterator[str]:
    """Give the lines that two texts share, and between markers those that they do not.

    Method: the patience diff, without its second look between two lines that are found. Lines that both have once
    lead; what stands the same beside them is shared too. So the work grows with the text, whatever is in it.
    """
    low, other_low = 0, 0
    for here, there in (*_both_once(ours, theirs), (len(ours), len(theirs))):
        start = low
        while low < here and other_low < there and ours[low] == theirs[other_low]:
            low, other_low = low + 1, other_low + 1
        up, other_up = here, there
        while up > low and other_up > other_low and ours[up - 1] == theirs[other_up - 1]:
            up, other_up = up - 1, other_up - 1
        yield from ours[start:low]
        if low < up or other_low < other_up:
            yield from (begin, *ours[low:up], "=======", *theirs[other_low:other_up], end)
        yield from ours[up : here + 1]
        low, other_low = here + 1, there + 1


def _both_once(ours: Sequence[str], theirs: Sequence[str]) -> list[tuple[int, int]]:
    """Give the places of the most lines that stand once in each text and in the same order."""
    counts, other_counts = Counter(ours), Counter(theirs)
    at = {line: n for n, line in enumerate(ours) if counts[line] == other_counts[line] == 1}
    ends: list[int] = []
    last: list[int] = []
    before: dict[int, int | None] = {}
    there = {at[line]: n for n, line in enumerate(theirs) if line in at}
    for here in sorted(there, key=there.__getitem__):
        length = bisect_left(ends, here)
        before[here] = last[length - 1] if length else None
        ends[length : length + 1] = [here]
        last[length : length + 1] = [here]
    found = []
    place = last[-1] if last else None
    while place is not None:
        found.append((place, there[place]))
        place = before[place]
    return found[::-1]
