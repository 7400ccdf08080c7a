"""A mistake that the reader saw: a finding that does not know its file yet."""

from __future__ import annotations

from dataclasses import dataclass

from klantreis.findings import Finding, Place, Related, Rule, Where


@dataclass(frozen=True, slots=True)
class Problem:
    """A mistake at a known place; `first` is the other place that belongs to it."""

    rule: Rule
    message: str
    hint: str
    place: Place
    first: Place | None = None
    first_label: str = ""
    document: int = 0

    def finding(self, file: str) -> Finding:
        """Give the finding for a file."""
        related: tuple[Related, ...] = ()
        if self.first is not None:
            related = (Related(Where(file, place=self.first), self.first_label),)
        where = Where(file, self.document, place=self.place)
        return Finding(self.rule, where, self.message, self.hint, related)
