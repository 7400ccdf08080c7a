"""What stands around a view when it is a picture by itself: title and figures above it, sources and legend below."""

from __future__ import annotations

from klantreis.render.kit import theme
from klantreis.render.kit.draw import Canvas, Clip, Line, Move
from klantreis.render.kit.head import draw_foot, draw_header
from klantreis.render.kit.look import LOOKS, Look
from klantreis.render.kit.sheet import Page, Sheet
from klantreis.render.kit.svg import svg


def frame(sheet: Sheet) -> Page:
    """Give a view with all that stands around it, as one picture."""
    # The clips of what stands around it are numbered after those of the drawing.
    canvas, left = Canvas(clips=sum(isinstance(stroke, Clip) for stroke in sheet.drawing.strokes)), theme.MARGIN
    width = max(theme.PAGE_MIN, sheet.drawing.width + 2 * theme.MARGIN)
    right = width - theme.MARGIN
    y = round(draw_header(canvas, sheet.header, left, right, 38.0) + 26, 1)
    canvas.add(Move(left, y))
    canvas.strokes += sheet.drawing.strokes
    canvas.add(Move(shut=True))
    y += sheet.drawing.height
    canvas.add(Line(left, round(y, 1), right, round(y, 1), "line"))
    y = draw_foot(canvas, sheet, left, right, y)
    return Page(round(width, 1), round(y + 26, 1), tuple(canvas.strokes))


def framed_svg(sheet: Sheet, look: Look = LOOKS["auto"]) -> str:
    """Give a view as one SVG file."""
    title = f"{sheet.header.title} – {sheet.header.kicker}"
    return svg(frame(sheet), language=sheet.language, title=title, description=sheet.summary, look=look)
