"""A touchpoint that disappoints, without a pain point that says what disappointed.

Expectation and experience stand side by side, and the emotion is below zero: something fell
short. But a sentence of experience cannot be counted, solved or found again in other journeys; a
pain point can. Give the disappointment a name under `pains`, in the customer's words. When the
same name turns up in more journeys, you have found a deeper problem.

When the journey names no pain point anywhere, and more than one touchpoint disappoints, that is
said once. A low point without an opportunity is left to `dip-without-opportunity`. Dreams are left
alone.

Bad:

    title: Ik verhuis mijn internet
    phases:
      - title: Overstap
        touchpoints:
          - title: De monteur komt langs
            emotion: -0.5
            expectation: In een kwartier weer online
            experience: De monteur mist een onderdeel en komt volgende week terug

Good:

    title: Ik verhuis mijn internet
    phases:
      - title: Overstap
        touchpoints:
          - title: De monteur komt langs
            emotion: -0.5
            expectation: In een kwartier weer online
            experience: De monteur mist een onderdeel en komt volgende week terug
            pains: {title: Een week zonder internet, severity: high}

Fix: none.
"""

from __future__ import annotations

from collections.abc import Iterator

from klantreis.findings import Severity
from klantreis.lint.rule import Found, LintRule, Options
from klantreis.lint.rules.experience.unsolved import DIP, answered, last_feeling, spoken_for, unanswered
from klantreis.lint.subject import TOP, JourneySubject
from klantreis.model.touchpoint import Touchpoint
from klantreis.wording import shortened

_HINT = "Name under `pains` what fell short, and under `opportunities` what would mend it."


def check(subject: JourneySubject, _options: Options) -> Iterator[Found]:
    """Find expectations that were not met, without a name for what went wrong."""
    if not subject.current:
        return
    found = [step for step in subject.steps if _disappoints(step.touchpoint)]
    if not found:
        return
    # A dip, a low end or a bad moment of truth without an opportunity has a finding that asks for one already.
    told = {at.step.number for at in unanswered(subject, DIP) if at.step}
    if (last := last_feeling(subject)) is not None and last.step and not answered(last, subject):
        told.add(last.step.number)
    told |= {step.number for step in subject.truths if not spoken_for(step.touchpoint, step.phase, subject)}
    found = [step for step in found if step.number not in told]
    if len(found) > 1 and not subject.pains:
        yield Found(TOP, f"{len(found)} touchpoints disappoint, and the journey has no pain points.", _HINT)
        return
    for step in found:
        message = f"`{shortened(step.touchpoint.title)}` disappoints, but no pain point says what fell short."
        yield Found((*step.path, "experience"), message, _HINT)


def _disappoints(step: Touchpoint) -> bool:
    emotion = step.emotion
    return emotion is not None and emotion.score < 0 and bool(step.expectation and step.experience) and not step.pains


RULE = LintRule(
    code="K411",
    name="disappointment-without-pain",
    group="experience",
    severity=Severity.INFO,
    on="journey",
    check=check,
    doc=__doc__,
    ideas=(7, 12, 24),
)
