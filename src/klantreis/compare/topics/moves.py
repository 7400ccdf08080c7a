"""Which edits say that something moved, and which only say that it was carried along with its phase."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from klantreis.compare.change import Address
from klantreis.compare.edits import Edit
from klantreis.compare.pair import Pair


@dataclass(frozen=True, slots=True)
class Moves:
    """What moved, `steps` and `phases`, and what was `carried` along.

    Carried are the edits of what stands in another phase only because that was merged, split or made
    anew around it, by the number of the new phase, which tells them.
    """

    steps: tuple[Edit, ...]
    phases: tuple[Edit, ...]
    carried: Mapping[int, tuple[Address, ...]]


def moves_of(pair: Pair) -> Moves:
    """Give the moves. A move is told once: of what was put elsewhere, not of what made room."""
    moved = [edit for edit in pair.edits if not edit.key and edit.after is None and edit.place is not None]
    steps, carried = _steps(pair, [edit for edit in moved if edit.sort == "touchpoint"])
    return Moves(tuple(steps), tuple(edit for edit in moved if edit.sort == "phase"), carried)


def _steps(pair: Pair, edits: Iterable[Edit]) -> tuple[list[Edit], dict[int, tuple[Address, ...]]]:
    olds = {step.touchpoint.id: step for step in pair.old.steps}
    grown, made = ({ends[side] for ends in pair.phase_kin} for side in (0, 1))
    steps: list[Edit] = []
    carried: dict[int, tuple[Address, ...]] = {}
    for edit in edits:
        old = olds.get(edit.name)
        if old is None or old.number not in pair.forth:
            continue
        here, there = old.phase_number, pair.new.steps[pair.forth[old.number]].phase_number
        anew = here not in grown and there not in made
        if edit.before is not None and (anew or (here, there) in pair.phase_kin):
            carried[there] = (*carried.get(there, ()), edit.address)
        else:
            steps.append(edit)
    return steps, carried
