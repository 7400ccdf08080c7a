"""What shows that a phase is out of order: shared by the rules about stages and frameworks."""

from __future__ import annotations

from collections.abc import Sequence


def neighbour(ranks: Sequence[int], wrong: int) -> tuple[str, int]:
    """Give which side it stands on, and of what: the nearest earlier one that should come later, or the reverse."""
    rank = ranks[wrong]
    for position in reversed(range(wrong)):
        if ranks[position] > rank:
            return "after", position
    return "before", next((n for n in range(wrong + 1, len(ranks)) if ranks[n] < rank), wrong)
