"""A roadmap as one HTML page: the timeline as a picture and as a list, and what the journey becomes; no script."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from klantreis.engine.roadmap.board import Board, Stage
from klantreis.engine.roadmap.cards import Card, weighed
from klantreis.engine.roadmap.words import Terms
from klantreis.render.kit import theme
from klantreis.render.kit.clean import FONTS, clean, finish, language_tag
from klantreis.render.kit.draw import Canvas, Stroke
from klantreis.render.kit.fonts import font_face
from klantreis.render.kit.measure import Style
from klantreis.render.kit.pen import write
from klantreis.render.kit.svg import styles_of
from klantreis.render.kit.templates import template
from klantreis.render.roadmap.cards import MARKS, WARNING
from klantreis.render.roadmap.stages import HEIGHT, draw_curve
from klantreis.render.roadmap.svg import header_of, summary_of
from klantreis.render.roadmap.timeline import draw_timeline, grid_of

_COLOURS = {role: f"var(--{role})" for role in theme.LIGHT}
_WIDTH = 250.0
"""The width that a curve is drawn at; it grows with its panel."""


@dataclass(frozen=True, slots=True)
class Drawing:
    """An inline picture."""

    width: float
    height: float
    strokes: tuple[Stroke, ...]
    label: str

    def markup(self, styles: dict[Style, str], prefix: str) -> Markup:
        """Give the strokes as SVG, their colours as custom properties."""
        return write(self.strokes, _COLOURS, styles, prefix)


def render(board: Board) -> str:
    """Give a roadmap as HTML; the same roadmap and day give the same text, always."""
    timeline = _timeline(board)
    curves = [_curve(board, number) for number in range(len(board.stages))]
    every = tuple(stroke for drawing in (timeline, *curves) for stroke in drawing.strokes)
    needs = any(card.needs for lane in board.lanes for card in lane.cards)
    late = any(card.late for lane in board.lanes for card in lane.cards)
    page = template("roadmap.html.j2").render(
        board=board,
        w=board.terms,
        h=header_of(board),
        language=language_tag(board.terms.language),
        light=theme.LIGHT,
        dark=theme.DARK,
        theme=theme,
        fonts=FONTS,
        styles=styles_of(every),
        timeline=timeline,
        cards=_cards(board),
        stages=list(zip(board.stages, curves, strict=True)),
        marks=MARKS,
        warning=WARNING,
        clean=clean,
        listed=lambda items: clean(board.terms.listed(items, 12)),
        weighed=lambda card: _weighed(card, board.terms),
        needs=needs,
        late=late,
    )
    return finish(page, "\n".join(font_face(face) for face in ("regular", "semibold")))


def _timeline(board: Board) -> Drawing:
    canvas, grid = Canvas(), grid_of(board)
    height = draw_timeline(canvas, board, grid, 4.0)
    return Drawing(round(grid.right + theme.MARGIN, 1), round(height + 8, 1), tuple(canvas.strokes), summary_of(board))


def _curve(board: Board, number: int) -> Drawing:
    stage: Stage = board.stages[number]
    before = board.stages[number - 1].points if number else stage.points
    canvas = Canvas()
    draw_curve(canvas, stage.points, before, () if stage.complete else board.dream, 0, 0, _WIDTH)
    label = board.terms["chart"].format(when=stage.label.lower(), mean=stage.mean, remembered=stage.remembered)
    points = ", ".join(f"{title} {score:+g}" for score, title in stage.points[:40])
    return Drawing(_WIDTH, HEIGHT, tuple(canvas.strokes), clean(f"{label}. {points}"))


def _cards(board: Board) -> list[tuple[Card, str]]:
    """Every initiative with the column in which it begins, in order of time."""
    found = [card for lane in board.lanes for card in lane.cards]
    return [(card, board.columns[card.first].label) for card in sorted(found, key=lambda card: (card.first, card.last))]


def _weighed(card: Card, terms: Terms) -> str:
    told = weighed(card, terms)
    return f"{told} ({terms['derived']})" if told and card.derived else told
