"""One department made the map alone.

Every department sees its own touchpoint and polishes that; nobody sees the whole. A map drawn by
one team shows the journey as that team imagines it. Put marketing, service and whoever delivers
around one table, and the arguments about what really happens are the best part of the work.

The rule speaks when all `makers` are of one team, and every touchpoint that says who owns it names
that team. Where another team owns one, `owner-not-among-makers` says it more precisely, and of a
longer journey that is all in one team's hands `one-team-only` tells. It says nothing when the
organisation lists a single team.

Bad:

    title: Ik wil een nieuwe website
    makers:
      - {name: Noor, team: Marketing}
      - {name: Bas, team: Marketing}
    phases:
      - title: Oriëntatie
        touchpoints: [Zoekt bureaus, Leest ervaringen, Belt er drie]

Good:

    title: Ik wil een nieuwe website
    makers:
      - {name: Noor, team: Marketing}
      - {name: Ineke, team: Receptie}
    phases:
      - title: Oriëntatie
        touchpoints: [Zoekt bureaus, Leest ervaringen, Belt er drie]

Fix: none.
"""

from __future__ import annotations

from collections.abc import Iterator

from klantreis.findings import Severity
from klantreis.lint.naming import key_of, team_title
from klantreis.lint.rule import Found, LintRule, Options
from klantreis.lint.rules.organisation.owners import in_one_hand
from klantreis.lint.subject import JourneySubject
from klantreis.wording import shortened

_ENOUGH = 3


def check(subject: JourneySubject, _options: Options) -> Iterator[Found]:
    """Find makers who are all of one team."""
    makers = subject.journey.makers
    if len(subject.steps) < _ENOUGH or not makers or not all(maker.team for maker in makers):
        return
    alone = subject.organisation is not None and len(subject.organisation.teams) == 1
    teams = {key_of(maker.team) for maker in makers}
    # An owner who is not among the makers is left to `owner-not-among-makers`.
    teams |= {key_of(step.touchpoint.owner) for step in subject.steps if step.touchpoint.owner}
    if alone or len(teams) > 1 or in_one_hand(subject):
        return
    yield Found(
        ("makers",),
        f"Only `{shortened(team_title(makers[0].team, subject.organisation))}` made this map.",
        "Walk through it with the other teams that the customer meets, then add them to `makers`.",
        key=True,
    )


RULE = LintRule(
    code="K612",
    name="made-by-one-team",
    group="organisation",
    severity=Severity.INFO,
    on="journey",
    check=check,
    doc=__doc__,
    ideas=(9, 14),
)
