"""What somebody is responsible for, gets attention; who that is, is not ours to judge."""

from __future__ import annotations

from klantreis.compare.change import Change
from klantreis.compare.judgement.verdict import SMALL, Judgement, Verdict

_VERDICTS: dict[str, Verdict] = {"gained": "improvement", "lost": "regression", "changed": "neutral"}

WHYS = tuple(f"owner-{what}" for what in _VERDICTS)


def judge(change: Change) -> Judgement:
    """Judge who is responsible."""
    return Judgement(_VERDICTS[change.what], SMALL, f"owner-{change.what}")
