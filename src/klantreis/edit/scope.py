"""What the comments that ignore findings count for, so that formatting can leave it so."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from klantreis.source.marks import Spot, has_marks, marks_in
from klantreis.source.places import Places, places

if TYPE_CHECKING:
    from klantreis.check.load import LoadedFile

_Counted = tuple[tuple[str, ...], bool, frozenset[Spot]]


@dataclass(frozen=True, slots=True)
class Scopes:
    """`targets`: for each line with such a comment, the line that it counts for, but not for one of the file.

    `counted`: how often the same rules are named for the same elements.
    """

    targets: dict[int, int] = field(default_factory=dict)
    counted: Counter[_Counted] = field(default_factory=Counter)

    @classmethod
    def of(cls, text: str, loaded: LoadedFile) -> Scopes:
        """Give those of a text that was read."""
        if not has_marks(text):
            return cls()
        # A document that holds nothing is no longer there when formatted.
        ranks = {document.index: rank for rank, document in enumerate(loaded.documents)}
        documents = places(text)
        elements = _Elements(documents)
        found = cls()
        for mark in marks_in(text, documents):
            if mark.misread:
                continue
            if mark.line:
                found.targets[mark.place.line] = mark.line
            spots = elements.at(mark.line, mark.spots) if mark.line else frozenset[Spot]()
            ranked = frozenset((ranks[number], path) for number, path in spots if number in ranks)
            found.counted[tuple(name.written for name in mark.names), not mark.line, ranked] += 1
        return found


class _Elements:
    """The fewest elements that say what begins on a line: a list rather than all of its items."""

    def __init__(self, documents: Sequence[Places]) -> None:
        self.below: Counter[Spot] = Counter()
        self.values: defaultdict[int, list[Spot]] = defaultdict(list)
        self.known: dict[int, frozenset[Spot]] = {}
        for number, one in enumerate(documents):
            for path, node in one.nodes.items():
                if path:
                    self.below[number, path[:-1]] += 1
                if node.text is not None:
                    self.values[node.value.line].append((number, path))

    def at(self, line: int, spots: frozenset[Spot]) -> frozenset[Spot]:
        """Give the elements that begin on a line, and the texts of keys that stand above."""
        if line not in self.known:
            self.known[line] = self._fewest({*spots, *self.values.get(line, ())})
        return self.known[line]

    def _fewest(self, spots: Iterable[Spot]) -> frozenset[Spot]:
        levels: defaultdict[int, set[Spot]] = defaultdict(set)
        for number, path in spots:
            levels[len(path)].add((number, path))
        for depth in range(max(levels, default=0), 0, -1):
            full = Counter((number, path[:-1]) for number, path in levels[depth])
            levels[depth - 1] |= {spot for spot, count in full.items() if count == self.below[spot]}
        found: set[Spot] = set()
        for depth in sorted(levels):
            for number, path in levels[depth]:
                if not any((number, path[:length]) in found for length in range(depth)):
                    found.add((number, path))
        return frozenset(found)
