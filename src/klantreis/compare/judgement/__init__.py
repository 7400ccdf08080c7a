"""How a change is judged: better for the customer, worse, neither, or a question to answer.

Each topic has a module with `judge(change) -> Judgement`, and `WHYS`, every reason that it may give.
Between two states, the same change the other way round is judged the other way round: improvement
and regression swap, the rest stays, and so does the size.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from klantreis.compare.change import Change, Topic
from klantreis.compare.judgement import (
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
from klantreis.compare.judgement.verdict import Judged, Judgement

_JUDGES: Mapping[Topic, Callable[[Change], Judgement]] = {
    "scores": scores.judge,
    "steps": steps.judge,
    "phases": phases.judge,
    "emotions": emotions.judge,
    "truths": truths.judge,
    "expectations": expectations.judge,
    "pains": pains.judge,
    "opportunities": opportunities.judge,
    "channels": channels.judge,
    "metrics": metrics.judge,
    "owners": owners.judge,
    "values": values.judge,
    "loop": loop.judge,
    "evidence": evidence.judge,
    "details": details.judge,
}

WHYS: Mapping[Topic, tuple[str, ...]] = {
    "scores": scores.WHYS,
    "steps": steps.WHYS,
    "phases": (*phases.WHYS, "faster", "slower", "slower-planned", "endless"),
    "emotions": emotions.WHYS,
    "truths": truths.WHYS,
    "expectations": expectations.WHYS,
    "pains": pains.WHYS,
    "opportunities": opportunities.WHYS,
    "channels": channels.WHYS,
    "metrics": metrics.WHYS,
    "owners": owners.WHYS,
    "values": values.WHYS,
    "loop": loop.WHYS,
    "evidence": evidence.WHYS,
    "details": details.WHYS,
}
"""Every reason that may be given, by topic."""


def judge(changes: Iterable[Change]) -> list[Judged]:
    """Judge changes, in their order."""
    return [Judged(change, _JUDGES[change.topic](change)) for change in changes]
