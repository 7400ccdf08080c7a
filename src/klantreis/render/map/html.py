"""A map as a part of a page: a real table with the curve drawn in it, and the same as a list for a narrow screen."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from klantreis.language.words import words_of
from klantreis.model.setting import Setting
from klantreis.render.content.choice import Choice
from klantreis.render.kit import theme
from klantreis.render.kit.cellhtml import Cells
from klantreis.render.kit.curve import Point
from klantreis.render.kit.draw import Canvas
from klantreis.render.kit.icons import ICONS
from klantreis.render.kit.inline import Inline, labelled
from klantreis.render.kit.items import Cell, Lane, LoopData, MapData, PhaseHead, Step
from klantreis.render.kit.templates import template
from klantreis.render.map.data import build
from klantreis.render.map.drawings import draw_curve, draw_loop
from klantreis.render.map.facets import facets
from klantreis.render.map.layout import Grid, grid_of, phase_style, reaches
from klantreis.render.map.small_curve import HEIGHT, WIDTH, small_curve


@dataclass(frozen=True, slots=True)
class Story:
    """What a touchpoint or a phase has in the lanes, for a narrow screen; `place` is its column."""

    card: Step | None
    place: int
    feeling: str
    score: float
    cells: tuple[tuple[Lane, Cell], ...]


@dataclass(frozen=True, slots=True, eq=False)
class MapPart:
    """A map written down: its data, its markup, and how wide it is in pixels."""

    data: MapData
    body: Markup
    width: float
    column: float


def map_part(setting: Setting, choice: Choice, *, ink: Inline, cells: Cells, key: str, level: int) -> MapPart:
    """Give the map of a journey for a page.

    `ink` and `cells` write the pictures and the cells of that page, `key` makes its ids one of a kind, and
    `level` is that of its headings. Raises `UsageError` for unknown phases.
    """
    data = build(setting, choice)
    words = words_of(setting.journey.language)
    grid = Grid(0, grid_of(data.columns).column, data.columns)
    steps = sum(len(phase.steps) for phase in data.phases)
    own = words.about("page")
    body = template("map.j2").render(
        data=data,
        w=data.words,
        own=own,
        told=own["shown"].replace("{total}", own.count("touchpoint", steps)),
        emotion=words.lanes["emotion"][0],
        key=key,
        level=level,
        column=grid.column,
        reaches=reaches,
        split=any(row.scope == "touchpoint" for lane in data.lanes for row in lane.rows),
        drawings=_drawings(data, grid, ink, key),
        stories=_stories(data),
        facets=facets(setting, choice.phases_of(setting.journey), own) if steps > 1 else (),
        icons=ICONS,
        cells=cells,
        cell=cells.writer(data.words, own),
        tight=phase_style(data.phases, grid).size < theme.LARGE,
    )
    width = grid.columns * grid.column + theme.LABEL + 2 * theme.MARGIN
    return MapPart(data, Markup(body), width, grid.column)  # noqa: S704  # our own template escapes


def _drawings(data: MapData, grid: Grid, ink: Inline, key: str) -> dict[str, Markup]:
    """Give the curve, the small curve and the loop, those that there are."""
    width = round(grid.columns * grid.column, 1)
    found = {}
    if data.points:
        alt = labelled(data.summary)
        canvas = Canvas()
        height = draw_curve(canvas, data.points, grid.x, 10, grid.columns, inside=True)
        found["curve"] = _inline(ink, canvas, width, height, f"{key}-curve", "curve", alt)
        small = small_curve(data.points, data.columns)
        found["small"] = ink.svg(WIDTH, HEIGHT, small, key=f"{key}-small", name="small", alt=alt)
    if data.loop:
        canvas = Canvas()
        height = _draw_loop(canvas, data.loop, data.phases, grid, width)
        found["loop"] = _inline(ink, canvas, width, height, f"{key}-loop", "loop", labelled(data.loop.label))
    return found


def _inline(ink: Inline, canvas: Canvas, width: float, height: float, key: str, name: str, alt: Markup) -> Markup:
    return ink.svg(width, round(height + 14, 1), tuple(canvas.strokes), key=key, name=name, alt=alt)


def _draw_loop(canvas: Canvas, loop: LoopData, phases: tuple[PhaseHead, ...], grid: Grid, width: float) -> float:
    return draw_loop(canvas, loop, phases, grid.x, grid.column, 12, width - theme.GUTTER)


def _stories(data: MapData) -> tuple[tuple[PhaseHead, tuple[Story, ...]], ...]:
    """Give the map phase by phase: first the phase itself, then its touchpoints."""
    points = {point.place: point for point in data.points if not point.whole}
    whole = {point.place: point for point in data.points if point.whole}
    found = []
    for place, phase in enumerate(data.phases):
        own = whole.get(phase.first + phase.span / 2)
        stories = [_story(None, -1, own, _cells(data, "phase", place))]
        for column, card in enumerate(phase.steps, phase.first):
            stories.append(_story(card, column, points.get(column + 0.5), _cells(data, "touchpoint", column)))
        found.append((phase, tuple(stories)))
    return tuple(found)


def _story(card: Step | None, place: int, point: Point | None, held: tuple[tuple[Lane, Cell], ...]) -> Story:
    feeling = f"{point.text} {point.word}".strip() if point else ""
    return Story(card, place, feeling, point.score if point else 0, held)


def _cells(data: MapData, scope: str, place: int) -> tuple[tuple[Lane, Cell], ...]:
    return tuple(
        (lane, row.cells[place])
        for lane in data.lanes
        for row in lane.rows
        if row.scope == scope and row.cells[place] and lane.key != "touchpoints"
    )
