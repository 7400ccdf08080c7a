"""Each journey's name beside the end of its line, in a column at the right where no two touch."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from klantreis.render.curves.data import Curves
from klantreis.render.curves.ink import sample
from klantreis.render.curves.labels import apart
from klantreis.render.curves.shapes import Drawn, Frame
from klantreis.render.kit.draw import Canvas, Shape, text_height, text_width
from klantreis.render.kit.measure import Style, right_to_left
from klantreis.render.kit.styles import SMALL_BOLD, TINY, TINY_BOLD

RIGHT = 226.0
"""The room right of the columns."""
_LEAD, _SAMPLE, _GAP = 30.0, 34.0, 9.0
_CLOSE = 6
"""With more journeys than this a name has one line, and one under it."""


@dataclass(frozen=True, slots=True, eq=False)
class End:
    """A name at the end of a line; `top` with level 0 at y = 0."""

    line: Drawn
    x: float
    y: float
    left: float
    room: float
    top: float
    height: float
    name: str
    below: str
    last: str
    near: bool

    @property
    def bottom(self) -> float:
        """Where it ends."""
        return self.top + self.height


def ends_of(lines: Sequence[Drawn], data: Curves, frame: Frame) -> list[End]:
    """Give the names, each as near to the height of its line's end as the others allow."""
    left = frame.xs[-1] + _LEAD
    room = frame.right - left - _SAMPLE - 10
    told = [(_below(line, room, data), _last(line, data)) for line in lines]
    names = [_name(line, room, data) for line in lines]
    heights = [
        text_height(room, name, SMALL_BOLD)
        + (text_height(room, below, TINY) if below else 0)
        + (text_height(room, last, TINY_BOLD) if last else 0)
        for name, (below, last) in zip(names, told, strict=True)
    ]
    levels = [line.pieces[-1].ys[-1] for line in lines]
    tops = apart(levels, heights, _GAP)
    return [
        End(
            line,
            line.pieces[-1].xs[-1],
            level,
            left,
            room,
            top,
            height,
            name,
            below,
            last,
            line.track.marks[-1].column == len(data.heads) - 1,
        )
        for line, level, top, height, name, (below, last) in zip(lines, levels, tops, heights, names, told, strict=True)
    ]


def _name(line: Drawn, room: float, data: Curves) -> str:
    name = line.track.name.text
    return name if len(data.tracks) <= _CLOSE else _cut(name, room, SMALL_BOLD)


def _below(line: Drawn, room: float, data: Curves) -> str:
    """Give what stands under a name; of many journeys on one line, with the score at the end."""
    if len(data.tracks) <= _CLOSE:
        return line.track.name.below
    mark = line.track.marks[-1]
    last = f"{data.words['end']} {mark.text}" if "end" in mark.names else ""
    return " · ".join(filter(None, (last, _cut(line.track.name.below, room - text_width(f"{last} · ", TINY), TINY))))


def snug(text: str, room: float, style: Style) -> float:
    """Give the room for a text that begins at its left, whichever way it reads."""
    return min(room, text_width(text, style) + 1) if right_to_left(text) else room


def _cut(text: str, room: float, style: Style) -> str:
    """Give a text that fits one line, with an ellipsis where it was cut."""
    if text_width(text, style) <= room:
        return text
    while text and text_width(f"{text}…", style) > room:
        text = text[:-1].rstrip()
    return f"{text}…"


def _last(line: Drawn, data: Curves) -> str:
    """Give what its last point is: `einde en hoogtepunt +1,8`; nothing when its end is not shown."""
    mark = line.track.marks[-1]
    if "end" not in mark.names or len(data.tracks) > _CLOSE:
        return ""
    others = [data.words[name] for name in mark.names if name != "end"]
    joined = f" {data.words['and']} ".join([data.words["end"], *others])
    return f"{joined} {mark.text}"


def draw_end(canvas: Canvas, end: End, neutral: float) -> None:
    """Write a name, its line and marker before it, and a thin line from where the curve ends."""
    ink, first = end.line.ink, SMALL_BOLD.leading / 2
    y = neutral + end.top
    start, stop = end.x + ink.size + 5, end.left - 6
    there = y + first
    if end.near:
        # Across columns where the journey is over it would look like a feeling.
        level, turn = neutral + end.y, end.left - _LEAD + 4
        path = f"M{start:.1f} {level:.1f}H{max(start, turn):.1f}L{stop:.1f} {there:.1f}"
        canvas.add(Shape(path, edge="faint", dash="1 3"))
    sample(canvas, ink, end.left, there, _SAMPLE)
    x = end.left + _SAMPLE + 10
    y += canvas.text(x, y, snug(end.name, end.room, SMALL_BOLD), end.name, SMALL_BOLD, ink.colour)
    if end.below:
        y += canvas.text(x, y, end.room, end.below, TINY, "soft")
    if end.last:
        canvas.text(x, y, end.room, end.last, TINY_BOLD, "ink")
