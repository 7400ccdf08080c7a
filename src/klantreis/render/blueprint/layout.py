"""Where everything in the blueprint stands: from its data to strokes, all measures in pixels."""

from __future__ import annotations

from klantreis.language.words import Words
from klantreis.render.blueprint import arrows
from klantreis.render.blueprint.cards import paint_mood
from klantreis.render.blueprint.data import LINES, Blueprint
from klantreis.render.blueprint.plan import APART, EDGE, TRACK, Bond, Plan, Row, bonds_of, label, label_room, plan_of
from klantreis.render.blueprint.tally import Tally
from klantreis.render.blueprint.teams import draw_hands
from klantreis.render.kit import theme
from klantreis.render.kit.draw import Canvas, Line, Rect, text_height, text_width
from klantreis.render.kit.grid import Grid, draw_phases
from klantreis.render.kit.items import Step
from klantreis.render.kit.sheet import Cuts, Page
from klantreis.render.kit.styles import BODY_BOLD, QUOTE, TINY, TINY_BOLD

_CUT = 4.0
_BEHIND = ("backstage", "support_processes")
"""The rows behind the line of visibility."""
_DASHES = {"interaction": ("", 1.6), "visibility": ("9 5", 2.2), "internal": ("2 4", 1.6)}
"""How the three lines are drawn: each can be told from the others without its name."""


def lay_out(data: Blueprint, tally: Tally, words: Words) -> Page:
    """Give the blueprint as one picture: phases, rows with their lines, arrows, and who does what."""
    plan, canvas = plan_of(data, tally.letters, words), Canvas()
    grid = Grid(theme.LABEL, round(plan.wide + plan.gutter, 1), len(data.columns), plan.gutter)
    right = round(max(theme.PAGE_MIN - 2 * theme.MARGIN, grid.right + plan.gutter), 1)
    top = draw_phases(canvas, data.phases, grid, 0.0) + 14
    cuts = [round(top, 1)]
    _moods(canvas, plan, grid, top)
    _stage(canvas, plan, right)
    for number, row in enumerate(plan.rows):
        _name(canvas, plan, row, number, right)
        cuts.append(round(row.top - APART, 1))
    bonds = bonds_of(plan)
    arrows.draw_bonds(canvas, bonds, grid)
    arrows.draw_routes(canvas, plan.routes, plan.spots, grid, plan.channels, (plan.step, TRACK))
    for row in plan.rows:
        _cards(canvas, plan, row, grid)
        if not any(row.cells):
            _nothing(canvas, plan, row, grid, bonds)
    arrows.draw_heads(canvas, plan.routes, plan.spots, grid)
    bottom = plan.bottom + EDGE
    if tally.teams or tally.systems:
        cuts.append(plan.bottom)
        bottom = draw_hands(canvas, tally, words, grid, plan.bottom, right)
    # A cut leaves whole what stands on the edge of a card: the square of a hand-over.
    xs = tuple(round(grid.x(phase.first) - (_CUT if phase.first else 0), 1) for phase in data.phases)
    return Page(right, round(bottom, 1), tuple(canvas.strokes), Cuts(xs, tuple(cuts), theme.LABEL, round(top, 1)))


def _moods(canvas: Canvas, plan: Plan, grid: Grid, y: float) -> None:
    if not plan.data.moods:
        return
    canvas.text(0, y, label_room(), plan.words.about("map").lanes["emotion"][0], BODY_BOLD, "ink")
    for mood in plan.data.moods:
        paint_mood(canvas, mood, grid.x(mood.first), y, grid.room(mood.span))


def _stage(canvas: Canvas, plan: Plan, right: float) -> None:
    """Shade what the customer does not see."""
    behind = [row for row in plan.rows if row.key in _BEHIND]
    if behind and len(behind) < len(plan.rows):
        top = behind[0].top - APART
        left = theme.LABEL - EDGE
        canvas.add(Rect(left, top, round(right - left, 1), round(plan.bottom - top, 1), "tag"))


def _name(canvas: Canvas, plan: Plan, row: Row, number: int, right: float) -> None:
    """Write the name of a row, and draw the line above it."""
    line, y = LINES.get(row.key), round(row.top - APART, 1)
    if number and line:
        dash, thick = _DASHES[line]
        name = plan.words[line]
        canvas.add(Line(theme.LABEL - EDGE, y, right, y, "ink", thick, dash))
        canvas.text(0, y - text_height(label_room(), name, TINY_BOLD) / 2, label_room(), name, TINY_BOLD, "ink")
    elif number:
        canvas.add(Line(0, y, right, y, "line"))
    title, hint = label(plan, row)
    top = row.top + (4 if line else 0)
    top += canvas.text(0, top, label_room(), title, BODY_BOLD, "ink")
    canvas.text(0, top + 1, label_room(), hint, TINY, "soft")


def _cards(canvas: Canvas, plan: Plan, row: Row, grid: Grid) -> None:
    for column, cell in enumerate(row.cells):
        for item in cell:
            spot = plan.cards[column] if isinstance(item, Step) else plan.spots[item.number]
            plan.draw(canvas, item, grid.x(column), spot.top, row.least)
        if not cell and row.key == "actions":
            canvas.text(grid.x(column) + 4, row.top, plan.wide - 4, plan.words["no-touchpoint"], QUOTE, "soft")


def _nothing(canvas: Canvas, plan: Plan, row: Row, grid: Grid, bonds: list[Bond]) -> None:
    """Say that a whole row is empty, in the first column where no line passes."""
    ends = [(route, plan.spots[route.link.source], plan.spots[route.link.target]) for route in plan.routes]
    lines = [*bonds, *((s.column, *sorted((s.top, t.top))) for route, s, t in ends if not route.gutters)]
    passed = {column for column, top, bottom in lines if top < row.top < bottom}
    free = next((column for column in range(len(row.cells)) if column not in passed), None)
    text, x = plan.words["nothing"], grid.x(free or 0)
    if free is None:
        wide = round(min(plan.wide, text_width(text, QUOTE) + 12), 1)
        behind = row.key in _BEHIND and plan.rows[0].key not in _BEHIND
        canvas.add(Rect(x, row.top, wide, QUOTE.leading + 4, "tag" if behind else "paper"))
    canvas.text(x + 4, row.top + 2, plan.wide - 4, text, QUOTE, "soft")
