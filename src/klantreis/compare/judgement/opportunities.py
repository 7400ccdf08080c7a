"""An opportunity that a dream takes is progress; one that it leaves is a question. Between two states: a note."""

from __future__ import annotations

from klantreis.compare.change import Change
from klantreis.compare.judgement.verdict import SMALL, Judgement, Verdict, by_rating

WHYS = (
    "opportunity-taken-dropped", "opportunity-taken-replaced", "opportunity-taken-better", "opportunity-taken-unsaid",
    "opportunity-left-repeated", "opportunity-left-pain", "opportunity-left-same",
    "opportunity-added", "opportunity-removed", "opportunity-moved",
)  # fmt: skip


def judge(change: Change) -> Judgement:
    """Judge an opportunity by its impact."""
    if change.what in ("taken", "left"):
        verdict: Verdict = "improvement" if change.what == "taken" and change.facts["how"] != "unsaid" else "open"
        size = by_rating(change.facts["impact"])
        return Judgement(verdict, size, f"opportunity-{change.what}-{change.facts['how']}")
    return Judgement("neutral", SMALL, f"opportunity-{change.what}")
