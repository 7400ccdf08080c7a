"""Lists of things that have names: what came, what went, and the fewest moves that explain the order.

What keeps its place is a longest rising run of old positions (C. Schensted, "Longest increasing and
decreasing subsequences", Canadian Journal of Mathematics 13, 1961); everything else has moved. So a
list in which one thing was put elsewhere reads as one move.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

K = TypeVar("K", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Order(Generic[K]):
    """What became of a list of distinct names; each in `added` and `moved` with its place in the new list."""

    removed: tuple[K, ...]
    added: tuple[tuple[K, int], ...]
    moved: tuple[tuple[K, int], ...]


def order(old: Sequence[K], new: Sequence[K]) -> Order[K]:
    """Give what leads from one list of distinct names to another."""
    there, here = {name: place for place, name in enumerate(old)}, set(new)
    common = [(place, name) for place, name in enumerate(new) if name in there]
    stays = rising([there[name] for _, name in common])
    return Order(
        tuple(name for name in old if name not in here),
        tuple((name, place) for place, name in enumerate(new) if name not in there),
        tuple((name, place) for n, (place, name) in enumerate(common) if n not in stays),
    )


def reorder(old: Sequence[K], found: Order[K]) -> list[K]:
    """Give the new list, from the old one and what became of it."""
    gone = {*found.removed, *(name for name, _ in found.moved)}
    made = [name for name in old if name not in gone]
    for name, place in sorted((*found.added, *found.moved), key=lambda item: item[1]):
        made.insert(place, name)
    return made


def rising(numbers: Sequence[int]) -> set[int]:
    """Give the positions of a longest strictly rising run of distinct numbers."""
    ends: list[int] = []
    tails: list[int] = []
    before: list[int] = []
    for position, number in enumerate(numbers):
        length = bisect_left(tails, number)
        before.append(ends[length - 1] if length else -1)
        if length == len(tails):
            tails.append(number)
            ends.append(position)
        else:
            tails[length], ends[length] = number, position
    found = set()
    position = ends[-1] if ends else -1
    while position >= 0:
        found.add(position)
        position = before[position]
    return found
