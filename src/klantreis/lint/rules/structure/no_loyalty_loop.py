"""The journey goes on after the purchase and shows no way back in.

A happy customer does not begin all over again: she skips the search and the comparing, and comes
in again halfway. David Edelman called that the loyalty loop (2010). Drawing it makes plain what
loyalty is worth, and asks the question that matters: at which phase do our regulars come back, and
what do we do to bring them there? Journeys of four phases or more that reach use or loyalty, or
that show the whole life of the brand (`scope: lifecycle`), are asked for one.

Bad:

    title: Ik wil elke week groente aan de deur
    phases:
      - {title: Bewustwording, stage: awareness, touchpoints: Proeft bij een vriend}
      - {title: Oriëntatie, stage: orientation, touchpoints: Vergelijkt de kratten}
      - {title: Aankoop, stage: purchase, touchpoints: Bestelt een proefkrat}
      - {title: Gebruik, stage: use, touchpoints: Kookt een week lang uit de krat}

Good:

    title: Ik wil elke week groente aan de deur
    loyalty_loop: Aankoop
    phases:
      - {title: Bewustwording, stage: awareness, touchpoints: Proeft bij een vriend}
      - {title: Oriëntatie, stage: orientation, touchpoints: Vergelijkt de kratten}
      - {title: Aankoop, stage: purchase, touchpoints: Bestelt een proefkrat}
      - {title: Gebruik, stage: use, touchpoints: Kookt een week lang uit de krat}

Fix: none.
"""

from __future__ import annotations

from collections.abc import Iterator

from klantreis.findings import Severity
from klantreis.lint.rule import Found, LintRule, Options
from klantreis.lint.subject import TOP, JourneySubject

_ENOUGH = 4


def check(subject: JourneySubject, _options: Options) -> Iterator[Found]:
    """Find a whole journey that ends as if the customer were gone."""
    journey = subject.journey
    if journey.loyalty_loop is not None or len(journey.phases) < _ENOUGH or not subject.current:
        return
    if not _goes_on(subject) or subject.zoomed:
        return
    yield Found(
        TOP,
        "The journey goes on after the purchase and has no loyalty loop.",
        "Name the phase where a loyal customer comes in again under `loyalty_loop`.",
    )


def _goes_on(subject: JourneySubject) -> bool:
    """Whether it leads through a purchase to use or loyalty.

    A life of the brand does, unless its stages all say otherwise (see K319).
    """
    reached = {stage for stages in subject.stages for stage in stages}
    if "purchase" in reached and reached & {"use", "loyalty"}:
        return True
    return subject.journey.scope == "lifecycle" and not all(subject.stages)


RULE = LintRule(
    code="K310",
    name="no-loyalty-loop",
    group="structure",
    severity=Severity.INFO,
    on="journey",
    check=check,
    doc=__doc__,
    ideas=(6,),
)
