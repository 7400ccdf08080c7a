"""What is counted over a whole journey, beside its scores: steps to take, hand-overs."""

from __future__ import annotations

from itertools import pairwise

from klantreis.compare.topics.names import key_of
from klantreis.model.builtin import NO_CHANNEL, channel_id
from klantreis.model.journey import Journey


def owners_known(journey: Journey) -> bool:
    """Tell whether every step has an owner that may need one: all but those that are no contact."""
    return all(step.owner or set(map(channel_id, step.channel)) == {NO_CHANNEL} for step in journey.touchpoints())


def channels_known(journey: Journey) -> bool:
    """Tell whether every step says its channel, or that it is no contact."""
    return all(step.channel for step in journey.touchpoints())


def own_steps(journey: Journey) -> int:
    """Count the steps that the customer takes: all but those that happen by themselves."""
    return sum(1 for step in journey.touchpoints() if not step.automated)


def handovers(journey: Journey) -> int:
    """Count how often the customer passes from one team to another, in the order of the map.

    A step without an owner is in nobody's hands: it neither makes a hand-over nor undoes one. Whether
    the customer would notice does not matter: it is at the seams between teams that things get lost.
    """
    teams = [key_of(step.owner) for step in journey.touchpoints() if step.owner]
    return sum(1 for here, there in pairwise(teams) if here != there)
