"""Phases are how the map is cut: only one that goes on purpose, or takes less time, is progress in itself."""

from __future__ import annotations

from klantreis.compare.change import Change
from klantreis.compare.judgement.steps import judge_time
from klantreis.compare.judgement.verdict import LARGE, MEDIUM, SMALL, Judgement

_FIXED = {
    "added": Judgement("neutral", SMALL, "phase-added"),
    "removed": Judgement("neutral", SMALL, "phase-removed"),
    "merged": Judgement("neutral", SMALL, "phase-merged"),
    "split": Judgement("neutral", SMALL, "phase-split"),
    "replaced": Judgement("neutral", MEDIUM, "phase-replaced"),
    "moved": Judgement("neutral", SMALL, "phase-moved"),
    "renamed": Judgement("neutral", SMALL, "renamed"),
}

WHYS = (
    *(judgement.why for judgement in _FIXED.values()),
    "phase-dropped", "phase-dropped-superfluous", "phase-dropped-automated",
)  # fmt: skip


def judge(change: Change) -> Judgement:
    """Judge what became of a phase."""
    if change.what in _FIXED:
        return _FIXED[change.what]
    if change.what == "dropped":
        why = change.facts["why"]
        return Judgement("improvement", LARGE, f"phase-dropped-{why}" if why else "phase-dropped")
    return judge_time(change)
