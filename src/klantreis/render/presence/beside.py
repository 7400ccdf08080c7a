"""What stands left and right of a row: its name, and its figures."""

from __future__ import annotations

from klantreis.render.kit import theme
from klantreis.render.kit.draw import Canvas, Rect, text_height, text_width
from klantreis.render.kit.styles import BODY_BOLD, SMALL_BOLD, TINY, TINY_BOLD
from klantreis.render.presence.data import Figures, Line, Presence, Row
from klantreis.render.presence.grid import COUNT, LINES, MEAN, Grid, label

_LEAST = 52.0
"""The least height of a row: a mark, and the number of a jump between two rows."""
_ICON = 17.0
_BAR = 64.0
_ROOM = LINES - 8


def row_height(row: Row) -> float:
    """Give the height that a row's name and figures need."""
    room = _name_room(row)
    name = text_height(room, row.title, SMALL_BOLD) + text_height(room, row.hint, TINY)
    lines = sum(_line_height(line) for line in row.figures.lines)
    feeling = text_height(MEAN - 12, row.figures.mean_word, TINY)
    return max(_LEAST, name + 18, lines + 16, BODY_BOLD.leading + feeling + 16)


def draw_name(canvas: Canvas, row: Row, y: float, height: float) -> None:
    """Write what a row is called, with its icon."""
    room, x = _name_room(row), label() - 20 - _name_room(row)
    ink = "bad-ink" if row.kind == "lack" else "soft" if row.kind else "ink"
    tall = text_height(room, row.title, SMALL_BOLD) + text_height(room, row.hint, TINY)
    y += (height - tall) / 2
    if row.icon:
        canvas.icon(0, y, _ICON, row.icon, "soft")
    y += canvas.text(x, y, room, row.title, SMALL_BOLD, ink)
    canvas.text(x, y, room, row.hint, TINY, "bad-ink" if row.kind == "lack" else "soft")


def draw_group(canvas: Canvas, name: str, y: float, height: float) -> None:
    """Write the name of a group of rows."""
    canvas.text(0, y + (height - TINY_BOLD.leading) / 2, label() - 20, name, TINY_BOLD, "soft")


def heads_height(picture: Presence) -> float:
    """Give the height of the names of the figures."""
    return max(text_height(room, text, TINY_BOLD) for room, text in _heads(picture))


def draw_heads(canvas: Canvas, picture: Presence, grid: Grid, bottom: float) -> None:
    """Write what the rows are, and what the figures beside them are, standing on the rows."""
    x = grid.figures
    for room, text in _heads(picture):
        canvas.text(x, bottom - text_height(room, text, TINY_BOLD), room, text, TINY_BOLD, "soft")
        x += room + 8
    fixed = picture.labels
    room = label() - 20
    tall = text_height(room, fixed["row"], BODY_BOLD) + text_height(room, fixed["row-hint"], TINY)
    canvas.text(0, bottom - tall, room, fixed["row"], BODY_BOLD, "ink")
    canvas.text(0, bottom - text_height(room, fixed["row-hint"], TINY), room, fixed["row-hint"], TINY, "soft")


def _heads(picture: Presence) -> list[tuple[float, str]]:
    return [(width - 8, picture.labels[key]) for width, key in ((COUNT, "count"), (MEAN, "mean"), (LINES, "lines"))]


def draw_figures(canvas: Canvas, figures: Figures, grid: Grid, y: float, height: float) -> None:
    """Draw the figures of a row: how many with their share, the mean with its word, what stands out."""
    middle, x = y + height / 2, grid.figures
    if figures.count:
        _count(canvas, figures, x, middle)
        _mean(canvas, figures, x + COUNT, middle)
    x += COUNT + MEAN
    top = middle - sum(map(_line_height, figures.lines)) / 2
    for line in figures.lines:
        wide = _lead(line)
        canvas.text(x, top, wide, line.lead, TINY_BOLD, line.tone)
        canvas.text(x + wide, top, _ROOM - wide, line.text, TINY, "soft")
        top += _line_height(line)


def draw_total(canvas: Canvas, figures: Figures, grid: Grid, y: float, height: float) -> None:
    """Draw the figures of a group of rows on one line."""
    if figures.count:
        top, x = y + (height - TINY_BOLD.leading) / 2, grid.figures
        canvas.text(x, top, 28, str(figures.count), TINY_BOLD, "soft")
        canvas.text(x + 28, top, COUNT - 36, figures.share_text, TINY, "soft")
        canvas.text(x + COUNT, top, MEAN - 8, figures.mean_text, TINY_BOLD, figures.tone)


def _mean(canvas: Canvas, figures: Figures, x: float, middle: float) -> None:
    room = MEAN - 12
    top = middle - (BODY_BOLD.leading + text_height(room, figures.mean_word, TINY)) / 2
    top += canvas.text(x, top, room, figures.mean_text, BODY_BOLD, figures.tone)
    canvas.text(x, top, room, figures.mean_word, TINY, "soft")


def _lead(line: Line) -> float:
    return text_width(line.lead, TINY_BOLD) + 6 if line.lead else 0.0


def _line_height(line: Line) -> float:
    return max(text_height(_ROOM - _lead(line), line.text, TINY), TINY_BOLD.leading if line.lead else 0.0) + 1


def _name_room(row: Row) -> float:
    return label() - 20 - (_ICON + 9 if row.icon else 14 if row.kind == "lack" else 0)


def _count(canvas: Canvas, figures: Figures, x: float, middle: float) -> None:
    if figures.share is None:
        canvas.text(x, middle - BODY_BOLD.leading / 2, 60, str(figures.count), BODY_BOLD, "soft")
        return
    top = middle - (BODY_BOLD.leading + 8) / 2
    canvas.text(x, top, 28, str(figures.count), BODY_BOLD, "ink")
    canvas.text(x + 28, top + 2, _BAR - 24, figures.share_text, TINY, "soft")
    top = round(top + BODY_BOLD.leading + 4, 1)
    canvas.add(Rect(x, top, _BAR, 4, "track", radius=2))
    if figures.share >= theme.BAR_LEAST / 4:
        canvas.add(Rect(x, top, round(_BAR * figures.share, 1), 4, "soft", radius=2))
