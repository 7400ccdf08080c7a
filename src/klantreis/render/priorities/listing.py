"""The opportunities in order: what each is, where, which pain it takes away, and what it gives for what effort."""

from __future__ import annotations

from collections.abc import Sequence

from klantreis.language.numbers import number
from klantreis.render.kit.draw import Canvas, Line, Rect
from klantreis.render.kit.styles import LARGE_BOLD, SMALL_BOLD, TINY, TINY_BOLD
from klantreis.render.priorities.data import Chance, Priorities, Solved
from klantreis.render.priorities.dots import SIZE, draw_dot

_ACROSS, _APART = 2, 36.0
"""How many columns, and the white between them."""
_FIGURES, _PAD, _DOTS = 128.0, 11.0, 34.0


def draw_list(canvas: Canvas, chances: Sequence[Chance], data: Priorities, width: float, y: float) -> list[float]:
    """Draw them from y down, the first half in the first column; give where each row begins, and where all ends."""
    room = (width - (_ACROSS - 1) * _APART) / _ACROSS
    rows = -(-len(chances) // _ACROSS)
    starts = []
    for row in range(rows):
        held = [(column, row + column * rows) for column in range(_ACROSS) if row + column * rows < len(chances)]
        height = max(_entry(Canvas(gauge=True), chances[n], data, 0, 0, room) for _, n in held)
        starts.append(round(y, 1))
        for column, n in held:
            left = round(column * (room + _APART), 1)
            canvas.add(Line(left, round(y, 1), round(left + room, 1), round(y, 1), "line"))
            _entry(canvas, chances[n], data, left, y, room)
        y += height
    return [*starts, round(y, 1)]


def _entry(canvas: Canvas, chance: Chance, data: Priorities, x: float, y: float, room: float) -> float:
    """Draw one; give its height."""
    top, left = y + _PAD, x + SIZE + 10
    inner = room - SIZE - 10 - _FIGURES - 20
    draw_dot(canvas, chance, x + SIZE / 2, top + SIZE / 2 - 6)
    at = top + canvas.text(left, top, inner, chance.title, SMALL_BOLD, "ink")
    at += canvas.text(left, at, inner, place_of(chance), TINY, "soft")
    for pain in chance.solves:
        at += _pain(canvas, pain, data, left, at + 3, inner) + 3
    if chance.guess:
        at += canvas.text(left, at + 2, inner, data.fixed["unchecked-mark"], TINY_BOLD, "gold-text") + 2
    side = _figures(canvas, chance, data, x + room - _FIGURES, top)
    return max(at, side, top + SIZE - 8) + _PAD - y


def place_of(chance: Chance) -> str:
    """Give where it stands and whose it is: `Rekent af met pas · Intentie en koop · Webwinkel`."""
    return " · ".join(filter(None, (chance.where, chance.phase, chance.owner)))


def _pain(canvas: Canvas, pain: Solved, data: Priorities, x: float, y: float, room: float) -> float:
    if not pain.severity:
        return canvas.text(x, y, room, f"{data.fixed['solves']}: {pain.title}", TINY, "bad-ink")
    for dot in range(3):
        fill = "bad" if dot < pain.severity else "bad-faint"
        canvas.add(Rect(round(x + dot * 9, 1), round(y + 5, 1), 6.5, 6.5, fill, radius=3.2))
    return canvas.text(x + _DOTS, y, room - _DOTS, pain.title, TINY, "bad-ink")


def _figures(canvas: Canvas, chance: Chance, data: Priorities, x: float, y: float) -> float:
    """Draw impact as a bar and effort as a tick, and the score that orders."""
    if chance.weighed:
        text = number(round(chance.score, 1), data.fixed)
        y += canvas.text(x, y - 3, _FIGURES, text, LARGE_BOLD, "ink", anchor="end") - 3
        canvas.text(x, y - LARGE_BOLD.leading + 4, _FIGURES - 40, data.words[chance.advice], TINY_BOLD, _ink(chance))
    if not (chance.impact or chance.effort):
        return y + canvas.text(x, y, _FIGURES, figures(chance, data), TINY, "soft", anchor="end")
    y += 5
    canvas.add(Rect(round(x, 1), round(y, 1), _FIGURES, 4, "blue-track", radius=2))
    if chance.impact:
        canvas.add(Rect(round(x, 1), round(y, 1), round(_FIGURES * chance.impact / 5, 1), 4, "blue", radius=2))
    if chance.effort:
        at = round(x + _FIGURES * chance.effort / 5, 1) - 1
        canvas.add(Line(at, round(y - 4, 1), at, round(y + 8, 1), "ink", 1.6))
    y += 10
    return y + canvas.text(x, y, _FIGURES, figures(chance, data), TINY, "soft", anchor="end")


def _ink(chance: Chance) -> str:
    return "blue" if chance.advice == "now" else "soft"


def figures(chance: Chance, data: Priorities) -> str:
    """Give both figures in words; of one that nobody has weighed what is known."""
    pairs = (("impact", chance.impact), ("effort", chance.effort))
    known = [f"{data.fixed[key]} {value}" for key, value in pairs if value]
    return " · ".join(known) or data.words["unweighed"]
