"""A source that a journey rests on was gathered long ago.

Customers change, and so do channels, competitors and prices. What people told four years ago was
true then, and on the map it still looks true today. Check first what moves fastest: expectations,
and everything that happens on a screen. Often three short conversations are enough to know
whether the old findings still hold.

Of a current journey the sources it cites are judged, of an organisation or a persona all of them.
Dreams are left alone.

Bad:

    title: Ik wil een nieuwe website
    sources:
      - {id: interviews, title: Interviews met ondernemers, kind: interview, date: 2021-05}
    phases:
      - title: Oriëntatie
        touchpoints:
          - {title: Zoekt een bureau, evidence: interviews}

Good:

    title: Ik wil een nieuwe website
    sources:
      - {id: interviews, title: Interviews met ondernemers, kind: interview, date: 2026-05}
    phases:
      - title: Oriëntatie
        touchpoints:
          - {title: Zoekt een bureau, evidence: interviews}

Options:
    days: a source is old when it was gathered more than this many days ago.

Fix: none.
"""

from __future__ import annotations

from collections.abc import Iterator

from klantreis.findings import Severity
from klantreis.lint.rule import Found, LintRule, Option, Options
from klantreis.lint.rules.evidence.cited import weighed
from klantreis.lint.rules.evidence.dates import span
from klantreis.lint.subject import DocumentSubject
from klantreis.wording import shortened


def check(subject: DocumentSubject, options: Options) -> Iterator[Found]:
    """Find sources that are old."""
    for path, source in weighed(subject):
        if source.date is None:
            continue
        age = (subject.today - source.date.end).days
        if age > options["days"]:
            yield Found(
                (*path, "date"),
                f"The source `{shortened(source.title)}` is more than {span(age)} old ({source.date}).",
                "Ask a few customers whether it still holds, and cite that as a new source.",
            )


RULE = LintRule(
    code="K504",
    name="old-evidence",
    group="evidence",
    severity=Severity.WARNING,
    on="journey",
    also=("organisation", "persona"),
    check=check,
    doc=__doc__,
    ideas=(15, 27),
    options={"days": Option(730, "A source is old when it was gathered more than this many days ago.", 0)},
)
