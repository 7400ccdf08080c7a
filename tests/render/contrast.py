"""How well each text of a picture stands out from what is really under it, and what its signs look like in grey.

The strokes of a page are walked in the order they are drawn, as a painter would. The measure is the contrast
ratio of the Web Content Accessibility Guidelines 2.2 (W3C, 2023; success criterion 1.4.3 and the definitions of
"contrast ratio" and "relative luminance"), written here anew, so that the tool is not measured with itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from math import atan2, cos, pi, sin, sqrt

from klantreis.render.kit.draw import Clip, Image, Move, Rect, Shape, Stroke, Words, text_width

NEED = 4.5
"""The least contrast of text, of any size."""

Point = tuple[float, float]


def luminance(colour: str) -> float:
    """Give the relative luminance of `#rrggbb`, from 0 to 1."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Give the contrast ratio of two colours, from 1 to 21."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle of the page."""

    left: float
    top: float
    right: float
    bottom: float

    def holds(self, point: Point) -> bool:
        """Tell whether a point lies in it."""
        return self.left <= point[0] <= self.right and self.top <= point[1] <= self.bottom

    def apart(self, other: Box) -> float:
        """Give the white between two boxes, along the axis where there is most; negative where they overlap."""
        across = max(self.left, other.left) - min(self.right, other.right)
        return max(across, max(self.top, other.top) - min(self.bottom, other.bottom))

    def samples(self) -> Iterator[Point]:
        """Give points all over it, its edges left out."""
        for across in (0.03, 0.27, 0.5, 0.73, 0.97):
            for down in (0.1, 0.5, 0.9):
                yield (
                    self.left + across * (self.right - self.left),
                    self.top + down * (self.bottom - self.top),
                )


@dataclass(frozen=True, slots=True)
class Ground:
    """A filled stroke where it stands on the page; an image has no role."""

    role: str
    box: Box
    outline: tuple[tuple[Point, ...], ...] = ()
    clip: Box | None = None

    def covers(self, point: Point) -> bool:
        """Tell whether it covers a point."""
        if not self.box.holds(point) or (self.clip and not self.clip.holds(point)):
            return False
        return not self.outline or _inside(point, self.outline)


@dataclass(frozen=True, slots=True)
class Text:
    """A line of text on the page, with the roles of all that is directly under it."""

    words: Words
    box: Box
    grounds: frozenset[str]


def texts(strokes: tuple[Stroke, ...], paper: Box) -> list[Text]:
    """Give the texts of a page, each with what it stands on. `paper` is the page itself."""
    found: list[Text] = []
    grounds = [Ground("paper", paper)]
    clips: dict[str, Box] = {}
    for stroke, at in placed(strokes):
        if isinstance(stroke, Words):
            box = words_box(stroke, at)
            found.append(Text(stroke, box, frozenset(_under(point, grounds) for point in box.samples())))
        elif isinstance(stroke, Clip):
            clips[stroke.id] = _box(stroke, at)
        elif isinstance(stroke, Image):
            grounds.append(Ground("", _box(stroke, at)))
        elif isinstance(stroke, Rect) and stroke.fill:
            grounds.append(Ground(stroke.fill, _box(stroke, at)))
        elif isinstance(stroke, Shape) and stroke.fill:
            outline = flattened(stroke.path, at)
            grounds.append(Ground(stroke.fill, around(outline), outline, clips.get(stroke.clip)))
    return found


def placed(strokes: tuple[Stroke, ...]) -> Iterator[tuple[Stroke, Point]]:
    """Give each stroke with how far all the moves around it carry it."""
    moves: list[Point] = []
    for stroke in strokes:
        if isinstance(stroke, Move):
            if stroke.shut:
                moves.pop()
            else:
                moves.append((stroke.x, stroke.y))
        else:
            yield stroke, (sum(x for x, _ in moves), sum(y for _, y in moves))


def words_box(words: Words, at: Point = (0.0, 0.0)) -> Box:
    """Give the rectangle of a text's letters: from the height of a capital to just under the line."""
    wide = text_width(words.text, words.style)
    left = at[0] + words.x - {"start": 0.0, "middle": wide / 2, "end": wide}[words.anchor]
    size = words.style.size
    return Box(left, at[1] + words.y - 0.73 * size, left + wide, at[1] + words.y + 0.2 * size)


def _box(stroke: Rect | Clip | Image, at: Point) -> Box:
    left, top = stroke.x + at[0], stroke.y + at[1]
    return Box(left, top, left + stroke.width, top + stroke.height)


def around(outline: tuple[tuple[Point, ...], ...]) -> Box:
    """Give the box around an outline."""
    points = [point for line in outline for point in line]
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return Box(min(xs), min(ys), max(xs), max(ys))


def _under(point: Point, grounds: list[Ground]) -> str:
    return next(ground.role for ground in reversed(grounds) if ground.covers(point) or ground is grounds[0])


def _inside(point: Point, outline: tuple[tuple[Point, ...], ...]) -> bool:
    """Tell whether a point lies in an outline, by the number of its lines to the right of it."""
    x, y = point
    inside = False
    for line in outline:
        for (x1, y1), (x2, y2) in zip(line, (*line[1:], line[0]), strict=True):
            if (y1 > y) != (y2 > y) and x < x1 + (y - y1) * (x2 - x1) / (y2 - y1):
                inside = not inside
    return inside


_PIECE = re.compile(r"([MmLlHhVvCcQqAaZz])([^MmLlHhVvCcQqAaZz]*)")
_NUMBER = re.compile(r"[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?", re.IGNORECASE)
_TAKES = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "Q": 4, "A": 7}
_STEPS = 8


