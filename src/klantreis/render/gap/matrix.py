"""Opportunities by impact and effort: what gives much for little stands top left."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from klantreis.compare.gap import Gap, Ranked
from klantreis.render.content.cells import Context
from klantreis.render.gap.shapes import Work
from klantreis.render.gap.tellings import TITLE, work_of
from klantreis.render.gap.words import Terms
from klantreis.render.kit.clean import clean
from klantreis.render.kit.draw import Canvas, Line, Rect
from klantreis.render.kit.styles import TINY, TINY_BOLD
from klantreis.wording import shortened

SIZE = 300.0
_RADIUS, _STEP, _SCALE = 11.0, 52.0, 5


@dataclass(frozen=True, slots=True)
class Chance:
    """An opportunity to show; `number` is its place in the ranking."""

    number: int
    title: str
    where: str
    impact: int | None
    effort: int | None
    taken: bool
    by: tuple[Work, ...]


def chances_of(gap: Gap, context: Context) -> tuple[Chance, ...]:
    """Give the opportunities in their order."""
    return tuple(_chance(number, item, context) for number, item in enumerate(gap.opportunities, 1))


def _chance(number: int, item: Ranked, context: Context) -> Chance:
    title, where = clean(shortened(item.title, TITLE)), clean(shortened(item.where, TITLE))
    by = tuple(work_of(initiative, context) for initiative in item.closed_by)
    return Chance(number, title, where, item.impact, item.effort, item.taken, by)


def rated(chances: Sequence[Chance]) -> list[Chance]:
    """Give those that have a place in the picture."""
    return [chance for chance in chances if chance.impact and chance.effort]


def draw_matrix(canvas: Canvas, chances: Sequence[Chance], terms: Terms, x: float, y: float) -> float:
    """Draw opportunities in a square of `SIZE`; give where it ends."""
    left, side = x + 22, _STEP * _SCALE
    canvas.add(Rect(left, y, side, side, "card", "edge", 10))
    half = side / 2
    canvas.add(Rect(left + 1, y + 1, half - 1, half - 1, "blue-tint", radius=9))
    for n in range(1, _SCALE):
        canvas.add(Line(left + n * _STEP, y, left + n * _STEP, y + side, "line"))
        canvas.add(Line(left, y + n * _STEP, left + side, y + n * _STEP, "line"))
    for n in range(1, _SCALE + 1):
        canvas.text(x, y + side - n * _STEP + _STEP / 2 - 8, 16, str(n), TINY, "soft", anchor="end")
        canvas.text(left + (n - 1) * _STEP, y + side + 3, _STEP, str(n), TINY, "soft", anchor="middle")
    held: dict[tuple[int, int], list[Chance]] = {}
    for chance in rated(chances):
        held.setdefault((chance.effort or 1, chance.impact or 1), []).append(chance)
    for (effort, impact), group in held.items():
        _dots(canvas, group, left + (effort - 0.5) * _STEP, y + side - (impact - 0.5) * _STEP)
    canvas.text(left, y - 18, side, f"↑ {terms['impact']}", TINY_BOLD, "soft")
    return y + side + 20 + canvas.text(left, y + side + 19, side, f"{terms['effort']} →", TINY_BOLD, "soft",
                                       anchor="end")  # fmt: skip


_MOST = 4


def _dots(canvas: Canvas, group: Sequence[Chance], x: float, y: float) -> None:
    """Draw what stands in one square: up to four numbers, else three and how many more."""
    shown = [str(chance.number) for chance in group] if len(group) <= _MOST else [
        *(str(chance.number) for chance in group[: _MOST - 1]), f"+{len(group) - _MOST + 1}"
    ]  # fmt: skip
    taken = [chance.taken for chance in group]
    offsets = {1: [(0, 0)], 2: [(-12, 0), (12, 0)]}.get(len(shown), [(-12, -12), (12, -12), (-12, 12), (12, 12)])
    for text, full, (right, down) in zip(shown, taken, offsets, strict=False):
        at, level = x + right, y + down
        canvas.add(Rect(round(at - _RADIUS, 1), round(level - _RADIUS, 1), 2 * _RADIUS, 2 * _RADIUS,
                        "blue" if full else "card", "blue", _RADIUS, thick=1.6))  # fmt: skip
        fill = "card" if full else "blue"
        canvas.text(at - _RADIUS, level - 8.2, 2 * _RADIUS, text, TINY_BOLD, fill, anchor="middle")
