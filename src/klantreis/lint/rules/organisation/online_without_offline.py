"""Every contact of the journey is online: there is no human alternative.

Most customers are glad to arrange things online, until something does not fit the form. Then they
look for a telephone number, a counter or a letter, and in a journey without one they get stuck, ask
a neighbour or leave. Those who cannot or will not go online are out from the first step. If that
is what you chose, this rule has nothing for you: it is off until you ask for it.

A channel of your own is online or offline as its `mode` says. One that does not say, and a
partner, may well be a person.

Bad:

    title: Ik wil een bankrekening openen
    phases:
      - title: Aanvraag
        touchpoints:
          - {title: Zoekt een bank, channel: search}
          - {title: Vult het formulier in, channel: web}
          - {title: Maakt een foto van het paspoort, channel: app}

Good:

    title: Ik wil een bankrekening openen
    phases:
      - title: Aanvraag
        touchpoints:
          - {title: Zoekt een bank, channel: search}
          - {title: Vult het formulier in, channel: web}
          - {title: Laat het paspoort zien, channel: [app, store]}

Fix: none.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from klantreis.findings import Severity
from klantreis.lint.rule import Found, LintRule, Options
from klantreis.lint.subject import TOP, JourneySubject
from klantreis.model.builtin import CHANNELS

_ENOUGH = 3
_ADVERT = "advert"
"""Neither online nor offline, and nobody answers it."""


def check(subject: JourneySubject, _options: Options) -> Iterator[Found]:
    """Find a journey whose contacts are all online."""
    if len(subject.contacts) < _ENOUGH:
        return
    used = frozenset[str]().union(*(channels for _, channels in subject.contacts)) - {_ADVERT}
    own = {channel.id: channel.mode for channel in subject.organisation.channels} if subject.organisation else {}
    if used and all(_mode(channel, own) == "online" for channel in used):
        yield Found(
            TOP,
            f"All {len(subject.contacts)} contacts are online.",
            "Give customers who get stuck a person to turn to: a telephone number, a counter, a visit.",
        )


def _mode(channel: str, own: Mapping[str, str | None]) -> str | None:
    if channel in own:
        return own[channel]
    return CHANNELS[channel].mode if channel in CHANNELS else None


RULE = LintRule(
    code="K608",
    name="online-without-offline",
    group="organisation",
    severity=Severity.INFO,
    on="journey",
    check=check,
    doc=__doc__,
    ideas=(3,),
    on_by_default=False,
)
