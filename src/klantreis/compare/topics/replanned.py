"""A dream and its former self: what the one takes away on purpose of what the other still had."""

from __future__ import annotations

from dataclasses import dataclass

from klantreis.compare.change import Address
from klantreis.compare.side import Side
from klantreis.model.journey import Drop
from klantreis.model.parts import Step
from klantreis.model.text import slug


@dataclass(frozen=True, slots=True)
class Said:
    """Why a step is not there: a drop, with the edits that write it down."""

    drop: Drop
    tells: tuple[Address, ...]


def replanned(without: Side, having: Side, step: Step) -> Said | None:
    """Give the drop by which one state of a dream takes away a step that the other has; None when none does."""
    if not (without.journey.drops and without.journey.state == having.journey.state == "dream"):
        return None
    names = {step.touchpoint.id, step.phase.id}
    drop = next((drop for drop in without.journey.drops if drop.id in names or slug(drop.id) in names), None)
    if drop is None:
        return None
    alone = not having.journey.drops and len(without.journey.drops) == 1
    item = ("journey", "", "drops", drop.id)
    return Said(drop, (item, ("journey", "", "drops", "")) if alone else (item,))
