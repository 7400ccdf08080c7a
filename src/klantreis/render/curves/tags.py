"""The words at the points that people remember: each journey's high and low, with the score and where it was."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import hypot

from klantreis.render.curves.data import Curves, Mark
from klantreis.render.curves.ink import Ink
from klantreis.render.curves.labels import FAR, Box, Ground, Wanted, nearest
from klantreis.render.curves.shapes import Drawn, Frame
from klantreis.render.kit import theme
from klantreis.render.kit.draw import Canvas, Line, Rect, text_width
from klantreis.render.kit.measure import wrap
from klantreis.render.kit.styles import SMALL_BOLD, TINY
from klantreis.wording import shortened

_TITLED, _NAMED = 4, 8
"""Up to how many journeys the words say where it was, and what it is; beyond only the score."""
_ROOM, _LONGEST = 132.0, 44
_DOT = 11.0
_LESS = 6.0


@dataclass(frozen=True, slots=True, eq=False)
class Tag:
    """Words at a point. `box` is where they stand, level 0 at y = 0."""

    ink: Ink
    x: float
    y: float
    text: str
    title: str
    box: Box
    free: bool


def tags_of(lines: Sequence[Drawn], data: Curves, frame: Frame) -> list[Tag]:
    """Give the words at highs and lows; an end is named at the right, beside its journey's name."""
    marks = [
        (line, mark, x, level)
        for line in lines
        for piece, run in zip(line.pieces, line.track.runs, strict=True)
        for mark, x, level in zip(run, piece.xs, piece.ys, strict=True)
    ]
    dots = [Box(x - _DOT, y - _DOT, 2 * _DOT, 2 * _DOT) for _, _, x, y in marks]
    ground = Ground(
        (spot for line in lines for spot in line.samples()),
        dots,
        [x - theme.GUTTER / 2 for x in frame.xs[1:-1]],
        frame.xs[0],
        frame.xs[-1] - theme.GUTTER,
    )
    named = [found for found in marks if any(name != "end" for name in found[1].names)]
    named.sort(key=lambda found: (-abs(found[1].score), found[0].track.number))
    texts = [_text(mark, data, len(lines)) for _, mark, _, _ in named]
    wanted = [
        Wanted(x, y, *_size(text, title), above="high" in mark.names)
        for (_, mark, x, y), (text, title) in zip(named, texts, strict=True)
    ]
    boxes = ground.place(wanted)
    return [
        Tag(line.ink, x, y, text, title, box, not ground.crossed(box))
        for (line, _, x, y), (text, title), box in zip(named, texts, boxes, strict=True)
    ]


def _text(mark: Mark, data: Curves, count: int) -> tuple[str, str]:
    names = " · ".join(data.words[name] for name in mark.names if name != "end")
    text = f"{names} {mark.text}" if count <= _NAMED else mark.text
    return text, shortened(mark.title, _LONGEST) if count <= _TITLED else ""


def _size(text: str, title: str) -> tuple[float, float]:
    lines = _lines(title)
    wide = max([text_width(text, SMALL_BOLD), *(text_width(line, TINY) for line in lines)]) + 2
    return round(wide, 1), SMALL_BOLD.leading + len(lines) * TINY.leading


def _lines(title: str) -> tuple[str, ...]:
    """Break a title in as few lines as it needs, all about as long."""
    lines = wrap(title, _ROOM, TINY)
    room = _ROOM
    while len(lines) > 1 and len(wrap(title, room - _LESS, TINY)) == len(lines) and room > _LESS * 2:
        room -= _LESS
    return wrap(title, room, TINY)


def draw_tag(canvas: Canvas, tag: Tag, neutral: float) -> None:
    """Write the words, and a thin line to their point when they stand far from it."""
    box, y = tag.box, neutral + tag.box.y
    x, level = nearest(box, tag.x, tag.y)
    away = hypot(x - tag.x, level - tag.y)
    if away > FAR:
        near = _DOT / away
        to_x, to_y = tag.x + (x - tag.x) * near, tag.y + (level - tag.y) * near
        canvas.add(Line(round(x, 1), round(neutral + level, 1), round(to_x, 1), round(neutral + to_y, 1), "faint"))
    if not tag.free:
        # Lines stop short of words that found no ground of their own.
        canvas.add(Rect(round(box.x - 2, 1), round(y - 0.5, 1), round(box.width + 4, 1), round(box.height + 1, 1),
                        "paper", radius=4))  # fmt: skip
    anchor = "start" if tag.x < box.x else "end" if tag.x > box.x + box.width else "middle"
    y += canvas.text(box.x, y, box.width, tag.text, SMALL_BOLD, tag.ink.colour, anchor=anchor)
    # As wide as it was measured: the same words break at the same places.
    for line in _lines(tag.title):
        y += canvas.text(box.x, y, box.width, line, TINY, "soft", anchor=anchor)
