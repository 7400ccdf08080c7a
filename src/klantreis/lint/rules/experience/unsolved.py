"""Which pains and low points wait for an opportunity: shared by the rules about these and moments of truth."""

from __future__ import annotations

from collections.abc import Iterable

from klantreis.lint.subject import JourneySubject
from klantreis.model.journey import Phase
from klantreis.model.parts import FeelingAt, Step
from klantreis.model.text import slug
from klantreis.model.touchpoint import Opportunity, Pain, Touchpoint

DIP = -1.0
"""From here down an emotion is a dip, unless the settings say otherwise."""


def solved(pain: Pain, subject: JourneySubject) -> bool:
    """Tell whether some opportunity names this pain in `solves`, or a roadmap plans to close it."""
    return pain.id in subject.planned or (
        bool(subject.solved) and (pain.id in subject.solved or slug(pain.id) in subject.solved)
    )


def open_to_all(opportunities: Iterable[Opportunity]) -> bool:
    """Tell whether one of these opportunities names no pain, and so may be meant for any pain near it."""
    return any(not opportunity.solves for opportunity in opportunities)


def spoken_for(step: Touchpoint, phase: Phase, subject: JourneySubject) -> bool:
    """Tell whether an opportunity is or may be meant for a touchpoint, or the rule about pains asks for one.

    So it is when a dream drops the touchpoint, or a roadmap closes it.
    """
    if step.id in subject.planned:
        return True
    return bool(step.opportunities) or open_to_all(phase.opportunities) or _weighed(step.pains, subject)


def unanswered(subject: JourneySubject, dip: float) -> list[FeelingAt]:
    """Give the low points that no opportunity is or may be meant for, and no other rule asks one for."""
    # That it ends low is left to `ends-low`.
    last = last_feeling(subject)
    return [
        at
        for at in subject.feelings
        if at.score <= dip and at is not last and not sets_off(at.step) and not answered(at, subject, truths=True)
    ]


def last_feeling(subject: JourneySubject) -> FeelingAt | None:
    """Give the emotion that a journey ends with, leaving optional steps out; None when one emotion is all."""
    feelings = subject.feelings
    if len(feelings) < 2:  # noqa: PLR2004  one emotion is no course
        return None
    usual = [at for at in feelings if not (at.step and at.step.touchpoint.optional)]
    return (usual or feelings)[-1]


def sets_off(step: Step | None) -> bool:
    """Tell whether a step is what sets the journey off: the first, no contact, and in nobody's hands."""
    if step is None or step.number > 0 or step.touchpoint.owner:
        return False
    return bool(step.touchpoint.channel) and not step.channels


def answered(feeling: FeelingAt, subject: JourneySubject, *, truths: bool = False) -> bool:
    """Tell whether an opportunity is or may be meant for a low point.

    With `truths`, also where the rule about moments of truth asks for one.
    """
    phase = feeling.phase
    if feeling.step is not None:
        step = feeling.step.touchpoint
        return (truths and step.moment_of_truth is not None) or spoken_for(step, phase, subject)
    if open_to_all(phase.opportunities) or _weighed(phase.barriers, subject):
        return True
    return any(step.opportunities or _weighed(step.pains, subject) for step in phase.touchpoints)


def _weighed(pains: Iterable[Pain], subject: JourneySubject) -> bool:
    """Whether one of these pains has an opportunity, or is grave enough to be asked for one."""
    return any(pain.severity != "low" or solved(pain, subject) for pain in pains)
