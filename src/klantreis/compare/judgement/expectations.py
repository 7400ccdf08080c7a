"""Customers who get what they expect are content; who get more, remember it. What they expect is not judged."""

from __future__ import annotations

from klantreis.compare.change import Change
from klantreis.compare.judgement.verdict import LARGE, MEDIUM, SMALL, Judgement, turned
from klantreis.compare.topics.expectations import LEVELS

_TEXTS = ("noted", "forgotten", "reworded", "added", "removed")

WHYS = (
    *(f"{before}-to-{after}" for before in LEVELS for after in LEVELS if before != after),
    "unknown-to-exceeded",
    *(f"expectation-{what}" for what in _TEXTS),
)


def judge(change: Change) -> Judgement:
    """Judge whether an expectation is answered better."""
    if change.what in _TEXTS:
        return Judgement("neutral", SMALL, f"expectation-{change.what}")
    if change.before is None:
        return Judgement("improvement", MEDIUM, "unknown-to-exceeded")
    before, after = LEVELS.index(change.before), LEVELS.index(change.after)
    size = LARGE if abs(after - before) > 1 else MEDIUM
    return Judgement(turned(after > before), size, f"{change.before}-to-{change.after}")
