"""The date of the last review is still to come.

`reviewed` tells when the map was last held against real customers, so that date has passed. Often
the next review was meant, or the year was mistyped. It matters, because a date in the future
keeps the map looking fresh: nobody will be reminded. Write how often it must be checked under
`review_every`.

Bad:

    title: Mijn klacht wordt opgelost
    reviewed: 2027-03-01
    phases:
      - title: Melden
        touchpoints: [Zoekt het telefoonnummer, Belt de klantenservice]

Good:

    title: Mijn klacht wordt opgelost
    reviewed: 2026-09-01
    review_every: 6 maanden
    phases:
      - title: Melden
        touchpoints: [Zoekt het telefoonnummer, Belt de klantenservice]

Fix: none.
"""

from __future__ import annotations

from collections.abc import Iterator

from klantreis.findings import Severity
from klantreis.lint.rule import Found, LintRule, Options
from klantreis.lint.subject import JourneySubject


def check(subject: JourneySubject, _options: Options) -> Iterator[Found]:
    """Find a date of review that lies ahead."""
    reviewed = subject.journey.reviewed
    if reviewed is not None and reviewed.start > subject.today:
        yield Found(
            ("reviewed",),
            f"`reviewed` is {reviewed}, which is still to come.",
            "Write when it was last checked with customers; how often it must be goes under `review_every`.",
        )


RULE = LintRule(
    code="K509",
    name="review-in-future",
    group="evidence",
    severity=Severity.WARNING,
    on="journey",
    check=check,
    doc=__doc__,
    ideas=(27,),
)
