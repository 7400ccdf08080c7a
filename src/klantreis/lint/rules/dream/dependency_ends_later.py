"""An initiative starts before one that it depends on has ended.

`depends_on` says that one piece of work must come first. When the dates say otherwise, one of the
two is wrong, and it is usually the hopeful one. It is found here on paper, months before two
teams find it out in the corridor. Where an initiative has no `start`, its `end` is compared.

Rough dates get the benefit of the doubt: only what cannot be true is reported.

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
      - {title: Nieuwe agenda, closes: wacht-een-week, start: 2027-01, end: 2027-09}
      - {title: Appen vanuit de agenda, closes: geen-bericht, start: 2027-03, end: 2027-12, depends_on: nieuwe-agenda}

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
      - {title: Nieuwe agenda, closes: wacht-een-week, start: 2027-01, end: 2027-09}
      - {title: Appen vanuit de agenda, closes: geen-bericht, start: 2027-10, end: 2027-12, depends_on: nieuwe-agenda}

Fix: none.
"""

from __future__ import annotations

from collections.abc import Iterator

from klantreis.findings import Severity
from klantreis.lint.rule import Found, LintRule, Options
from klantreis.lint.subject import RoadmapSubject
from klantreis.model.roadmap import Initiative
from klantreis.model.text import slug
from klantreis.model.time import Period
from klantreis.wording import shortened

_OVER = ("done", "dropped")


def check(subject: RoadmapSubject, _options: Options) -> Iterator[Found]:
    """Find initiatives that start too early."""
    items = subject.roadmap.initiatives
    places = {item.id: n for n, item in enumerate(items)}
    for n, item in enumerate(items):
        when = item.start or item.end
        if when is None or not item.depends_on or item.status in _OVER:
            continue
        for d, written in enumerate(item.depends_on):
            first = places.get(written, places.get(slug(written)))
            end = _end(items[first]) if first is not None and first != n else None
            if first is not None and end is not None and when.end < end.start:
                verb = "starts" if item.start else "ends"
                yield Found(
                    ("initiatives", n, "depends_on", d),
                    f"`{shortened(item.title)}` {verb} ({when}) before `{shortened(items[first].title)}` ends ({end}).",
                    "Move one of the two, or take the dependency away.",
                    related=(subject.related(("initiatives", first, "end"), "it depends on what ends here"),),
                )


def _end(item: Initiative) -> Period | None:
    """When what others wait for ends; None for what they need not wait for any more."""
    return None if item.status in _OVER else item.end


RULE = LintRule(
    code="K712",
    name="dependency-ends-later",
    group="dream",
    severity=Severity.WARNING,
    on="roadmap",
    check=check,
    doc=__doc__,
    ideas=(21,),
)
