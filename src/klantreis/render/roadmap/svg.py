"""A roadmap as one SVG file that stands by itself."""

from __future__ import annotations

from klantreis.engine.roadmap.board import Board
from klantreis.render.kit import theme
from klantreis.render.kit.clean import clean, language_tag
from klantreis.render.kit.draw import Canvas, Line, Shape, text_width
from klantreis.render.kit.head import draw_header
from klantreis.render.kit.items import Header, Stat, Tone
from klantreis.render.kit.sheet import Page
from klantreis.render.kit.styles import BODY_BOLD, LARGE_BOLD, SMALL, TINY
from klantreis.render.kit.svg import svg
from klantreis.render.roadmap.stages import draw_stages
from klantreis.render.roadmap.timeline import draw_timeline, grid_of

_LISTED = 12
_TONES: dict[str, Tone] = {"good": "good", "bad": "bad", "ink": "ink"}


def render(board: Board) -> str:
    """Give a roadmap as SVG; the same roadmap and day give the same text, always."""
    canvas, grid = Canvas(), grid_of(board)
    right = max(theme.PAGE_MIN - theme.MARGIN, grid.right)
    y = draw_header(canvas, header_of(board), theme.MARGIN, right, 38.0) + 30
    y = draw_timeline(canvas, board, grid, y) + 14
    y = _legend(canvas, board, theme.MARGIN, y) + 34
    y += canvas.text(theme.MARGIN, y, right - theme.MARGIN, board.terms["states"], LARGE_BOLD, "ink") + 12
    y = draw_stages(canvas, board, theme.MARGIN, right, y) + 30
    y = _lists(canvas, board, theme.MARGIN, right, y)
    canvas.add(Line(theme.MARGIN, round(y, 1), right, round(y, 1), "line"))
    made = f"{clean(board.id)[:60]} · {board.terms['made']}"
    y += 14 + canvas.text(theme.MARGIN, y + 14, right - theme.MARGIN, made, TINY, "soft", anchor="end")
    return svg(
        Page(round(right + theme.MARGIN, 1), round(y + 26, 1), tuple(canvas.strokes)),
        language=language_tag(board.terms.language),
        title=f"{clean(board.title)} – {board.terms['roadmap']}",
        description=summary_of(board),
    )


def header_of(board: Board) -> Header:
    """Give what stands above a roadmap."""
    kicker = f"{board.terms.words['map']} · {board.terms['roadmap']}"
    lead = " ".join(filter(None, (f"{board.route}.", board.lead)))
    stats = tuple(Stat(item.label, item.value, item.below, _TONES[item.tone]) for item in board.figures)
    return Header(kicker, clean(board.title), clean(lead), None, stats, ())


def summary_of(board: Board) -> str:
    """Give the whole roadmap in a few sentences, to be read aloud."""
    told = [f"{figure.label}: {figure.value}" for figure in board.figures]
    lanes = [
        f"{clean(lane.owner)}: {'; '.join(clean(f'{card.title} ({card.when or card.status})') for card in lane.cards)}"
        for lane in board.lanes
    ]
    return clean(f"{board.route}. {', '.join(told)}. {'. '.join(lanes)}.")


def _legend(canvas: Canvas, board: Board, x: float, y: float) -> float:
    terms = board.terms
    marks = [
        ("faint", "", terms["legend-arrow"]), ("bad", "4 3", terms["legend-late"]), ("", "", terms["legend-bar"]),
        ("ink", "", terms["legend-curve"]), ("t0", "2 3", terms["legend-dream"]),
    ]  # fmt: skip
    late = any(card.late for lane in board.lanes for card in lane.cards)
    needs = any(card.needs for lane in board.lanes for card in lane.cards)
    for edge, dash, text in marks:
        if (edge == "bad" and not late) or (edge == "faint" and not needs):
            continue
        if edge:
            canvas.add(Shape(f"M{x:.1f} {y + 8:.1f}h18", edge=edge, thick=1.6, dash=dash))
            x += 25
        wide = text_width(text, TINY) + 4
        canvas.text(x, y, wide, text, TINY, "soft")
        x += wide + 22
    return y + TINY.leading


def _lists(canvas: Canvas, board: Board, left: float, right: float, y: float) -> float:
    """What to look at, what nobody does yet, and what was dropped, beside one another."""
    terms = board.terms
    dropped = tuple(f"{title}: {why}" if why else title for title, why in board.dropped)
    found = [(title, items) for title, items in (
        (terms["look-at"], board.warnings), (terms["open"], board.open), (terms["dropped"], dropped),
    ) if items]  # fmt: skip
    if not found:
        return y
    room = (right - left + 30) / len(found) - 30
    low = y
    for number, (title, items) in enumerate(found):
        x = left + number * (room + 30)
        at = y + canvas.text(x, y, room, title, BODY_BOLD, "ink") + 6
        shown = (
            items
            if len(items) <= _LISTED
            else (*items[: _LISTED - 1], terms["more"].format(count=len(items) - _LISTED + 1))
        )
        for item in shown:
            canvas.text(x, at, 12, "•", SMALL, "faint")
            at += canvas.text(x + 13, at, min(room, 620.0) - 13, clean(item), SMALL, "ink") + 4
        low = max(low, at)
    return low + 22
