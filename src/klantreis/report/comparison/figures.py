"""The figures that stand above a comparison: what people want to know first."""

from __future__ import annotations

from dataclasses import dataclass

from klantreis.compare.gap import Gap
from klantreis.compare.topics.measures import own_steps
from klantreis.language.numbers import number, signed, whole_percent
from klantreis.model.scores import experience_score, remembered_score
from klantreis.report.comparison.words import Terms

Score = tuple[float | None, float | None]
_BETTER, _WORSE, _SAME = "improvement", "regression", "neutral"


@dataclass(frozen=True, slots=True)
class Figures:
    """Before and after: the scores, and the steps that the customer takes; pains by what became of them."""

    mean: Score
    remembered: Score
    steps: tuple[int, int]
    pains: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure in words: `name`, `text` (`−0,1 → +1,1`) and whether that is better: a verdict."""

    name: str
    text: str
    verdict: str


def figures_of(gap: Gap) -> Figures:
    """Count and compute the figures of a comparison."""
    old, new = gap.comparison.old.journey, gap.comparison.new.journey
    counted = _pains(gap)
    return Figures(
        (experience_score(old), experience_score(new)),
        (remembered_score(old), remembered_score(new)),
        (own_steps(old), own_steps(new)),
        tuple((what, counted[what]) for what in ("solved", "remaining", "new")),
    )


def _pains(gap: Gap) -> dict[str, int]:
    """Count what became of the pains. One that is not mentioned is a question, and not solved."""
    found: dict[str, set[str]] = {"solved": set(), "remaining": set(), "new": set()}
    for judged in (item.judged for item in gap.items if item.judged.change.topic == "pains"):
        what = judged.change.what
        if gap.comparison.plan and what in ("milder", "worse"):
            what = "remaining"
        if what in found and (what != "solved" or judged.verdict == _BETTER):
            found[what].add(judged.change.id)
    return {what: len(ids) for what, ids in found.items()}


def told(gap: Gap, terms: Terms) -> list[Figure]:
    """Give the figures in words, without those that say nothing; judged as the differences are."""
    figures = figures_of(gap)
    verdicts: dict[str, str] = {
        item.judged.change.what: item.judged.verdict for item in gap.items if item.judged.change.topic == "scores"
    }
    steps = arrow(*(number(count, terms.words) for count in figures.steps))
    solved, _, new = (count for _, count in figures.pains)
    found = [
        Figure(terms["mean"], score(figures.mean, terms), verdicts.get("mean", _SAME)),
        Figure(terms["remembered"], score(figures.remembered, terms), verdicts.get("remembered", _SAME)),
        Figure(terms["steps"], steps, verdicts.get("steps", _SAME)),
        Figure(terms["pains"], pains(figures, terms), _BETTER if solved > new else _WORSE if new > solved else _SAME),
        Figure(terms["coverage"], coverage(gap, terms), _SAME),
    ]
    return [figure for figure in found if figure.text]


def pains(figures: Figures, terms: Terms) -> str:
    """Give what became of the pains: `7 opgelost, 2 blijven`; empty when nothing did."""
    return ", ".join(terms.count(what, count) for what, count in figures.pains if count)


def coverage(gap: Gap, terms: Terms) -> str:
    """Give how much of the gap has an initiative; empty without a roadmap."""
    if gap.coverage is None:
        return ""
    share = gap.coverage.share
    if share is None:
        return terms["nothing-to-cover"]
    return terms["covered"].format(
        share=whole_percent(share, terms.words), covered=gap.coverage.covered, total=gap.coverage.total
    )


def arrow(before: str, after: str) -> str:
    """Give `before → after`, or one of them when they are the same."""
    return after if before == after else f"{before} → {after}"


def score(pair: Score, terms: Terms) -> str:
    """Give a score before and after; empty when it is known on neither side."""
    if pair == (None, None):
        return ""
    before, after = (terms["unknown"] if value is None else signed(value, terms.words) for value in pair)
    return arrow(before, after)
