"""Where two texts differ, in time that grows with their size and not with its square.

Lines that stand once in both are looked for first: what lies between two of them is compared on its
own. Only small stretches go to difflib, which compares every line with every other.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

_SMALL = 150
"""So many lines difflib may compare with each other."""
_FAR = 40
"""So far is looked for lines that go on alike, where nothing stands once."""
_ALIKE = 3
"""So many lines alike mean that the texts go on together."""


@dataclass(frozen=True, slots=True)
class Block:
    """Lines that become others; from the one position up to the other, in each text."""

    old: int
    old_end: int
    new: int
    new_end: int


def differences(old: Sequence[str], new: Sequence[str]) -> Iterator[Block]:
    """Give the differences of two lists of lines, in order, those that touch as one."""
    last: Block | None = None
    for block in _Comparison(old, new).run():
        if last is not None and (last.old_end, last.new_end) == (block.old, block.new):
            last = Block(last.old, block.old_end, last.new, block.new_end)
            continue
        if last is not None:
            yield last
        last = block
    if last is not None:
        yield last


class _Comparison:
    def __init__(self, old: Sequence[str], new: Sequence[str]) -> None:
        self.old = old
        self.new = new

    def run(self) -> Iterator[Block]:
        """Give what differs between lines that stand once in both texts."""
        whole = Block(0, len(self.old), 0, len(self.new))
        low, new_low = 0, 0
        for one, other in [*self._anchors(self._trimmed(whole)), (len(self.old), len(self.new))]:
            yield from self._between(Block(low, one, new_low, other))
            low, new_low = one, other

    def _between(self, part: Block) -> Iterator[Block]:
        part = self._trimmed(part)
        sizes = part.old_end - part.old, part.new_end - part.new
        if not any(sizes):
            return
        if not all(sizes):
            yield part
        elif max(sizes) <= _SMALL:
            yield from self._exact(part)
        else:
            yield from self._stepwise(part)

    def _trimmed(self, part: Block) -> Block:
        """Leave out the lines at the beginning and at the end that are the same."""
        low, new_low, high, new_high = part.old, part.new, part.old_end, part.new_end
        while low < high and new_low < new_high and self.old[low] == self.new[new_low]:
            low, new_low = low + 1, new_low + 1
        while low < high and new_low < new_high and self.old[high - 1] == self.new[new_high - 1]:
            high, new_high = high - 1, new_high - 1
        return Block(low, high, new_low, new_high)

    def _anchors(self, part: Block) -> list[tuple[int, int]]:
        """Give the lines that stand once in both, the most that are in the same order."""
        once = _once(self.old[part.old : part.old_end])
        other = _once(self.new[part.new : part.new_end])
        pairs = [(place + part.old, other[line] + part.new) for line, place in once.items() if line in other]
        # The longest rising run: for each length so far, the pair with the lowest end.
        ends: list[int] = []
        best: list[int] = []
        before: list[int] = []
        for number, (_, place) in enumerate(pairs):
            length = bisect_left(ends, place)
            before.append(best[length - 1] if length else -1)
            ends[length : length + 1] = [place]
            best[length : length + 1] = [number]
        found, at = [], best[-1] if best else -1
        while at >= 0:
            found.append(pairs[at])
            at = before[at]
        return found[::-1]

    def _exact(self, part: Block) -> Iterator[Block]:
        old, new = self.old[part.old : part.old_end], self.new[part.new : part.new_end]
        for tag, low, high, new_low, new_high in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
            if tag != "equal":
                yield Block(low + part.old, high + part.old, new_low + part.new, new_high + part.new)

    def _stepwise(self, part: Block) -> Iterator[Block]:
        """Go through both together; where they differ, look near by for where they go on alike."""
        at, new_at = part.old, part.new
        while at < part.old_end and new_at < part.new_end:
            if self.old[at] == self.new[new_at]:
                at, new_at = at + 1, new_at + 1
                continue
            step, new_step = self._resumed(at, new_at, part)
            yield Block(at, at + step, new_at, new_at + new_step)
            at, new_at = at + step, new_at + new_step
        if at < part.old_end or new_at < part.new_end:
            yield Block(at, part.old_end, new_at, part.new_end)

    def _resumed(self, at: int, new_at: int, part: Block) -> tuple[int, int]:
        """Give how many lines of each to go on, so that both are alike; a few of both when nothing is found."""
        limit, new_limit = min(_FAR, part.old_end - at), min(_FAR, part.new_end - new_at)
        for distance in range(1, limit + new_limit + 1):
            for step in range(max(0, distance - new_limit), min(limit, distance) + 1):
                if self._alike(at + step, new_at + distance - step, part):
                    return step, distance - step
        return limit, new_limit

    def _alike(self, at: int, new_at: int, part: Block) -> bool:
        here = self.old[at : min(at + _ALIKE, part.old_end)]
        return bool(here) and here == self.new[new_at : min(new_at + _ALIKE, part.new_end)]


def _once(lines: Sequence[str]) -> dict[str, int]:
    counts = Counter(lines)
    return {line: place for place, line in enumerate(lines) if counts[line] == 1}
