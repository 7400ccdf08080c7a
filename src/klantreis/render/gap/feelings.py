"""The emotion curve of one side, over the columns in which its steps stand."""

from __future__ import annotations

from collections.abc import Sequence

from klantreis.compare.side import Side
from klantreis.language.numbers import signed
from klantreis.model.parts import FeelingAt
from klantreis.render.gap.columns import Cell
from klantreis.render.gap.words import Terms
from klantreis.render.kit.clean import clean
from klantreis.render.kit.curve import Point


def points_of(side: Side, cells: Sequence[Cell], terms: Terms) -> tuple[Point, ...]:
    """Give the points of a side's curve, its high, low and end named."""
    found = side.feelings
    if not found:
        return ()
    scores = [feeling.score for feeling in found]
    named: dict[int, list[str]] = {}
    if max(scores) > min(scores):
        named.setdefault(scores.index(max(scores)), []).append(terms["high"])
        named.setdefault(scores.index(min(scores)), []).append(terms["low"])
    named.setdefault(len(found) - 1, []).append(terms["end"])
    steps = {cell.step: cell for cell in cells if cell.step is not None}
    points = [
        _point(feeling, _middle(feeling, side, cells, steps), tuple(named.get(n, ())), terms)
        for n, feeling in enumerate(found)
    ]
    return tuple(points)


def _middle(feeling: FeelingAt, side: Side, cells: Sequence[Cell], steps: dict[int, Cell]) -> float:
    if feeling.step is not None:
        return steps[feeling.step.number].middle
    own = [cell for cell in cells if side.journey.phases[cell.phase] is feeling.phase]
    return (own[0].first + own[-1].last + 1) / 2


def _point(feeling: FeelingAt, place: float, names: tuple[str, ...], terms: Terms) -> Point:
    step = feeling.step
    title = clean(step.touchpoint.title if step else feeling.phase.title)
    truth = step is not None and step.touchpoint.moment_of_truth is not None
    text = signed(feeling.score, terms.words)
    return Point(place, feeling.score, text, "", names, truth, title, whole=step is None)
