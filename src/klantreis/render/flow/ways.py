"""What follows what, as the linter reads it: a touchpoint with `next` leads only there, another to the one after it.

Who comes to an optional step by the order of the list may skip it; who is sent there by `next` comes there.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from klantreis.model.journey import Journey
from klantreis.model.scores import channels
from klantreis.model.text import slug
from klantreis.model.touchpoint import EXIT, Next, Touchpoint

OUT, NOWHERE = -1, -2
"""Where ways lead that lead to no touchpoint: out of the journey, and nobody knows where."""
_WHOLE = 0.995


@dataclass(frozen=True, slots=True)
class Way:
    """A way on from a touchpoint, by number. `written` is the `next` it comes from, None for the order of the list."""

    source: int
    target: int
    written: Next | None = None
    skips: bool = False


def ways_of(journey: Journey) -> list[Way]:
    """Give all ways on, in order. The last touchpoint without `next` has none."""
    steps = list(journey.touchpoints())
    numbers = _numbers(steps)
    found: list[Way] = []
    for number, step in enumerate(steps):
        if step.next:
            found += [Way(number, numbers.get(way.to, numbers.get(slug(way.to), NOWHERE)), way) for way in step.next]
        elif number + 1 < len(steps):
            found.append(Way(number, number + 1))
            found += [Way(number, target, skips=True) for target in _past(steps, number + 1)]
    return found


def _past(steps: Sequence[Touchpoint], number: int) -> list[int]:
    """Give where somebody may go on who skips the optional step `number`, and the others after it."""
    first = number
    while number < len(steps) and steps[number].optional:
        number += 1
    if number == first:
        return []
    # Of a run of optional steps: past the first, and past all; each further one has its own way past.
    return [target for target in dict.fromkeys((first + 1, number)) if target < len(steps)]


def rest(step: Touchpoint) -> float:
    """Give the part of customers nobody said anything about: what written shares lack of one, 0 when one has none."""
    shares = [way.share for way in step.next]
    known = [share for share in shares if share is not None]
    if not known or len(known) < len(shares) or sum(known) >= _WHOLE:
        return 0.0
    return 1 - sum(known)


def _numbers(steps: Sequence[Touchpoint]) -> dict[str, int]:
    """The touchpoints by id and former id; a present id wins."""
    numbers: dict[str, int] = {}
    for number, step in enumerate(steps):
        for name in step.was:
            numbers.setdefault(name, number)
    for number, step in reversed(list(enumerate(steps))):
        numbers[step.id] = number
    return numbers | {EXIT: OUT}


class Hands:
    """Tells what is handed over between touchpoints: to another channel, to another team.

    Whoever thinks or waits in between (a step without channel and owner) is still where they were before.
    """

    def __init__(self, journey: Journey) -> None:
        self._channels: list[frozenset[str]] = []
        self._standing: list[frozenset[str]] = []
        self._teams: list[str] = []
        self._owners: list[str] = []
        before, team = frozenset[str](), ""
        for step in journey.touchpoints():
            here = channels(step)
            before = here or before
            owner = slug(step.owner) or step.owner
            team = owner if owner or here else team
            self._owners += [owner] if owner else []
            self._channels.append(here)
            self._teams.append(team)
            self._standing.append(before)

    def channel(self, source: int, target: int) -> bool:
        """Tell whether the customer has to change channels."""
        here, there = self._standing[source], self._channels[target]
        return bool(here and there) and not here & there

    def team(self, source: int, target: int) -> bool:
        """Tell whether another team takes over."""
        return bool(self._teams[source] and self._teams[target]) and self._teams[source] != self._teams[target]

    def count(self) -> tuple[int, int]:
        """Give the channel switches and the hand-overs between teams in the order of the list.

        What nobody owns is in nobody's hands: it makes no hand-over and undoes none, as in a comparison.
        """
        return (
            sum(self.channel(place, place + 1) for place in range(len(self._teams) - 1)),
            sum(1 for here, there in pairwise(self._owners) if here != there),
        )
