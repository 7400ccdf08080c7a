"""The journey does not say when it was last checked with customers.

A journey never stands still. The map on the wall does: after half a year the form has changed,
the shop has closed and there is a new channel, and nobody can tell which parts are still true.
Write under `reviewed` when it was last held against real customers, and everyone knows how far to
trust it. With `review_every` you agree on how often that is needed.

A first sketch of fewer than four touchpoints is left alone, and so is a map that rests on
nothing yet: `no-evidence` comes first.

Bad:

    title: Ik wil een bankrekening openen
    phases:
      - title: Oriëntatie
        touchpoints:
          - {title: Vraagt het haar moeder, evidence: assumption}
          - Vergelijkt drie banken
      - title: Aanvraag
        touchpoints: [Vult het formulier in, Legitimeert zich]

Good:

    title: Ik wil een bankrekening openen
    reviewed: 2026-09-30
    review_every: 6 maanden
    phases:
      - title: Oriëntatie
        touchpoints:
          - {title: Vraagt het haar moeder, evidence: assumption}
          - Vergelijkt drie banken
      - title: Aanvraag
        touchpoints: [Vult het formulier in, Legitimeert zich]

Fix: none.
"""

from __future__ import annotations

from collections.abc import Iterator

from klantreis.findings import Severity
from klantreis.lint.rule import Found, LintRule, Options
from klantreis.lint.subject import TOP, JourneySubject
from klantreis.wording import shortened

_SKETCH = 4
"""A journey with fewer touchpoints is a first sketch: nothing to review yet."""


def check(subject: JourneySubject, _options: Options) -> Iterator[Found]:
    """Find a current journey without a date of review."""
    journey = subject.journey
    if journey.reviewed is not None or not subject.current:
        return
    hint = "Check it with a few customers and write the date under `reviewed`."
    if (every := journey.review_every) is not None and every.days != float("inf"):
        message = (
            f"This journey must be checked every `{shortened(str(every))}`, but `reviewed` does not say since when."
        )
        yield Found(TOP, message, hint)
    elif len(subject.steps) >= _SKETCH and subject.evidence:
        # A map that rests on nothing has no check to repeat: `no-evidence` comes first.
        yield Found(TOP, "This journey does not say when it was last checked with customers.", hint)


RULE = LintRule(
    code="K507",
    name="no-review-date",
    group="evidence",
    severity=Severity.INFO,
    on="journey",
    check=check,
    doc=__doc__,
    ideas=(27,),
)
