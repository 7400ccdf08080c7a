"""The journey ends on a low note.

Customers remember the high or low point and the last contact: the peak–end rule of Kahneman
and others (1993). A journey that ends low is remembered low, however good the rest was.

A map must be true: where a journey does end low, an opportunity at that end, or a roadmap or
dream that takes it away, is answer enough. A last step that is `optional` is not the end.

Bad:

    title: Ik wil een nieuwe website
    phases:
      - title: Gebruik
        touchpoints:
          - {title: Site staat live, emotion: 1.5}
          - {title: Krijgt een onverwachte rekening, emotion: -1}

Good:

    title: Ik wil een nieuwe website
    phases:
      - title: Gebruik
        touchpoints:
          - {title: Krijgt een heldere rekening, emotion: 0}
          - {title: Site staat live, emotion: 1.5}

Options:
    below: the last emotion counts as low when it is below this.

Fix: none.
"""

from __future__ import annotations

from collections.abc import Iterator

from klantreis.findings import Severity
from klantreis.lint.rule import Found, LintRule, Option, Options
from klantreis.lint.rules.experience.unsolved import answered, last_feeling
from klantreis.lint.subject import JourneySubject
from klantreis.wording import shortened


def check(subject: JourneySubject, options: Options) -> Iterator[Found]:
    """Find a last emotion that is low."""
    last = last_feeling(subject)
    if last is not None and last.score < options["below"] and not answered(last, subject):
        where = last.step.touchpoint.title if last.step else last.phase.title
        yield Found(
            last.path,
            f"The journey ends low: {last.score:g} at `{shortened(where)}`.",
            "People remember the end: give them a good last contact, or write under `opportunities` what would.",
        )


RULE = LintRule(
    code="K403",
    name="ends-low",
    group="experience",
    severity=Severity.WARNING,
    on="journey",
    check=check,
    doc=__doc__,
    ideas=(5,),
    options={"below": Option(0.0, "The last emotion counts as low when it is below this.", -2, 2)},
)
