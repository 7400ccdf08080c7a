"""A gap as one HTML page: both journeys above each other, the list beside it; no script, no network."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from klantreis.compare.gap import Gap
from klantreis.render.gap.data import build
from klantreis.render.gap.figures import share_text
from klantreis.render.gap.matrix import SIZE, Chance, chances_of, draw_matrix, rated
from klantreis.render.gap.picture import draw_picture, grid_of, width_of
from klantreis.render.gap.shapes import Entry, GapData, Work
from klantreis.render.gap.svg import summary_of
from klantreis.render.gap.tellings import context_of, work_of
from klantreis.render.kit import theme
from klantreis.render.kit.clean import FONTS, clean, finish
from klantreis.render.kit.draw import Canvas
from klantreis.render.kit.fonts import font_face
from klantreis.render.kit.pen import write
from klantreis.render.kit.sheet import Page
from klantreis.render.kit.svg import styles_of
from klantreis.render.kit.templates import template
from klantreis.wording import shortened

_COLOURS = {role: f"var(--{role})" for role in theme.LIGHT}
_ASIDE = 440
_MOST = 200
"""How many opportunities a page shows."""


@dataclass(frozen=True, slots=True)
class Way:
    """What the roadmap does: the share that is covered, what is open, and what is odd about the plan."""

    share: float
    text: str
    told: str
    open: tuple[Entry, ...]
    idle: tuple[Work, ...]
    late: tuple[str, ...]


def render(gap: Gap) -> str:
    """Give a gap as HTML; the same gap gives the same text, always."""
    data = build(gap)
    picture = _picture(data)
    chances = chances_of(gap, context_of(gap.comparison.old, data.terms)) if data.plan else ()
    matrix = _matrix(chances, data) if len(rated(chances)) > 1 else None
    strokes = (*picture.strokes, *(matrix.strokes if matrix else ()))
    styles = styles_of(strokes)
    page = template("gap.html.j2").render(
        data=data,
        t=data.terms,
        picture=picture,
        drawing=write(picture.strokes, _COLOURS, styles, "gap-"),
        matrix=matrix,
        squares=write(matrix.strokes, _COLOURS, styles, "matrix-") if matrix else Markup(),
        chances=chances[:_MOST],
        way=_way(gap, data),
        lookalikes=_lookalikes(gap, data),
        summary=summary_of(data),
        light=theme.LIGHT,
        dark=theme.DARK,
        theme=theme,
        styles=styles,
        fonts=FONTS,
        beside=round(picture.width + _ASIDE + 2 * theme.MARGIN + 36),
        aside=_ASIDE,
        paper=(round(max(picture.width + 60, 1240)), round(max(picture.width + 60, 1240) / 2**0.5)),
    )
    return finish(page, "\n".join(map(font_face, ("regular", "semibold"))))


def _picture(data: GapData) -> Page:
    canvas = Canvas()
    grid = grid_of(data, 0)
    height = draw_picture(canvas, data, grid, 2.0)
    return Page(round(max(width_of(data, grid), grid.right) + 6, 1), round(height + 2, 1), tuple(canvas.strokes))


def _matrix(chances: tuple[Chance, ...], data: GapData) -> Page:
    canvas = Canvas()
    height = draw_matrix(canvas, chances, data.terms, 0, 22)
    return Page(SIZE, round(height + 4, 1), tuple(canvas.strokes))


def _way(gap: Gap, data: GapData) -> Way | None:
    """What the roadmap does; None without one."""
    coverage, terms = gap.coverage, data.terms
    if coverage is None:
        return None
    context = context_of(gap.comparison.new, terms)
    told = terms["covered"].format(covered=coverage.covered, total=coverage.total)
    late = [
        terms["late-one"].format(one=_quoted(one.title, data), other=_quoted(other.title, data))
        for one, other in coverage.late
    ]
    return Way(
        coverage.share or 0.0,
        share_text(gap, terms),
        told if coverage.total else terms["nothing-to-cover"],
        tuple(entry for entry in data.entries if entry.open),
        tuple(work_of(initiative, context) for initiative in coverage.idle),
        tuple(late),
    )


def _quoted(title: str, data: GapData) -> str:
    return data.terms.words.quoted(clean(shortened(title, 160)))


def _lookalikes(gap: Gap, data: GapData) -> list[str]:
    sentence = data.terms["lookalike"]
    return [
        sentence.format(
            new=_quoted(item.new_title, data), old=_quoted(item.old_title, data), key=item.key, id=clean(item.old_id)
        )
        for item in gap.lookalikes
    ]
