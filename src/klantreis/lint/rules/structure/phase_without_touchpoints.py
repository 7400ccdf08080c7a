"""A phase in which the customer does nothing.

A phase is a stretch of the customer's life, and its touchpoints are what happens in it. A phase
without any is a column with only a heading: nobody can see what the customer does, feels or runs
into there, so nobody will improve it. Often it is a phase that the organisation knows of and the
customer does not, or the one that nobody has asked about yet. Ask a customer: "And what did you
do then?" A phase that `zoom` shows in a journey of its own is left alone.

Bad:

    title: Ik wil een warmtepomp
    phases:
      - title: Oriëntatie
        touchpoints: Leest ervaringen van buren
      - title: Aankoop

Good:

    title: Ik wil een warmtepomp
    phases:
      - title: Oriëntatie
        touchpoints: Leest ervaringen van buren
      - title: Aankoop
        touchpoints: Tekent de offerte aan de keukentafel

Fix: none.
"""

from __future__ import annotations

from collections.abc import Iterator

from klantreis.findings import Severity
from klantreis.lint.rule import Found, LintRule, Options
from klantreis.lint.subject import TOP, JourneySubject
from klantreis.wording import shortened


def check(subject: JourneySubject, _options: Options) -> Iterator[Found]:
    """Find phases with nothing in them; once for a journey in which all are so."""
    empty = [(path, phase) for path, phase in subject.phases if not phase.touchpoints and not phase.zoom]
    if 1 < len(empty) == len(subject.phases):
        message = f"None of the {len(empty)} phases has a touchpoint."
        yield Found(TOP, message, "Write under `touchpoints` what the customer does in each phase.")
        return
    for path, phase in empty:
        yield Found(
            path,
            f"The phase `{shortened(phase.title)}` has no touchpoints.",
            "Write what the customer does in it, let `zoom` lead to a journey that shows it, or leave the phase out.",
        )


RULE = LintRule(
    code="K301",
    name="phase-without-touchpoints",
    group="structure",
    severity=Severity.WARNING,
    on="journey",
    check=check,
    doc=__doc__,
    ideas=(1, 7),
)
