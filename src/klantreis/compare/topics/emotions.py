"""How the customer feels at each step, and in a phase whose steps say nothing.

- `risen`, `fallen`: the score differs. `before`, `after`: scores, −2 to +2. `facts`: `words` on both
  sides, `truth` (whether it is a moment of truth on either side).
- `reworded`: the same score, another word. `before`, `after`: the words, None for none. A dream that says no
  word leaves it out.
- `noted`, `forgotten`: only one side says how it feels, of a step that lives on. `before` or `after`:
  the score. `facts`: `words`.
"""

from __future__ import annotations

from collections.abc import Iterator

from klantreis.compare.change import At, Change
from klantreis.compare.edits import Plain
from klantreis.compare.pair import Pair
from klantreis.model.journey import Phase
from klantreis.model.parts import Step
from klantreis.model.touchpoint import Emotion

WHATS = ("risen", "fallen", "reworded", "noted", "forgotten")


def changes(pair: Pair) -> Iterator[Change]:
    """Give what is felt otherwise. Where several steps became one, the lowest of them is held against it."""
    for olds, new in pair.origins:
        old = min(olds, key=_score)
        yield from _felt(pair, old, new, pair.at(old, new))
    for number, phase, there, other in pair.phases:
        yield from _felt(pair, phase, other, pair.at_phase(number, there))


def _score(step: Step) -> float:
    return step.touchpoint.emotion.score if step.touchpoint.emotion else float("inf")


def _felt(pair: Pair, old: Step | Phase, new: Step | Phase, at: At) -> Iterator[Change]:
    before, after = _emotion(old), _emotion(new)
    if before is after or before == after:
        return
    element = new.touchpoint if isinstance(new, Step) else new
    told = (pair.told(old, new, "emotion"),) if _same_rest(before, after) else ()
    facts: dict[str, Plain] = {"words": [before.word if before else "", after.word if after else ""]}
    if before and after and before.score != after.score:
        what = "risen" if after.score > before.score else "fallen"
        facts |= {"truth": _truth(old) or _truth(new)}
        yield Change("emotions", what, at, element.title, element.id, before.score, after.score, facts, told)
    elif before and after and before.word != after.word:
        if after.word or not pair.plan:
            words = before.word or None, after.word or None
            yield Change("emotions", "reworded", at, element.title, element.id, *words, tells=told)
    elif before and not after and not pair.plan:
        yield Change("emotions", "forgotten", at, element.title, element.id, before.score, None, facts, told)
    elif after and not before:
        yield Change("emotions", "noted", at, element.title, element.id, None, after.score, facts, told)


def _emotion(element: Step | Phase) -> Emotion | None:
    return element.touchpoint.emotion if isinstance(element, Step) else element.emotion


def _truth(element: Step | Phase) -> bool:
    return isinstance(element, Step) and element.touchpoint.moment_of_truth is not None


def _same_rest(before: Emotion | None, after: Emotion | None) -> bool:
    """Whether nothing else is written at the two, such as free fields."""
    return (before.extensions if before else {}) == (after.extensions if after else {})
