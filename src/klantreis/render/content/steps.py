"""The touchpoints of a journey as cards, and where the channel changes between them."""

from __future__ import annotations

from klantreis.model.journey import Journey
from klantreis.model.scores import channels
from klantreis.render.content import cells
from klantreis.render.content.cells import Context
from klantreis.render.kit.items import Step
from klantreis.render.kit.theme import phase_role


def switches(journey: Journey) -> set[int]:
    """Give the touchpoints, by place, that share no channel with the contact before."""
    found: set[int] = set()
    before: frozenset[str] = frozenset()
    for place, step in enumerate(journey.touchpoints()):
        where = channels(step)
        if where:
            if before and not before & where:
                found.add(place)
            before = where
    return found


def step_cards(context: Context) -> tuple[tuple[Step, ...], ...]:
    """Give the cards of the touchpoints, by phase."""
    journey = context.setting.journey
    switched, place, groups = switches(journey), 0, []
    for index, phase in enumerate(journey.phases):
        group = []
        for step in phase.touchpoints:
            group.append(cells.step_card(step, context, phase_role(index), switch=place in switched))
            place += 1
        groups.append(tuple(group))
    return tuple(groups)
