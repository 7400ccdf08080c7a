"""The same in figures, under the curves: each journey's mean by phase, and what is remembered of the whole."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from klantreis.language.numbers import number, signed
from klantreis.render.content.header import tone_of
from klantreis.render.curves.data import Curves, Track
from klantreis.render.curves.ends import snug
from klantreis.render.curves.ink import Ink, sample
from klantreis.render.curves.shapes import Frame
from klantreis.render.kit import theme
from klantreis.render.kit.draw import Canvas, Line, Rect, text_height, text_width
from klantreis.render.kit.measure import Style
from klantreis.render.kit.styles import BODY_BOLD, SMALL_BOLD, TINY, TINY_BOLD

_SAMPLE = 30.0
_TOTAL = 96.0


def draw_rows(canvas: Canvas, data: Curves, inks: Sequence[Ink], frame: Frame, y: float) -> tuple[float, list[float]]:
    """Draw the table from y down; give where it ends, and where each row begins."""
    canvas.add(Line(0, round(y, 1), frame.right, round(y, 1), "line"))
    y += 14
    canvas.text(0, y, theme.LABEL - 12, data.words["means"], BODY_BOLD, "ink")
    for place, key in enumerate(("mean", "remembered")):
        canvas.text(_total(frame, place), y + 1, _TOTAL, data.words[key], TINY_BOLD, "soft")
    y += BODY_BOLD.leading + 10
    starts = []
    for track, ink in zip(data.tracks, inks, strict=True):
        starts.append(y)
        canvas.add(Line(0, round(y, 1), frame.right, round(y, 1), "line"))
        y = _row(canvas, data, track, ink, frame, y)
    return y, starts


def _total(frame: Frame, place: int) -> float:
    return frame.xs[-1] + 14 + place * (_TOTAL + 8)


def _row(canvas: Canvas, data: Curves, track: Track, ink: Ink, frame: Frame, y: float) -> float:
    room = theme.LABEL - _SAMPLE - 26
    tall = text_height(room, track.name.text, SMALL_BOLD) + text_height(room, track.name.below, TINY)
    height = max(44.0, tall + 18)
    middle = y + height / 2
    sample(canvas, ink, 0, middle, _SAMPLE)
    down = middle - tall / 2
    down += canvas.text(
        _SAMPLE + 10, down, snug(track.name.text, room, SMALL_BOLD), track.name.text, SMALL_BOLD, ink.colour
    )
    canvas.text(_SAMPLE + 10, down, room, track.name.below, TINY, "soft")
    used = _VALUE + (_CHANGE if data.changes else 0)
    bars = min(b - a for a, b in pairwise(frame.xs)) - theme.GUTTER - 24 - used >= _LEAST
    base = data.tracks[track.base] if track.base is not None else None
    for place, mean in enumerate(track.means):
        left, right = frame.xs[place], frame.xs[place + 1] - theme.GUTTER
        before = base.means[place] if base else None
        _cell(canvas, data, mean, before, left + 12, right - left - 24, middle, bars=bars)
    for place, (score, before) in enumerate(
        ((track.mean, base.mean if base else None), (track.remembered, base.remembered if base else None))
    ):
        _figure(canvas, data, score, before, _total(frame, place), _TOTAL, middle, SMALL_BOLD)
    return y + height


def _cell(
    canvas: Canvas,
    data: Curves,
    mean: float | None,
    before: float | None,
    x: float,
    room: float,
    middle: float,
    *,
    bars: bool,
) -> None:
    used = _figure(canvas, data, mean, before, x, room, middle, SMALL_BOLD)
    if mean is None or not bars:
        return
    # A bar to the left or the right of neutral, where there is room for one.
    half = min((room - used) / 2, 62.0)
    zero = x + used + half
    canvas.add(Rect(round(zero - half, 1), round(middle - 2, 1), round(2 * half, 1), 4, "track", radius=2))
    start, wide = (zero, half * mean / 2) if mean >= 0 else (zero + half * mean / 2, -half * mean / 2)
    tone = tone_of(mean)
    fill = "soft" if tone == "ink" else tone
    canvas.add(Rect(round(start, 1), round(middle - 2, 1), round(wide, 1), 4, fill, radius=2))
    canvas.add(Line(round(zero, 1), round(middle - 6, 1), round(zero, 1), round(middle + 6, 1), "faint", 1.2))


_LEAST, _VALUE, _CHANGE = 36.0, 40.0, 38.0


def _figure(
    canvas: Canvas,
    data: Curves,
    score: float | None,
    before: float | None,
    x: float,
    room: float,
    middle: float,
    style: Style,
) -> float:
    """Write a score and, of a dream, how much it differs from now; give the room they took."""
    text, used = "–" if score is None else signed(score, data.fixed), _VALUE + (_CHANGE if data.changes else 0)
    canvas.text(x, middle - style.leading / 2, _VALUE, text, style, "soft" if score is None else tone_of(score))
    if score is None or before is None:
        return used
    change = number(abs(score - before), data.fixed, 1)
    if any(char in "123456789" for char in change) and room >= _VALUE + _CHANGE:
        better = score > before
        told = f"{'↑' if better else '↓'} {change}"
        room = max(_CHANGE, text_width(told, TINY) + 1)
        canvas.text(x + _VALUE, middle - TINY.leading / 2, room, told, TINY, "good" if better else "bad")
    return used
