"""An initiative ends after the horizon of the dream it leads to.

A dream has a horizon: one to two years for a near one, five for a far one, or a date. An
initiative that ends later cannot help to reach it. Either the plan is too slow, or the step
belongs to a farther dream, or the dream was too hopeful: all three are good to know early.

A near dream ends two years, a far one five years after the last review of the dream or of the
journey it is of (the later of the two), else after today. Of a rough date such as `2029` the
first day counts.

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
    horizon: near
    phases:
      - title: Reparatie
        touchpoints: {title: Wacht een dag, was: wacht-een-week}
    ---
    kind: roadmap
    title: Op weg naar morgen klaar
    from: fiets
    to: fiets-droom
    initiatives:
      - {title: Leenfietsen in elke stad, closes: wacht-een-week, end: 2033-Q2}

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
    horizon: near
    phases:
      - title: Reparatie
        touchpoints: {title: Wacht een dag, was: wacht-een-week}
    ---
    kind: roadmap
    title: Op weg naar morgen klaar
    from: fiets
    to: fiets-droom
    initiatives:
      - {title: Leenfietsen in elke stad, closes: wacht-een-week, end: 2027-Q2}

Fix: none.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from klantreis.findings import Severity
from klantreis.lint.rule import Found, LintRule, Options
from klantreis.lint.subject import RoadmapSubject
from klantreis.model.journey import HORIZON_YEARS
from klantreis.model.time import Period
from klantreis.wording import shortened

_FEBRUARY = 2
_SHORT_FEBRUARY = 28


def check(subject: RoadmapSubject, _options: Options) -> Iterator[Found]:
    """Find initiatives that end after the dream's horizon."""
    if subject.dream is None or (limit := _limit(subject)) is None:
        return
    for n, item in enumerate(subject.roadmap.initiatives):
        if item.end is not None and item.end.start > limit and item.status not in ("done", "dropped"):
            yield Found(
                ("initiatives", n, "end"),
                f"The end of `{shortened(item.title)}`, {item.end}, lies after the horizon of the dream ({limit}).",
                "Plan it earlier, or give the dream a farther horizon.",
                related=(subject.dream.related(("horizon",), "the horizon of the dream"),),
            )


def _limit(subject: RoadmapSubject) -> date | None:
    """The last day of the horizon; None when there is none."""
    dream = subject.dream.journey if subject.dream else None
    if dream is None or dream.horizon is None:
        return None
    if isinstance(dream.horizon, Period):
        return dream.horizon.end
    journeys = (dream, subject.current.journey) if subject.current else (dream,)
    reviews = [journey.reviewed.end for journey in journeys if journey.reviewed]
    return _years_after(max(reviews, default=subject.today), HORIZON_YEARS[dream.horizon])


def _years_after(day: date, years: int) -> date:
    """The same day some years later; no leap day, and no year past the calendar's last."""
    last = min(day.day, _SHORT_FEBRUARY) if day.month == _FEBRUARY else day.day
    return date(min(day.year + years, date.max.year), day.month, last)


RULE = LintRule(
    code="K711",
    name="initiative-after-horizon",
    group="dream",
    severity=Severity.WARNING,
    on="roadmap",
    check=check,
    doc=__doc__,
    ideas=(19, 21),
)
