"""What is computed from a journey and never written in it: scores, switches, evidence.

    experience_score(journey)   # the mean emotion
    remembered_score(journey)   # the mean of the peak and the end

The remembered score follows the peak–end rule of Kahneman, Fredrickson, Schreiber and Redelmeier,
"When More Pain Is Preferred to Less" (Psychological Science, 1993).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from klantreis.model.builtin import NO_CHANNEL, channel_id
from klantreis.model.journey import Journey, Phase
from klantreis.model.text import slug
from klantreis.model.touchpoint import ASSUMPTION, Touchpoint


@dataclass(frozen=True, slots=True)
class Feeling:
    """One point of the emotion curve, −2 to +2; `touchpoint` is None where the phase itself has it."""

    score: float
    word: str
    phase: Phase
    touchpoint: Touchpoint | None


@dataclass(frozen=True, slots=True)
class EvidenceCount:
    """How many touchpoints rest on a source (`proven`), only on an assumption, or on nothing said."""

    total: int
    proven: int
    assumed: int
    unsaid: int


def feelings(journey: Journey) -> list[Feeling]:
    """Give the emotions of a journey in the customer's order.

    A phase's own emotion counts only if none of its touchpoints has one.
    """
    found: list[Feeling] = []
    for phase in journey.phases:
        own = [
            Feeling(step.emotion.score, step.emotion.word, phase, step) for step in phase.touchpoints if step.emotion
        ]
        if not own and phase.emotion:
            own = [Feeling(phase.emotion.score, phase.emotion.word, phase, None)]
        found += own
    return found


def experience_score(journey: Journey) -> float | None:
    """Give the mean emotion, −2 to +2; None without emotions."""
    scores = [feeling.score for feeling in feelings(journey)]
    return sum(scores) / len(scores) if scores else None


def remembered_score(journey: Journey) -> float | None:
    """Give the mean of the peak and the end, −2 to +2; None without emotions."""
    high, last = peak(journey), end(journey)
    return (high.score + last.score) / 2 if high and last else None


def peak(journey: Journey) -> Feeling | None:
    """Give the emotion furthest from 0, the lower one on a tie: what the customer will remember."""
    return max(feelings(journey), key=lambda feeling: (abs(feeling.score), -feeling.score), default=None)


def high(journey: Journey) -> Feeling | None:
    """Give the highest emotion, the first one on a tie."""
    return max(feelings(journey), key=lambda feeling: feeling.score, default=None)


def low(journey: Journey) -> Feeling | None:
    """Give the lowest emotion, the first one on a tie."""
    return min(feelings(journey), key=lambda feeling: feeling.score, default=None)


def end(journey: Journey) -> Feeling | None:
    """Give the last emotion."""
    found = feelings(journey)
    return found[-1] if found else None


def contacts(journey: Journey) -> list[tuple[Touchpoint, frozenset[str]]]:
    """Give the touchpoints that are contacts, each with its channels (built-in ones by id, others by slug)."""
    found = ((step, channels(step)) for step in journey.touchpoints())
    return [(step, where) for step, where in found if where]


def contact_count(journey: Journey) -> int:
    """Count the touchpoints that are contacts, or may be: thinking and waiting are none, no channel said is one."""
    return sum(1 for step in journey.touchpoints() if not step.channel or channels(step))


def channels(step: Touchpoint) -> frozenset[str]:
    """Give the channels of a touchpoint by id; empty when it is no contact or nobody said."""
    ids = {channel_id(written) or slug(written) or written for written in step.channel}
    return frozenset(ids - {NO_CHANNEL})


def channel_switches(journey: Journey) -> int:
    """Count the neighbouring contacts that share no channel."""
    where = [found for _, found in contacts(journey)]
    return sum(1 for here, there in pairwise(where) if not here & there)


def proven(evidence: Iterable[str]) -> bool:
    """Tell whether something rests on at least one source."""
    return any(item != ASSUMPTION for item in evidence)


def assumed(evidence: Iterable[str]) -> bool:
    """Tell whether something rests on an assumption and nothing else."""
    found = set(evidence)
    return found == {ASSUMPTION}


def evidence_count(journey: Journey) -> EvidenceCount:
    """Count the touchpoints by what they rest on."""
    steps = [step.evidence for step in journey.touchpoints()]
    backed = sum(map(proven, steps))
    guesses = sum(map(assumed, steps))
    return EvidenceCount(len(steps), backed, guesses, len(steps) - backed - guesses)
