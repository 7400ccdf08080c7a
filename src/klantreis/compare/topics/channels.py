"""Where the customer meets us: the channels of each step, and the ways that the journey offers.

At a step that lives on, of which both sides say something:

- `gained`, `lost`: channels to choose from came or went. `changed`: both, or another instead.
- `contact`: there is contact where there was none. `alone`: the other way round.
  `before`, `after`: ids. `facts`: `came`, `went`, `was`, `now`: what they are called; `plan`.

Of the journey as a whole, `before` or `after`: how many steps:

- `opened`, `closed`: a channel that no step had before, or that none has any more. `facts`: `mode`; `instead`:
  whether it only takes the place of other channels, step by step.
- `mode-opened`, `mode-closed`: in a phase that lives on, the first online or offline step, or none any
  more. `facts`: `mode`, `phase`; `plan`.
- `mode-changed`: it was only online there and is only offline, or the other way round. `before`, `after`: modes.

A dream that says no channel of a step has the one of today. A channel of steps that it takes away on purpose
is not missed, as long as another one of the same mode is left, if it has one.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from klantreis.compare.change import JOURNEY, Change
from klantreis.compare.pair import Pair
from klantreis.compare.side import Side
from klantreis.compare.topics.inherited import inherited_steps
from klantreis.compare.topics.names import Names
from klantreis.model.builtin import NO_CHANNEL, Mode
from klantreis.model.parts import Step

WHATS = (
    "gained", "lost", "changed", "contact", "alone", "opened", "closed", "mode-opened", "mode-closed", "mode-changed",
)  # fmt: skip


def changes(pair: Pair) -> Iterator[Change]:
    """Give what is met elsewhere."""
    names, news = Names(pair), inherited_steps(pair)
    for olds, new in pair.origins:
        yield from _step(pair, names, olds, new)
    yield from _ways(pair, names, news)
    yield from _modes(pair, names, news)


def _step(pair: Pair, names: Names, olds: Sequence[Step], new: Step) -> Iterator[Change]:
    written = [name for old in olds for name in old.touchpoint.channel]
    if not written or not new.touchpoint.channel or written == new.touchpoint.channel:
        return
    before, after = names.channel_ids(written) - {NO_CHANNEL}, _ids(new, names)
    if before == after:
        return
    what = _what(before, after)
    called = {"came": after - before, "went": before - after, "was": before, "now": after}
    facts = {key: [names.channel(name) for name in sorted(ids)] for key, ids in called.items()}
    step = new.touchpoint
    yield Change(
        "channels", what, pair.at(olds[0], new), step.title, step.id, sorted(before), sorted(after),
        {**facts, "plan": pair.plan}, (pair.told(olds[0], new, "channel"),),
    )  # fmt: skip


def _what(before: frozenset[str], after: frozenset[str]) -> str:
    if not before or not after:
        return "contact" if after else "alone"
    return "gained" if before < after else "lost" if after < before else "changed"


def _ways(pair: Pair, names: Names, news: list[Step]) -> Iterator[Change]:
    before, after = (_used(steps, names) for steps in (pair.old.steps, news))
    if not before or not after:
        return
    went, came = (_used(steps, names) for steps in _compared(pair, news))
    for what, here, there in (("opened", came, before), ("closed", went, after)):
        for name in here:
            if name not in there and not (what == "closed" and _not_missed(pair, names, name, after)):
                was, now = (None, after[name]) if what == "opened" else (before[name], None)
                facts = {"mode": names.mode(name), "plan": pair.plan, "instead": _instead(pair, names, what, name)}
                yield Change("channels", what, JOURNEY, names.channel(name), name, was, now, facts)


def _not_missed(pair: Pair, names: Names, name: str, after: Iterable[str]) -> bool:
    """Whether a dream takes away every step that had a channel, on purpose, and has another one of its mode."""
    matching = pair.matching
    meant = {*matching.dropped, *matching.absorbed} if pair.plan else set()
    had = [step.number for step in pair.old.steps if name in _ids(step, names)]
    mode = names.mode(name)
    return meant.issuperset(had) and (mode is None or mode in {names.mode(other) for other in after})


def _instead(pair: Pair, names: Names, what: str, name: str) -> bool:
    """Whether a channel stands only at steps that live on, and nothing to choose from stays there."""
    steps, others = (pair.new.steps, pair.back) if what == "opened" else (pair.old.steps, pair.forth)
    across = pair.old.steps if what == "opened" else pair.new.steps
    for step in steps:
        here = _ids(step, names)
        if name in here:
            there = others.get(step.number)
            known = frozenset() if there is None else _ids(across[there], names)
            if not known or known & here:
                return False
    return True


def _compared(pair: Pair, news: list[Step]) -> tuple[list[Step], list[Step]]:
    """The steps of which the channel can be compared: the other side does not have them, or says theirs.

    A channel that somebody only now wrote down, or that a dream leaves out, is neither new nor lost.
    """
    olds = pair.old.steps
    forth = ((step, pair.forth.get(step.number)) for step in olds)
    back = ((step, pair.back.get(step.number)) for step in news)
    return (
        [step for step, there in forth if there is None or news[there].touchpoint.channel],
        [step for step, here in back if here is None or olds[here].touchpoint.channel],
    )


def _used(steps: Iterable[Step], names: Names) -> Counter[str]:
    """How many steps have each channel, in the customer's order."""
    return Counter(name for step in steps for name in sorted(_ids(step, names)))


def _ids(step: Step, names: Names) -> frozenset[str]:
    return names.channel_ids(step.touchpoint.channel) - {NO_CHANNEL}


def _modes(pair: Pair, names: Names, news: list[Step]) -> Iterator[Change]:
    every = ((pair.old, pair.old.steps), (pair.new, news))
    before, after = (_by_phase(side, steps, names) for side, steps in every)
    sides = zip((pair.old, pair.new), _compared(pair, news), strict=True)
    went, came = (_by_phase(side, steps, names) for side, steps in sides)
    ends = [Counter(ends[side] for ends in pair.phase_kin) for side in (0, 1)]
    for old, _, new, phase in pair.phases:
        if ends[0][old] > 1 or ends[1][new] > 1 or not before[old] or not after[new]:
            continue
        opened, closed = sorted(set(came[new]) - set(before[old])), sorted(set(went[old]) - set(after[new]))
        facts = {"phase": phase.title, "plan": pair.plan}
        if opened and closed:
            yield Change("channels", "mode-changed", JOURNEY, phase.title, phase.id, closed[0], opened[0], facts)
            continue
        for mode in opened:
            number, about = after[new][mode], {**facts, "mode": mode}
            yield Change("channels", "mode-opened", JOURNEY, phase.title, phase.id, None, number, about)
        for mode in closed:
            number, about = before[old][mode], {**facts, "mode": mode}
            yield Change("channels", "mode-closed", JOURNEY, phase.title, phase.id, number, None, about)


def _by_phase(side: Side, steps: Iterable[Step], names: Names) -> list[Counter[Mode]]:
    found: list[Counter[Mode]] = [Counter() for _ in side.journey.phases]
    for step in steps:
        found[step.phase_number].update(_only(names.mode(name) for name in _ids(step, names)))
    return found


def _only(modes: Iterable[Mode | None]) -> set[Mode]:
    return {mode for mode in modes if mode is not None}
