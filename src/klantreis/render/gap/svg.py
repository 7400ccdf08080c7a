"""A gap as one SVG file that stands by itself: fonts inside, literal colours."""

from __future__ import annotations

from klantreis.compare.gap import Gap
from klantreis.render.gap.data import build
from klantreis.render.gap.lists import draw_legend, draw_lists
from klantreis.render.gap.parts import draw_figures
from klantreis.render.gap.picture import draw_picture, grid_of, width_of
from klantreis.render.gap.shapes import GapData
from klantreis.render.kit import theme
from klantreis.render.kit.draw import Canvas, Line
from klantreis.render.kit.head import draw_header
from klantreis.render.kit.items import Header
from klantreis.render.kit.sheet import Page
from klantreis.render.kit.styles import TINY
from klantreis.render.kit.svg import svg

_NAME = 48
_WIDE, _FIGURES = 1560.0, 940.0
"""From this width on, the figures stand beside the title, this wide."""


def render(gap: Gap) -> str:
    """Give a gap as SVG; the same gap gives the same text, always."""
    data = build(gap)
    page = lay_out(gap, data)
    return svg(page, language=data.language, title=f"{data.title} – {data.kicker}", description=summary_of(data))


def lay_out(gap: Gap, data: GapData) -> Page:
    """Give the whole picture as one page."""
    canvas, left = Canvas(), theme.MARGIN
    grid = grid_of(data, left)
    right = max(theme.PAGE_MIN - theme.MARGIN, width_of(data, grid))
    header = Header(data.kicker, data.title, data.lead, None, (), ())
    beside = right - left >= _WIDE
    y = draw_header(canvas, header, left, right - (_FIGURES + 40 if beside else 0), 38.0)
    start = right - _FIGURES if beside else left
    y = max(y, draw_figures(canvas, data.figures, start, right, 38.0 if beside else y + 20)) + 26
    y = draw_picture(canvas, data, grid, y) + 12
    canvas.add(Line(left, round(y, 1), right, round(y, 1), "line"))
    y = draw_legend(canvas, data, left, right, y + 12) + 34
    y = draw_lists(canvas, gap, data, left, right, y) + 26
    canvas.add(Line(left, round(y, 1), right, round(y, 1), "line"))
    name = data.id if len(data.id) <= _NAME else f"{data.id[: _NAME - 1]}…"
    y += 14 + canvas.text(left, y + 14, right - left, f"{name} · {data.terms['made']}", TINY, "soft", anchor="end")
    return Page(round(right + theme.MARGIN, 1), round(y + 26, 1), tuple(canvas.strokes))


def summary_of(data: GapData) -> str:
    """Give the picture in words, for who cannot see it."""
    figures = "; ".join(
        f"{figure.label} {figure.before} → {figure.after}" if figure.before else f"{figure.label} {figure.after}"
        for figure in data.figures
    )
    curves = [
        f"{side}: " + ", ".join(f"{point.title} {point.text}" for point in points)
        for (side, _), points in zip(data.sides, data.points, strict=True)
        if points
    ]
    return ". ".join(filter(None, (data.lead.rstrip("."), figures, *curves))) + "."
