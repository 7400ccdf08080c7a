"""The ways through a journey: what follows what, what is never reached, what leads nowhere."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from klantreis.model.journey import Journey
from klantreis.model.text import slug
from klantreis.model.touchpoint import EXIT, Touchpoint


def loop_places(journey: Journey) -> tuple[int, int] | None:
    """Give the phases that the loyalty loop leaves and leads to, by place; None without a loop that resolves."""
    loop = journey.loyalty_loop
    if loop is None:
        return None
    places = {phase.id: place for place, phase in reversed(list(enumerate(journey.phases)))}
    enters = places.get(loop.to, places.get(slug(loop.to)))
    leaves = places.get(loop.from_, places.get(slug(loop.from_))) if loop.from_ else len(journey.phases) - 1
    return None if enters is None or leaves is None else (leaves, enters)


@dataclass(frozen=True, slots=True)
class Ways:
    """What follows what. Numbers below `count` are touchpoints; `count + n` is the door before touchpoint `n`.

    A touchpoint with `next` leads only there, another to the door of the one after it. A door leads
    to its touchpoint, and past it when that is optional. The door after the last touchpoint is the way out.
    `starts` are where customers come in, `ends` where they are done.
    """

    count: int
    after: Sequence[Collection[int]]
    starts: frozenset[int]
    ends: frozenset[int]

    def reached(self, more: Iterable[int] = ()) -> set[int]:
        """Give the touchpoints that customers can come to; `more` are touchpoints they can come to as well."""
        found = closure(self.after, {*self.starts, *more})
        return {number for number in found if number < self.count}

    def rings(self) -> list[list[int]]:
        """Give each ring of touchpoints that customers can come to and never leave, the earliest first."""
        # Without a step back everybody comes to the end.
        if all(min(self.after[number]) > self.count + number for number in range(self.count)):
            return []
        before: list[set[int]] = [set() for _ in self.after]
        for number, following in enumerate(self.after):
            for other in following:
                before[other].add(number)
        trapped = closure(self.after, self.starts) - closure(before, self.ends)
        # Walking back, what is done with last can be come to from nowhere else: it lies in an innermost ring.
        told: set[int] = set()
        found = []
        for number in reversed(_done_with(before, trapped)):
            if number not in told:
                told |= closure(before, {number})
                found.append(sorted(other for other in closure(self.after, {number}) if other < self.count))
        return sorted(found)


def ways(journey: Journey) -> Ways | None:
    """Give the ways through a journey; None when no touchpoint has a `next`, or one leads nobody knows where."""
    steps = list(journey.touchpoints())
    if not any(step.next for step in steps):
        return None
    numbers = _numbers(steps)
    count = len(steps)
    after: list[set[int]] = []
    for number, step in enumerate(steps):
        targets = {numbers.get(way.to, numbers.get(slug(way.to), -1)) for way in step.next} or {number + 1}
        if -1 in targets:
            return None
        after.append({count + target for target in targets})
    after += [{number, count + number + 1} if step.optional else {number} for number, step in enumerate(steps)]
    after.append(set())
    starts = {count, *(count + number for number in _loop_start(journey))}
    return Ways(count, after, frozenset(starts), frozenset({count - 1, 2 * count}))


def closure(after: Sequence[Iterable[int]], starts: Iterable[int]) -> set[int]:
    """Give everything that can be come to from somewhere, the starts included."""
    found = set(starts)
    todo = list(found)
    while todo:
        for other in after[todo.pop()]:
            if other not in found:
                found.add(other)
                todo.append(other)
    return found


def _numbers(steps: Sequence[Touchpoint]) -> dict[str, int]:
    """The touchpoints by id and former id; a present id wins. `exit` is one past the last."""
    numbers: dict[str, int] = {}
    for number, step in enumerate(steps):
        for name in step.was:
            numbers.setdefault(name, number)
    return numbers | {step.id: number for number, step in enumerate(steps)} | {EXIT: len(steps)}


def _loop_start(journey: Journey) -> Iterator[int]:
    """Where a loyal customer comes in again: the first touchpoint of the phase."""
    if places := loop_places(journey):
        first = sum(len(phase.touchpoints) for phase in journey.phases[: places[1]])
        yield first


def _done_with(after: Sequence[Iterable[int]], within: set[int]) -> list[int]:
    """Walk as deep as possible, staying within; give the places in the order in which they were done with."""
    order: list[int] = []
    seen: set[int] = set()
    for start in within:
        if start in seen:
            continue
        seen.add(start)
        todo = [(start, iter(after[start]))]
        while todo:
            here, others = todo[-1]
            following = next((other for other in others if other in within and other not in seen), None)
            if following is None:
                order.append(here)
                todo.pop()
            else:
                seen.add(following)
                todo.append((following, iter(after[following])))
    return order
