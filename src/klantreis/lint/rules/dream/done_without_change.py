"""An initiative is done, and the current journey did not change.

Work is done when the customer notices, not when the project is closed. If the pain is still on
the map, one of two things is true. Either the map is behind: ask a few customers, take the pain
off the map, and share the success. Or the customer still feels it, and then the initiative is
not done. Both are worth ten minutes.

The rule looks at pains and barriers, at steps that the dream drops or replaces, and at those it
brings: these are not in the journey yet.

Bad:

    id: fiets
    title: Ik laat mijn fiets repareren
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
      - {title: Appen als de fiets klaar is, closes: geen-bericht, status: done}

Good:

    id: fiets
    title: Ik laat mijn fiets repareren
    phases:
      - title: Reparatie
        touchpoints: {title: Wacht een week, gains: Krijgt een appje}
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
      - {title: Appen als de fiets klaar is, closes: wacht-een-week, status: done}

Fix: none.
"""

from __future__ import annotations

from collections.abc import Iterator

from klantreis.compare.closing import meant
from klantreis.findings import Path, Severity
from klantreis.lint.rule import Found, LintRule, Options
from klantreis.lint.subject import JourneySubject, RoadmapSubject
from klantreis.model.parts import PAINS
from klantreis.wording import shortened


def check(subject: RoadmapSubject, _options: Options) -> Iterator[Found]:
    """Find finished initiatives that changed nothing on the map."""
    current = subject.current
    if current is None or not current.current:
        return
    done = [(n, item) for n, item in enumerate(subject.roadmap.initiatives) if item.status == "done" and item.closes]
    going, coming = _changes(subject, current) if done else (frozenset(), frozenset())
    for n, initiative in done:
        for c, written in enumerate(initiative.closes):
            found = meant(written, current, subject.dream)
            standing = [item for item in found if not item.dreamed and (item.sort in PAINS or item.path in going)]
            missing = [item for item in found if item.dreamed and item.path in coming]
            if standing or missing:
                how = "still stands in" if standing else "is not yet in"
                yield Found(
                    ("initiatives", n, "closes", c),
                    f"`{shortened(initiative.title)}` is done, and `{shortened(written)}` {how}"
                    f" `{shortened(current.name)}`.",
                    "Update the journey if the customer notices the change; if not, reopen the initiative.",
                    related=tuple(
                        current.related((*item.path, "title"), "it still stands here") for item in standing[:3]
                    ),
                )


def _changes(subject: RoadmapSubject, current: JourneySubject) -> tuple[frozenset[Path], frozenset[Path]]:
    """The paths of the steps of the current journey that the dream drops or replaces, and of its own new ones."""
    matching, dream = subject.matching, subject.dream
    if matching is None or dream is None:
        return frozenset(), frozenset()
    going = frozenset(current.steps[number].path for number in (*matching.dropped, *matching.replaced))
    coming = frozenset(dream.steps[number].path for number in (*matching.new, *matching.replaced.values()))
    return going, coming


RULE = LintRule(
    code="K713",
    name="done-without-change",
    group="dream",
    severity=Severity.WARNING,
    on="roadmap",
    check=check,
    doc=__doc__,
    ideas=(13, 27, 29),
)
