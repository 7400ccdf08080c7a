"""Phases of several journeys under common columns.

Two phases are one column when they share an id (a former one counts, and in a dream those it replaces), else a
stage, else a title. A phase that no other journey has gets a column of its own, where its journey has it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from klantreis.model.builtin import STAGES
from klantreis.model.journey import Phase
from klantreis.model.setting import Setting
from klantreis.model.stages import misplaced, stages
from klantreis.model.text import slug


@dataclass(slots=True, eq=False)
class Column:
    """A column: which phases of which journey stand in it, both by place, in the customer's order."""

    members: dict[int, list[int]] = field(default_factory=dict)
    ids: set[str] = field(default_factory=set)
    stages: set[str] = field(default_factory=set)
    titles: set[str] = field(default_factory=set)

    def take(self, journey: int, place: int, known: _Known) -> None:
        """Put a phase in it."""
        self.members.setdefault(journey, []).append(place)
        self.ids |= known.ids
        self.stages |= known.stages
        self.titles.add(known.title)


@dataclass(frozen=True, slots=True, eq=False)
class _Known:
    """What a phase is recognised by."""

    ids: frozenset[str]
    stages: frozenset[str]
    title: str


def columns_of(settings: Sequence[Setting]) -> list[Column]:
    """Give the columns of all phases, so that every journey runs from left to right through its own."""
    columns: list[Column] = []
    for number, setting in enumerate(settings):
        held = stages(setting.journey, setting.organisation)
        known = [_known(phase, found) for phase, found in zip(setting.journey.phases, held, strict=True)]
        _merge(columns, number, known)
    return columns


def _known(phase: Phase, held: tuple[str, ...]) -> _Known:
    return _Known(frozenset({phase.id, *phase.was, *phase.replaces}), frozenset(held), slug(phase.title))


def _merge(columns: list[Column], number: int, known: Sequence[_Known]) -> None:
    """Add a journey: its phases go into the columns that are theirs, the others between them."""
    found = _in_order(_matches(columns, known))
    targets = _enclosed([columns[place] if place is not None else None for place in found])
    at = 0
    for place, (phase, target) in enumerate(zip(known, targets, strict=True)):
        column = target
        if column is None:
            column = Column()
            stop = next((columns.index(later) for later in targets[place + 1 :] if later), len(columns))
            at = _room_for(columns, phase, at, stop)
            columns.insert(at, column)
        column.take(number, place, phase)
        at = columns.index(column) + 1


def _matches(columns: Sequence[Column], known: Sequence[_Known]) -> list[int | None]:
    """Give the column of each phase: by id first, so that a stage never takes what an id has a right to."""
    found: list[int | None] = [_best([len(phase.ids & column.ids) for column in columns]) for phase in known]
    for place, phase in enumerate(known):
        if found[place] is None:
            found[place] = _best([len(phase.stages & column.stages) for column in columns])
        if found[place] is None:
            found[place] = _best([int(phase.title in column.titles) for column in columns])
    return found


def _best(shared: Sequence[int]) -> int | None:
    most = max(shared, default=0)
    return shared.index(most) if most else None


def _in_order(found: Sequence[int | None]) -> list[int | None]:
    """Let go of as few matches as will do to keep the customer's order: time runs one way."""
    places = [place for place, match in enumerate(found) if match is not None]
    apart = {places[n] for n in misplaced([match for match in found if match is not None])}
    return [None if place in apart else match for place, match in enumerate(found)]


def _enclosed(targets: Sequence[Column | None]) -> list[Column | None]:
    """Put phases into a column that holds both what comes before them and what comes after."""
    held = list(targets)
    for place, target in enumerate(targets):
        before = next((column for column in reversed(targets[:place]) if column), None)
        after = next((column for column in targets[place + 1 :] if column), None)
        if target is None and before is after:
            held[place] = before
    return held


def _room_for(columns: Sequence[Column], phase: _Known, start: int, stop: int) -> int:
    """Give where a phase of its own goes: between its neighbours, after what comes earlier in any journey."""
    rank = _rank(phase.stages)
    if rank is None:
        return start
    at = start
    for place in range(start, stop):
        other = _rank(frozenset(columns[place].stages))
        if other is not None and other <= rank:
            at = place + 1
    return at


def _rank(held: frozenset[str]) -> int | None:
    return min((STAGES.index(stage) for stage in held), default=None)
