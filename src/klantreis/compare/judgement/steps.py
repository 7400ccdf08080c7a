"""Every step that the customer no longer has to take is progress, and every one more must earn its place."""

from __future__ import annotations

from klantreis.compare.change import Change
from klantreis.compare.judgement.verdict import LARGE, MEDIUM, SMALL, Judgement, graded, turned

_MANY, _THIRD, _QUARTERS, _GOOD = 3, 1 / 3, 0.75, 1

_FIXED = {
    "absorbed": Judgement("improvement", SMALL, "absorbed"),
    "replaced": Judgement("neutral", MEDIUM, "replaced"),
    "moved": Judgement("neutral", SMALL, "moved"),
    "renamed": Judgement("neutral", SMALL, "renamed"),
    "automated": Judgement("improvement", MEDIUM, "automated"),
    "restored": Judgement("regression", MEDIUM, "restored"),
    "by-hand": Judgement("regression", MEDIUM, "by-hand"),
    "optional": Judgement("improvement", SMALL, "optional"),
    "required": Judgement("regression", SMALL, "required"),
}

WHYS = (
    *(judgement.why for judgement in _FIXED.values()),
    "added", "added-automated", "removed", "removed-automated", "dropped", "dropped-superfluous", "dropped-automated",
    "merged", "split", "faster", "slower", "slower-planned", "endless", "added-good", "dropped-good", "dropped-phase",
)  # fmt: skip


def judge(change: Change) -> Judgement:
    """Judge what became of a step."""
    if change.what in _FIXED:
        return _FIXED[change.what]
    if change.what in ("added", "removed"):
        return _one_more_or_less(change)
    if change.what == "dropped":
        return _dropped(change)
    if change.what in ("merged", "split"):
        several = change.before if change.what == "merged" else change.after
        size = LARGE if len(several) >= _MANY else MEDIUM
        return Judgement(turned(change.what == "merged"), size, change.what)
    return judge_time(change)


def _one_more_or_less(change: Change) -> Judgement:
    """A step that the customer does nothing for is no burden, and no loss; one dreamed of with joy earns its place."""
    if change.facts["plan"] and change.what == "added" and (change.facts["feeling"] or 0) >= _GOOD:
        return Judgement("improvement", SMALL, "added-good")
    if change.facts["automated"]:
        return Judgement("neutral", SMALL, f"{change.what}-automated")
    return Judgement("open", SMALL, change.what)


def _dropped(change: Change) -> Judgement:
    """A step less is progress, unless it was a joy, and nobody says what makes up for it."""
    why = change.facts["why"]
    if change.facts["plan"] and not why and (change.facts["feeling"] or 0) >= _GOOD:
        return Judgement("open", MEDIUM, "dropped-good")
    if change.facts["whole"]:
        return Judgement("improvement", MEDIUM, "dropped-phase")
    return Judgement("improvement", MEDIUM, f"dropped-{why}" if why else "dropped")


def judge_time(change: Change) -> Judgement:
    """Judge another length: large when three quarters of it are saved, medium from a third.

    A dream that takes more time for something means to: a talk that is not hurried.

    What has no end was never meant to be over soon: staying a customer, for one.
    """
    before, after = change.facts["days"]
    if before is None or after is None:
        return Judgement("neutral", SMALL, "endless")
    size = graded(abs(before - after) / max(before, after), _THIRD, _QUARTERS)
    if after > before and change.facts["plan"]:
        return Judgement("open", size, "slower-planned")
    return Judgement(turned(after < before), size, "faster" if after < before else "slower")
