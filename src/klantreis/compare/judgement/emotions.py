"""A better feeling is better, and most of all where people remember it: at a moment of truth."""

from __future__ import annotations

from klantreis.compare.change import Change
from klantreis.compare.judgement.verdict import LARGE, SMALL, Judgement, graded, turned

_SOME, _MUCH = 0.75, 1.5
_WAYS = ("risen", "fallen")

WHYS = (
    *(f"{place}-{way}{turn}" for place in ("feeling", "truth") for way in _WAYS for turn in ("", "-turned")),
    "emotion-reworded", "emotion-named", "emotion-unnamed", "emotion-noted", "emotion-forgotten",
)  # fmt: skip


def judge(change: Change) -> Judgement:
    """Judge a feeling by how far it goes on the scale of −2 to +2."""
    if change.what == "reworded" and None in (change.before, change.after):
        return Judgement("neutral", SMALL, "emotion-named" if change.after else "emotion-unnamed")
    if change.what not in _WAYS:
        return Judgement("neutral", SMALL, f"emotion-{change.what}")
    size = graded(round(abs(change.after - change.before), 6), _SOME, _MUCH)
    if change.facts["truth"]:
        size = min(LARGE, size + 1)
    place = "truth" if change.facts["truth"] else "feeling"
    turn = change.before * change.after < 0
    return Judgement(turned(change.what == "risen"), size, f"{place}-{change.what}{'-turned' if turn else ''}")
