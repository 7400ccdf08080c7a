"""A touchpoint without an emotion.

The emotion curve is the heart of the map: it shows at a glance where customers are let down and
where they are won. A touchpoint without an emotion is a hole in that line, and nobody can tell
whether the step was fine, or was never asked about. A rough score is enough to begin with (0 for
"nothing special"); mark it `evidence: assumption` until a customer has told you.

A phase with an emotion of its own has answered for all its touchpoints. Steps that run without
the customer (`automated: true`) and sketches of one or two touchpoints are left alone. When most
touchpoints have no emotion, that is said once.

Bad:

    title: Ik wil een nieuwe fiets
    phases:
      - title: Aankoop
        touchpoints:
          - {title: Vergelijkt drie fietsen, emotion: 0.5}
          - {title: Maakt een proefrit, emotion: 2}
          - {title: Wacht op de levering}

Good:

    title: Ik wil een nieuwe fiets
    phases:
      - title: Aankoop
        touchpoints:
          - {title: Vergelijkt drie fietsen, emotion: 0.5}
          - {title: Maakt een proefrit, emotion: 2}
          - {title: Wacht op de levering, emotion: {score: -0.5, word: ongeduldig}}

Fix: none.
"""

from __future__ import annotations

from collections.abc import Iterator

from klantreis.findings import Severity
from klantreis.lint.rule import Found, LintRule, Options
from klantreis.lint.subject import TOP, JourneySubject
from klantreis.model.parts import Step
from klantreis.wording import shortened

_ENOUGH = 3
_MANY = 2
_HINT = "Say how the customer feels there, from -2 (awful) to 2 (delighted)."


def check(subject: JourneySubject, _options: Options) -> Iterator[Found]:
    """Find touchpoints that are missing from the emotion curve."""
    if len(subject.steps) < _ENOUGH:
        return
    missing = [step for step in subject.steps if _missing(step)]
    if len(missing) > _MANY and 2 * len(missing) > len(subject.steps):
        some = f"{len(missing)} of the {len(subject.steps)} touchpoints have no emotion."
        message = some if subject.feelings else f"None of the {len(subject.steps)} touchpoints has an emotion."
        yield Found(TOP, message, "Give each one a score, from -2 (awful) to 2 (delighted): that draws the curve.")
        return
    for step in missing:
        yield Found(step.path, f"`{shortened(step.touchpoint.title)}` has no emotion.", _HINT)


def _missing(step: Step) -> bool:
    touchpoint = step.touchpoint
    return touchpoint.emotion is None and step.phase.emotion is None and not touchpoint.automated


RULE = LintRule(
    code="K401",
    name="touchpoint-without-emotion",
    group="experience",
    severity=Severity.INFO,
    on="journey",
    check=check,
    doc=__doc__,
    ideas=(7,),
)
