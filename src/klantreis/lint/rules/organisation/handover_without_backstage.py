"""The customer passes from one team to the next, and nobody drew what happens behind the scenes.

A hand-over is where journeys break: the customer tells the story again, the form arrives without
its attachment, the adviser cannot see what was promised in the shop. The service blueprint
(Shostack, 1984) was invented to make that visible: below the line of visibility it shows who
passes what to whom. One line of `backstage` or `support_processes` on either side of the
hand-over is enough to start the talk between the two teams.

The rule looks at neighbouring contacts within a phase, and only in journeys that draw backstage
or support processes somewhere: elsewhere nobody asked for a blueprint. What employees do in sight
of the customer, `frontstage`, does not show what they pass on.

Bad:

    title: Ik wil een nieuwe website
    phases:
      - title: Aankoop
        touchpoints:
          - {title: Vraagt een offerte aan, channel: web, owner: Marketing}
          - {title: Bespreekt de offerte, channel: phone, owner: Sales}
          - {title: Tekent online, channel: web, owner: Sales, backstage: Maakt het contract op}

Good:

    title: Ik wil een nieuwe website
    phases:
      - title: Aankoop
        touchpoints:
          - title: Vraagt een offerte aan
            channel: web
            owner: Marketing
            backstage: Zet de aanvraag met alle wensen in het klantsysteem
          - {title: Bespreekt de offerte, channel: phone, owner: Sales}
          - {title: Tekent online, channel: web, owner: Sales, backstage: Maakt het contract op}

Options:
    of: a hand-over is a change of `team`, of `both` team and channel, or of `any` of the two.

Fix: none.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from klantreis.findings import Severity
from klantreis.lint.naming import key_of, named, team_title
from klantreis.lint.rule import Found, LintRule, Option, Options
from klantreis.lint.subject import JourneySubject
from klantreis.model.parts import Step
from klantreis.model.text import slug
from klantreis.model.touchpoint import Touchpoint

_ALONE = frozenset({"advert", "search", "social", "word-of-mouth"})
"""Where the customer looks around alone: nobody hands them over."""


def check(subject: JourneySubject, options: Options) -> Iterator[Found]:
    """Find hand-overs within a phase without anything behind the scenes."""
    if not any(_drawn(step.touchpoint) for step in subject.steps):
        return
    usual = [contact for contact in subject.contacts if not contact[0].touchpoint.optional]
    for (here, channels), (there, next_channels) in pairwise(usual):
        if here.phase_number != there.phase_number or channels <= _ALONE or next_channels <= _ALONE:
            continue
        one, other = here.touchpoint, there.touchpoint
        if _drawn(one) or _drawn(other) or not _follows(one, other):
            continue
        team, channel = _other_team(one, other), not channels & next_channels
        if _counts(options["of"], team=team, channel=channel):
            yield _found(here, there, subject, team=team, channel=channel)


def _found(here: Step, there: Step, subject: JourneySubject, *, team: bool, channel: bool) -> Found:
    key = "owner" if team else "channel"
    if team:
        sides = (team_title(step.touchpoint.owner, subject.organisation) for step in (here, there))
    else:
        sides = (step.touchpoint.title for step in (here, there))
    one, other = (named([side]) for side in sides)
    by = " by another channel" if channel else ""
    return Found(
        (*there.path, key),
        f"The customer passes from {one} to {other}{by}, with nothing drawn behind the scenes.",
        "Write what is passed on in `backstage` or `support_processes` of either touchpoint.",
        related=(subject.related((*here.path, key), "the customer comes from here"),),
    )


def _counts(of: str, *, team: bool, channel: bool) -> bool:
    """Whether a change is a hand-over, as the option has it."""
    if of == "any":
        return team or channel
    return team and (channel or of != "both")


def _drawn(step: Touchpoint) -> bool:
    return bool(step.backstage or step.support_processes)


def _other_team(one: Touchpoint, other: Touchpoint) -> bool:
    return bool(one.owner and other.owner) and key_of(one.owner) != key_of(other.owner)


def _follows(one: Touchpoint, other: Touchpoint) -> bool:
    """Whether a customer comes from one to the other; a written `next` replaces the next step in the list."""
    return not one.next or any(other.id in (way.to, slug(way.to)) for way in one.next)


RULE = LintRule(
    code="K604",
    name="handover-without-backstage",
    group="organisation",
    severity=Severity.INFO,
    on="journey",
    check=check,
    doc=__doc__,
    ideas=(10,),
    options={
        "of": Option(
            "any",
            "A hand-over is a change of `team`, of `both` team and channel, or of `any` of the two.",
            choices=("team", "both", "any"),
        )
    },
)
