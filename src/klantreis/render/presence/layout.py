"""Where everything in a picture of presence stands, in pixels from 0, 0 on."""

from __future__ import annotations

from dataclasses import replace

from klantreis.render.kit.draw import Canvas, Line, Rect
from klantreis.render.kit.sheet import Cuts, Page
from klantreis.render.presence.beside import (
    draw_figures,
    draw_group,
    draw_heads,
    draw_name,
    draw_total,
    heads_height,
    row_height,
)
from klantreis.render.presence.data import Figures, Presence
from klantreis.render.presence.grid import Grid, grid_of
from klantreis.render.presence.heads import draw_phases, draw_titles
from klantreis.render.presence.marks import aid_mark, stop_mark
from klantreis.render.presence.pairs import draw_key, draw_pairs
from klantreis.render.presence.way import Levels, crossed, draw_choices, draw_way

_FENCE = 36.0
_GROUP = 30.0
"""The height of the name of a group of rows."""


def lay_out(picture: Presence) -> Page:
    """Give the rows over the columns, the figures beside them, and below the jumps that are numbered in it."""
    grid, canvas = grid_of(picture), Canvas()
    y = draw_phases(canvas, picture.phases, grid, 0.0) + 14
    y = top = round(max(draw_titles(canvas, picture, grid, y), heads_height(picture)) + 10, 1)
    draw_heads(canvas, picture, grid, y - 10)
    place = len(canvas.strokes)
    levels, y, tops = _rows(canvas, picture, grid, y)
    # Not through the numbers that stand between two rows.
    tops = [place for place in tops if place not in crossed(picture, levels)]
    canvas.strokes[place:place] = _guides(picture, grid, top, y)
    _fences(canvas, picture, grid, levels)
    draw_choices(canvas, picture, grid, levels)
    draw_way(canvas, picture, grid, levels)
    _marks(canvas, picture, grid, levels)
    for draw in (draw_pairs, draw_key):
        low = draw(canvas, picture, grid, y)
        if low > y:
            tops.append(round(y, 1))
            y = low
    return Page(round(grid.right, 1), round(y, 1), tuple(canvas.strokes), Cuts(grid.cuts, tuple(tops), grid.left, top))


def _rows(canvas: Canvas, picture: Presence, grid: Grid, y: float) -> tuple[Levels, float, list[float]]:
    """Draw the names and the figures of the rows; give their levels, where they end and where paper may be cut."""
    middles: list[float] = []
    borders: list[float] = []
    tops: list[float] = []
    group = -1
    for row in picture.rows:
        canvas.add(Line(0, round(y, 1), grid.right, round(y, 1), "line"))
        tops.append(round(y, 1))
        borders.append(round(y, 1))
        name, total = picture.groups[row.group]
        if row.group != group and name:
            borders[-1] = round(y + _GROUP / 2, 1)
            draw_group(canvas, name, y, _GROUP)
            if sum(other.group == row.group for other in picture.rows) > 1:
                draw_total(canvas, total, grid, y, _GROUP)
            y += _GROUP
        group, height = row.group, row_height(row)
        if row.kind == "lack":
            _lack(canvas, grid.right, y + 3, height - 6)
        draw_name(canvas, row, y, height)
        draw_figures(canvas, _plain(row.figures) if row.kind == "lack" else row.figures, grid, y, height)
        middles.append(round(y + height / 2, 1))
        y += height
    return Levels(tuple(middles), (*borders, round(y, 1))), y, tops


def _plain(figures: Figures) -> Figures:
    """Give figures that are written in ink, to be read on a tint."""
    return replace(figures, tone="ink")


def _lack(canvas: Canvas, right: float, y: float, height: float) -> None:
    canvas.add(Rect(0, round(y, 1), right, round(height, 1), "bad-tint", radius=8))
    canvas.add(Rect(0, round(y + 8, 1), 3.5, round(height - 16, 1), "bad", radius=1.75))


def _guides(picture: Presence, grid: Grid, top: float, bottom: float) -> list[Line]:
    """Give the lines that lead the eye: between phases, and dotted down from each title."""
    found = [
        Line(grid.middle(column), top, grid.middle(column), round(bottom, 1), "line", 1, "1 5")
        for column, stop in enumerate(picture.columns)
        if stop is not None
    ]
    edges = [grid.turn(phase.first) for phase in picture.phases[1:]]
    return [*found, *(Line(x, top, x, round(bottom, 1), "line") for x in edges)]


def _fences(canvas: Canvas, picture: Presence, grid: Grid, levels: Levels) -> None:
    """Draw a fence around each run of stops of a row that meets no other."""
    for number, row in enumerate(picture.rows):
        inside = [row.alone and stop is not None and stop in row.stops for stop in picture.columns]
        for first, fenced in enumerate(inside):
            if not fenced or (first and inside[first - 1]):
                continue
            last = next((end for end in range(first, len(inside)) if not inside[end]), len(inside))
            x = grid.start(first) + (0 if first in grid.leads else 4)
            wide = grid.edges[last] - x - 4
            y = round(levels.middles[number] - _FENCE / 2, 1)
            canvas.add(Rect(round(x, 1), y, round(wide, 1), _FENCE, "tag", "soft", 9, thick=1.2))


def _marks(canvas: Canvas, picture: Presence, grid: Grid, levels: Levels) -> None:
    places = {stop: column for column, stop in enumerate(picture.columns) if stop is not None}
    for number, row in enumerate(picture.rows):
        y = levels.middles[number]
        ground = "bad-tint" if row.kind == "lack" else "tag" if row.alone else "paper"
        for place in row.stops:
            if place in places:
                stop = picture.stops[place]
                felt = " ".join(filter(None, (stop.text, stop.word)))
                told = f"{row.title}: {stop.title}" + (f", {felt}" if felt else "")
                x = grid.middle(places[place])
                stop_mark(canvas, stop, x, y, quiet=row.kind == "quiet", ground=ground, told=told)
        for place in row.aids:
            if place in places:
                told = f"{row.title}: {picture.stops[place].title}, {picture.labels['mark-aid']}"
                aid_mark(canvas, grid.middle(places[place]), y, told)
