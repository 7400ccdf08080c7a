"""The steps of two journeys above each other: what belongs together shares a column.

Both sides keep their own order. Of the pairs that belong together, as many as possible stand above
each other (a longest rising run, as in `klantreis.compare.ordering`); what does not fit in has moved,
and stands at its own place on either side.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from klantreis.compare.ordering import rising
from klantreis.compare.pair import Pair
from klantreis.model.journey import Journey


@dataclass(frozen=True, slots=True)
class Cell:
    """A step on one side, over the columns `first` to `last`; `step` is None for a phase without steps."""

    step: int | None
    phase: int
    first: int
    last: int

    @property
    def middle(self) -> float:
        """The middle of its columns: 0.5 is that of the first."""
        return (self.first + self.last + 1) / 2


@dataclass(frozen=True, slots=True)
class Band:
    """The columns of a phase on one side; `phase` its number."""

    phase: int
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Columns:
    """How the steps of both sides stand: cells and phases by side; `links` are old to new, by place in the cells."""

    count: int
    old: tuple[Cell, ...]
    new: tuple[Cell, ...]
    old_bands: tuple[Band, ...]
    new_bands: tuple[Band, ...]
    links: tuple[tuple[int, int], ...]


_Seat = tuple[int | None, int]
"""What stands in a row: the number of a step (None in a phase without steps), and its phase."""


def columns_of(pair: Pair) -> Columns:
    """Give the steps of both sides in columns."""
    olds, news = _seats(pair.old.journey), _seats(pair.new.journey)
    places = {number: place for place, (number, _) in enumerate(news)}
    links = _links(pair, olds, news, places)
    steady = _steady(links)
    order = _blocks(pair)
    rows = _rows(olds, news, steady, order)
    old, new = _cells(olds, [here for here, _ in rows]), _cells(news, [there for _, there in rows])
    return Columns(len(rows), old, new, _bands(old), _bands(new), tuple(links))


def _seats(journey: Journey) -> list[_Seat]:
    found: list[_Seat] = []
    number = 0
    for place, phase in enumerate(journey.phases):
        if not phase.touchpoints:
            found.append((None, place))
        for _ in phase.touchpoints:
            found.append((number, place))
            number += 1
    return found


def _links(
    pair: Pair, olds: Sequence[_Seat], news: Sequence[_Seat], places: dict[int | None, int]
) -> list[tuple[int, int]]:
    """What belongs together, by place in the rows: steps that live on, and empty phases that do."""
    matching, found = pair.matching, set()
    empty = {phase: place for place, (number, phase) in enumerate(news) if number is None}
    for place, (number, phase) in enumerate(olds):
        if number is None:
            there = matching.phases.get(phase)
            if there in empty:
                found.add((place, empty[there]))
            continue
        parts = matching.split.get(number) or ([matching.became[number]] if number in matching.became else [])
        found.update((place, places[part]) for part in parts if part in places)
    return sorted(found)


def _steady(links: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The most links that keep the order of both sides; those that share an end go together."""
    wide = len(links) + max((here for here, _ in links), default=0) + 1
    stays = rising([there * wide + here for here, there in links])
    return [link for place, link in enumerate(links) if place in stays]


def _blocks(pair: Pair) -> tuple[dict[int, int], dict[int, int]]:
    """The phases of both sides in one order: the rank of each, by its number."""
    matched = _steady(sorted(pair.matching.phases.items()))
    old, new = len(pair.old.journey.phases), len(pair.new.journey.phases)
    rows = _woven([(n, 0) for n in range(old)], [(n, 0) for n in range(new)], matched)
    olds: dict[int, int] = {}
    news: dict[int, int] = {}
    for rank, (here, there) in enumerate(rows):
        if here is not None:
            olds.setdefault(here, rank)
        if there is not None:
            news.setdefault(there, rank)
    return olds, news


def _rows(
    olds: Sequence[_Seat],
    news: Sequence[_Seat],
    steady: list[tuple[int, int]],
    order: tuple[dict[int, int], dict[int, int]],
) -> list[tuple[int | None, int | None]]:
    ranks = [(place, order[0][phase]) for place, (_, phase) in enumerate(olds)]
    others = [(place, order[1][phase]) for place, (_, phase) in enumerate(news)]
    return _woven(ranks, others, steady)


def _woven(
    olds: Sequence[tuple[int, int]], news: Sequence[tuple[int, int]], steady: list[tuple[int, int]]
) -> list[tuple[int | None, int | None]]:
    """Both rows in one: what is linked together, what is not in between, phase by phase, the old first."""
    rows: list[tuple[int | None, int | None]] = []
    here = there = 0
    for old, new in [*steady, (len(olds), len(news))]:
        alone = [(rank, 0, place) for place, rank in olds[here:old]]
        alone += [(rank, 1, place) for place, rank in news[there:new]]
        rows += [(place, None) if side == 0 else (None, place) for _, side, place in sorted(alone)]
        if old < len(olds) or new < len(news):
            rows.append((old, new))
        here, there = max(here, old + 1), max(there, new + 1)
    return rows


def _cells(seats: Sequence[_Seat], row: Iterable[int | None]) -> tuple[Cell, ...]:
    spans: dict[int, tuple[int, int]] = {}
    for column, place in enumerate(row):
        if place is not None:
            spans[place] = (spans.get(place, (column, 0))[0], column)
    return tuple(Cell(number, phase, *spans[place]) for place, (number, phase) in enumerate(seats))


def _bands(cells: Sequence[Cell]) -> tuple[Band, ...]:
    found: dict[int, Band] = {}
    for cell in cells:
        before = found.get(cell.phase)
        found[cell.phase] = Band(cell.phase, before.first if before else cell.first, cell.last)
    return tuple(found.values())
