"""No touchpoint is a moment of truth.

Jan Carlzon turned an airline round in 1981 with one thought: a customer judges the whole company
in a few short moments. There the expectation can and must be exceeded. A map on which every step
weighs the same gives no direction, and attention is spread thin. Choose one or two: the step where
customers decide, or the one they tell their friends about. A journey that another one zooms into
shows a detail, and needs none of its own.

Bad:

    title: Ik wil een nieuwe bril
    phases:
      - title: Aankoop
        touchpoints: [Maakt een afspraak, Laat haar ogen meten, Zet de bril op]

Good:

    title: Ik wil een nieuwe bril
    phases:
      - title: Aankoop
        touchpoints:
          - Maakt een afspraak
          - Laat haar ogen meten
          - {title: Zet de bril op, moment_of_truth: true}

Fix: none.
"""

from __future__ import annotations

from collections.abc import Iterator

from klantreis.findings import Severity
from klantreis.lint.rule import Found, LintRule, Options
from klantreis.lint.subject import TOP, JourneySubject
from klantreis.model.parts import Step

_ENOUGH = 3


def check(subject: JourneySubject, _options: Options) -> Iterator[Found]:
    """Find a journey of some length in which no step weighs more than another."""
    if subject.truths or subject.zoomed or sum(map(_takes_part, subject.steps)) < _ENOUGH:
        return
    yield Found(
        TOP,
        f"None of the {len(subject.steps)} touchpoints is a moment of truth.",
        "Mark the one that decides what the customer thinks of you with `moment_of_truth`, beside its `expectation`.",
    )


def _takes_part(step: Step) -> bool:
    """Whether the customer does something there: waits and what goes by itself decide nothing."""
    touchpoint = step.touchpoint
    return not touchpoint.automated and not (touchpoint.channel and not step.channels)


RULE = LintRule(
    code="K304",
    name="no-moment-of-truth",
    group="structure",
    severity=Severity.WARNING,
    on="journey",
    check=check,
    doc=__doc__,
    ideas=(4,),
)
