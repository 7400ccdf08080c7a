"""Moments of truth: where the expectation can and must be exceeded.

- `gained`: a step is one now. `lost`: it no longer is, or is gone. `facts`: `gone` (whether the step
  came or went with it), `plan`, `exceed`.
- `improved`: it now says how the expectation is exceeded. `worsened`: it no longer does. `changed`: it
  says it otherwise. `before`, `after`: the texts.
- `kind`: it is one of another kind. `before`, `after`: the kinds.

How it feels at one is told by `emotions`, which knows that it is one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from klantreis.compare.change import Change
from klantreis.compare.pair import Pair
from klantreis.model.parts import Step
from klantreis.model.touchpoint import MomentOfTruth

WHATS = ("gained", "lost", "improved", "worsened", "changed", "kind")


def changes(pair: Pair) -> Iterator[Change]:
    """Give what became of the moments of truth."""
    for olds, new in pair.origins:
        here = [old for old in olds if old.touchpoint.moment_of_truth is not None]
        if here and new.touchpoint.moment_of_truth is not None:
            yield from _both(pair, here, new)
        elif here:
            yield _one(pair, "lost", here[0], new)
        elif new.touchpoint.moment_of_truth is not None:
            yield _one(pair, "gained", olds[0], new)
    for step in pair.came:
        if step.touchpoint.moment_of_truth is not None:
            yield _one(pair, "gained", None, step)
    for step in pair.gone:
        if step.touchpoint.moment_of_truth is not None:
            yield _one(pair, "lost", step, None)


def _one(pair: Pair, what: str, old: Step | None, new: Step | None) -> Change:
    step = new or old
    assert step is not None
    sides = [side.touchpoint.moment_of_truth for side in (old, new) if side]
    truth = next(truth for truth in sides if truth is not None)
    facts = {"gone": old is None or new is None, "plan": pair.plan, "exceed": truth.exceed}
    told = (pair.told(old, new, "moment_of_truth"),)
    own = step.touchpoint
    return Change("truths", what, pair.at(old, new), own.title, own.id, facts=facts, tells=told)


def _both(pair: Pair, olds: Sequence[Step], new: Step) -> Iterator[Change]:
    old, step = olds[0], new.touchpoint
    before, after = old.touchpoint.moment_of_truth, step.moment_of_truth
    if before is None or after is None or before == after:
        return
    at, told = pair.at(old, new), _told(pair, old, new, before, after)
    if before.exceed != after.exceed and (after.exceed or not pair.plan):
        what = "changed" if before.exceed and after.exceed else "improved" if after.exceed else "worsened"
        texts = before.exceed or None, after.exceed or None
        yield Change("truths", what, at, step.title, step.id, *texts, tells=told)
    if before.kind != after.kind and ((before.kind and after.kind) or not pair.plan):
        yield Change("truths", "kind", at, step.title, step.id, before.kind, after.kind, tells=told)


def _told(
    pair: Pair, old: Step, new: Step, before: MomentOfTruth, after: MomentOfTruth
) -> tuple[tuple[str, str, str, str], ...]:
    """The edit, unless it says more than these sentences do."""
    return (pair.told(old, new, "moment_of_truth"),) if before.extensions == after.extensions else ()
