"""What stands below the rows: the jumps by where they come from and go to, and the titles of the columns."""

from __future__ import annotations

from klantreis.render.kit.draw import Canvas, Line, text_height
from klantreis.render.kit.head import columns
from klantreis.render.kit.styles import BODY_BOLD, SMALL_BOLD, TINY, TINY_BOLD
from klantreis.render.presence.data import Pair, Presence
from klantreis.render.presence.grid import Grid, label
from klantreis.render.presence.marks import WIDE, jump_mark, jump_width, score_mark

_ITEM = 300.0
"""The least width of a jump, or of a title of a column, in the lists."""
_WIDEST = 420.0
_LINE = 20.0
_BESIDE = WIDE + 14


def draw_pairs(canvas: Canvas, picture: Presence, grid: Grid, y: float) -> float:
    """Draw the list of jumps, the ones that hurt most first; give where it ends."""
    if not picture.pairs:
        return y
    bottom = _label(canvas, picture, "pairs", grid, y)
    spots = _spots(grid)
    room = min(width for _, width in spots) - 26
    heights = [_pair(Canvas(gauge=True), pair, 0, 0, room) for pair in picture.pairs]
    spots = spots[: len(heights)]
    for (x, _), group in zip(spots, columns(heights, len(spots)), strict=False):
        at = y + 14
        for place in group:
            at += _pair(canvas, picture.pairs[place], x, at, room) + 14
        bottom = max(bottom, at)
    return bottom + 4


def _spots(grid: Grid) -> list[tuple[float, float]]:
    """Give where columns of a list may stand, within the blocks that paper leaves whole."""
    found = []
    for x, width in grid.blocks():
        across = max(1, int(width // _ITEM))
        found += [(x + place * width / across, min(width / across, _WIDEST)) for place in range(across)]
    return found


def _pair(canvas: Canvas, pair: Pair, x: float, y: float, room: float) -> float:
    top = y
    if not canvas.gauge:
        score_mark(canvas, pair.mean, pair.mean_text, x + WIDE / 2, y + 11)
    x, room = x + _BESIDE, room - _BESIDE
    y += canvas.text(x, y + 1, room, f"{pair.start} → {pair.end}", SMALL_BOLD, "ink") + 4
    at = x
    for number in pair.jumps:
        wide = jump_width(number)
        if at > x and at + wide > x + room:
            at, y = x, y + _LINE
        if not canvas.gauge:
            jump_mark(canvas, number, at + wide / 2, y + 9)
        at += wide + 4
    if at - x > room / 3:
        at, y = x, y + _LINE
    y += max(_LINE if at > x else 0, canvas.text(at + 2, y + 1, room - (at - x) - 2, pair.about, TINY, "soft"))
    return max(y - top, 24.0)


def draw_key(canvas: Canvas, picture: Presence, grid: Grid, y: float) -> float:
    """Write the titles of numbered columns, under their phases; give where they end."""
    if not grid.numbered:
        return y
    bottom = _label(canvas, picture, "key", grid, y)
    for phase in picture.phases:
        x, width = grid.room(phase)
        stops = [
            picture.stops[place]
            for place in picture.columns[phase.first : phase.first + phase.span]
            if place is not None
        ]
        if not stops:
            continue
        across = max(1, min(len(stops), int(width // 190)))
        room = min(width / across, _WIDEST) - 14
        heights = [max(TINY.leading, text_height(room - 26, stop.title, TINY)) for stop in stops]
        for place, group in enumerate(columns(heights, across)):
            at = y + 14
            for number in group:
                left = x + 4 + place * width / across
                canvas.text(left, at, 24, str(stops[number].number), TINY_BOLD, f"t{phase.colour}")
                canvas.text(left + 26, at, room - 26, stops[number].title, TINY, "ink")
                at += heights[number] + 5
            bottom = max(bottom, at)
    return bottom + 8


def _label(canvas: Canvas, picture: Presence, key: str, grid: Grid, y: float) -> float:
    canvas.add(Line(0, round(y, 1), grid.right, round(y, 1), "line"))
    y += 12 + canvas.text(0, y + 12, label() - 20, picture.labels[key], BODY_BOLD, "ink")
    return y + canvas.text(0, y + 1, label() - 20, picture.labels[f"{key}-hint"], TINY, "soft") + 12
