"""All owned touchpoints of a longer journey are in the hands of one team.

Customers do not see departments. A journey of any length passes advertising, sales, delivery,
billing and the help desk, and the trouble mostly sits where one hands over to the next. A map in
which a single team owns everything is usually the map of that team: the others were not asked, or
have not been written down. The rule looks from five owned touchpoints on, blueprint steps
included, and says nothing when the organisation itself lists one team.

Bad:

    title: Ik wil een nieuwe website
    phases:
      - title: Aankoop
        touchpoints:
          - {title: Ziet een advertentie, owner: Marketing}
          - {title: Leest een blog, owner: Marketing}
          - {title: Vraagt een offerte aan, owner: Marketing}
          - {title: Krijgt de website, owner: Marketing}
          - {title: Belt met een vraag, owner: Marketing}

Good:

    title: Ik wil een nieuwe website
    phases:
      - title: Aankoop
        touchpoints:
          - {title: Ziet een advertentie, owner: Marketing}
          - {title: Leest een blog, owner: Marketing}
          - {title: Vraagt een offerte aan, owner: Sales}
          - {title: Krijgt de website, owner: Projecten}
          - {title: Belt met een vraag, owner: Klantenservice}

Fix: none.
"""

from __future__ import annotations

from collections.abc import Iterator

from klantreis.findings import Severity
from klantreis.lint.naming import team_title
from klantreis.lint.rule import Found, LintRule, Options
from klantreis.lint.rules.organisation.owners import in_one_hand
from klantreis.lint.subject import TOP, JourneySubject
from klantreis.wording import shortened


def check(subject: JourneySubject, _options: Options) -> Iterator[Found]:
    """Find a journey as it is of which one team owns all that is owned."""
    if found := in_one_hand(subject):
        owned, written = found
        team = shortened(team_title(written, subject.organisation))
        yield Found(
            TOP,
            f"All {owned} owned touchpoints are in the hands of one team, `{team}`.",
            "Ask who delivers, bills and answers questions, and name those teams too.",
        )


RULE = LintRule(
    code="K602",
    name="one-team-only",
    group="organisation",
    severity=Severity.WARNING,
    on="journey",
    check=check,
    doc=__doc__,
    ideas=(9,),
)
