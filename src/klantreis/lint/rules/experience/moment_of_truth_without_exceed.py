"""A moment of truth that does not say how the expectation is exceeded.

Marking a moment of truth is the easy half. The other half is choosing what the customer will tell
their friends about: the hand-written card, the technician who calls ahead, the three options with
honest advice. Write it down in a sentence under `exceed`; then everyone who works on this
touchpoint knows where not to cut corners.

In a current journey this waits until the expectation itself is written
(`moment-of-truth-without-expectation` asks for that first). Two or more moments of truth that all
lack it are reported once.

Bad:

    title: Ik zoek een hypotheek
    phases:
      - title: Advies
        touchpoints:
          - title: Eerste gesprek met de adviseur
            expectation: Een verkooppraatje met veel cijfers
            moment_of_truth: true

Good:

    title: Ik zoek een hypotheek
    phases:
      - title: Advies
        touchpoints:
          - title: Eerste gesprek met de adviseur
            expectation: Een verkooppraatje met veel cijfers
            moment_of_truth:
              exceed: De adviseur begint met de vraag hoe zij wil wonen

Fix: none.
"""

from __future__ import annotations

from collections.abc import Iterator

from klantreis.findings import Severity
from klantreis.lint.rule import Found, LintRule, Options
from klantreis.lint.subject import TOP, JourneySubject
from klantreis.model.parts import Step
from klantreis.wording import shortened

_HINT = "Write under `exceed` of its `moment_of_truth` what the customer will tell others about."


def check(subject: JourneySubject, _options: Options) -> Iterator[Found]:
    """Find moments of truth where nobody says how the expectation is exceeded."""
    found = [step for step in subject.truths if _unexceeded(step, current=subject.current)]
    if len(found) > 1 and len(found) == len(subject.truths):
        yield Found(TOP, f"None of the {len(found)} moments of truth says how the expectation is exceeded.", _HINT)
        return
    for step in found:
        title = shortened(step.touchpoint.title)
        message = f"The moment of truth `{title}` does not say how the expectation is exceeded."
        yield Found((*step.path, "moment_of_truth"), message, _HINT, key=True)


def _unexceeded(step: Step, *, current: bool) -> bool:
    moment = step.touchpoint.moment_of_truth
    return moment is not None and not moment.exceed and bool(step.touchpoint.expectation or not current)


RULE = LintRule(
    code="K409",
    name="moment-of-truth-without-exceed",
    group="experience",
    severity=Severity.INFO,
    on="journey",
    check=check,
    doc=__doc__,
    ideas=(4,),
)
