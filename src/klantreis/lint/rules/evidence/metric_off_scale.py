"""A figure or a target lies outside its metric's scale.

Nobody can score 101 on a scale that ends at 100: a digit was mistyped, or the figure was counted
in another way. A school mark of 7 is no 7 out of 7, and an effort score of 5 says little to readers
who expect one from 1 to 10. One such figure spoils every average and every comparison it is part
of. CSAT runs from 1 to 10, CES from 1 to 7, NPS from -100 to 100 and percentages from 0 to 100,
unless the organisation lists the metric with a scale or a unit of its own.

Bad:

    title: Ik wil een nieuwe website
    phases:
      - title: Gebruik
        touchpoints:
          - {title: Site staat live, metrics: {csat: {value: 78, date: 2026-Q3}}}

Good:

    title: Ik wil een nieuwe website
    phases:
      - title: Gebruik
        touchpoints:
          - {title: Site staat live, metrics: {csat: {value: 7.8, date: 2026-Q3}}}

Fix: none.
"""

from __future__ import annotations

from collections.abc import Iterator

from klantreis.findings import Severity
from klantreis.lint.rule import Found, LintRule, Options
from klantreis.lint.rules.evidence.figures import called, off_scale, written
from klantreis.lint.subject import JourneySubject
from klantreis.model.metrics import Scale

_HINT = "Correct it, or list a metric with a scale of its own under `metrics` of the organisation."
_OWN = "Correct it, or the scale that the organisation gives this metric."


def check(subject: JourneySubject, _options: Options) -> Iterator[Found]:
    """Find values and targets that their metric cannot have."""
    for item, metric in subject.known_metrics:
        if metric.scale is None:
            continue
        for key, number in (("value", item.value.value), ("target", item.value.target)):
            if number is not None and off_scale(number, metric):
                name = called(item) if key == "value" else f"The target of {called(item)}"
                message = f"{name} is {written(number)}, but {_bounds(metric.scale)}."
                yield Found((*item.path, key), message, _OWN if metric.own else _HINT)


def _bounds(scale: Scale) -> str:
    low, high = scale
    if high == float("inf"):
        return f"it cannot be below {written(low)}"
    return f"its scale runs from {written(low)} to {written(high)}"


RULE = LintRule(
    code="K514",
    name="metric-off-scale",
    group="evidence",
    severity=Severity.ERROR,
    on="journey",
    check=check,
    doc=__doc__,
    ideas=(8,),
)
