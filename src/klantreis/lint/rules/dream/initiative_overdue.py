"""An initiative should have ended by now and is not done.

A roadmap is only believed while it is true. Once dates pass in silence, nobody reads the other
dates either. So when an end has passed, say what happened: it is done, it was dropped, or it
takes longer, and then it gets a new end. Of a rough date such as `2026-Q3` the last day counts.

Bad:

    title: Ik laat mijn fiets repareren
    id: fiets
    phases:
      - title: Reparatie
        touchpoints: {title: Wacht een week, pains: Geen bericht}
    ---
    id: fiets-droom
    title: Mijn fiets is morgen klaar
    state: dream
    of: fiets
    phases:
      - title: Reparatie
        touchpoints: {title: Wacht een dag, was: wacht-een-week}
    ---
    kind: roadmap
    title: Op weg naar morgen klaar
    from: fiets
    to: fiets-droom
    initiatives:
      - {title: Appen als de fiets klaar is, closes: geen-bericht, end: 2020-Q1, status: doing}

Good:

    title: Ik laat mijn fiets repareren
    id: fiets
    phases:
      - title: Reparatie
        touchpoints: {title: Wacht een week, pains: Geen bericht}
    ---
    id: fiets-droom
    title: Mijn fiets is morgen klaar
    state: dream
    of: fiets
    phases:
      - title: Reparatie
        touchpoints: {title: Wacht een dag, was: wacht-een-week}
    ---
    kind: roadmap
    title: Op weg naar morgen klaar
    from: fiets
    to: fiets-droom
    initiatives:
      - {title: Appen als de fiets klaar is, closes: geen-bericht, end: 2020-Q1, status: dropped}

Fix: none.
"""

from __future__ import annotations

from collections.abc import Iterator

from klantreis.findings import Severity
from klantreis.lint.rule import Found, LintRule, Options
from klantreis.lint.subject import RoadmapSubject
from klantreis.wording import shortened


def check(subject: RoadmapSubject, _options: Options) -> Iterator[Found]:
    """Find initiatives whose end has passed."""
    for n, item in enumerate(subject.roadmap.initiatives):
        if item.end is not None and item.end.end < subject.today and item.status not in ("done", "dropped"):
            yield Found(
                ("initiatives", n, "end"),
                f"`{shortened(item.title)}` should have ended by {item.end}.",
                "Say `status: done` or `status: dropped`, or give it a new `end`.",
            )


RULE = LintRule(
    code="K714",
    name="initiative-overdue",
    group="dream",
    severity=Severity.WARNING,
    on="roadmap",
    check=check,
    doc=__doc__,
    ideas=(21, 27),
)
