"""Phases that came, went, merged, split, moved, or have another name or length.

- `added`: comes of nothing. `removed`: lives on in nothing, and nobody says why. `facts`: `plan`.
- `dropped`: a dream takes it away on purpose. `facts`: `why`, `note`, `steps` (how many stood in it).
- `merged`: several became one. `before`: their titles. `split`: one became several. `after`: their titles.
- `replaced`: another takes its place; the titles.
- `moved`: stands elsewhere. `before`, `after`: its number. `facts`: `behind`, the title of the phase
  that it now follows.
- `renamed`: has another title. `before`, `after`.
- `faster`, `slower`: takes less or more time, as steps do.
"""

from __future__ import annotations

from collections.abc import Iterator
from math import isinf

from klantreis.compare.change import Address, Change
from klantreis.compare.pair import Pair
from klantreis.compare.topics.moves import Moves, moves_of

WHATS = ("added", "removed", "dropped", "merged", "split", "replaced", "moved", "renamed", "faster", "slower")


def changes(pair: Pair) -> Iterator[Change]:
    """Give what became of the phases."""
    moves = moves_of(pair)
    yield from _gone(pair)
    yield from _came(pair, moves)
    yield from _merged(pair, moves)
    yield from _split(pair, moves)
    yield from _moved(pair, moves)
    yield from _lives_on(pair)


def _gone(pair: Pair) -> Iterator[Change]:
    matching, drops = pair.matching, pair.drops
    for number, phase in enumerate(pair.old.journey.phases):
        if number in matching.phases:
            continue
        at, told = pair.at_phase(number, None), (pair.told(phase, None),)
        if (drop := matching.dropped_phases.get(number)) is not None:
            facts = {"why": drops[drop].why or "", "note": drops[drop].note, "steps": len(phase.touchpoints)}
            yield Change("phases", "dropped", at, phase.title, phase.id, phase.title, facts=facts, tells=told)
        else:
            yield Change("phases", "removed", at, phase.title, phase.id, phase.title, None, {"plan": pair.plan}, told)


def _came(pair: Pair, moves: Moves) -> Iterator[Change]:
    here = {there for _, there in pair.phase_kin}
    for number, phase in enumerate(pair.new.journey.phases):
        if number not in here:
            at, told = pair.at_phase(None, number), (pair.told(None, phase), *moves.carried.get(number, ()))
            yield Change("phases", "added", at, phase.title, phase.id, after=phase.title, tells=told)


def _merged(pair: Pair, moves: Moves) -> Iterator[Change]:
    origins: dict[int, list[int]] = {}
    for here, there in sorted(pair.matching.phases.items()):
        origins.setdefault(there, []).append(here)
    for number, numbers in origins.items():
        if len(numbers) > 1:
            new, olds = pair.new.journey.phases[number], [pair.old.journey.phases[place] for place in numbers]
            told = tuple(pair.told(phase, None, key) for phase in olds for key in ("", "id", "was", "title"))
            yield Change(
                "phases", "merged", pair.at_phase(numbers[0], number), new.title, new.id,
                [phase.title for phase in olds], new.title, tells=(*told, *moves.carried.get(number, ())),
            )  # fmt: skip


def _split(pair: Pair, moves: Moves) -> Iterator[Change]:
    for number, numbers in pair.phase_split.items():
        old, news = pair.old.journey.phases[number], [pair.new.journey.phases[place] for place in numbers]
        told = tuple(pair.told(old, None, key) for key in ("id", "was", "title"))
        came = tuple(pair.told(None, phase) for phase in news)
        carried = tuple(address for place in numbers for address in moves.carried.get(place, ()))
        yield Change(
            "phases", "split", pair.at_phase(number, numbers[0]), old.title, old.id,
            old.title, [phase.title for phase in news], tells=(*told, *came, *carried),
        )  # fmt: skip


def _moved(pair: Pair, moves: Moves) -> Iterator[Change]:
    olds = {phase.id: number for number, phase in enumerate(pair.old.journey.phases)}
    news = pair.new.journey.phases
    for edit in moves.phases:
        if (old := olds.get(edit.name)) is None or (new := pair.phase_forth.get(old)) is None:
            continue
        facts = {"behind": news[new - 1].title if new else ""}
        told = (edit.address,)
        yield Change("phases", "moved", pair.at_phase(old, new), news[new].title, news[new].id, old, new, facts, told)


def _lives_on(pair: Pair) -> Iterator[Change]:
    many = _merged_or_split(pair)
    for number, old, there, new in pair.phases:
        if there in many[1] or number in many[0]:
            continue
        at = pair.at_phase(number, there)
        if number not in pair.matching.kept_phases:
            told: tuple[Address, ...] = (pair.told(old, new), pair.told(None, new))
            yield Change("phases", "replaced", at, new.title, new.id, old.title, new.title, tells=told)
        elif old.title != new.title:
            told = tuple(pair.told(old, new, key) for key in ("title", "id", "was"))
            yield Change("phases", "renamed", at, new.title, new.id, old.title, new.title, tells=told)
        before, after = old.duration, new.duration
        if before and after and before.days != after.days:
            facts = {"days": [None if isinf(days) else days for days in (before.days, after.days)], "plan": pair.plan}
            what = "faster" if after.days < before.days else "slower"
            told = (pair.told(old, new, "duration"),)
            yield Change("phases", what, at, new.title, new.id, str(before), str(after), facts, told)


def _merged_or_split(pair: Pair) -> tuple[set[int], set[int]]:
    """The phases, old and new, that have more than one counterpart."""
    olds, news = ([ends[side] for ends in pair.phase_kin] for side in (0, 1))
    return {number for number in olds if olds.count(number) > 1}, {number for number in news if news.count(number) > 1}
