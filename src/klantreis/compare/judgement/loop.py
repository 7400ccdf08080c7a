"""A loyal customer who need not begin at the beginning, comes back sooner."""

from __future__ import annotations

from klantreis.compare.change import Change
from klantreis.compare.judgement.verdict import MEDIUM, SMALL, Judgement

_FIXED = {
    "gained": Judgement("improvement", MEDIUM, "loop-gained"),
    "lost": Judgement("regression", MEDIUM, "loop-lost"),
    "later": Judgement("improvement", SMALL, "loop-later"),
    "earlier": Judgement("regression", SMALL, "loop-earlier"),
    "changed": Judgement("neutral", SMALL, "loop-changed"),
}

WHYS = (*(judgement.why for judgement in _FIXED.values()), "loop-lost-planned")


def judge(change: Change) -> Judgement:
    """Judge what became of the loyalty loop. A dream without one may not have come to it yet."""
    if change.what == "lost" and change.facts["plan"]:
        return Judgement("open", MEDIUM, "loop-lost-planned")
    return _FIXED[change.what]
