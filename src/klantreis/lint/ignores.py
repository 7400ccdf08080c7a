"""Comments that ignore findings: `# klantreis: ignore[ends-low] the rest is another journey`.

Such a comment counts for its own line, or, alone on a line, for the next one; and for everything
in the element that begins there: on the first line of a touchpoint for the whole touchpoint, on
`phases:` for all phases. `ignore-file[…]` counts for the file, wherever it stands.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from klantreis.findings import Path, Place
from klantreis.lint.selectors import EVERYTHING, codes_of
from klantreis.source.marks import Mark, Spot, marks_in
from klantreis.source.places import Places


@dataclass(frozen=True, slots=True)
class Named:
    """A rule named in a comment: as written, where, and the codes it means (None for no rule)."""

    written: str
    place: Place
    codes: frozenset[str] | None


@dataclass(slots=True)
class Ignore:
    """One comment. `line` is the one it counts for, 0 for the file; `paths` the elements that begin there.

    `misread` is what stands there when it looks like such a comment and is none.
    """

    place: Place
    line: int
    names: tuple[Named, ...]
    reason: str
    misread: str = ""
    paths: frozenset[Spot] = frozenset()
    used: set[str] = field(default_factory=set)

    def covers(self, line: int, document: int, path: Path) -> bool:
        """Tell whether it counts for a finding at a line, or at a path of a document."""
        if self.line in (0, line):
            return True
        return bool(self.paths) and any((document, path[:length]) in self.paths for length in range(len(path) + 1))

    def take(self, code: str) -> bool:
        """Tell whether it names a rule, and note that it was needed."""
        found = False
        for named in self.names:
            if named.codes and code in named.codes:
                self.used.add(named.written)
                found = True
        return found


def ignores_in(text: str, documents: Sequence[Places]) -> list[Ignore]:
    """Give the comments of a file that ignore findings, in order."""
    return [_ignore(mark) for mark in marks_in(text, documents)]


def _ignore(mark: Mark) -> Ignore:
    names = tuple(Named(name.written, name.place, _codes(name.written)) for name in mark.names)
    return Ignore(mark.place, mark.line, names, mark.reason, mark.misread, mark.spots)


@lru_cache(maxsize=512)
def _codes(name: str) -> frozenset[str] | None:
    return None if name == EVERYTHING else codes_of(name)
