"""More ways to come in touch are better; another one is only another. A dream that closes one asks a question."""

from __future__ import annotations

from klantreis.compare.change import Change
from klantreis.compare.judgement.verdict import MEDIUM, SMALL, Judgement

_MORE = {"gained": SMALL, "opened": MEDIUM, "mode-opened": SMALL}
_FEWER = {"lost": SMALL, "closed": MEDIUM, "mode-closed": SMALL}

WHYS = (
    "channel-changed", "channel-contact", "channel-alone", "channel-opened-instead", "channel-mode-changed-planned",
    *(f"channel-{what}" for what in (*_MORE, *_FEWER)),
    *(f"channel-{what}-planned" for what in _FEWER),
)  # fmt: skip


def judge(change: Change) -> Judgement:
    """Judge where the customer meets us."""
    if change.what == "mode-changed" and change.facts["plan"]:
        return Judgement("open", SMALL, "channel-mode-changed-planned")
    if change.what == "opened" and change.facts["plan"] and change.facts["instead"]:
        return Judgement("neutral", SMALL, "channel-opened-instead")
    if change.what in _MORE:
        return Judgement("improvement", _MORE[change.what], f"channel-{change.what}")
    if change.what in _FEWER:
        if change.facts["plan"]:
            return Judgement("open", SMALL, f"channel-{change.what}-planned")
        return Judgement("regression", _FEWER[change.what], f"channel-{change.what}")
    alone = change.what in ("contact", "alone")
    return Judgement("neutral", SMALL, f"channel-{change.what}" if alone else "channel-changed")
