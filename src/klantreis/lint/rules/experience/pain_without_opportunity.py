"""A pain point or barrier that no opportunity solves.

A pain point on the map is a promise: we have seen it. A map full of pains without ideas makes
people in the organisation shrug, and customers meet the same pains next year. Put an opportunity
beside each one, however small, and name the pain under `solves`: then the gap analysis and the
roadmap can follow it until it is gone.

An opportunity on the same touchpoint, or of its phase, that names no pain at all is taken to be
meant for it. Pains with `severity: low` are left alone, and so are dreams. A pain that recurs is
reported once. When the journey has no opportunities at all, that is said once.

Bad:

    title: Ik heb een klacht over mijn bezorging
    phases:
      - title: Contact
        touchpoints:
          - title: Belt de klantenservice
            pains:
              - {title: Twintig minuten wachtmuziek, severity: high}
              - {title: Moet alles opnieuw vertellen, severity: medium}
            opportunities:
              - {title: Terugbellen op een gekozen moment, solves: twintig-minuten-wachtmuziek}

Good:

    title: Ik heb een klacht over mijn bezorging
    phases:
      - title: Contact
        touchpoints:
          - title: Belt de klantenservice
            pains:
              - {title: Twintig minuten wachtmuziek, severity: high}
              - {title: Moet alles opnieuw vertellen, severity: medium}
            opportunities:
              - {title: Terugbellen op een gekozen moment, solves: twintig-minuten-wachtmuziek}
              - {title: De klacht is zichtbaar voor elke adviseur, solves: moet-alles-opnieuw-vertellen}

Fix: none.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from klantreis.findings import Severity
from klantreis.lint.rule import Found, LintRule, Options
from klantreis.lint.rules.experience.unsolved import open_to_all, sets_off, solved
from klantreis.lint.subject import TOP, JourneySubject
from klantreis.model.parts import PainAt
from klantreis.wording import plural, shortened

_HINT = "Write what could be better under `opportunities`, and name the pain under `solves`."


def check(subject: JourneySubject, _options: Options) -> Iterator[Found]:
    """Find pains and barriers that nobody has an idea for."""
    if not subject.current or not (subject.pains or subject.barriers):
        return
    waiting = _waiting(subject)
    places = [list(group) for _, group in groupby(waiting, key=lambda at: at.path[:-1])]
    if len(places) > 1 and not subject.opportunities:
        message = f"The journey has no opportunity for any of its {_named(waiting)}."
        yield Found(TOP, message, "Write beside each what could be better, under `opportunities`.")
        return
    for group in places:
        yield Found(group[0].path, _message(group), _HINT)


def _waiting(subject: JourneySubject) -> list[PainAt]:
    """The pains that no opportunity names or may be meant for, each id once."""
    left = [
        at
        for at in (*subject.barriers, *subject.pains)
        if at.pain.severity != "low" and not solved(at.pain, subject) and not sets_off(at.step)
    ]
    seen = {at.pain.id for at in left if _may_be_meant(at) or _is_planned(at, subject)}
    found: list[PainAt] = []
    for at in left:
        if at.pain.id not in seen:
            seen.add(at.pain.id)
            found.append(at)
    return found


def _may_be_meant(at: PainAt) -> bool:
    return open_to_all(at.phase.opportunities) or (
        at.step is not None and open_to_all(at.step.touchpoint.opportunities)
    )


def _is_planned(at: PainAt, subject: JourneySubject) -> bool:
    """Whether a dream drops its step, or a roadmap closes the step or phase as a whole."""
    home = at.phase.id if at.step is None else at.step.touchpoint.id
    return home in subject.planned


def _message(group: list[PainAt]) -> str:
    first = group[0]
    title = shortened(first.pain.title)
    if len(group) == 1:
        return f"No opportunity solves `{title}`."
    more = plural(len(group) - 1, f"more {'barrier' if first.step is None else 'pain point'}")
    where = first.phase.title if first.step is None else first.step.touchpoint.title
    return f"No opportunity solves `{title}` and {more} of `{shortened(where)}`."


def _named(waiting: list[PainAt]) -> str:
    """Such as `4 pain points`, `2 barriers`, `5 pain points and barriers`."""
    barriers = sum(at.step is None for at in waiting)
    if barriers in (0, len(waiting)):
        return plural(len(waiting), "barrier" if barriers else "pain point")
    return f"{len(waiting)} pain points and barriers"


RULE = LintRule(
    code="K405",
    name="pain-without-opportunity",
    group="experience",
    severity=Severity.WARNING,
    on="journey",
    check=check,
    doc=__doc__,
    ideas=(7, 12),
)
