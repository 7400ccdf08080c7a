"""One side of a comparison: a journey, with its parts and what its figures and channels mean."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Protocol

from klantreis.check.outline import Outline, outline_of
from klantreis.model.journey import Journey
from klantreis.model.organisation import Organisation
from klantreis.model.parts import OpportunityAt, Parts, Step


class Closable(Protocol):
    """A journey that initiatives can close parts of: a side here, a subject of the linter."""

    @property
    def outline(self) -> Outline:
        """Its part in the web of references."""

    @property
    def steps(self) -> Sequence[Step]:
        """Its touchpoints."""

    @property
    def opportunities(self) -> Sequence[OpportunityAt]:
        """Its opportunities."""


@dataclass(eq=False)
class Side(Parts):
    """A journey to compare. `name` says in people's words where it comes from: a file, a revision."""

    model: Journey
    organisation: Organisation | None = None
    name: str = ""

    @property
    def journey(self) -> Journey:
        """The journey itself."""
        return self.model

    @cached_property
    def outline(self) -> Outline:
        """Its part in the web of references."""
        return outline_of(self.model, "journey", self.name, 0, pruned=frozenset())
