"""A detail is told, and judged by nobody."""

from __future__ import annotations

from klantreis.compare.change import Change
from klantreis.compare.judgement.verdict import SMALL, Judgement

WHYS = ("detail-added", "detail-removed", "detail-changed", "detail-moved", "detail-dreamed")


def judge(change: Change) -> Judgement:
    """Judge nothing."""
    dreamed = change.facts["plan"] and change.what != "moved"
    return Judgement("neutral", SMALL, "detail-dreamed" if dreamed else f"detail-{change.what}")
