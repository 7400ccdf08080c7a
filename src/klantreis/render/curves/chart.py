"""The curves themselves: heads of columns, scale, lines, points, and the words at them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from klantreis.render.curves.data import Curves
from klantreis.render.curves.ends import draw_end, ends_of
from klantreis.render.curves.ink import Ink, dot
from klantreis.render.curves.shapes import UNIT, Drawn, Frame, drawn
from klantreis.render.curves.tags import draw_tag, tags_of
from klantreis.render.curves.tint import tint
from klantreis.render.kit import theme
from klantreis.render.kit.curve import through
from klantreis.render.kit.draw import Canvas, Group, Line, Shape, text_height
from klantreis.render.kit.styles import BODY_BOLD, TINY, TINY_BOLD

_AIR = 22.0
"""White beyond +2 and −2."""
_FULL = 6
"""Up to how many journeys every point is drawn in full."""
_TIP, _NOTCH = 10.0, 22.0
HEAD_EDGE = _NOTCH + _TIP + 4
"""What the ends of a head take from the room for its words."""


def draw_heads(canvas: Canvas, data: Curves, frame: Frame) -> float:
    """Draw the heads of the columns from 0 down; give how high they are. Colours are the journeys', not the phases'."""
    rooms = [b - a - theme.GUTTER - HEAD_EDGE for a, b in pairwise(frame.xs)]
    talls = [
        text_height(room, head.title, BODY_BOLD) + text_height(room, head.below, TINY)
        for head, room in zip(data.heads, rooms, strict=True)
    ]
    height = round(max(46.0, max(talls) + 20), 1)
    for head, left, room, tall in zip(data.heads, frame.xs[:-1], rooms, talls, strict=True):
        canvas.add(Shape(_chevron(left, room + HEAD_EDGE, height), fill="tag"))
        y = (height - tall) / 2
        y += canvas.text(left + _NOTCH, y, room, head.title, BODY_BOLD, "ink")
        canvas.text(left + _NOTCH, y, room, head.below, TINY, "soft")
    return height


def _chevron(x: float, width: float, height: float) -> str:
    h, right = f"{height:.1f}", x + width
    return (
        f"M{x:.1f} 0H{right - _TIP:.1f}L{right:.1f} {height / 2:.1f}L{right - _TIP:.1f} {h}"
        f"H{x:.1f}L{x + _TIP:.1f} {height / 2:.1f}z"
    )


def draw_chart(
    canvas: Canvas, data: Curves, inks: Sequence[Ink], frame: Frame, y: float
) -> tuple[float, frozenset[int]]:
    """Draw all curves from y down; give where they end, and on which sides a dream lies of now (1 better, −1 worse)."""
    lines = [drawn(track, ink, frame) for track, ink in zip(data.tracks, inks, strict=True) if track.runs]
    tags, ends = tags_of(lines, data, frame), ends_of(lines, data, frame)
    top = min([-2 * UNIT - _AIR, *(tag.box.y - 8 for tag in tags), *(end.top - 8 for end in ends)])
    bottom = max([2 * UNIT + _AIR, *(tag.box.bottom + 8 for tag in tags), *(end.bottom + 8 for end in ends)])
    neutral = round(y - top, 1)
    sides = tint(canvas, lines, neutral)
    if lines:
        _grid(canvas, frame, y, neutral + bottom)
    _scale(canvas, data, frame, neutral)
    for end in ends:
        draw_end(canvas, end, neutral)
    for line in reversed(lines):
        _stroke(canvas, line, neutral)
    for line in reversed(lines):
        _dots(canvas, line, data, neutral)
    for tag in tags:
        draw_tag(canvas, tag, neutral)
    return round(neutral + bottom, 1), sides


def _grid(canvas: Canvas, frame: Frame, top: float, bottom: float) -> None:
    for x in frame.xs[1:-1]:
        at = round(x - theme.GUTTER / 2, 1)
        canvas.add(Line(at, round(top, 1), at, round(bottom, 1), "line"))


def _scale(canvas: Canvas, data: Curves, frame: Frame, neutral: float) -> None:
    left, right = frame.xs[0], frame.xs[-1] - theme.GUTTER
    for score, text in ((2, "+2"), (1, "+1"), (0, "0"), (-1, "−1"), (-2, "−2")):
        level = round(neutral - score * UNIT, 1)
        canvas.add(Line(left, level, right, level, "line" if score else "faint", 1, "2 5" if score else "4 4"))
        canvas.text(left - 40, level - 8, 30, text, TINY_BOLD, "soft", anchor="end")
    high = neutral - 2 * UNIT - 8
    high += canvas.text(0, high, theme.LABEL - 48, data.words["emotion"], BODY_BOLD, "ink") + 2
    canvas.text(0, high, theme.LABEL - 48, data.words["emotion-hint"], TINY, "soft")
    if not any(track.runs for track in data.tracks):
        canvas.text(left + 24, neutral - 28, right - left - 48, data.words["none"], BODY_BOLD, "soft", anchor="middle")


def _stroke(canvas: Canvas, line: Drawn, neutral: float) -> None:
    ink = line.ink
    for before, after in pairwise(line.pieces):
        canvas.add(
            Line(
                before.xs[-1],
                round(neutral + before.ys[-1], 1),
                after.xs[0],
                round(neutral + after.ys[0], 1),
                ink.colour,
                1,
                "1 4",
            )
        )
    for piece in line.pieces:
        if len(piece.xs) > 1:
            spots = [(x, round(neutral + y, 2)) for x, y in zip(piece.xs, piece.ys, strict=True)]
            canvas.add(Shape(through(spots).path(), edge=ink.colour, thick=ink.thick, dash=ink.dash))


def _dots(canvas: Canvas, line: Drawn, data: Curves, neutral: float) -> None:
    busy = len(data.tracks) > _FULL
    for piece, run in zip(line.pieces, line.track.runs, strict=True):
        for mark, x, level in zip(run, piece.xs, piece.ys, strict=True):
            phase, name = data.heads[mark.column].title, line.track.name.full
            told = data.words["point"].format(name=name, phase=phase, title=mark.title, score=mark.text)
            canvas.add(Group(told))
            dot(canvas, line.ink, mark, x, round(neutral + level, 1), small=busy and not mark.names)
            canvas.add(Group(shut=True))
