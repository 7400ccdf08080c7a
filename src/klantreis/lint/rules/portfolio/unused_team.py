"""A team is listed and appears in no journey or roadmap.

Every team touches the customer somewhere, if only behind the scenes: finance sends the bills, IT
keeps the site up. A team that is on no map has no share in any journey yet, and will be surprised
by what is decided about it. Ask them where they come in. If the team no longer exists, take it
off the list.

Owners of journeys, touchpoints, blueprint steps and initiatives count, and so do makers. The rule
speaks once there are journeys, and is silent when part of the workspace cannot be read.

Bad:

    kind: organisation
    title: Webbouwers
    teams: [Marketing, Sales, Administratie]
    ---
    title: Ik wil een nieuwe website
    makers: [Marketing, Sales]
    phases: [{title: Aankoop, touchpoints: [{title: Bespreekt de offerte, owner: Sales}]}]

Good:

    kind: organisation
    title: Webbouwers
    teams: [Marketing, Sales, Administratie]
    ---
    title: Ik wil een nieuwe website
    makers: [Marketing, Sales]
    phases:
      - title: Aankoop
        touchpoints:
          - {title: Bespreekt de offerte, owner: Sales}
          - {title: Krijgt de rekening, owner: Administratie}

Fix: none.
"""

from __future__ import annotations

from collections.abc import Iterator

from klantreis.findings import Severity
from klantreis.lint.rule import Found, LintRule, Options
from klantreis.lint.rules.portfolio.listings import ready, unused
from klantreis.lint.subject import WorkspaceSubject

_HINT = "Ask the team where it meets the customer, on stage or behind it; take it away if it no longer exists."


def check(subject: WorkspaceSubject, _options: Options) -> Iterator[Found]:
    """Find the teams that no journey or roadmap names."""
    if not ready(subject, "teams"):
        return
    used = {team for digest in subject.digests.values() for team in digest.teams}
    every = "None of the {} teams appears in a journey or roadmap."
    yield from unused(subject, "teams", used, every, "Team `{}` appears in no journey or roadmap.", _HINT)


RULE = LintRule(
    code="K804",
    name="unused-team",
    group="portfolio",
    severity=Severity.INFO,
    on="workspace",
    check=check,
    doc=__doc__,
    ideas=(9,),
)
