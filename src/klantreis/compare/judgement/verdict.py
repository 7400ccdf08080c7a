"""What a judgement is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from klantreis.compare.change import Change

Verdict = Literal["improvement", "regression", "neutral", "open"]
VERDICTS: tuple[Verdict, ...] = ("improvement", "regression", "neutral", "open")

SMALL, MEDIUM, LARGE = 1, 2, 3


@dataclass(frozen=True, slots=True)
class Judgement:
    """A verdict, how much it matters to the customer (1 small, 2 medium, 3 large), and why.

    `why` names a sentence of `klantreis.compare.sentences`; the change gives it its values.
    """

    verdict: Verdict
    size: int
    why: str


@dataclass(frozen=True, slots=True)
class Judged:
    """A change and what to think of it."""

    change: Change
    judgement: Judgement

    @property
    def verdict(self) -> Verdict:
        """Improvement, regression, neutral or open."""
        return self.judgement.verdict

    @property
    def size(self) -> int:
        """1 small, 2 medium, 3 large."""
        return self.judgement.size


def turned(better: bool) -> Verdict:
    """Give improvement for what is better, regression for what is worse."""
    return "improvement" if better else "regression"


def graded(amount: float, medium: float, large: float) -> int:
    """Give small, medium or large, by the least amounts that are medium and large."""
    return LARGE if amount >= large else MEDIUM if amount >= medium else SMALL


def by_severity(severity: str | None) -> int:
    """Give how much a pain matters; in the middle where nobody says."""
    return {"low": SMALL, "high": LARGE}.get(severity or "", MEDIUM)


def by_rating(rating: int | None) -> int:
    """Give how much something matters that is rated 1 to 5; little where nobody says."""
    return SMALL if rating is None else graded(rating, 3, 4)
