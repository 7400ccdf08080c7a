"""The journey says it shows the whole life of the brand, and stops at the purchase.

There are two sorts of journey: one product or experience, or the customer's whole life with the
brand. The second (`scope: lifecycle`) is about what comes after the sale: using it, getting help,
staying, telling others. That is the longest part of the relation, and keeping a customer costs
far less than winning one. Only journeys that say the stage of every phase are judged.

Bad:

    title: Een leven lang verzekerd
    scope: lifecycle
    phases:
      - {title: Ontdekken, stage: awareness, touchpoints: Ziet een reclame}
      - {title: Kiezen, stage: consideration, touchpoints: Vergelijkt premies}
      - {title: Afsluiten, stage: purchase, touchpoints: Tekent de polis}

Good:

    title: Een leven lang verzekerd
    scope: lifecycle
    phases:
      - {title: Kiezen, stage: consideration, touchpoints: Vergelijkt premies}
      - {title: Afsluiten, stage: purchase, touchpoints: Tekent de polis}
      - {title: Schade, stage: use, touchpoints: Meldt een gebroken ruit}

Fix: none.
"""

from __future__ import annotations

from collections.abc import Iterator

from klantreis.findings import Severity
from klantreis.lint.rule import Found, LintRule, Options
from klantreis.lint.subject import JourneySubject
from klantreis.model.stages import expected, places_in

_AFTER = {"use", "loyalty"}


def check(subject: JourneySubject, _options: Options) -> Iterator[Found]:
    """Find a life of the brand without the years after the sale."""
    if subject.journey.scope != "lifecycle" or not all(subject.stages):
        return
    if any(not _AFTER.isdisjoint(stages) for stages in subject.stages) or _told_by_framework(subject):
        return
    yield Found(
        ("scope",),
        "The scope is the whole lifecycle, and no phase is about use or loyalty.",
        "Add the phases after the purchase, or write `scope: product`.",
    )


def _told_by_framework(subject: JourneySubject) -> bool:
    """Whether the phase is missing from the framework of a current journey, which K307 tells."""
    if not subject.journey.framework or not subject.current:
        return False
    asked = expected(subject.journey.framework, subject.organisation)
    there = set(places_in(asked, subject.journey.phases))
    return any(place not in there and not _AFTER.isdisjoint(phase.stages) for place, phase in enumerate(asked))


RULE = LintRule(
    code="K319",
    name="lifecycle-without-use-or-loyalty",
    group="structure",
    severity=Severity.WARNING,
    on="journey",
    check=check,
    doc=__doc__,
    ideas=(23, 6),
)
