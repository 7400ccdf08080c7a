"""The matrix: impact upward, effort to the right. A row is as high as its fullest cell, so that nothing overlaps."""

from __future__ import annotations

from collections.abc import Sequence

from klantreis.render.kit.draw import Canvas, Group, Line, Rect, text_height, text_width
from klantreis.render.kit.styles import LARGE_BOLD, SMALL, SMALL_BOLD, TINY, TINY_BOLD
from klantreis.render.priorities.data import LITTLE, MUCH, Chance, Priorities, advice
from klantreis.render.priorities.dots import SIZE, draw_dot

DIRECT, _FEW = 12, 3
"""Up to how many opportunities in all, or in the fullest cell, titles stand in the matrix; else numbers."""
_SCALE = 5
_LEFT, _GAP, _PAD = 46.0, 8.0, 10.0
_LEAST, _NAME = 64.0, 34.0
"""The least height of a row, and what the name of a quarter takes."""


def draw_matrix(canvas: Canvas, data: Priorities, width: float, y: float) -> float:
    """Draw the matrix `width` wide from y down; give where it ends."""
    column = (width - _LEFT - _GAP) / _SCALE
    cells: dict[tuple[int, int], list[Chance]] = {}
    for chance in data.weighed:
        cells.setdefault((chance.impact, chance.effort), []).append(chance)
    direct = len(data.weighed) <= DIRECT or max(map(len, cells.values())) <= _FEW
    canvas.text(_LEFT, y, column * 2, f"↑ {data.words['impact']}", TINY_BOLD, "soft")
    y += TINY_BOLD.leading + 6
    tops, heights = {}, {}
    at = y
    for impact in range(_SCALE, 0, -1):
        tops[impact] = at
        named = _NAME if impact in (_SCALE, MUCH - 1) else 0.0
        fullest = max(
            _height(cells.get((impact, effort), ()), column, direct=direct) for effort in range(1, _SCALE + 1)
        )
        heights[impact] = round(max(_LEAST, fullest + 2 * _PAD) + named, 1)
        at += heights[impact] + (_GAP if impact == MUCH else 0)
    _ground(canvas, data, column, tops, heights)
    for (impact, effort), group in sorted(cells.items(), reverse=True):
        named = _NAME if impact in (_SCALE, MUCH - 1) else 0.0
        _cell(canvas, group, _x(effort, column), tops[impact] + named + _PAD, column, data, direct=direct)
    for impact in range(1, _SCALE + 1):
        middle = tops[impact] + heights[impact] / 2
        canvas.text(0, middle - 8, _LEFT - 14, str(impact), TINY_BOLD, "soft", anchor="end")
    for effort in range(1, _SCALE + 1):
        canvas.text(_x(effort, column), at + 6, column, str(effort), TINY_BOLD, "soft", anchor="middle")
    at += 6 + TINY_BOLD.leading
    canvas.text(_LEFT, at + 2, width - _LEFT, f"{data.words['effort']} →", TINY_BOLD, "soft", anchor="end")
    return round(at + 2 + TINY_BOLD.leading, 1)


def _x(effort: int, column: float) -> float:
    return round(_LEFT + (effort - 1) * column + (_GAP if effort > LITTLE else 0), 1)


def _ground(canvas: Canvas, data: Priorities, column: float, tops: dict[int, float], heights: dict[int, float]) -> None:
    """Draw the four quarters, their names and the hairlines between cells."""
    for high, (top, low) in ((True, (_SCALE, MUCH)), (False, (MUCH - 1, 1))):
        y, bottom = round(tops[top], 1), round(tops[low] + heights[low], 1)
        for first, last in ((1, LITTLE), (LITTLE + 1, _SCALE)):
            left, right = _x(first, column), round(_x(last, column) + column, 1)
            best = high and first == 1
            canvas.add(
                Rect(
                    left + 0.5,
                    y + 0.5,
                    round(right - left - 1, 1),
                    round(bottom - y - 1, 1),
                    "blue-tint" if best else "card",
                    "blue" if best else "edge",
                    10,
                    thick=1.4 if best else 1,
                )
            )
            name = data.words[advice(top, first)]
            told = data.words[f"{advice(top, first)}-why"]
            canvas.text(left + 14, y + 10, right - left - 28, name, LARGE_BOLD, "blue-ink" if best else "ink")
            canvas.text(left + 14, y + 13.5, right - left - 28, told, TINY, "soft", anchor="end")
            for impact in range(low, top):
                canvas.add(Line(left + 1, round(tops[impact], 1), right - 1, round(tops[impact], 1), _hair(best)))
            for effort in range(first + 1, last + 1):
                x = _x(effort, column)
                canvas.add(Line(x, round(y + _NAME, 1), x, round(bottom - 1, 1), _hair(best)))


def _hair(best: bool) -> str:  # which of two colours
    return "blue-track" if best else "line"


def _room(column: float) -> float:
    return column - 2 * _PAD - SIZE - 4


def _height(group: Sequence[Chance], column: float, *, direct: bool) -> float:
    if not group:
        return 0.0
    if direct:
        return sum(max(SIZE, _told(chance, column)) + 6 for chance in group) - 6
    across = _across(column)
    return -(-len(group) // across) * (SIZE + 4) - 4


def _told(chance: Chance, column: float) -> float:
    return text_height(_room(column), chance.title, SMALL)


def _across(column: float) -> int:
    return max(1, int((column - 2 * _PAD + 4) // (SIZE + 4)))


def _cell(
    canvas: Canvas, group: Sequence[Chance], x: float, y: float, column: float, data: Priorities, *, direct: bool
) -> None:
    across = _across(column)
    for place, chance in enumerate(group):
        canvas.add(Group(f"{chance.number}. {chance.title}; {data.words[chance.advice]}"))
        if direct:
            tall = max(SIZE, _told(chance, column))
            draw_dot(canvas, chance, x + _PAD + SIZE / 2, y + tall / 2)
            top = y + (tall - _told(chance, column)) / 2
            canvas.text(x + _PAD + SIZE + 4, top, _room(column), chance.title, SMALL, "ink")
            y += tall + 6
        else:
            right, down = place % across, place // across
            at = x + _PAD + right * (SIZE + 4) + SIZE / 2
            draw_dot(canvas, chance, at, y + down * (SIZE + 4) + SIZE / 2)
        canvas.add(Group(shut=True))


def draw_phases(canvas: Canvas, data: Priorities, width: float, y: float) -> float:
    """Name the colours of the dots: a swatch and a name a phase; give where they end."""
    x = 0.0
    for name, role in data.phases:
        long = min(text_width(name, SMALL_BOLD), width - 22) + 1
        if x and x + 22 + long > width:
            x, y = 0.0, y + 24
        canvas.add(Rect(round(x, 1), round(y + 2, 1), 14, 14, f"p{role}", radius=7))
        used = canvas.text(x + 20, y, long, name, SMALL_BOLD, f"t{role}")
        y += max(0.0, used - SMALL_BOLD.leading)
        x += 22 + long + 22
    return y + 24
