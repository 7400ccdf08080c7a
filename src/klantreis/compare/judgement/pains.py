"""A pain less is better, the graver the more. One that a dream leaves is a question."""

from __future__ import annotations

from klantreis.compare.change import Change
from klantreis.compare.judgement.verdict import LARGE, MEDIUM, SMALL, Judgement, by_severity, turned
from klantreis.compare.topics.pains import SEVERITIES

WHYS = (
    "pain-solved", "pain-solved-gone", "pain-solved-dropped", "pain-solved-replaced", "pain-solved-better",
    "pain-unsaid", "pain-new", "pain-repeated", "pain-same", "pain-moved", "pain-narrowed", "pain-spread",
    "pain-worse", "pain-milder",
)  # fmt: skip


def judge(change: Change) -> Judgement:
    """Judge what became of a pain, by its severity."""
    size, how = by_severity(change.facts["severity"]), change.facts.get("how")
    if change.what == "solved":
        if how == "unsaid":
            return Judgement("open", size, "pain-unsaid")
        return Judgement("improvement", size, f"pain-solved-{how}" if how else "pain-solved")
    if change.what in ("new", "remaining"):
        return (
            Judgement("regression", size, "pain-new")
            if change.what == "new"
            else Judgement("open", size, f"pain-{how}")
        )
    if change.what in ("worse", "milder"):
        far = abs(SEVERITIES.index(change.before) - SEVERITIES.index(change.after))
        return Judgement(turned(change.what == "milder"), LARGE if far > 1 else MEDIUM, f"pain-{change.what}")
    if change.what == "moved":
        return Judgement("neutral", SMALL, "pain-moved")
    return Judgement(turned(change.what == "narrowed"), SMALL, f"pain-{change.what}")
