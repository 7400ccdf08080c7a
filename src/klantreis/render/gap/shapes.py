"""What the page and the picture of a gap show, as plain data."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from klantreis.compare.judgement.verdict import Verdict
from klantreis.render.gap.columns import Cell, Columns
from klantreis.render.gap.figures import Figure
from klantreis.render.gap.words import Terms
from klantreis.render.kit.curve import Point
from klantreis.render.kit.items import Step

Marks: TypeAlias = tuple[tuple[Verdict, int], ...]
"""How many differences there are of each verdict, in the order of `ORDER`."""
ORDER: tuple[Verdict, ...] = ("improvement", "regression", "open", "neutral")
"""Verdicts in the order in which marks stand."""


@dataclass(frozen=True, slots=True)
class Work:
    """An initiative in people's words: what, by whom, when."""

    title: str
    below: str
    done: bool


@dataclass(frozen=True, slots=True)
class Entry:
    """A difference to show. `open` tells that it asks for work and a roadmap does nothing for it."""

    verdict: Verdict
    size: int
    what: str
    here: str
    why: str
    topic: str
    open: bool
    by: tuple[Work, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """The differences of one step, one phase, or the whole journey.

    `was` is what it was called, `by` who works on all of it; an entry then names nobody itself.
    """

    kicker: str
    title: str
    was: str
    colour: int | None
    entries: tuple[Entry, ...]
    details: tuple[Entry, ...]
    by: tuple[Work, ...] = ()


@dataclass(frozen=True, slots=True)
class Place:
    """A step on one side: its columns, its card, and what became of it (`fate`, empty when it stays)."""

    cell: Cell
    card: Step | None
    fate: str
    note: str


@dataclass(frozen=True, slots=True)
class Head:
    """A phase over its columns; `was` is the former title, `fate` is `gone`, `new` or empty."""

    title: str
    was: str
    colour: int
    first: int
    last: int
    fate: str


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the table: a step before and after, and its differences."""

    old: str
    new: str
    feeling: str
    marks: Marks


@dataclass(frozen=True, slots=True)
class GapData:
    """All that the page and the picture show."""

    language: str
    terms: Terms
    plan: bool
    kicker: str
    title: str
    lead: str
    sides: tuple[tuple[str, str], tuple[str, str]]
    figures: tuple[Figure, ...]
    columns: Columns
    old: tuple[Place, ...]
    new: tuple[Place, ...]
    heads: tuple[tuple[Head, ...], ...]
    marks: tuple[tuple[float, Marks], ...]
    points: tuple[tuple[Point, ...], tuple[Point, ...]]
    remembered: tuple[float | None, float | None]
    entries: tuple[Entry, ...]
    groups: tuple[Group, ...]
    rows: tuple[Row, ...]
    id: str

    @property
    def truths(self) -> bool:
        """Whether a moment of truth stands anywhere."""
        return any(place.card and place.card.truth for place in (*self.old, *self.new))
