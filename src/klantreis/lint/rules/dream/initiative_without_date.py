"""An initiative that is planned or under way has no end date.

A roadmap answers one question: when is which step taken? Without an end nobody can see what
comes before what, whether the dream can be reached in time, or that something is late. A rough
date is enough and more honest than a precise one: `2027-Q3`, or just `2027`. Ideas need no date
yet, and neither does what is done or dropped.

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
      - {title: Appen als de fiets klaar is, closes: geen-bericht, status: planned}

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
      - {title: Appen als de fiets klaar is, closes: geen-bericht, status: planned, end: 2027-Q1}

Fix: none.
"""

from __future__ import annotations

from collections.abc import Iterator

from klantreis.findings import Severity
from klantreis.lint.rule import Found, LintRule, Options
from klantreis.lint.subject import TOP, RoadmapSubject
from klantreis.model.roadmap import Initiative
from klantreis.wording import shortened

_HINT = "Give it an `end`; a quarter or a year will do."


def check(subject: RoadmapSubject, _options: Options) -> Iterator[Found]:
    """Find planned initiatives without an end."""
    live = [(n, item) for n, item in enumerate(subject.roadmap.initiatives) if _wants_end(item)]
    bare = [(n, item) for n, item in live if item.end is None]
    if len(bare) == len(live) > 1:
        yield Found(TOP, f"None of the {len(live)} planned initiatives has an end date.", _HINT)
        return
    for n, item in bare:
        yield Found(("initiatives", n, "title"), f"`{shortened(item.title)}` has no end date.", _HINT)


def _wants_end(item: Initiative) -> bool:
    """Whether it is planned or under way, and so ends one day; what begins on a date does."""
    return item.status in ("planned", "doing") or (item.status is None and item.start is not None)


RULE = LintRule(
    code="K710",
    name="initiative-without-date",
    group="dream",
    severity=Severity.INFO,
    on="roadmap",
    check=check,
    doc=__doc__,
    ideas=(21,),
)
