"""A current journey in which nothing ever goes wrong.

No pain point, no barrier, no emotion below zero: that is a brochure. Every real journey has
waiting, doubt or a form too many; when the map shows none, it was usually drawn from the inside,
by people who know how it is meant to go. Listen to ten calls, or ask three customers where they
nearly gave up. A map that shows no pain cannot help to take any away.

Only journeys with five touchpoints or more, and an emotion above zero, are judged. A dream may be
all sunshine.

Bad:

    title: Ik boek een weekendje weg
    phases:
      - title: Boeken
        touchpoints:
          - {title: Ziet een advertentie, emotion: 0.5}
          - {title: Bekijkt de huisjes, emotion: 1}
          - {title: Boekt, emotion: 1}
          - {title: Krijgt de bevestiging, emotion: 1.5}
          - {title: Komt aan, emotion: 2}

Good:

    title: Ik boek een weekendje weg
    phases:
      - title: Boeken
        touchpoints:
          - {title: Ziet een advertentie, emotion: 0.5}
          - {title: Bekijkt de huisjes, emotion: 1}
          - title: Boekt
            emotion: -1
            pains: Toeslagen verschijnen pas bij de laatste stap
            opportunities: Meteen de hele prijs tonen
          - {title: Krijgt de bevestiging, emotion: 1}
          - {title: Komt aan, emotion: 2}

Fix: none.
"""

from __future__ import annotations

from collections.abc import Iterator

from klantreis.findings import Severity
from klantreis.lint.rule import Found, LintRule, Options
from klantreis.lint.subject import TOP, JourneySubject

_ENOUGH = 5


def check(subject: JourneySubject, _options: Options) -> Iterator[Found]:
    """Find a map on which no customer ever frowns."""
    if sunny(subject):
        yield Found(
            TOP,
            f"Only sunshine: {len(subject.steps)} touchpoints without one pain point, barrier or emotion below 0.",
            "Ask customers where they nearly gave up, and put that on the map.",
        )


def sunny(subject: JourneySubject) -> bool:
    """Tell whether a current journey is all sunshine; too few steps, or no warmth at all, is none."""
    if not subject.current or len(subject.steps) < _ENOUGH or subject.pains or subject.barriers:
        return False
    scores = [feeling.score for feeling in subject.feelings]
    return bool(scores) and min(scores) >= 0 and max(scores) > 0


RULE = LintRule(
    code="K412",
    name="only-sunshine",
    group="experience",
    severity=Severity.WARNING,
    on="journey",
    check=check,
    doc=__doc__,
    ideas=(7, 15),
)
