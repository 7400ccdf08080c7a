"""A dream with what it leaves out as it is today: how a step feels, its channel, its owner.

A dream says what gets better. Of a step that lives on, and of which it does not say how it feels, it does not
say that it feels like nothing: without this, a high point that nobody repeated would count as lost.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from klantreis.compare.pair import Pair
from klantreis.model.builtin import NO_CHANNEL
from klantreis.model.journey import Journey
from klantreis.model.parts import Step
from klantreis.model.touchpoint import Touchpoint

_KEYS = ("emotion", "channel", "owner")


def inherited_steps(pair: Pair) -> list[Step]:
    """Give the steps of the new side; of a plan, with what they leave out from the step that they are today."""
    steps = list(pair.new.steps)
    for number, touchpoint in _filled(pair) if pair.plan else ():
        steps[number] = replace(steps[number], touchpoint=touchpoint)
    return steps


def inherited_journey(pair: Pair) -> Journey:
    """Give the journey of the new side, with `inherited_steps`."""
    if not pair.plan:
        return pair.new.journey
    steps: list[list[Touchpoint]] = [[] for _ in pair.new.journey.phases]
    for step in inherited_steps(pair):
        steps[step.phase_number].append(step.touchpoint)
    phases = zip(pair.new.journey.phases, steps, strict=True)
    return pair.new.journey.model_copy(
        update={"phases": [phase.model_copy(update={"touchpoints": touchpoints}) for phase, touchpoints in phases]}
    )


def _filled(pair: Pair) -> Iterator[tuple[int, Touchpoint]]:
    merged, kept = pair.matching.merged, pair.matching.kept
    for olds, new in pair.origins:
        if new.number not in merged and kept.get(olds[0].number) == new.number:
            found = _left_out(olds, new.touchpoint)
            if found:
                yield new.number, new.touchpoint.model_copy(update=found)


def _left_out(olds: Sequence[Step], new: Touchpoint) -> dict[str, Any]:
    old = olds[0].touchpoint
    found = {key: getattr(old, key) for key in _KEYS if getattr(old, key) and not getattr(new, key)}
    if "channel" in found and new.automated:
        # Nobody has to be in touch about what goes by itself.
        found["channel"] = [NO_CHANNEL]
    return found
