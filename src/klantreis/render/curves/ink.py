"""How each journey is told apart: a colour, a marker and a line of its own, so that colour is never the only sign."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import cos, pi, sin

from klantreis.render.curves.data import Mark, Track
from klantreis.render.kit import theme
from klantreis.render.kit.draw import Canvas, Line, Rect, Shape, diamond

_COLOURS = (0, 3, 1, 5, 4, 2, 6, 7)
"""The phase colours in the order in which they differ most."""
_DREAMS = ("8 5", "3 4", "13 4 3 4")
_ROUNDS = ("", "16 5", "16 4 3 4")
_QUIET, _BUSY = 6, 3
"""More journeys than this get thinner lines."""


@dataclass(frozen=True, slots=True)
class Ink:
    """What a journey is drawn with; `hollow` markers are a dream's."""

    colour: str
    dash: str
    shape: int
    hollow: bool
    thick: float
    size: float


def inks_of(tracks: Sequence[Track]) -> tuple[Ink, ...]:
    """Give each journey its ink. Dreams are dashed: they are not there yet."""
    count, seen = len(tracks), 0
    thick = 2.8 if count <= _BUSY else 2.2 if count <= _QUIET else 1.6
    size = 6.0 if count <= _QUIET else 5.0
    found = []
    for place, track in enumerate(tracks):
        dash = _ROUNDS[place // len(_COLOURS) % len(_ROUNDS)]
        if track.dream:
            dash, seen = _DREAMS[seen % len(_DREAMS)], seen + 1
        colour = f"t{theme.phase_role(_COLOURS[place % len(_COLOURS)])}"
        found.append(Ink(colour, dash, place % len(_SHAPES), track.dream, thick, size))
    return tuple(found)


_SHAPES = ((0, 0.0, 1.0), (4, 0.25, 1.22), (3, 0.0, 1.35), (3, 0.5, 1.35), (5, 0.0, 1.2), (6, 0.0, 1.15))
"""Corners (none: a circle), how far they are turned (of one corner), and how large it is to look as large."""


def marker(canvas: Canvas, ink: Ink, x: float, y: float, *, size: float = 0.0) -> None:
    """Draw a journey's own marker around a point."""
    radius = size or ink.size
    corners, turn, grown = _SHAPES[ink.shape]
    canvas.add(Shape(_polygon(x, y, (radius + 2) * grown, corners, turn), fill="paper"))
    path = _polygon(x, y, (radius - (1 if ink.hollow else 0)) * grown, corners, turn)
    if ink.hollow:
        canvas.add(Shape(path, fill="paper", edge=ink.colour, thick=2))
    else:
        canvas.add(Shape(path, fill=ink.colour))


def _polygon(x: float, y: float, radius: float, corners: int, turn: float) -> str:
    if not corners:
        r = f"{radius:.1f}"
        return f"M{x - radius:.1f} {y:.1f}a{r} {r} 0 1 0 {2 * radius:.1f} 0a{r} {r} 0 1 0 {-2 * radius:.1f} 0z"
    angles = [2 * pi * (n + 2 * turn) / corners - pi / 2 for n in range(corners)]
    if turn and corners == len("four"):
        angles = [pi / 4 + pi / 2 * n for n in range(corners)]
    if turn and corners == len("xyz"):
        angles = [2 * pi * n / corners + pi / 2 for n in range(corners)]
    return "M" + "L".join(f"{x + radius * cos(a):.1f} {y + radius * sin(a):.1f}" for a in angles) + "z"


def dot(canvas: Canvas, ink: Ink, mark: Mark, x: float, y: float, *, small: bool) -> None:
    """Draw a point of a curve: a moment of truth is a gold diamond, a guess has a dashed gold ring."""
    if mark.guess:
        ring = ink.size + 6
        canvas.add(Rect(round(x - ring, 1), round(y - ring, 1), 2 * ring, 2 * ring, "paper", "gold", ring, "4 3", 1.4))
    if mark.truth:
        size = ink.size + 2
        canvas.add(Shape(diamond(x, y, size + 2.5), fill="paper"))
        canvas.add(Shape(diamond(x, y, size), fill="gold", edge=ink.colour, thick=1.6))
        return
    marker(canvas, ink, x, y, size=ink.size - 2 if small else 0.0)


def sample(canvas: Canvas, ink: Ink, x: float, y: float, wide: float) -> None:
    """Draw a piece of a journey's line with its marker in the middle."""
    canvas.add(Line(round(x, 1), round(y, 1), round(x + wide, 1), round(y, 1), ink.colour, ink.thick, ink.dash))
    marker(canvas, ink, x + wide / 2, y, size=5.0)
