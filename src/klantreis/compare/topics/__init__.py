"""What changed, topic by topic: each module says what it finds, and none has an opinion.

A topic is a function of a `Pair` that yields `Change`s. Swapping the two sides swaps what it finds:
added and removed, before and after. `WHATS` of each module names everything that it may find.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from klantreis.compare.change import Change, Topic
from klantreis.compare.pair import Pair
from klantreis.compare.topics import (
    channels,
    details,
    emotions,
    evidence,
    expectations,
    loop,
    metrics,
    opportunities,
    owners,
    pains,
    phases,
    scores,
    steps,
    truths,
    values,
)

TOPICS: tuple[Callable[[Pair], Iterator[Change]], ...] = (
    scores.changes,
    steps.changes,
    phases.changes,
    emotions.changes,
    truths.changes,
    expectations.changes,
    pains.changes,
    opportunities.changes,
    channels.changes,
    metrics.changes,
    owners.changes,
    values.changes,
    loop.changes,
    evidence.changes,
)
"""The topics, in the order in which people want to hear of them; details come last, by themselves."""

WHATS: Mapping[Topic, tuple[str, ...]] = {
    "scores": scores.WHATS,
    "steps": steps.WHATS,
    "phases": phases.WHATS,
    "emotions": emotions.WHATS,
    "truths": truths.WHATS,
    "expectations": expectations.WHATS,
    "pains": pains.WHATS,
    "opportunities": opportunities.WHATS,
    "channels": channels.WHATS,
    "metrics": metrics.WHATS,
    "owners": owners.WHATS,
    "values": values.WHATS,
    "loop": loop.WHATS,
    "evidence": evidence.WHATS,
    "details": details.WHATS,
}
"""Everything that may be found, by topic."""
