"""How far strokes reach: what a knife through a picture must know."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from klantreis.render.kit.draw import Clip, Group, Icon, Image, Line, Move, Rect, Shape, Stroke, Words, text_width

_PART = re.compile(r"([a-zA-Z])([^a-zA-Z]*)")
_NUMBER = re.compile(r"-?(?:\d+\.?\d*|\.\d+)")
_TAKES = {"M": 2, "L": 2, "T": 2, "H": 1, "V": 1, "C": 6, "S": 4, "Q": 4, "A": 7}
_ICON = 24
_ASCENT, _DESCENT = 0.97, 0.25
"""How far Inter reaches above and below its baseline, in em."""


class Box(NamedTuple):
    """A rectangle by its sides, in pixels."""

    left: float
    top: float
    right: float
    bottom: float

    def moved(self, x: float, y: float) -> Box:
        """Give the same, further right and down."""
        return Box(self.left + x, self.top + y, self.right + x, self.bottom + y)

    def within(self, other: Box) -> Box:
        """Give what it shares with another; a box without room when they share nothing."""
        left, top = max(self.left, other.left), max(self.top, other.top)
        return Box(left, top, max(left, min(self.right, other.right)), max(top, min(self.bottom, other.bottom)))

    def holds(self, other: Box, slack: float = 0.75) -> bool:
        """Tell whether another lies in it, but for the thickness of a line."""
        return (
            other.left >= self.left - slack
            and other.right <= self.right + slack
            and other.top >= self.top - slack
            and other.bottom <= self.bottom + slack
        )

    def meets(self, other: Box) -> bool:
        """Tell whether another shares some of it. What only touches it does so at its left or top, not elsewhere."""
        return _share(other.left, other.right, self.left, self.right) and _share(
            other.top, other.bottom, self.top, self.bottom
        )


def _share(low: float, high: float, start: float, end: float) -> bool:
    return low < end and (high > start or low >= start)


class Placed(NamedTuple):
    """A stroke, how far it was moved, and the box of what it draws with that move."""

    stroke: Stroke
    x: float
    y: float
    box: Box


def flatten(strokes: tuple[Stroke, ...]) -> tuple[list[Placed], dict[str, Clip]]:
    """Give strokes each with its own place, without groups, and the clips by name."""
    found: list[Placed] = []
    clips: dict[str, Clip] = {}
    moves = [(0.0, 0.0)]
    for stroke in strokes:
        x, y = moves[-1]
        if isinstance(stroke, Move):
            if stroke.shut:
                moves.pop()
            else:
                moves.append((x + stroke.x, y + stroke.y))
        elif isinstance(stroke, Clip):
            clips[stroke.id] = stroke
        elif not isinstance(stroke, Group):
            box = box_of(stroke)
            if isinstance(stroke, Shape) and stroke.clip in clips:
                box = box.within(clip_box(clips[stroke.clip]))
            found.append(Placed(stroke, x, y, box.moved(x, y)))
    return found, clips


def clip_box(clip: Clip) -> Box:
    """Give what a clip lets through."""
    return Box(clip.x, clip.y, clip.x + clip.width, clip.y + clip.height)


def box_of(stroke: Stroke) -> Box:
    """Give how far a stroke reaches, without the thickness of its lines. What draws nothing has no room."""
    if isinstance(stroke, Words):
        return _words(stroke)
    if isinstance(stroke, Rect | Image):
        return Box(stroke.x, stroke.y, stroke.x + stroke.width, stroke.y + stroke.height)
    if isinstance(stroke, Line):
        return Box(
            min(stroke.x1, stroke.x2), min(stroke.y1, stroke.y2), max(stroke.x1, stroke.x2), max(stroke.y1, stroke.y2)
        )
    if isinstance(stroke, Icon):
        size = _ICON * stroke.scale
        return Box(stroke.x, stroke.y, stroke.x + size, stroke.y + size)
    return _path(stroke.path) if isinstance(stroke, Shape) else Box(0, 0, 0, 0)


def _words(stroke: Words) -> Box:
    wide = text_width(stroke.text, stroke.style)
    left = stroke.x - {"start": 0.0, "middle": wide / 2, "end": wide}[stroke.anchor]
    size = stroke.style.size
    return Box(left, stroke.y - _ASCENT * size, left + wide, stroke.y + _DESCENT * size)


def _path(path: str) -> Box:
    """Give the box of a path's points, those that bend it included: never smaller than the path."""
    xs, ys = [], []
    for x, y in _points(path):
        xs.append(x)
        ys.append(y)
    return Box(min(xs), min(ys), max(xs), max(ys)) if xs else Box(0, 0, 0, 0)


def _points(path: str) -> Iterator[tuple[float, float]]:
    x = y = start_x = start_y = 0.0
    for letter, rest in _PART.findall(path):
        kind = letter.upper()
        if kind == "Z":
            x, y = start_x, start_y
            continue
        takes = _TAKES[kind]
        numbers = [float(number) for number in _NUMBER.findall(rest)]
        for at in range(0, len(numbers) - takes + 1, takes):
            here = numbers[at : at + takes]
            points = list(_steps(kind, here, (x, y), relative=letter.islower()))
            yield from points
            x, y = points[-1]
            if kind == "M" and not at:
                start_x, start_y = x, y


def _steps(
    kind: str, numbers: list[float], at: tuple[float, float], *, relative: bool
) -> Iterator[tuple[float, float]]:
    """Give the points one command names, its end last."""
    x, y = at if relative else (0.0, 0.0)
    if kind == "H":
        yield x + numbers[0], at[1]
    elif kind == "V":
        yield at[0], y + numbers[0]
    elif kind == "A":
        yield from _arc(numbers, at, (x + numbers[5], y + numbers[6]))
    else:
        for place in range(0, len(numbers), 2):
            yield x + numbers[place], y + numbers[place + 1]


def _arc(numbers: list[float], at: tuple[float, float], end: tuple[float, float]) -> Iterator[tuple[float, float]]:
    """Give points around an arc: half of it stays within its radius of the middle of its chord."""
    x, y = (at[0] + end[0]) / 2, (at[1] + end[1]) / 2
    half = max(abs(end[0] - at[0]), abs(end[1] - at[1])) / 2
    reach = max(numbers[0], numbers[1], half) * (2 if numbers[3] else 1)
    yield x - reach, y - reach
    yield x + reach, y + reach
    yield end
