"""A low point that nobody plans to do anything about.

Low points stay in the memory longest, and are told to friends. A map earns its keep when every
dip leads to an idea: what could we do here? When a touchpoint is this low and has no opportunity,
the map shows that it hurts and stops there.

Dips with pain points are the work of `pain-without-opportunity`, unless every one of those is
`severity: low`; low moments of truth are that of `negative-moment-of-truth`. An opportunity of the
phase that names no pain under `solves` counts for all its touchpoints. Dreams are left alone.

A low end is left to `ends-low`.

Bad:

    title: Ik meld een lekkage
    phases:
      - title: Hulp
        touchpoints:
          - {title: Belt de woningcorporatie, emotion: 0}
          - {title: Wacht drie dagen op de monteur, emotion: -1.5}
          - {title: Het lek is gedicht, emotion: 1}

Good:

    title: Ik meld een lekkage
    phases:
      - title: Hulp
        touchpoints:
          - {title: Belt de woningcorporatie, emotion: 0}
          - title: Wacht drie dagen op de monteur
            emotion: -1.5
            opportunities: De klant kiest zelf een tijdvak
          - {title: Het lek is gedicht, emotion: 1}

Options:
    dip: an emotion counts as a dip when it is this or lower.

Fix: none.
"""

from __future__ import annotations

from collections.abc import Iterator

from klantreis.findings import Severity
from klantreis.lint.rule import Found, LintRule, Option, Options
from klantreis.lint.rules.experience.unsolved import DIP, unanswered
from klantreis.lint.subject import JourneySubject
from klantreis.model.parts import FeelingAt
from klantreis.wording import shortened


def check(subject: JourneySubject, options: Options) -> Iterator[Found]:
    """Find low emotions where the map says nothing of what could be better."""
    if not subject.current:
        return
    for feeling in unanswered(subject, options["dip"]):
        where = feeling.step.touchpoint if feeling.step else feeling.phase
        yield Found(
            feeling.path,
            f"`{shortened(where.title)}` is a low point ({feeling.score:g}) without an opportunity.",
            _hint(feeling),
        )


def _hint(feeling: FeelingAt) -> str:
    named, key = (feeling.step.touchpoint.pains, "pains") if feeling.step else (feeling.phase.barriers, "barriers")
    also = "" if named else f", and what hurts under `{key}`"
    return f"Write under `opportunities` what could be better{also}."


RULE = LintRule(
    code="K404",
    name="dip-without-opportunity",
    group="experience",
    severity=Severity.WARNING,
    on="journey",
    check=check,
    doc=__doc__,
    ideas=(5, 7),
    options={"dip": Option(DIP, "An emotion counts as a dip when it is this or lower.", -2, 2)},
)
