"""The journey does not say whose it is.

A map of "the customer" is a map of nobody. A student who moves house and a widow who moves house
meet the same organisation and make two different journeys. Alan Cooper showed why in 1999: a team
that designs for one person with a name and a life makes better choices than a team that designs
for an average. Name a persona, or at least the segment whose journey it is. A dream that is `of`
a journey is about the person of that journey.

Bad:

    title: Ik ga verhuizen
    phases:
      - title: Voorbereiding
        touchpoints: Geeft het nieuwe adres door

Good:

    title: Ik ga verhuizen
    persona: Yusuf, voor het eerst op kamers
    phases:
      - title: Voorbereiding
        touchpoints: Geeft het nieuwe adres door

Fix: none.
"""

from __future__ import annotations

from collections.abc import Iterator

from klantreis.findings import Severity
from klantreis.lint.rule import Found, LintRule, Options
from klantreis.lint.subject import TOP, JourneySubject


def check(subject: JourneySubject, _options: Options) -> Iterator[Found]:
    """Find a journey of nobody."""
    journey = subject.journey
    if journey.persona or journey.segment or (journey.of and not subject.current):
        return
    yield Found(
        TOP,
        "The journey does not say whose it is.",
        "Name the customer under `persona`, as a few words or as a persona document, or a group under `segment`.",
    )


RULE = LintRule(
    code="K302",
    name="journey-without-persona",
    group="structure",
    severity=Severity.WARNING,
    on="journey",
    check=check,
    doc=__doc__,
    ideas=(17,),
)
