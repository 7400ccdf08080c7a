"""The journey should have been checked with customers again by now.

Mapping a journey once gives you a nice wall; mapping it again gives you insight. You see which
improvement customers really notice, and where a new problem grew. So agree on how often with
`review_every` and keep to it: half an hour with three customers and the team that owns the map is
often enough. Nothing changed? Then only the date changes, and that is worth knowing too.

Bad:

    title: Ik wil een nieuwe website
    reviewed: 2025-11
    review_every: 6 maanden
    phases:
      - title: Oriëntatie
        touchpoints: [Zoekt een bureau, Vraagt een offerte aan]

Good:

    title: Ik wil een nieuwe website
    reviewed: 2026-09
    review_every: 6 maanden
    phases:
      - title: Oriëntatie
        touchpoints: [Zoekt een bureau, Vraagt een offerte aan]

Options:
    days: a journey without `review_every` must be checked again after this many days.

Fix: none.
"""

from __future__ import annotations

from collections.abc import Iterator

from klantreis.findings import Severity
from klantreis.lint.rule import Found, LintRule, Option, Options
from klantreis.lint.rules.evidence.dates import due
from klantreis.lint.subject import JourneySubject
from klantreis.model.time import Duration


def check(subject: JourneySubject, options: Options) -> Iterator[Found]:
    """Find a review that should have been done."""
    journey = subject.journey
    # Nobody promised to review a dream, unless it says so itself.
    if journey.reviewed is None or not (subject.current or journey.review_every):
        return
    days = options["days"]
    day = due(journey.reviewed.end, journey.review_every or Duration(days, days, "day", ""))
    if day is not None and day < subject.today:
        yield Found(
            ("reviewed",),
            f"A check of this journey was due on {day.isoformat()}: the last one was {journey.reviewed}.",
            "Check it with a few customers and write the new date under `reviewed`.",
        )


RULE = LintRule(
    code="K508",
    name="review-past-due",
    group="evidence",
    severity=Severity.WARNING,
    on="journey",
    check=check,
    doc=__doc__,
    ideas=(27,),
    options={"days": Option(365, "A journey without `review_every` must be checked again after this many days.", 0)},
)
