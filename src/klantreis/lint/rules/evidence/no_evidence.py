"""Nothing in the journey cites a source, or says that it is a guess.

A map made at the table tells what colleagues believe, and soon everybody takes it for what
customers do. It costs one line to say where something comes from: an interview, a survey, the
call log. And where nobody knows yet, `evidence: assumption` is just as good: the map then draws
it as a guess, and everyone sees what still has to be asked.

Bad:

    title: Ik wil een bankrekening openen
    phases:
      - title: Oriëntatie
        touchpoints:
          - {title: Vraagt het haar moeder, emotion: 1}
          - {title: Vergelijkt drie banken, pains: Kosten zijn onduidelijk}

Good:

    title: Ik wil een bankrekening openen
    sources:
      - {id: interviews, title: Gesprekken met acht jongeren, kind: interview, date: 2026-04, sample: 8}
    phases:
      - title: Oriëntatie
        touchpoints:
          - {title: Vraagt het haar moeder, emotion: 1, evidence: interviews}
          - {title: Vergelijkt drie banken, evidence: assumption}

Fix: none.
"""

from __future__ import annotations

from collections.abc import Iterator

from klantreis.findings import Severity
from klantreis.lint.rule import Found, LintRule, Options
from klantreis.lint.subject import TOP, JourneySubject
from klantreis.wording import shortened


def check(subject: JourneySubject, _options: Options) -> Iterator[Found]:
    """Find a current journey that cites nothing."""
    if not subject.current or subject.evidence:
        return
    # `unused-evidence` leaves these sources to this one finding.
    if sources := subject.model.sources:
        listed = "the source that it lists" if len(sources) == 1 else f"the {len(sources)} sources that it lists"
        yield Found(
            TOP,
            f"Nothing in this journey cites {listed}.",
            f"Write `evidence: {shortened(sources[0].id)}` at what rests on it, and `evidence: assumption` at a guess.",
        )
        return
    yield Found(
        TOP,
        "Nothing in this journey says what it rests on.",
        "List where it comes from under `sources` and cite that, or write `evidence: assumption` where it is a guess.",
    )


RULE = LintRule(
    code="K501",
    name="no-evidence",
    group="evidence",
    severity=Severity.WARNING,
    on="journey",
    check=check,
    doc=__doc__,
    ideas=(15,),
)
