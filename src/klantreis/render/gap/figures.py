"""The figures that decide, before and after: above the page and the picture."""

from __future__ import annotations

from dataclasses import dataclass

from klantreis.compare.gap import Gap
from klantreis.compare.topics.measures import own_steps
from klantreis.language.numbers import signed, whole_percent
from klantreis.model.scores import experience_score, remembered_score
from klantreis.render.gap.words import Terms
from klantreis.render.kit.items import Tone


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure: what it was (empty when there is nothing to compare), what it is, and a word below."""

    label: str
    before: str
    after: str
    below: str
    tone: Tone = "ink"


_Scores = tuple[float | None, float | None]


def figures_of(gap: Gap, terms: Terms) -> tuple[tuple[Figure, ...], _Scores]:
    """Give the figures of a gap, and the remembered scores of both sides."""
    old, new = gap.comparison.old.journey, gap.comparison.new.journey
    remembered = remembered_score(old), remembered_score(new)
    steps = own_steps(old), own_steps(new)
    found = [
        _score(terms["mean"], (experience_score(old), experience_score(new)), terms),
        _score(terms["remembered"], remembered, terms),
        _count(terms["own-steps"], steps, terms["own-steps-hint"], more="ink"),
        _pains(gap, terms),
    ]  # fmt: skip
    return (*found, _coverage(gap, terms) if gap.comparison.plan else _verdicts(gap, terms)), remembered


def _score(label: str, scores: _Scores, terms: Terms) -> Figure:
    if scores[0] is None and scores[1] is None:
        return Figure(label, "", "–", terms.words["no-emotion"])
    before, after = ("–" if score is None else signed(score, terms.words) for score in scores)
    if before == after:
        return Figure(label, "", after, terms["unchanged"])
    if scores[0] is None or scores[1] is None:
        return Figure(label, before, after, "")
    change = scores[1] - scores[0]
    return Figure(label, before, after, signed(change, terms.words), "good" if change > 0 else "bad")


def _count(label: str, counts: tuple[int, int], below: str, *, more: Tone) -> Figure:
    """A count of what should be less; `more` is the tone when it is not."""
    before, after = counts
    tone: Tone = "good" if after < before else more if after > before else "ink"
    return Figure(label, str(before) if before != after else "", str(after), below, tone)


def _pains(gap: Gap, terms: Terms) -> Figure:
    total, after = (
        len({at.pain.id for at in (*side.pains, *side.barriers)}) for side in (gap.comparison.old, gap.comparison.new)
    )
    if not gap.comparison.plan:
        return _count(terms["pains"], (total, after), terms["pains-hint"], more="bad")
    solved = len({
        item.judged.change.id for item in gap.items
        if item.judged.change.topic == "pains" and item.judged.change.what == "solved"
        and item.judged.verdict == "improvement"
    })  # fmt: skip
    if not total:
        return Figure(terms["solved"], "", "–", terms["solved-none"])
    left = total - min(solved, total)
    below = f"{left} {terms['remaining']}" if left else ""
    return Figure(terms["solved"], "", f"{solved} {terms['of']} {total}", below, "good" if solved else "ink")


def share_text(gap: Gap, terms: Terms) -> str:
    """Give the coverage in whole per cent, rounded down: 100% is only said when it is true."""
    share = gap.coverage.share if gap.coverage else None
    return "–" if share is None else whole_percent(share, terms.words)


def _coverage(gap: Gap, terms: Terms) -> Figure:
    if gap.coverage is None:
        count = len(gap.work)
        return Figure(terms["coverage"], "", "–", f"{terms['no-roadmap']}\n{count} {terms['work-todo']}")
    if not gap.coverage.total:
        return Figure(terms["coverage"], "", "–", terms["nothing-to-cover"])
    tone: Tone = "good" if gap.coverage.covered == gap.coverage.total else "gold-text"
    return Figure(terms["coverage"], "", share_text(gap, terms), terms["coverage-hint"], tone)


def _verdicts(gap: Gap, terms: Terms) -> Figure:
    counts = gap.comparison.counts()
    opens = counts["open"]
    parts = [f"{counts['improvement']} {terms['better-count']}", f"{counts['regression']} {terms['worse-count']}"]
    parts += [f"{opens} {terms['open-count' if opens == 1 else 'open-counts']}"] if opens else []
    return Figure(terms["differences"], "", str(len(gap.items)), " · ".join(parts))
