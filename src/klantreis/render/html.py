"""A map as one HTML file: a real table with the curve drawn in it, no script, no network."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from markupsafe import Markup

from klantreis.language.words import words_of
from klantreis.model.setting import Setting
from klantreis.render import theme
from klantreis.render.clean import FONTS, finish
from klantreis.render.curve import Point
from klantreis.render.draw import Canvas, Stroke
from klantreis.render.fonts import FACES, font_face
from klantreis.render.icons import ICONS
from klantreis.render.items import Cell, Lane, LoopData, MapData, PhaseHead, Picture, Step
from klantreis.render.layout import Grid, grid_of, phase_style, reaches
from klantreis.render.layout_rows import draw_curve, draw_loop
from klantreis.render.mapdata import build
from klantreis.render.measure import Style
from klantreis.render.pen import write
from klantreis.render.small_curve import HEIGHT, WIDTH, small_curve
from klantreis.render.svg import styles_of
from klantreis.render.templates import template

_COLOURS = {role: f"var(--{role})" for role in theme.LIGHT}


@dataclass(frozen=True, slots=True)
class Drawing:
    """An inline picture: its size and its strokes."""

    width: float
    height: float
    strokes: tuple[Stroke, ...]

    def markup(self, styles: dict[Style, str], prefix: str) -> Markup:
        """Give the strokes as SVG, their colours as custom properties."""
        return write(self.strokes, _COLOURS, styles, prefix)


@dataclass(frozen=True, slots=True)
class Story:
    """What a touchpoint or a phase has in the lanes, for a narrow screen."""

    card: Step | None
    feeling: str
    score: float
    cells: tuple[tuple[Lane, Cell], ...]


def render_html(setting: Setting) -> str:
    """Give the map of a journey as HTML; the same journey gives the same text, always."""
    data = build(setting)
    grid = Grid(0, grid_of(data.columns).column, data.columns)
    drawings = _drawings(data, grid)
    small = Drawing(WIDTH, HEIGHT, small_curve(data.points, data.columns)) if data.points else None
    every = tuple(stroke for drawing in (*drawings.values(), small) if drawing for stroke in drawing.strokes)
    pictures = _pictures(data)
    width = round(grid.columns * grid.column + theme.LABEL + 2 * theme.MARGIN)
    return finish(
        template("map.html.j2").render(
            data=data,
            emotion=words_of(data.language).lanes["emotion"][0],
            grid=grid,
            reaches=reaches,
            drawings=drawings,
            small=small,
            stories=_stories(data),
            icons=ICONS,
            light=theme.LIGHT,
            dark=theme.DARK,
            theme=theme,
            styles=styles_of(every),
            fonts=FONTS,
            pictures=pictures,
            cell=_cell_writer(data, pictures),
            tight=phase_style(data.phases, grid).size < theme.LARGE,
            numbers={picture: place for place, picture in enumerate(pictures)},
            paper=(max(width, round(theme.PAGE_MIN)), round(max(width, theme.PAGE_MIN) / 2**0.5)),
        ),
        "\n".join(map(font_face, FACES)),
    )


def _cell_writer(data: MapData, pictures: list[Picture]) -> Callable[[Cell], Markup]:
    """Give what writes a cell as HTML: once, though a page shows it in the table and in the list."""
    numbers = {picture: place for place, picture in enumerate(pictures)}
    write_cell: Callable[..., Markup] = getattr(template("items.j2").module, "cell")  # noqa: B009
    written: dict[int, Markup] = {}

    def cell(items: Cell) -> Markup:
        if id(items) not in written:
            written[id(items)] = write_cell(items, data.words, ICONS, numbers)
        return written[id(items)]

    return cell


def _drawings(data: MapData, grid: Grid) -> dict[str, Drawing]:
    width = round(grid.columns * grid.column, 1)
    found = {}
    if data.points:
        canvas = Canvas()
        height = draw_curve(canvas, data.points, grid.x, 10, grid.columns, inside=True)
        found["curve"] = Drawing(width, round(height + 14, 1), tuple(canvas.strokes))
    if data.loop:
        found["loop"] = _loop(data.loop, data.phases, grid, width)
    return found


def _loop(loop: LoopData, phases: tuple[PhaseHead, ...], grid: Grid, width: float) -> Drawing:
    canvas = Canvas()
    height = draw_loop(canvas, loop, phases, grid.x, grid.column, 12, width - theme.GUTTER)
    return Drawing(width, round(height + 14, 1), tuple(canvas.strokes))


def _stories(data: MapData) -> tuple[tuple[PhaseHead, tuple[Story, ...]], ...]:
    """Give the map phase by phase: first the phase itself, then its touchpoints."""
    points = {point.place: point for point in data.points if not point.whole}
    whole = {point.place: point for point in data.points if point.whole}
    found = []
    for place, phase in enumerate(data.phases):
        own = whole.get(phase.first + phase.span / 2)
        stories = [_story(None, own, _cells(data, "phase", place))]
        for step, card in enumerate(phase.steps):
            point = points.get(phase.first + step + 0.5)
            stories.append(_story(card, point, _cells(data, "touchpoint", phase.first + step)))
        found.append((phase, tuple(stories)))
    return tuple(found)


def _story(card: Step | None, point: Point | None, held: tuple[tuple[Lane, Cell], ...]) -> Story:
    feeling = f"{point.text} {point.word}".strip() if point else ""
    return Story(card, feeling, point.score if point else 0, held)


def _cells(data: MapData, scope: str, place: int) -> tuple[tuple[Lane, Cell], ...]:
    return tuple(
        (lane, row.cells[place])
        for lane in data.lanes
        for row in lane.rows
        if row.scope == scope and row.cells[place] and lane.key != "touchpoints"
    )


def _pictures(data: MapData) -> list[Picture]:
    """Give every picture once, however often it is shown."""
    cells = [cell for lane in data.lanes for row in lane.rows for cell in row.cells]
    found = {item: None for cell in cells for item in cell if isinstance(item, Picture) and item.data}
    portrait = data.header.who.portrait if data.header.who else None
    return [*found, *([portrait] if portrait else [])]
