"""The journey cites sources, but no interview and no observation.

Figures tell that customers leave, and where. Why they leave, what they had expected and what they
felt, only customers can tell: talk with them, or watch them do it. Talk with possible customers
too, who looked and went away. A survey is no conversation, because it only answers what we
thought of asking; a workshop is a talk with colleagues.

A source without a `kind` may be a conversation, so then this rule says nothing.

Bad:

    title: Ik bestel luiers met mijn telefoon
    sources:
      - {id: webstatistiek, title: Webstatistiek eerste kwartaal, kind: analytics, date: 2026-Q1}
    phases:
      - title: Aankoop
        touchpoints:
          - {title: Vult haar adres in, pains: {title: Een op de drie haakt af, evidence: webstatistiek}}

Good:

    title: Ik bestel luiers met mijn telefoon
    sources:
      - {id: webstatistiek, title: Webstatistiek eerste kwartaal, kind: analytics, date: 2026-Q1}
      - {id: meekijken, title: Meegekeken met zes moeders, kind: observation, date: 2026-05, sample: 6}
    phases:
      - title: Aankoop
        touchpoints:
          - title: Vult haar adres in
            evidence: meekijken
            pains: {title: Een op de drie haakt af, evidence: webstatistiek}

Fix: none.
"""

from __future__ import annotations

from collections.abc import Iterator

from klantreis.findings import Severity
from klantreis.lint.naming import listed
from klantreis.lint.rule import Found, LintRule, Options
from klantreis.lint.rules.evidence.cited import known_sources
from klantreis.lint.subject import TOP, JourneySubject
from klantreis.model.touchpoint import ASSUMPTION

_NO_TALK = {"analytics": "analytics", "survey": "a survey", "support-log": "a support log", "workshop": "a workshop"}


def check(subject: JourneySubject, _options: Options) -> Iterator[Found]:
    """Find a current journey whose cited sources are all of kinds that are no conversation."""
    if not subject.current:
        return
    cited = subject.evidence - {ASSUMPTION}
    known = known_sources(subject) if cited else {}
    # What is not known here is the persona's: of those only the ids are at hand.
    if not known or not cited <= known.keys():
        return
    kinds = {known[key].kind for key in cited}
    words = [word for kind, word in _NO_TALK.items() if kind in kinds]
    if len(words) == len(kinds):
        yield Found(
            TOP,
            f"No interview or observation is cited: this journey rests on {listed(words)}.",
            "Talk with a few customers or watch them do it, and cite that: it tells why.",
        )


RULE = LintRule(
    code="K503",
    name="no-conversation",
    group="evidence",
    severity=Severity.WARNING,
    on="journey",
    check=check,
    doc=__doc__,
    ideas=(15,),
)
