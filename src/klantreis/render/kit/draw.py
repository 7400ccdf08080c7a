"""The strokes a picture is made of, and a canvas that sets text in boxes.

Strokes name colours by role (see `theme`); the templates turn them into SVG.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple, TypeAlias

from klantreis.render.kit import theme
from klantreis.render.kit.icons import icon
from klantreis.render.kit.measure import Style, right_to_left, width, wrap


class Rect(NamedTuple):
    """A rectangle; `dash` and `edge` for its outline, a role or nothing."""

    x: float
    y: float
    width: float
    height: float
    fill: str = ""
    edge: str = ""
    radius: float = 0
    dash: str = ""
    thick: float = 1
    name: str = ""


class Line(NamedTuple):
    """A straight line."""

    x1: float
    y1: float
    x2: float
    y2: float
    edge: str
    thick: float = 1
    dash: str = ""


class Shape(NamedTuple):
    """A path, filled or stroked; `clip` names a clip of the drawing."""

    path: str
    fill: str = ""
    edge: str = ""
    thick: float = 1
    dash: str = ""
    clip: str = ""


class Icon(NamedTuple):
    """An icon on its grid of 24, drawn `size` pixels large."""

    x: float
    y: float
    scale: float
    path: str
    edge: str


class Words(NamedTuple):
    """A line of text. It was measured to stay within `room` pixels from `left`."""

    x: float
    y: float
    text: str
    style: Style
    fill: str
    anchor: str = "start"
    left: float = 0
    room: float = 0
    url: str = ""
    rtl: bool = False


class Image(NamedTuple):
    """A picture inside the document, cut to rounded corners."""

    x: float
    y: float
    width: float
    height: float
    data: str
    name: str
    clip: str


class Clip(NamedTuple):
    """A rectangle that cuts what names it."""

    id: str
    x: float
    y: float
    width: float
    height: float
    radius: float = 0


class Group(NamedTuple):
    """Opens a group with a name to be read aloud or pointed at; `Group.close` ends it."""

    title: str = ""
    role: str = ""
    shut: bool = False


class Move(NamedTuple):
    """What follows stands this much further, in pixels, and `scale` times as large, until a `Move` with `shut`."""

    x: float = 0
    y: float = 0
    shut: bool = False
    scale: float = 1


Stroke: TypeAlias = Rect | Line | Shape | Icon | Words | Image | Clip | Group | Move


_TURNED = {"start": "end", "end": "start", "middle": "middle"}


@dataclass(slots=True)
class Canvas:
    """Collects strokes. All measures are pixels; `y` runs down."""

    strokes: list[Stroke] = field(default_factory=list)
    clips: int = 0
    gauge: bool = False
    """Only tells how high things are: text is measured and not set."""

    def add(self, stroke: Stroke) -> None:
        """Put a stroke on top."""
        self.strokes.append(stroke)

    def text(
        self,
        x: float,
        y: float,
        room: float,
        text: str,
        style: Style,
        fill: str,
        *,
        anchor: str = "start",
        url: str = "",
    ) -> float:
        """Set a text in a box of `room` wide with its top left at x, y; give the height it took."""
        room = round(room, 1)
        lines = wrap(text, room, style)
        if self.gauge or not lines:
            return len(lines) * style.leading
        rtl = right_to_left(text)
        side = _TURNED[anchor] if rtl else anchor
        left = round(x, 1)
        at = left if side == "start" else round(x + room / (2 if side == "middle" else 1), 1)
        down = y + style.baseline
        for line in lines:
            self.strokes.append(Words(at, round(down, 1), line, style, fill, side, left, room, url, rtl))
            down += style.leading
        return len(lines) * style.leading

    def box(
        self,
        place: int,
        *,
        x: float,
        y: float,
        width: float,
        height: float,
        fill: str = "",
        edge: str = "",
        radius: float | None = None,
        dash: str = "",
        thick: float = 1,
        name: str = "",
    ) -> None:
        """Put a rectangle under the strokes from `place` on: its height is known when they are drawn.

        Without a `radius` its corners are those of a card.
        """
        radius = theme.RADIUS if radius is None else radius
        self.strokes.insert(
            place,
            Rect(round(x, 1), round(y, 1), round(width, 1), round(height, 1), fill, edge, radius, dash, thick, name),
        )

    def icon(self, x: float, y: float, size: float, name: str, edge: str) -> None:
        """Draw an icon with its top left at x, y."""
        self.strokes.append(Icon(round(x, 1), round(y, 1), round(size / 24, 3), icon(name), edge))

    def clip(self, x: float, y: float, width: float, height: float, radius: float = 0) -> str:
        """Give the id of a clip of this size."""
        self.clips += 1
        name = f"c{self.clips}"
        self.strokes.append(Clip(name, round(x, 1), round(y, 1), round(width, 1), round(height, 1), radius))
        return name


def text_height(room: float, text: str, style: Style) -> float:
    """Give the height a text takes in a box of `room` wide."""
    return len(wrap(text, round(room, 1), style)) * style.leading


def text_width(text: str, style: Style) -> float:
    """Give the width of a text on one line."""
    return width(text, style)


def diamond(x: float, y: float, size: float) -> str:
    """Give the path of a diamond around a point, `size` from its middle to each corner: a moment of truth."""
    return f"M{x:.1f} {y - size:.1f}l{size} {size}l-{size} {size}l-{size} -{size}z"
