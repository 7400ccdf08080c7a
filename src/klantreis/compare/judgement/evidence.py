"""Facts are better than assumptions, and fresh ones better than old ones."""

from __future__ import annotations

from klantreis.compare.change import Change
from klantreis.compare.judgement.verdict import SMALL, Judgement, graded, turned

_SOME, _MUCH = 0.1, 0.25
_BETTER = ("proven", "reviewed")

WHYS = (
    "evidence-risen", "evidence-fallen", "evidence-proven", "evidence-proven-assumption",
    "evidence-unproven", "evidence-unproven-assumption", "evidence-reviewed", "evidence-unreviewed",
)  # fmt: skip


def judge(change: Change) -> Judgement:
    """Judge what the journey rests on."""
    if change.what in ("risen", "fallen"):
        size = graded(round(abs(change.after - change.before), 6), _SOME, _MUCH)
        return Judgement(turned(change.what == "risen"), size, f"evidence-{change.what}")
    assumption = "-assumption" if change.facts.get("assumption") else ""
    return Judgement(turned(change.what in _BETTER), SMALL, f"evidence-{change.what}{assumption}")
