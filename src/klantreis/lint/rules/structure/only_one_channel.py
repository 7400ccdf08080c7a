"""All contacts use one and the same channel.

Customers do not live in a channel. Somebody who orders on the site has heard of you from a
colleague, gets a parcel at the door and calls when it is late. A map with one channel is mostly
the map of the team that owns that channel, and what customers do in between is missing. Only
journeys with four contacts or more are judged, and no dreams, where one channel may be the very
dream, nor journeys that another one zooms into.

Bad:

    title: Ik wil een fiets huren
    phases:
      - title: Aankoop
        touchpoints:
          - {title: Zoekt een fiets, channel: app}
          - {title: Boekt een weekend, channel: app}
          - {title: Opent het slot, channel: app}
          - {title: Betaalt, channel: app}

Good:

    title: Ik wil een fiets huren
    phases:
      - title: Aankoop
        touchpoints:
          - {title: Hoort ervan op een verjaardag, channel: mond-tot-mond}
          - {title: Boekt een weekend, channel: app}
          - {title: Haalt de fiets op, channel: winkel}
          - {title: Betaalt, channel: app}

Fix: none.
"""

from __future__ import annotations

from collections.abc import Iterator

from klantreis.findings import Severity
from klantreis.lint.rule import Found, LintRule, Options
from klantreis.lint.subject import TOP, JourneySubject
from klantreis.wording import shortened

_ENOUGH = 4


def check(subject: JourneySubject, _options: Options) -> Iterator[Found]:
    """Find a journey in which nobody ever leaves one channel."""
    if not subject.current or len(subject.steps) < _ENOUGH:
        return
    contacts = subject.contacts
    if len(contacts) < _ENOUGH or len(contacts[0][1]) > 1:
        return
    first = contacts[0][1]
    if any(channels != first for _, channels in contacts) or subject.zoomed:
        return
    yield Found(
        TOP,
        f"All {len(contacts)} contacts use one channel, `{shortened(next(iter(first)))}`.",
        "Ask customers what they did elsewhere, before, in between and after, and add that.",
    )


RULE = LintRule(
    code="K309",
    name="only-one-channel",
    group="structure",
    severity=Severity.INFO,
    on="journey",
    check=check,
    doc=__doc__,
    ideas=(3, 10),
)
