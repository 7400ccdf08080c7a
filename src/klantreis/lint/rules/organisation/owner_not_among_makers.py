"""A team owns touchpoints on the map but did not help to make it.

A journey drawn without the people who do the work is a guess about their work, and they will
treat it as such when improvements are asked of them. The texts behind this tool call for a
multidisciplinary team: whoever owns a touchpoint sits at the table when the map is made, or at
least walks through it afterwards. Then the map is theirs too.

The rule speaks when `makers` names teams. A maker of whom only the name is written may be of any
team, so then it says nothing.

Bad:

    title: Ik wil een nieuwe website
    makers: [Marketing, Sales]
    phases:
      - title: Gebruik
        touchpoints:
          - {title: Krijgt de inloggegevens, owner: Sales}
          - {title: Belt met een vraag, owner: Klantenservice}

Good:

    title: Ik wil een nieuwe website
    makers: [Marketing, Sales, Klantenservice]
    phases:
      - title: Gebruik
        touchpoints:
          - {title: Krijgt de inloggegevens, owner: Sales}
          - {title: Belt met een vraag, owner: Klantenservice}

Fix: none.
"""

from __future__ import annotations

from collections.abc import Iterator

from klantreis.findings import Severity
from klantreis.lint.naming import named, team_title
from klantreis.lint.rule import Found, LintRule, Options
from klantreis.lint.subject import JourneySubject
from klantreis.model.text import slug
from klantreis.wording import shortened


def check(subject: JourneySubject, _options: Options) -> Iterator[Found]:
    """Find the teams that own touchpoints and are not among the makers."""
    makers = subject.journey.makers
    if not makers or not all(maker.team for maker in makers):
        return
    there = {slug(maker.team) for maker in makers}
    absent = {slug(step.touchpoint.owner): step for step in reversed(subject.steps) if step.touchpoint.owner}
    missing = [step for team, step in absent.items() if team not in there]
    if not missing:
        return
    missing.sort(key=lambda step: step.number)
    teams = [team_title(step.touchpoint.owner, subject.organisation) for step in missing]
    yield Found(
        ("makers",),
        f"{named(teams)} {'owns' if len(teams) == 1 else 'own'} touchpoints here but did not help to make this map.",
        "Walk through the map with them, then add them to `makers`.",
        key=True,
        related=tuple(
            subject.related((*step.path, "owner"), f"the first touchpoint of `{shortened(team, 40)}`")
            for team, step in list(zip(teams, missing, strict=True))[:3]
        ),
    )


RULE = LintRule(
    code="K603",
    name="owner-not-among-makers",
    group="organisation",
    severity=Severity.WARNING,
    on="journey",
    check=check,
    doc=__doc__,
    ideas=(14,),
)
