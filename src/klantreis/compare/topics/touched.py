"""Whether a dream changes anything for the customer at a step that lives on."""

from __future__ import annotations

from klantreis.compare.pair import Pair
from klantreis.model.journey import Phase
from klantreis.model.touchpoint import Touchpoint

_MET = (
    "title", "description", "channel", "initiator", "actions", "thoughts", "emotion", "expectation", "experience",
    "moment_of_truth", "gains", "artefacts", "frontstage", "duration", "next", "automated", "optional",
)  # fmt: skip
"""What the customer meets of a step: nothing that is said of it, or done out of sight."""
_PHASE = ("title", "description", "goal", "duration", "emotion", "content")


def touched(old: Touchpoint, new: Touchpoint) -> bool:
    """Tell whether a step of a dream says anything new of what the customer meets, and not that it feels worse."""
    if old.emotion and new.emotion and new.emotion.score < old.emotion.score:
        return False
    return _says_more(old, new, _MET)


def phase_touched(pair: Pair, number: int) -> bool:
    """Tell whether a dream changes anything in a phase of the journey that lives on."""
    old, new = pair.old.journey.phases[number], pair.new.journey.phases[pair.matching.phases[number]]
    if _says_more(old, new, _PHASE):
        return True
    here = [step for step in pair.old.steps if step.phase_number == number]
    kept = pair.matching.kept
    return any(
        step.number not in kept or touched(step.touchpoint, pair.new.steps[kept[step.number]].touchpoint)
        for step in here
    )


def _says_more(old: Touchpoint | Phase, new: Touchpoint | Phase, keys: tuple[str, ...]) -> bool:
    return any(getattr(new, key) and getattr(new, key) != getattr(old, key) for key in keys)
