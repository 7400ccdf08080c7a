"""A metric of your own has neither a scale nor a unit.

Is a 4 for happiness good news? On a scale of five it is, on one of ten it is an alarm. Whoever
reads the map next year was not in the meeting where it was agreed. A score needs its lowest and
highest value, a count needs what it counts; the map then draws how far the figure is up its
scale.

Bad:

    kind: organisation
    title: Bank van Morgen
    metrics:
      - {id: klantgeluk, title: Klantgeluk, better: higher}

Good:

    kind: organisation
    title: Bank van Morgen
    metrics:
      - {id: klantgeluk, title: Klantgeluk, scale: [1, 5], better: higher}
      - {id: wachttijd, title: Wachttijd, unit: minuten, better: lower}

Fix: none.
"""

from __future__ import annotations

from collections.abc import Iterator

from klantreis.findings import Severity
from klantreis.lint.rule import Found, LintRule, Options
from klantreis.lint.subject import DocumentSubject
from klantreis.wording import shortened

_TELLS = ("%", "€", "(")
"""What in a title tells the unit: `Wachttijd (minuten)`."""


def check(subject: DocumentSubject, _options: Options) -> Iterator[Found]:
    """Find metrics of the organisation whose figures nobody can read."""
    for position, metric in enumerate(subject.model.metrics):
        if metric.scale or metric.unit or any(sign in metric.title for sign in _TELLS):
            continue
        yield Found(
            ("metrics", position),
            f"The metric `{shortened(metric.title)}` has no scale and no unit.",
            "Write its lowest and highest value (`scale: [1, 5]`), or what it counts (`unit: minuten`).",
        )


RULE = LintRule(
    code="K512",
    name="metric-without-scale",
    group="evidence",
    severity=Severity.INFO,
    on="organisation",
    check=check,
    doc=__doc__,
    ideas=(8,),
)
