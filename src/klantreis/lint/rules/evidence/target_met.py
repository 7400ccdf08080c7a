"""A figure has reached its target.

Good news, and easily missed: everyone looks at what is red. Tell the team and the rest of the
organisation, because nothing keeps people improving like seeing that it worked. Then choose.
Raise the target when customers would notice the difference, or leave it and spend your time where
the journey hurts most.

Bad:

    title: Ik wil een bankrekening openen
    phases:
      - title: Aanvraag
        touchpoints:
          - title: Legitimeert zich met de app
            metrics: {csat: {value: 8.2, target: 8, date: 2026-Q3}}

Good:

    title: Ik wil een bankrekening openen
    phases:
      - title: Aanvraag
        touchpoints:
          - title: Legitimeert zich met de app
            metrics: {csat: {value: 8.2, target: 8.5, date: 2026-Q3}}

Fix: none.
"""

from __future__ import annotations

from collections.abc import Iterator

from klantreis.findings import Severity
from klantreis.lint.rule import Found, LintRule, Options
from klantreis.lint.rules.evidence.figures import called, off_scale, written
from klantreis.lint.subject import JourneySubject
from klantreis.model.metrics import MetricInfo


def check(subject: JourneySubject, _options: Options) -> Iterator[Found]:
    """Find figures of a current journey that are on target."""
    if not subject.current:
        return
    for item, metric in subject.known_metrics:
        value, target = item.value.value, item.value.target
        if value is not None and target is not None and _met(metric, value, target):
            yield Found(
                (*item.path, "target"),
                f"{called(item)} has reached its target of {written(target)}: it is {written(value)}.",
                "Celebrate it with the team; then raise the target, or turn to the next figure.",
            )


def _met(metric: MetricInfo, value: float, target: float) -> bool:
    # A figure off its scale is a slip of the pen, and no success: `metric-off-scale`.
    if metric.better == "neither" or off_scale(value, metric) or off_scale(target, metric):
        return False
    return value >= target if metric.better == "higher" else value <= target


RULE = LintRule(
    code="K513",
    name="target-met",
    group="evidence",
    severity=Severity.INFO,
    on="journey",
    check=check,
    doc=__doc__,
    ideas=(13, 29),
)
