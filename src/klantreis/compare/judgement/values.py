"""A core value is worth what customers taste of it. A dream with fewer steps has fewer to taste it at."""

from __future__ import annotations

from klantreis.compare.change import Change
from klantreis.compare.judgement.verdict import MEDIUM, SMALL, Judgement

_FIXED = {
    "tasted": Judgement("improvement", MEDIUM, "value-tasted"),
    "untasted": Judgement("regression", MEDIUM, "value-untasted"),
    "more": Judgement("improvement", SMALL, "value-more"),
}

WHYS = (
    *(judgement.why for judgement in _FIXED.values()),
    "value-fewer",
    "value-fewer-planned",
    "value-untasted-planned",
)


def judge(change: Change) -> Judgement:
    """Judge at how many steps a core value is tasted."""
    if change.what == "untasted" and change.facts["plan"]:
        return Judgement("open", MEDIUM, "value-untasted-planned")
    if change.what in _FIXED:
        return _FIXED[change.what]
    if change.facts["plan"]:
        return Judgement("neutral", SMALL, "value-fewer-planned")
    return Judgement("regression", SMALL, "value-fewer")
