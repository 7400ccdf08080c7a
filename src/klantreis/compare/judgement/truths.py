"""A moment of truth is a chance to exceed the expectation; how it is exceeded makes it one that is taken."""

from __future__ import annotations

from klantreis.compare.change import Change
from klantreis.compare.judgement.verdict import MEDIUM, SMALL, Judgement

_FIXED = {
    "improved": Judgement("improvement", MEDIUM, "truth-improved"),
    "worsened": Judgement("regression", MEDIUM, "truth-worsened"),
    "changed": Judgement("neutral", SMALL, "truth-changed"),
    "kind": Judgement("neutral", SMALL, "truth-kind"),
    "gained": Judgement("improvement", MEDIUM, "truth-gained"),
}

WHYS = (*(judgement.why for judgement in _FIXED.values()), "truth-lost", "truth-lost-planned", "truth-lost-dropped")


def judge(change: Change) -> Judgement:
    """Judge what became of a moment of truth. A dream that has one fewer, may well have meant it."""
    if change.what in _FIXED:
        return _FIXED[change.what]
    if change.facts["plan"]:
        return Judgement("open", MEDIUM, "truth-lost-dropped" if change.facts["gone"] else "truth-lost-planned")
    return Judgement("regression", MEDIUM, "truth-lost")
