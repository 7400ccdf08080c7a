"""A contact lets the customer taste none of the organisation's core values.

Core values are the stock of the soup: every contact should taste of at least one of them. Walking
the journey with that single question, "what do they taste of us here?", shows the contacts that
might as well be a competitor's. Not every organisation wants to go that far, so this rule is off
until you ask for it. It looks at contacts only, not at steps of thinking or waiting, and only
where the organisation lists its core values.

Bad:

    kind: organisation
    title: Webbouwers
    core_values: [Helder, Dichtbij]
    ---
    title: Ik wil een nieuwe website
    phases:
      - title: Aankoop
        touchpoints:
          - {title: Krijgt een offerte op één bladzijde, channel: email, core_values: Helder}
          - {title: Tekent het contract, channel: web}

Good:

    kind: organisation
    title: Webbouwers
    core_values: [Helder, Dichtbij]
    ---
    title: Ik wil een nieuwe website
    phases:
      - title: Aankoop
        touchpoints:
          - {title: Krijgt een offerte op één bladzijde, channel: email, core_values: Helder}
          - {title: Tekent bij de ontwerper aan tafel, channel: meeting, core_values: Dichtbij}

Fix: none.
"""

from __future__ import annotations

from collections.abc import Iterator

from klantreis.findings import Severity
from klantreis.lint.rule import Found, LintRule, Options
from klantreis.lint.subject import TOP, JourneySubject
from klantreis.wording import shortened

_HINT = "Ask what customers should taste of you here, and write it in `core_values`."


def check(subject: JourneySubject, _options: Options) -> Iterator[Found]:
    """Find contacts without a core value, where there are any to choose from."""
    if subject.organisation is None or not subject.organisation.core_values:
        return
    bland = [step for step, _ in subject.contacts if not step.touchpoint.core_values]
    if len(bland) > 1 and len(bland) == len(subject.contacts):
        yield Found(TOP, f"None of the {len(bland)} contacts tastes of a core value.", _HINT)
        return
    for step in bland:
        yield Found(step.path, f"`{shortened(step.touchpoint.title)}` tastes of none of the core values.", _HINT)


RULE = LintRule(
    code="K606",
    name="touchpoint-without-core-value",
    group="organisation",
    severity=Severity.INFO,
    on="journey",
    check=check,
    doc=__doc__,
    ideas=(16,),
    on_by_default=False,
)
