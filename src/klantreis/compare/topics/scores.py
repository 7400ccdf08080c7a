"""What is counted over the whole journey, on both sides.

- `mean`, `remembered`: the scores of `klantreis.model.scores`. `facts`: `careful`, what it is when the
  steps of which a dream does not say how they feel, feel as they do today. `high`, `low`, `end`: the
  highest, the lowest and the last emotion, counted like that; `facts`: `places`, where they are felt.
- `steps`: the steps that the customer takes himself. `facts`: `less`, how many fewer (or more); `unsaid`,
  of how many a dream does not say what becomes of them.
- `switches`: how often the channel changes. `handovers`: how often the team does. `facts`: `less`, and
  `known`: whether the map says the channel, or the owner, of every step on both sides. Else the
  difference may be in what was written down. A dream that does not say it, has those of today.
- `duration`: how long the whole journey lasts. `before`, `after`: as written. `facts`: `days`; `plan`.

Only what differs on both sides; a score differs when people see another number: at one decimal.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import ROUND_HALF_UP, Decimal
from math import isinf

from klantreis.compare.change import JOURNEY, Change
from klantreis.compare.edits import Plain
from klantreis.compare.pair import Pair
from klantreis.compare.topics.inherited import inherited_journey
from klantreis.compare.topics.measures import channels_known, handovers, own_steps, owners_known
from klantreis.model.journey import Journey
from klantreis.model.scores import Feeling, channel_switches, end, experience_score, high, low, remembered_score

WHATS = ("mean", "remembered", "high", "low", "end", "steps", "switches", "handovers", "duration")

_SCORES = (("mean", experience_score), ("remembered", remembered_score))
_POINTS = (("high", high), ("low", low), ("end", end))
_COUNTS: tuple[tuple[str, Callable[[Journey], int], Callable[[Journey], bool]], ...] = (
    ("steps", own_steps, lambda _: True),
    ("switches", channel_switches, channels_known),
    ("handovers", handovers, owners_known),
)


def changes(pair: Pair) -> Iterator[Change]:
    """Give what is counted otherwise."""
    old, new, careful = pair.old.journey, pair.new.journey, inherited_journey(pair)
    for what, score in _SCORES:
        before, after = _exact(score(old)), _exact(score(new))
        if before is not None and after is not None and _seen(before) != _seen(after):
            facts: dict[str, Plain] = {"careful": _exact(score(careful))}
            yield Change("scores", what, JOURNEY, new.title, before=before, after=after, facts=facts)
    for what, point in _POINTS:
        here, there = point(old), point(careful)
        if here and there and _seen(here.score) != _seen(there.score):
            facts = {"places": [_place(here), _place(there)]}
            yield Change("scores", what, JOURNEY, new.title, before=here.score, after=there.score, facts=facts)
    for what, count, known in _COUNTS:
        was, now = count(old), count(careful)
        if was != now and pair.old.steps and pair.new.steps:
            about = {"less": abs(was - now), "known": known(old) and known(careful), "unsaid": _unsaid(pair)}
            yield Change("scores", what, JOURNEY, new.title, before=was, after=now, facts=about)
    yield from _duration(pair, old, new)


def _unsaid(pair: Pair) -> int:
    """Of how many steps that the customer takes, a dream says nothing."""
    gone = [pair.old.steps[number].touchpoint for number in pair.matching.unmatched] if pair.plan else []
    return sum(1 for step in gone if not step.automated)


def _duration(pair: Pair, old: Journey, new: Journey) -> Iterator[Change]:
    before, after = old.duration, new.duration
    if before and after and before.days != after.days:
        facts = {"days": [None if isinf(days) else days for days in (before.days, after.days)], "plan": pair.plan}
        told = (pair.told(None, None, "duration"),)
        yield Change("scores", "duration", JOURNEY, new.title, "", str(before), str(after), facts, told)


def _seen(score: float) -> Decimal:
    """A score as people see it."""
    return Decimal(str(score)).quantize(Decimal("0.1"), ROUND_HALF_UP)


def _exact(score: float | None) -> float | None:
    """A mean without the dust of floating point."""
    return None if score is None else round(score, 6)


def _place(feeling: Feeling) -> str:
    return feeling.touchpoint.title if feeling.touchpoint else feeling.phase.title
