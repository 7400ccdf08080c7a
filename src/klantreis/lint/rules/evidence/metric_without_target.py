"""A figure has no target.

A 7.2 says nothing by itself: for one company it is good news, for another an alarm. Only beside
what you want it to become does a figure steer, and only then can you see afterwards whether an
improvement worked. Choose few targets and mean them. One target for the whole journey is fine: a
figure of the same metric at a touchpoint needs none of its own then.

Figures of which neither more nor less is better, such as contact volume, need no target.

Bad:

    title: Ik bestel luiers met mijn telefoon
    metrics:
      nps: {value: 12, target: 30, date: 2026-Q3}
    phases:
      - title: Aankoop
        touchpoints:
          - title: Betaalt
            metrics: {conversion: {value: 61, date: 2026-Q3}}

Good:

    title: Ik bestel luiers met mijn telefoon
    metrics:
      nps: {value: 12, target: 30, date: 2026-Q3}
    phases:
      - title: Aankoop
        touchpoints:
          - title: Betaalt
            metrics: {conversion: {value: 61, target: 75, date: 2026-Q3}}

Fix: none.
"""

from __future__ import annotations

from collections.abc import Iterator

from klantreis.findings import Severity
from klantreis.lint.rule import Found, LintRule, Options
from klantreis.lint.rules.evidence.figures import called
from klantreis.lint.subject import TOP, JourneySubject
from klantreis.model.parts import MetricAt
from klantreis.model.text import slug
from klantreis.model.touchpoint import MetricValue
from klantreis.wording import shortened

_HINT = "Write what it should become as `target`."
_GROWN = 4
"""From so many touchpoints on, a single figure is more than a try."""


def check(subject: JourneySubject, _options: Options) -> Iterator[Found]:
    """Find figures of a current journey that lack a target."""
    if not subject.current or not subject.metrics:
        return
    lacking = [item for item, metric in subject.known_metrics if metric.better != "neither" and _lacks(item.value)]
    if not lacking:
        return
    aimed = {slug(item.name) for item in subject.metrics if item.value.target is not None}
    if not aimed:
        if len(lacking) == 1 and len(subject.steps) >= _GROWN:
            yield Found(lacking[0].path, f"{called(lacking[0])} has no target.", _HINT, key=True)
        elif len(lacking) > 1:
            message = f"None of the {len(lacking)} figures of this journey has a target."
            hint = "Write with each what it should become as `target`; one at the top of the journey serves its metric."
            yield Found(TOP, message, hint)
        return
    yield from _each(subject, lacking, aimed)


def _lacks(figure: MetricValue) -> bool:
    return figure.value is not None and figure.target is None


def _each(subject: JourneySubject, lacking: list[MetricAt], aimed: set[str]) -> Iterator[Found]:
    """Say it of each figure, but once of a metric that has no target anywhere."""
    overall = {slug(name) for name, value in subject.journey.metrics.items() if value.target is not None}
    by_metric: dict[str, list[MetricAt]] = {}
    for item in lacking:
        by_metric.setdefault(slug(item.name), []).append(item)
    for key, items in by_metric.items():
        if key in overall:
            continue
        if key not in aimed and len(items) > 1:
            message = f"None of the {len(items)} figures of `{shortened(items[0].name)}` has a target."
            yield Found(items[0].path, message, "Write what it should become as `target`, once for the whole journey.",
                        key=True)  # fmt: skip
            continue
        for item in items:
            yield Found(item.path, f"{called(item)} has no target.", _HINT, key=True)


RULE = LintRule(
    code="K510",
    name="metric-without-target",
    group="evidence",
    severity=Severity.INFO,
    on="journey",
    check=check,
    doc=__doc__,
    ideas=(8, 13),
)
