"""An initiative that is planned or under way has no owner.

Improvements of a journey nearly always cross departments, and what belongs to everybody is done
by nobody. One team that is asked how it goes, and may ask the others for help, is the difference
between a plan and a wish. Ideas need no owner yet, and neither does what is done or dropped.
Neither does a first list of titles: an initiative counts as planned once it has a status that
says so, a `start` or an `end`.

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
      - {title: Appen als de fiets klaar is, closes: geen-bericht, status: planned, owner: Werkplaats}

Fix: none.
"""

from __future__ import annotations

from collections.abc import Iterator

from klantreis.findings import Severity
from klantreis.lint.rule import Found, LintRule, Options
from klantreis.lint.subject import TOP, RoadmapSubject
from klantreis.model.roadmap import Initiative
from klantreis.wording import shortened

_HINT = "Name in `owner` the team that does it."


def check(subject: RoadmapSubject, _options: Options) -> Iterator[Found]:
    """Find planned initiatives without an owner."""
    live = [(n, item) for n, item in enumerate(subject.roadmap.initiatives) if _wants_owner(item)]
    bare = [(n, item) for n, item in live if not item.owner]
    if len(bare) == len(live) > 1:
        yield Found(TOP, f"None of the {len(live)} planned initiatives has an owner.", _HINT)
        return
    for n, item in bare:
        yield Found(("initiatives", n, "title"), f"`{shortened(item.title)}` has no owner.", _HINT)


def _wants_owner(item: Initiative) -> bool:
    """Whether it is more than an idea: somebody said it is planned, or when."""
    return item.status in ("planned", "doing") or (item.status is None and (item.start or item.end) is not None)


RULE = LintRule(
    code="K709",
    name="initiative-without-owner",
    group="dream",
    severity=Severity.INFO,
    on="roadmap",
    check=check,
    doc=__doc__,
    ideas=(9, 21),
)
