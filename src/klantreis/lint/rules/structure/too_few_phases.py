"""The journey has very few phases.

A customer's journey begins long before the purchase and goes on long after it. A map with one or
two phases mostly shows the piece that the organisation sees, such as the order, and leaves out the
search before it and the use after it, where customers are won and lost. Only journeys with three
touchpoints or more are judged. A dream may skip phases, a journey that follows a framework has the
phases of that, and one that another journey zooms into shows a detail: these are left alone.

Bad:

    title: Ik wil een cursus pottenbakken
    phases:
      - title: Aanmelding
        touchpoints: [Vult het formulier in, Betaalt het cursusgeld, Krijgt een bevestiging]

Good:

    title: Ik wil een cursus pottenbakken
    phases:
      - title: Oriëntatie
        touchpoints: Ziet een vaas bij een vriendin
      - title: Aanmelding
        touchpoints: [Vult het formulier in, Betaalt het cursusgeld]
      - title: Gebruik
        touchpoints: Draait haar eerste kom

Options:
    least: a journey with fewer phases than this has very few.

Fix: none.
"""

from __future__ import annotations

from collections.abc import Iterator

from klantreis.findings import Severity
from klantreis.lint.rule import Found, LintRule, Option, Options
from klantreis.lint.subject import JourneySubject
from klantreis.wording import plural

_ENOUGH = 3


def check(subject: JourneySubject, options: Options) -> Iterator[Found]:
    """Find a journey that must be a piece of a longer one."""
    count = len(subject.journey.phases)
    if count >= options["least"] or not subject.current or subject.journey.framework:
        return
    if len(subject.steps) < _ENOUGH or subject.zoomed:
        return
    yield Found(
        ("phases",),
        f"The journey has only {plural(count, 'phase')}.",
        "Ask what the customer did before and does afterwards, and give that phases of its own.",
        key=True,
    )


RULE = LintRule(
    code="K305",
    name="too-few-phases",
    group="structure",
    severity=Severity.INFO,
    on="journey",
    check=check,
    doc=__doc__,
    ideas=(2, 23),
    options={"least": Option(3, "A journey with fewer phases than this has very few.", 1)},
)
