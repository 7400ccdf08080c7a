"""All evidence in the journey is assumption.

Well done: the map says honestly that it is a set of guesses, and that is how every good map
begins. It may not stay so. Before money is spent on what the map shows, take the guess that
matters most to a few customers, and to people who might have become one. Five conversations
already find most of what goes wrong; the guesses that survive become evidence.

Bad:

    title: Ik verhuis mijn internet
    phases:
      - title: Verhuizing
        touchpoints:
          - {title: Belt de klantenservice, emotion: -1, evidence: assumption}
          - {title: Wacht op de monteur, emotion: -2, evidence: assumption}

Good:

    title: Ik verhuis mijn internet
    sources:
      - {id: gesprekken, title: Vijf gesprekken met verhuizers, kind: interview, date: 2026-05, sample: 5}
    phases:
      - title: Verhuizing
        touchpoints:
          - {title: Belt de klantenservice, emotion: -1, evidence: gesprekken}
          - {title: Wacht op de monteur, emotion: -2, evidence: assumption}

Fix: none.
"""

from __future__ import annotations

from collections.abc import Iterator

from klantreis.findings import Severity
from klantreis.lint.rule import Found, LintRule, Options
from klantreis.lint.subject import TOP, JourneySubject
from klantreis.model.touchpoint import ASSUMPTION
from klantreis.wording import shortened

_GUESSES = frozenset({ASSUMPTION})


def check(subject: JourneySubject, _options: Options) -> Iterator[Found]:
    """Find a current journey that rests on guesses alone."""
    if not subject.current or subject.evidence != _GUESSES:
        return
    sources = subject.model.sources
    hint = (
        f"Cite what you have (`evidence: {shortened(sources[0].id)}`), "
        "or check the guess that matters most with a few customers."
        if sources
        else "Take the guess that matters most to a few customers, and cite what they said."
    )
    yield Found(TOP, "All evidence in this journey is assumption: nothing was checked with customers.", hint)


RULE = LintRule(
    code="K502",
    name="only-assumptions",
    group="evidence",
    severity=Severity.INFO,
    on="journey",
    check=check,
    doc=__doc__,
    ideas=(15,),
)
