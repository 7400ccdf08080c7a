"""What is counted over the whole journey: better feelings, fewer steps, fewer seams, less time."""

from __future__ import annotations

from klantreis.compare.change import Change
from klantreis.compare.judgement.steps import judge_time
from klantreis.compare.judgement.verdict import SMALL, Judgement, graded, turned

_SCORES = {"mean": (0.3, 0.8), "remembered": (0.3, 0.8), "high": (0.75, 1.5), "low": (0.75, 1.5), "end": (0.75, 1.5)}
_COUNTS = {"steps": (0.15, 1 / 3), "switches": (0.25, 0.5), "handovers": (0.25, 0.5)}
"""From where a difference is medium and large: of scores in points, of counts as a part of the greater one."""

WHYS = (
    *(f"{what}-{way}" for what in _SCORES for way in ("risen", "fallen")),
    *(f"{what}-{way}" for what in _COUNTS for way in ("fewer", "more")),
    "mean-unsure", "remembered-unsure", "steps-unsure", "switches-unsure", "handovers-unsure",
    "duration-shorter", "duration-longer", "duration-longer-planned", "endless",
)  # fmt: skip


def judge(change: Change) -> Judgement:
    """Judge a figure of the whole journey."""
    before, after = change.before, change.after
    if change.what in _SCORES:
        return _score(change)
    if change.what in _COUNTS and not change.facts["known"]:
        return Judgement("neutral", SMALL, f"{change.what}-unsure")
    if change.what in _COUNTS:
        fewer = after < before
        sure = change.facts["less"] - (change.facts["unsaid"] if change.what == "steps" and fewer else 0)
        if sure <= 0:
            return Judgement("open", SMALL, "steps-unsure")
        size = graded(sure / max(before, after), *_COUNTS[change.what])
        if change.what != "steps":
            # One seam more or less is little, however few there are.
            size = min(size, change.facts["less"])
        return Judgement(turned(fewer), size, f"{change.what}-{'fewer' if fewer else 'more'}")
    found = judge_time(change)
    names = {
        "faster": "duration-shorter",
        "slower": "duration-longer",
        "slower-planned": "duration-longer-planned",
    }
    return Judgement(found.verdict, found.size, names.get(found.why, found.why))


def _score(change: Change) -> Judgement:
    """Judge a score by the lesser of what a dream says, and what that makes with the feelings it leaves out."""
    before, after = change.before, change.after
    differences = [after - before, change.facts.get("careful", after) - before]
    rises = after > before
    if any((difference > 0) != rises or difference == 0 for difference in differences):
        return Judgement("neutral", SMALL, f"{change.what}-unsure")
    size = graded(round(min(map(abs, differences)), 6), *_SCORES[change.what])
    return Judgement(turned(rises), size, f"{change.what}-{'risen' if rises else 'fallen'}")
