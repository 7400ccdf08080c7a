"""An opportunity as a numbered dot in the colour of its phase, and what the rings and the diamond at it mean."""

from __future__ import annotations

from klantreis.render.kit.draw import Canvas, Rect, Shape, diamond
from klantreis.render.kit.styles import TINY_BOLD
from klantreis.render.priorities.data import Chance

SIZE = 40.0
"""The room a dot takes, rings included."""
_RADIUS, _RING, _OUTER = 12.0, 15.5, 18.5


def draw_dot(canvas: Canvas, chance: Chance, x: float, y: float) -> None:
    """Draw it around a point. A guess is hollow with a dashed gold ring, a grave pain is a red ring."""
    text = str(chance.number) if chance.number else "?"
    if chance.grave:
        _circle(canvas, x, y, _RING, "", "bad", thick=2)
    if chance.guess:
        _circle(canvas, x, y, _OUTER if chance.grave else _RING, "", "gold", dash="4 3", thick=1.4)
        _circle(canvas, x, y, _RADIUS, "card", f"t{chance.role}", thick=1.6)
    else:
        _circle(canvas, x, y, _RADIUS, f"p{chance.role}", "")
    ink = f"t{chance.role}" if chance.guess else "on-phase"
    canvas.text(x - _RADIUS, y - TINY_BOLD.leading / 2, 2 * _RADIUS, text, TINY_BOLD, ink, anchor="middle")
    if chance.truth:
        at, level = x + 11, y - 11
        canvas.add(Shape(diamond(at, level, 7.5), fill="card"))
        canvas.add(Shape(diamond(at, level, 5.5), fill="gold"))


def _circle(
    canvas: Canvas, x: float, y: float, radius: float, fill: str, edge: str, *, dash: str = "", thick: float = 1
) -> None:
    left, top = round(x - radius, 1), round(y - radius, 1)
    canvas.add(Rect(left, top, 2 * radius, 2 * radius, fill, edge, radius, dash, thick))
