"""On which ground each text of a picture stands, by role: from the strokes themselves."""

from __future__ import annotations

import re
from collections.abc import Iterator

from klantreis.render.kit.draw import Move, Rect, Shape, Stroke, Words

_NUMBERS = re.compile(r"([MLHVCl])\s*((?:-?[\d.]+[\s,]*)*)")


def grounds(strokes: tuple[Stroke, ...]) -> Iterator[tuple[str, str, str]]:
    """Give the role of each text, the role of what lies under its middle, and the text."""
    shifts, under = [(0.0, 0.0)], []
    for stroke in strokes:
        x, y = shifts[-1]
        if isinstance(stroke, Move):
            _ = shifts.pop() if stroke.shut else shifts.append((x + stroke.x, y + stroke.y))
        elif isinstance(stroke, Rect) and stroke.fill:
            box = (x + stroke.x, y + stroke.y, x + stroke.x + stroke.width, y + stroke.y + stroke.height)
            under.append((box, stroke.fill))
        elif isinstance(stroke, Shape) and stroke.fill and not stroke.clip and (found := _box(stroke.path)):
            under.append(((x + found[0], y + found[1], x + found[2], y + found[3]), stroke.fill))
        elif isinstance(stroke, Words):
            yield stroke.fill, _under(stroke, x, y, under), stroke.text


def _under(words: Words, x: float, y: float, under: list[tuple[tuple[float, ...], str]]) -> str:
    # The middle of the room, at the height of small letters.
    at = {"start": 8.0, "middle": 0.0, "end": -8.0}[words.anchor]
    across, down = x + words.x + at, y + words.y - 4
    for (left, top, right, bottom), fill in reversed(under):
        if left <= across <= right and top <= down <= bottom:
            return fill
    return "paper"


def _box(path: str) -> tuple[float, float, float, float] | None:
    """Give the box around the absolute points of a path; None for one with relative curves."""
    if re.search(r"[acqstz]", path.replace("z", "")):
        return None
    xs: list[float] = []
    ys: list[float] = []
    for command, held in _NUMBERS.findall(path):
        numbers = [float(number) for number in re.findall(r"-?[\d.]+", held)]
        if command == "H":
            xs += numbers
        elif command == "V":
            ys += numbers
        elif command == "l":
            xs += [xs[-1] + dx for dx in numbers[::2]]
            ys += [ys[-1] + dy for dy in numbers[1::2]]
        else:
            xs += numbers[::2]
            ys += numbers[1::2]
    return (min(xs), min(ys), max(xs), max(ys)) if xs and ys else None
