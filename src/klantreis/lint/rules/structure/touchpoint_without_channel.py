"""A touchpoint does not say which channel it uses.

Every channel has a character of its own: a call asks for an answer now, a letter may lie for a
week. Without channels nobody sees where a customer has to switch, and switching is where stories
get lost and must be told again. A step without any contact, such as thinking or waiting, says so
with `none`. A step that `zoom` shows in a journey of its own, and one that goes by itself
(`automated`), are left alone.

Bad:

    title: Ik zoek een huisarts
    phases:
      - title: Oriëntatie
        touchpoints:
          - {title: Vraagt de buurvrouw, channel: mond-tot-mond}
          - Schrijft zich in

Good:

    title: Ik zoek een huisarts
    phases:
      - title: Oriëntatie
        touchpoints:
          - {title: Vraagt de buurvrouw, channel: mond-tot-mond}
          - {title: Schrijft zich in, channel: web}

Fix: none.
"""

from __future__ import annotations

from collections.abc import Iterator

from klantreis.findings import Severity
from klantreis.lint.rule import Found, LintRule, Options
from klantreis.lint.subject import TOP, JourneySubject
from klantreis.model.parts import Step
from klantreis.wording import shortened

_ENOUGH = 3


def check(subject: JourneySubject, _options: Options) -> Iterator[Found]:
    """Find touchpoints without a channel; once for a journey in which most are so."""
    steps = subject.steps
    without = [step for step in steps if _missing(step)]
    if len(without) == len(steps) < _ENOUGH:
        return
    if len(without) >= _ENOUGH and 2 * len(without) > len(steps):
        every = f"None of the {len(steps)} touchpoints has a channel."
        some = f"{len(without)} of the {len(steps)} touchpoints have no channel."
        hint = "Write a `channel` with each: web, phone, store, or `none` for thinking and waiting."
        yield Found(TOP, every if len(without) == len(steps) else some, hint)
        return
    for step in without:
        yield Found(
            step.path,
            f"`{shortened(step.touchpoint.title)}` has no channel.",
            "Say where it happens with `channel`, or write `none` when it is thinking or waiting.",
        )


def _missing(step: Step) -> bool:
    touchpoint = step.touchpoint
    return not (touchpoint.channel or touchpoint.zoom or touchpoint.automated)


RULE = LintRule(
    code="K308",
    name="touchpoint-without-channel",
    group="structure",
    severity=Severity.INFO,
    on="journey",
    check=check,
    doc=__doc__,
    ideas=(3,),
)
