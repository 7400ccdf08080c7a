"""What the customer expects, and whether that is what they get.

- `exceeded`, `met`, `unmet`: what becomes of the expectation at a step, when it was otherwise before.
  `before`, `after`: these words; `before` is None where a dream exceeds what nobody had noted.
  `facts`: `expectation`.
- `noted`, `forgotten`, `reworded`: the expectation of a step as it is written. `before`, `after`: the texts.
- `added`, `removed`: one of the expectations of the journey as a whole, `name`.

Of a plan, what a dream leaves out is still expected.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal

from klantreis.compare.change import JOURNEY, Change
from klantreis.compare.pair import Pair
from klantreis.model.parts import Step
from klantreis.model.touchpoint import Touchpoint

WHATS = ("exceeded", "met", "unmet", "noted", "forgotten", "reworded", "added", "removed")

Level = Literal["unmet", "met", "exceeded"]
LEVELS: tuple[Level, ...] = ("unmet", "met", "exceeded")
"""From worse to better."""

_DELIGHTED = 1.5


def level(step: Touchpoint, expectation: str = "") -> Level | None:
    """Tell whether a step gives what is expected; None where nobody says what is expected, or how it feels.

    `expectation` stands in where the step says none. People are content when they get what they
    expected, and feel good or bad by how far it is surpassed or missed (R. L. Oliver, "A Cognitive
    Model of the Antecedents and Consequences of Satisfaction Decisions", Journal of Marketing Research
    17, 1980). So a feeling below 0 says that the expectation is not met. A good one says that it is
    exceeded where the step says how (`moment_of_truth.exceed`), or where it is a delight, from 1.5;
    unless what happens is, in the same words, what was expected. The texts themselves are not weighed.
    """
    expected = step.expectation or expectation
    if not expected or step.emotion is None:
        return None
    score, truth = step.emotion.score, step.moment_of_truth
    if score < 0:
        return "unmet"
    as_expected = step.experience.strip().casefold() == expected.strip().casefold()
    says_how = score > 0 and truth is not None and bool(truth.exceed)
    return "exceeded" if (says_how or score >= _DELIGHTED) and not as_expected else "met"


def changes(pair: Pair) -> Iterator[Change]:
    """Give what is expected otherwise, or answered otherwise."""
    for olds, new in pair.origins:
        told = list(_level(pair, olds, new))
        yield from told
        if not (pair.plan and told and told[0].before is None):
            yield from _text(pair, olds[0], new)
    yield from _journey(pair)


def _level(pair: Pair, olds: Sequence[Step], new: Step) -> Iterator[Change]:
    found = [(LEVELS.index(known), old) for old in olds if (known := level(old.touchpoint))]
    worst, old = min(found, key=lambda item: item[0]) if found else (None, olds[0])
    inherited = next((old.touchpoint.expectation for old in olds if old.touchpoint.expectation), "")
    after = level(new.touchpoint, inherited if pair.plan else "")
    before = None if worst is None else LEVELS[worst]
    if after is None or after == before or (before is None and not (pair.plan and after == "exceeded")):
        return
    step = new.touchpoint
    left_out = pair.plan and not step.expectation
    if left_out and step.moment_of_truth is None and (before, after) == ("exceeded", "met"):
        # How it is exceeded was left out with it, and did not go.
        return
    if left_out and after == "met" and step.emotion is not None and step.emotion.score <= 0:
        # That it no longer hurts, does not say that they get what they expected.
        return
    facts = {"expectation": step.expectation or inherited}
    yield Change("expectations", after, pair.at(old, new), step.title, step.id, before, after, facts)


def _text(pair: Pair, old: Step, new: Step) -> Iterator[Change]:
    before, after = old.touchpoint.expectation, new.touchpoint.expectation
    if before == after or (pair.plan and not after):
        return
    what = "reworded" if before and after else "noted" if after else "forgotten"
    told = (pair.told(old, new, "expectation"),)
    step = new.touchpoint
    yield Change(
        "expectations", what, pair.at(old, new), step.title, step.id, before or None, after or None, tells=told
    )


def _journey(pair: Pair) -> Iterator[Change]:
    olds, news = (dict.fromkeys(side.journey.expectations) for side in (pair.old, pair.new))
    told = (pair.told(None, None, "expectations"),)
    for text in news:
        if text not in olds:
            yield Change("expectations", "added", JOURNEY, text, after=text, tells=told)
    for text in olds:
        if text not in news and not pair.plan:
            yield Change("expectations", "removed", JOURNEY, text, before=text, tells=told)
