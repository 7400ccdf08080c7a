"""The blueprint measured: where its rows, its cards and its arrows stand, in pixels; nothing is drawn yet."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import pairwise

from klantreis.language.words import Words
from klantreis.render.blueprint.arrows import CLEAR
from klantreis.render.blueprint.cards import mood_height, paint_deed
from klantreis.render.blueprint.data import LINES, Blueprint, Column, Deed
from klantreis.render.blueprint.routes import Route, Spot, lanes, place, route_of
from klantreis.render.kit import theme
from klantreis.render.kit.draw import Canvas, text_height
from klantreis.render.kit.grid import Grid, draw_phases
from klantreis.render.kit.items import Step
from klantreis.render.kit.paint import paint
from klantreis.render.kit.styles import BODY_BOLD, QUOTE, TINY, TINY_BOLD

_GUTTER, TRACK = 26.0, 7.0
"""The least width of a gutter, and how far apart two arrows in it run."""
_WIDEST = 8
"""For so many tracks a gutter grows."""
APART = 16.0
"""White between the cards of a cell, and around a named line."""
EDGE = 12.0
"""White between the stage and what stands on it."""

Bond = tuple[int, float, float]
"""A line down from a touchpoint: column, from, to."""


@dataclass(slots=True)
class Row:
    """A row: its cards by column, and where it begins and ends."""

    key: str
    cells: list[list[Deed | Step]]
    least: float = 0.0
    top: float = 0.0
    bottom: float = 0.0


@dataclass(slots=True)
class Plan:
    """What is known of the picture while it is laid out."""

    data: Blueprint
    words: Words
    letters: Mapping[str, str]
    wide: float
    rows: list[Row] = field(default_factory=list)
    spots: dict[int, Spot] = field(default_factory=dict)
    cards: dict[int, Spot] = field(default_factory=dict)
    """The cards of the touchpoints, by column."""
    routes: list[Route] = field(default_factory=list)
    channels: dict[int, float] = field(default_factory=dict)
    """Where the first track of a channel runs, by row."""
    gutter: float = _GUTTER
    step: float = TRACK
    """How far apart the tracks of a gutter run."""
    bottom: float = 0.0

    def height(self, item: Deed | Step, least: float = 0.0) -> float:
        """Measure a card."""
        return self.draw(Canvas(gauge=True), item, 0, 0, least)

    def draw(self, canvas: Canvas, item: Deed | Step, x: float, y: float, least: float = 0.0) -> float:
        """Draw a card; give its height."""
        if isinstance(item, Step):
            return paint(canvas, item, x, y, self.wide, least)
        return paint_deed(canvas, item, x, y, self.wide, self.letters, least)


def label_room() -> float:
    """Give the width of the names at the left."""
    return theme.LABEL - 2 * EDGE


def plan_of(data: Blueprint, letters: Mapping[str, str], words: Words) -> Plan:
    """Give the measures of a blueprint; `letters` are the badges of its teams."""
    plan = Plan(data, words, letters, _card_width(len(data.columns)))
    bottom, most = _measure(plan, _head_height(data, plan.wide) + 12 + _mood_height(plan))
    plan.bottom = round(bottom, 1)
    plan.gutter, plan.step = _gutter_of(most)
    return plan


def _card_width(columns: int) -> float:
    """Few columns grow to fill the page, many make it wider."""
    fill = (theme.PAGE_MIN - 2 * theme.MARGIN - theme.LABEL) / columns - _GUTTER
    return round(min(max(theme.COLUMN - theme.GUTTER, fill), theme.COLUMN_MAX - _GUTTER), 1)


def _gutter_of(most: int) -> tuple[float, float]:
    """Give how wide the gutters are and how far apart their tracks: many tracks move closer together."""
    wide = max(_GUTTER, min(most, _WIDEST) * TRACK + 12)
    return wide, min(TRACK, (wide - 2 * CLEAR) / (most - 1)) if most > 1 else TRACK


def _head_height(data: Blueprint, wide: float) -> float:
    # The width of the gutter is not known yet; the heads leave it out of account but where they span several.
    grid = Grid(theme.LABEL, wide + _GUTTER, len(data.columns), _GUTTER)
    return draw_phases(Canvas(), data.phases, grid, 0.0)


def _mood_height(plan: Plan) -> float:
    label = text_height(label_room(), plan.words.about("map").lanes["emotion"][0], BODY_BOLD)
    tall = [mood_height(mood, plan.wide) for mood in plan.data.moods]
    return max(label, *tall) + 5 if tall else -APART + 6


def _cells(columns: tuple[Column, ...], key: str) -> list[list[Deed | Step]]:
    if key == "actions":
        return [[column.card] if column.card else [] for column in columns]
    return [list(column.cell(key)) for column in columns]


def _measure(plan: Plan, y: float) -> tuple[float, int]:
    """Work out where the rows, the cards and the arrows stand; give the bottom and the most tracks of a gutter."""
    plan.rows = [Row(key, _cells(plan.data.columns, key)) for key in plan.data.rows]
    _order(plan)
    plan.routes = [route_of(link, plan.spots[link.source], plan.spots[link.target]) for link in plan.data.links]
    needed = lanes(plan.routes)
    for number, row in enumerate(plan.rows):
        row.top = round(y + _line_above(plan, number) + APART, 1)
        tall = max((_stack(plan, row, column) for column in range(len(row.cells))), default=0.0)
        row.bottom = round(max(row.top + tall, row.top + _label_height(plan, row)), 1)
        if number in needed:
            plan.channels[number] = row.bottom + 10
        y = row.bottom + (needed[number] * TRACK + 6 if number in needed else 0) + APART
    return y, place(plan.routes, plan.spots, plan.channels, TRACK)


def _order(plan: Plan) -> None:
    """Number the cards of each column from the top, and measure them."""
    orders = [0] * len(plan.data.columns)
    for number, row in enumerate(plan.rows):
        single = row.key == "actions"
        row.least = max((plan.height(item) for cell in row.cells for item in cell), default=0.0) if single else 0.0
        for column, cell in enumerate(row.cells):
            for item in cell:
                spot = Spot(column, number, orders[column], plan.height(item, row.least))
                orders[column] += 1
                if isinstance(item, Step):
                    plan.cards[column] = spot
                else:
                    plan.spots[item.number] = spot


def _stack(plan: Plan, row: Row, column: int) -> float:
    """Stack the cards of a cell; give the height."""
    y = row.top
    for item in row.cells[column]:
        spot = plan.cards[column] if isinstance(item, Step) else plan.spots[item.number]
        spot.top = round(y, 1)
        y += spot.height + APART
    return y - row.top - APART if row.cells[column] else 0.0


def _line_above(plan: Plan, number: int) -> float:
    """Give the room that the line above a row takes: its name may need two lines."""
    key = LINES.get(plan.rows[number].key) if number else None
    return max(0.0, text_height(label_room(), plan.words[key], TINY_BOLD) - 14) / 2 if key else 0.0


def _label_height(plan: Plan, row: Row) -> float:
    title, hint = label(plan, row)
    empty = QUOTE.leading + 8 if not any(row.cells) else 0.0
    return max(text_height(label_room(), title, BODY_BOLD) + text_height(label_room(), hint, TINY) + 5, empty, 34.0)


def label(plan: Plan, row: Row) -> tuple[str, str]:
    """Give the name of a row, and what it holds."""
    return plan.words.about("map").lanes[row.key][0], plan.words[row.key]


def bonds_of(plan: Plan) -> list[Bond]:
    """Give the lines that tie a touchpoint to what is done for it: column, from, to."""
    drops = {frozenset((route.link.source, route.link.target)) for route in plan.routes if not route.gutters}
    found = []
    for column in range(len(plan.data.columns)):
        cells = [row.cells[column] for row in plan.rows if row.key != "artefacts" and row.cells[column]]
        for upper, lower in pairwise(cells):
            last, first = upper[-1], lower[0]
            if not isinstance(first, Deed):
                continue
            above = plan.cards[column] if isinstance(last, Step) else plan.spots[last.number]
            if isinstance(last, Step) or frozenset((last.number, first.number)) not in drops:
                found.append((column, above.top + above.height, plan.spots[first.number].top))
    return found
