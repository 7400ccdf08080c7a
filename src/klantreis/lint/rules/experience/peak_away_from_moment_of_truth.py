"""The customer is happiest somewhere else than at a moment of truth.

People remember the peak and the end (Kahneman and others, 1993), and a moment of truth is where
you chose to exceed the expectation. When the highest point of the curve lies clearly elsewhere,
one of two things is true: the moment of truth does not get the attention it needs, or customers
have chosen another moment of truth than you did. Both are worth a talk at the table.

Only a difference of half a point or more is reported, and only when a moment of truth has an emotion
of 0 or above (a negative one has other worries). Dreams are left alone.

Bad:

    title: Ik koop een keuken
    phases:
      - title: Aankoop
        touchpoints:
          - {title: Koffie met taart in de showroom, emotion: 2}
          - title: De keuken wordt geplaatst
            emotion: 0.5
            moment_of_truth: {kind: smot, exceed: De monteur kookt de eerste maaltijd mee}

Good:

    title: Ik koop een keuken
    phases:
      - title: Aankoop
        touchpoints:
          - {title: Koffie met taart in de showroom, emotion: 1}
          - title: De keuken wordt geplaatst
            emotion: 2
            moment_of_truth: {kind: smot, exceed: De monteur kookt de eerste maaltijd mee}

Fix: none.
"""

from __future__ import annotations

from collections.abc import Iterator

from klantreis.findings import Severity
from klantreis.lint.rule import Found, LintRule, Options
from klantreis.lint.subject import JourneySubject
from klantreis.wording import shortened

_CLEARLY = 0.5


def check(subject: JourneySubject, _options: Options) -> Iterator[Found]:
    """Find a highest point that is clearly above every moment of truth."""
    if not subject.current or not subject.truths:
        return
    scored = [(emotion.score, step) for step in subject.truths if (emotion := step.touchpoint.emotion) is not None]
    if not scored:
        return
    score, truth = max(scored, key=lambda item: item[0])
    peak = max(subject.feelings, key=lambda feeling: feeling.score)
    # Scores are decimals as people wrote them: 0.7 - 0.2 must be a half.
    if score < 0 or peak.step is None or round(peak.score - score, 9) < _CLEARLY:
        return
    yield Found(
        peak.path,
        f"The highest emotion ({peak.score:g}) is at `{shortened(peak.step.touchpoint.title)}`, "
        f"not at a moment of truth (at most {score:g}).",
        "Make the moment of truth the best moment, or mark this one as a moment of truth.",
        related=(subject.related((*truth.path, "emotion"), "the highest moment of truth"),),
    )


RULE = LintRule(
    code="K413",
    name="peak-away-from-moment-of-truth",
    group="experience",
    severity=Severity.INFO,
    on="journey",
    check=check,
    doc=__doc__,
    ideas=(4, 5),
)
