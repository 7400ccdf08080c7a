"""Touchpoints that one side moved to another phase while the other side worked on them.

In its list such a touchpoint looks taken away, and in another one added. So the move is first made
in the versions that lack it, by data here and by text in `moving`; then it is a change like any other.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

from klantreis.edit.steps import same
from klantreis.merge.identity import aligned, as_list, key_of

Side = Literal["base", "ours", "theirs"]
SIDES: tuple[Side, ...] = ("base", "ours", "theirs")


@dataclass(slots=True)
class Names:
    """The keys of a journey's phases, and of the touchpoints in each."""

    phases: list[str]
    steps: list[list[str]]

    def home(self, step: str) -> str | None:
        """Give the phase that a touchpoint is in."""
        return next((phase for phase, steps in zip(self.phases, self.steps, strict=True) if step in steps), None)

    def homes(self) -> dict[str, str]:
        """Give the phase that each touchpoint is in."""
        return {step: phase for phase, steps in zip(self.phases, self.steps, strict=True) for step in steps}

    def before(self, names: Sequence[str], key: str, known: Sequence[str]) -> int:
        """Give where something that follows others in `names` belongs among the `known`."""
        above = next((name for name in reversed(names[: names.index(key)]) if name in known), None)
        return 0 if above is None else known.index(above) + 1


@dataclass(frozen=True, slots=True)
class Move:
    """A touchpoint that has to be moved to a phase in some versions, as it was in another.

    `idle`: it need not be, for no more happened to it: it is gone from one list and added in another.
    """

    step: str
    phase: str
    like: Side
    sides: tuple[Side, ...]
    idle: bool = False


@dataclass(slots=True)
class Plan:
    """The moves to make first; `doubted` are touchpoints that have to be decided on by people.

    Those are such as both sides moved, each to another phase; that one side moved and the other took
    away; that one side moved to a phase which the other one took away, or added too.
    """

    names: dict[Side, Names] = field(default_factory=dict)
    moves: list[Move] = field(default_factory=list)
    doubted: set[str] = field(default_factory=set)


def plan(base: Any, ours: Any, theirs: Any) -> Plan:
    """Give the moves to make first in three versions of a journey's data."""
    sides = (base, ours, theirs)
    three = [phases for data in sides if isinstance(data, dict) and isinstance(phases := data.get("phases"), list)]
    if len(three) < len(sides):
        return Plan()
    keys = aligned(three[0], three[1], three[2])
    flat = [[step for phase in phases for step in _steps(phase)] for phases in three]
    step_keys = aligned(flat[0], flat[1], flat[2])
    if keys is None or step_keys is None:
        return Plan()
    found = Plan()
    data: dict[Side, dict[str, Any]] = {}
    for side, phases, steps in zip(SIDES, three, flat, strict=True):
        names = getattr(step_keys, side)
        data[side] = dict(zip(names, steps, strict=True))
        left = iter(names)
        found.names[side] = Names(getattr(keys, side), [[next(left) for _ in _steps(phase)] for phase in phases])
    homes = [found.names[side].homes() for side in SIDES]
    for step in step_keys.base:
        home, ours, theirs = (places.get(step) for places in homes)
        if not home == ours == theirs:
            _plan(step, (home, ours, theirs), found, data)
    return found


def _plan(step: str, homes: tuple[str | None, ...], found: Plan, data: dict[Side, dict[str, Any]]) -> None:
    home, ours, theirs = homes
    moved, other_moved = ours not in (None, home), theirs not in (None, home)
    if moved and other_moved:
        if ours != theirs:
            found.doubted.add(step)
        elif ours in found.names["base"].phases and ours is not None:
            found.moves.append(Move(step, ours, _lesser(found), ("base",)))
    elif moved or other_moved:
        like: Side = "ours" if moved else "theirs"
        other: Side = "theirs" if moved else "ours"
        phase = (ours if moved else theirs) or ""
        gone = step not in data[other]
        # In a phase that the other side added too, or took away, nothing can be moved for it.
        possible = (phase in found.names["base"].phases) == (phase in found.names[other].phases)
        if gone or not possible:
            found.doubted.add(step)
        if possible and not gone:
            idle = same(data[other][step], data["base"][step]) and home in found.names[like].phases
            found.moves.append(Move(step, phase, like, ("base", other), idle))
        elif possible and phase in found.names["base"].phases:
            found.moves.append(Move(step, phase, like, ("base",)))


def _lesser(found: Plan) -> Side:
    """Give the side whose order counts for what both sides moved alike; the same when they are swapped."""
    return "ours" if found.names["ours"].steps <= found.names["theirs"].steps else "theirs"


def settled(base: dict[str, Any], ours: dict[str, Any], theirs: dict[str, Any]) -> tuple[dict[str, Any], ...]:
    """Give three versions of a journey's data with the moves made that only one or two of them have."""
    found = plan(base, ours, theirs)
    sides: dict[Side, dict[str, Any]] = {"base": base, "ours": ours, "theirs": theirs}
    for move in found.moves:
        for side in move.sides if not move.idle else ():
            sides[side] = {**sides[side], "phases": _moved(move, found.names, sides[side], sides[move.like], side)}
    return sides["base"], sides["ours"], sides["theirs"]


def _moved(move: Move, names: dict[Side, Names], data: Any, model: Any, side: Side) -> list[Any]:
    """Give the phases with one touchpoint in another, and keep the names of where everything is."""
    here, there = names[side], names[move.like]
    phases = list(data["phases"])
    source = here.phases.index(here.home(move.step) or "")
    place = here.steps[source].index(move.step)
    steps = _steps(phases[source])
    step = steps.pop(place)
    here.steps[source].remove(move.step)
    phases[source] = {key: value for key, value in phases[source].items() if key != "touchpoints" or steps}
    if steps:
        phases[source]["touchpoints"] = steps
    if move.phase not in here.phases:
        at = there.before(there.phases, move.phase, here.phases)
        pattern = model["phases"][there.phases.index(move.phase)]
        phases.insert(at, {key: value for key, value in pattern.items() if key != "touchpoints"})
        here.phases.insert(at, move.phase)
        here.steps.insert(at, [])
    target = here.phases.index(move.phase)
    known = here.steps[target]
    at = there.before(there.steps[there.phases.index(move.phase)], move.step, known)
    if not isinstance(phases[target], dict):
        phases[target] = {"title": phases[target]}
    phases[target] = {**phases[target], "touchpoints": _inserted(_steps(phases[target]), at, step)}
    known.insert(at, move.step)
    return phases


def steps_of(document: Any) -> list[str]:
    """Give the keys of all touchpoints in a document's data."""
    phases = document.get("phases") if isinstance(document, dict) else None
    return [key_of(step) for phase in as_list(phases) for step in _steps(phase)]


def _inserted(values: list[Any], at: int, value: Any) -> list[Any]:
    return [*values[:at], value, *values[at:]]


def _steps(phase: Any) -> list[Any]:
    steps = phase.get("touchpoints") if isinstance(phase, dict) else None
    return list(as_list(steps)) if steps is not None else []
