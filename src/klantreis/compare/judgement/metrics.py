"""Figures, by which way is better. A target is a plan: that it changes is told, and not judged."""

from __future__ import annotations

from klantreis.compare.change import Change
from klantreis.compare.judgement.verdict import SMALL, Judgement, Verdict, graded

_SOME, _MUCH = 0.08, 0.2

_JUDGED: dict[str, Verdict] = {
    "ahead": "improvement",
    "below": "regression",
    "better": "improvement",
    "worse": "regression",
}
_FIXED: dict[str, Verdict] = {"unmeasured": "open"}
_NEUTRAL = (
    "reached", "aimed", "changed", "measured", "forgotten", "added", "removed",
    "target-raised", "target-lowered", "target-set", "target-dropped",
)  # fmt: skip

WHYS = ("metric-ahead-today", "metric-ahead-modest", *(f"metric-{what}" for what in (*_JUDGED, *_FIXED, *_NEUTRAL)))


def judge(change: Change) -> Judgement:
    """Judge a figure by how far it goes."""
    why = f"metric-{change.what}"
    if change.what == "ahead" and not change.facts["dreamed"]:
        why = "metric-ahead-today"
    elif change.facts["aim"] is not None:
        why = "metric-ahead-modest"
    if change.what in _JUDGED:
        return Judgement(_JUDGED[change.what], graded(change.facts["distance"], _SOME, _MUCH), why)
    return Judgement(_FIXED.get(change.what, "neutral"), SMALL, why)
