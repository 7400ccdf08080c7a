"""Core values: at how many steps the customer tastes each.

- `tasted`: at some, where it was at none. `untasted`: at none any more. `more`, `fewer`: at more or
  fewer steps. `before`, `after`: how many. `facts`: `came`, `went`: titles of steps; `plan`.

A dream that names no core value at all says nothing of them. Where two steps that became one both
had it, it is tasted as before.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from klantreis.compare.change import JOURNEY, Address, Change
from klantreis.compare.pair import Pair
from klantreis.compare.side import Side
from klantreis.compare.topics.names import Names, key_of
from klantreis.model.parts import Step

WHATS = ("tasted", "untasted", "more", "fewer")

_NAMED = 5
"""As many steps as a sentence names."""
_Tasted = dict[str, tuple[str, list[Step]]]
"""Each core value by its key, as it was first written, with the steps where it is tasted."""
_NOWHERE: tuple[str, list[Step]] = ("", [])


@dataclass(frozen=True, slots=True)
class _Places:
    came: list[str]
    went: list[str]
    more: bool


def changes(pair: Pair) -> Iterator[Change]:
    """Give which core values are tasted at more or fewer steps."""
    olds, news = _tasted(pair.old), _tasted(pair.new)
    if pair.plan and not news:
        return
    names, found = Names(pair), _differing(pair, olds, news)
    shown = tuple(_shown(pair, found))
    for key, one in found.items():
        before, after = len(olds.get(key, _NOWHERE)[1]), len(news.get(key, _NOWHERE)[1])
        what = "untasted" if not after else "tasted" if not before else "more" if after > before else "fewer"
        facts = {"came": one.came, "went": one.went, "plan": pair.plan}
        title = names.value((news.get(key) or olds[key])[0])
        yield Change("values", what, JOURNEY, title, key, before, after, facts, shown)


def _tasted(side: Side) -> _Tasted:
    found: _Tasted = {}
    for step in side.steps:
        for key, written in {key_of(written): written for written in reversed(step.touchpoint.core_values)}.items():
            found.setdefault(key, (written, []))[1].append(step)
    return found


def _differing(pair: Pair, olds: _Tasted, news: _Tasted) -> dict[str, _Places]:
    """What is tasted at more or fewer steps, with the titles of those where it is not on the other side."""
    found = {}
    for key in dict.fromkeys((*olds, *news)):
        before, after = olds.get(key, _NOWHERE)[1], news.get(key, _NOWHERE)[1]
        if len(before) != len(after):
            here, there = ({step.number for step in steps} for steps in (before, after))
            came = [step.touchpoint.title for step in after if pair.back.get(step.number) not in here]
            went = [step.touchpoint.title for step in before if pair.forth.get(step.number) not in there]
            if came if len(after) > len(before) else went:
                found[key] = _Places(came, went, more=len(after) > len(before))
    return found


def _shown(pair: Pair, found: Mapping[str, _Places]) -> Iterator[Address]:
    """The edits of the steps that a sentence names with every core value that came there or went."""
    gains = {key for key, one in found.items() if one.more and len(one.came) <= _NAMED}
    losses = {key for key, one in found.items() if not one.more and len(one.went) <= _NAMED}
    for old, new in pair.steps if gains or losses else ():
        before, after = (set(map(key_of, step.touchpoint.core_values)) for step in (old, new))
        if before != after and after - before <= gains and before - after <= losses:
            yield pair.told(old, new, "core_values")
