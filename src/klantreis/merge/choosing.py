"""Three versions of something that is taken whole: what one side changed counts."""

from __future__ import annotations

from typing import TypeVar

T = TypeVar("T")


def changed(base: T | None, ours: T, theirs: T) -> T | None:
    """Give what one side changed; nothing when both did, each in another way."""
    if ours in (theirs, base):
        return theirs
    return ours if theirs == base else None


def three_lines(base: list[str], ours: list[str], theirs: list[str]) -> list[str] | None:
    """Give comments and blank lines as one; nothing when both sides changed the comments that were there."""
    found = changed(base, ours, theirs)
    if found is not None:
        return found
    three = [[line for line in lines if line] for lines in (base, ours, theirs)]
    words = changed(*three)
    if words is None and not three[0]:
        first, second = sorted([ours, theirs])
        return [*first, *(line for line in second if line and line not in first)]
    if words is None:
        return None
    # One side changed the comments, the other one the blank lines.
    return min(lines for lines, some in ((ours, three[1]), (theirs, three[2])) if some == words)
