"""A moment of truth that does not say what the customer expects.

A moment of truth is where you can, and must, do better than the customer expects. Without the
expectation on the map there is nothing to exceed: one team thinks of speed, another of a friendly
word, and the customer hoped for something else altogether. Ask for it: "What did you expect would
happen here?"

Two or more moments of truth that all lack it are reported once. Dreams are left alone.

Bad:

    title: Ik zoek een hypotheek
    phases:
      - title: Advies
        touchpoints:
          - title: Eerste gesprek met de adviseur
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
from klantreis.wording import shortened

_HINT = "Write under `expectation` what the customer counts on there: that is what can be exceeded."


def check(subject: JourneySubject, _options: Options) -> Iterator[Found]:
    """Find moments of truth with nothing to exceed."""
    if not subject.current:
        return
    found = [step for step in subject.truths if not step.touchpoint.expectation]
    if len(found) > 1 and len(found) == len(subject.truths):
        yield Found(TOP, f"None of the {len(found)} moments of truth says what the customer expects.", _HINT)
        return
    for step in found:
        message = f"The moment of truth `{shortened(step.touchpoint.title)}` does not say what the customer expects."
        yield Found((*step.path, "moment_of_truth"), message, _HINT, key=True)


RULE = LintRule(
    code="K408",
    name="moment-of-truth-without-expectation",
    group="experience",
    severity=Severity.WARNING,
    on="journey",
    check=check,
    doc=__doc__,
    ideas=(4, 24),
)