def flattened(path: str, at: Point = (0.0, 0.0)) -> tuple[tuple[Point, ...], ...]:
    """Give a path as straight lines, each bend in eight."""
    lines: list[list[Point]] = []
    here = start = at
    for letter, written in _PIECE.findall(path):
        kind, values = letter.upper(), [float(number) for number in _NUMBER.findall(written)]
        if kind == "Z":
            here = start
            continue
        for place in range(0, len(values), _TAKES[kind]):
            given = values[place : place + _TAKES[kind]]
            origin = here if letter.islower() else at
            if kind == "M" and not place:
                here = start = (origin[0] + given[0], origin[1] + given[1])
                lines.append([here])
                continue
            points = _piece(kind, given, here, origin)
            if not lines or (len(lines[-1]) > 1 and lines[-1][-1] != here):
                lines.append([here])
            lines[-1] += points
            here = points[-1]
    return tuple(map(tuple, lines))


def _piece(kind: str, given: list[float], here: Point, origin: Point) -> list[Point]:
    if kind == "H":
        return [(origin[0] + given[0], here[1])]
    if kind == "V":
        return [(here[0], origin[1] + given[0])]
    if kind == "A":
        return _arc(
            here, (origin[0] + given[5], origin[1] + given[6]), given[0], large=bool(given[3]), sweep=bool(given[4])
        )
    ends = [(origin[0] + x, origin[1] + y) for x, y in zip(given[::2], given[1::2], strict=True)]
    if kind in "ML":
        return ends
    return [_bend((here, *ends), step / _STEPS) for step in range(1, _STEPS + 1)]


def _bend(points: tuple[Point, ...], part: float) -> Point:
    """Give a point of a Bézier curve, after de Casteljau."""
    while len(points) > 1:
        points = tuple((x1 + (x2 - x1) * part, y1 + (y2 - y1) * part) for (x1, y1), (x2, y2) in pairwise(points))
    return points[0]


def _arc(here: Point, there: Point, radius: float, *, large: bool, sweep: bool) -> list[Point]:
    """Give an arc of a circle as short lines (SVG 2, appendix B.2.4, for equal radii)."""
    (x1, y1), (x2, y2) = here, there
    half = sqrt((x2 - x1) ** 2 + (y2 - y1) ** 2) / 2
    if not half:
        return [there]
    radius = max(radius, half)
    off = sqrt(radius**2 - half**2) * (1 if large != sweep else -1) / (2 * half)
    centre = ((x1 + x2) / 2 - off * (y2 - y1), (y1 + y2) / 2 + off * (x2 - x1))
    first, last = (_angle(centre, end) for end in (here, there))
    turn = (last - first) % (2 * pi) if sweep else -((first - last) % (2 * pi))
    angles = (first + turn * step / _STEPS for step in range(1, _STEPS + 1))
    return [(centre[0] + radius * cos(angle), centre[1] + radius * sin(angle)) for angle in angles]


def _angle(centre: Point, point: Point) -> float:
    return atan2(point[1] - centre[1], point[0] - centre[0])


_DECORATION = {"•"}
"""What is set as text and says nothing: SC 1.4.3 leaves decoration out."""


def weak(found: list[Text], colours: Mapping[str, str]) -> list[tuple[str, str, str, float]]:
    """Give the texts that stand out too little: what is written, its role, its ground, the ratio."""
    failing = {}
    for text in found:
        if text.words.text in _DECORATION:
            continue
        for ground in sorted(text.grounds):
            ratio = contrast(colours[text.words.fill], colours[ground]) if ground else 1.0
            if ratio < NEED:
                failing.setdefault(
                    (text.words.fill, ground), (text.words.text, text.words.fill, ground, round(ratio, 2))
                )
    return list(failing.values())


_SMALL = 26.0
"""Up to this many pixels a filled stroke is a sign rather than a ground."""
_BAR = 3.0
"""So many times as wide as high a rectangle is a bar: its length and the side it lies on tell what it means."""
_NEAR = 36.0
"""So near a sign stands the word that says what it means."""


@dataclass(frozen=True, slots=True)
class Sign:
    """A small mark: the role of its colour, its shape without its place, the words beside it."""

    role: str
    shape: str
    box: Box
    words: frozenset[str]


def _marks(rect: Rect) -> bool:
    return max(rect.width, rect.height) <= _SMALL and rect.width <= _BAR * rect.height


def signs(strokes: tuple[Stroke, ...], roles: frozenset[str]) -> list[Sign]:
    """Give the small marks in these roles."""
    written = [(words_box(stroke, at), stroke.text) for stroke, at in placed(strokes) if isinstance(stroke, Words)]
    found = []
    for stroke, at in placed(strokes):
        if isinstance(stroke, Rect) and stroke.fill in roles and _marks(stroke):
            box, shape = _box(stroke, at), f"rect {stroke.width:.1f} {stroke.height:.1f} {stroke.radius:.1f}"
        elif isinstance(stroke, Shape) and stroke.fill in roles:
            box = around(flattened(stroke.path, at))
            if max(box.right - box.left, box.bottom - box.top) > _SMALL:
                continue
            origin = around(flattened(stroke.path))
            turned = flattened(stroke.path, (-origin.left, -origin.top))
            shape = " ".join(f"{x:.0f},{y:.0f}" for line in turned for x, y in line)
        else:
            continue
        near = frozenset(text for where, text in written if where.apart(box) <= _NEAR)
        found.append(Sign(stroke.fill, shape, box, near))
    return found
