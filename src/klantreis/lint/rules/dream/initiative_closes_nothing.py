"""An initiative does not say which pain, opportunity or step it closes.

Roadmaps fill up with projects that were going to happen anyway. What makes an initiative part of
this journey is that it settles something in it: a pain that goes, an opportunity that is taken, a
step that becomes the dreamed one. Name it in `closes`, and everybody can see which customer is
helped. If there is nothing to name, the initiative belongs on another list.

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
      - {title: Nieuwe telefooncentrale, owner: IT}

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
      - {title: Bericht als de fiets klaar is, owner: Werkplaats, closes: geen-bericht}

Fix: none.
"""

from __future__ import annotations

from collections.abc import Iterator

from klantreis.findings import Severity
from klantreis.lint.naming import key_of
from klantreis.lint.rule import Found, LintRule, Options
from klantreis.lint.subject import TOP, RoadmapSubject
from klantreis.wording import shortened

_HINT = "Name in `closes` the pain, opportunity or step that it settles."


def check(subject: RoadmapSubject, _options: Options) -> Iterator[Found]:
    """Find initiatives that close nothing."""
    live = [(n, item) for n, item in enumerate(subject.roadmap.initiatives) if item.status != "dropped"]
    # What others wait for, closes through them.
    needed = {key_of(written) for _, item in live for written in item.depends_on}
    bare = [(n, item) for n, item in live if not item.closes and item.id not in needed]
    if len(bare) == len(live) > 1:
        yield Found(TOP, f"None of the {len(live)} initiatives says what it closes.", _HINT)
        return
    for n, item in bare:
        yield Found(("initiatives", n, "title"), f"`{shortened(item.title)}` closes nothing of the journey.", _HINT)


RULE = LintRule(
    code="K708",
    name="initiative-closes-nothing",
    group="dream",
    severity=Severity.WARNING,
    on="roadmap",
    check=check,
    doc=__doc__,
    ideas=(20, 21),
)
