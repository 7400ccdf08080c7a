"""Under the blueprint: who does how much on which side of the line of visibility, and with which systems.

Both lists stand in columns as wide as those above them, so that paper cut between columns cuts no list.
"""

from __future__ import annotations

from klantreis.language.words import Words
from klantreis.render.blueprint.cards import BADGE, badge, badge_width
from klantreis.render.blueprint.tally import SystemCount, Tally, TeamCount
from klantreis.render.kit import theme
from klantreis.render.kit.draw import Canvas, Line, Rect, text_height, text_width
from klantreis.render.kit.grid import Grid
from klantreis.render.kit.styles import BODY_BOLD, SMALL, SMALL_BOLD, TINY, TINY_BOLD

_GAP = 24.0
_WIDEST = 200.0
"""The widest column of these lists: wide columns under few touchpoints would pull them apart."""
_TEAMS = 3
"""The columns that the teams take: name, both sides, what they own."""
_UNIT = 13.0
_ACROSS = 6
"""The most columns of systems: further apart nobody reads them as one list."""
_HIGH = 46.0
"""About how high a system is."""
_LOW = 6.0
"""Below this many pixels a step is no mark of its own."""
_OFF = 7.0
"""White on either side of the line of visibility."""


def draw_hands(canvas: Canvas, tally: Tally, words: Words, grid: Grid, y: float, right: float) -> float:
    """Draw both lists beside each other; give where they end."""
    y, below = round(y + _GAP, 1), Grid(grid.left, min(grid.column, _WIDEST), grid.columns, grid.gutter)
    room = theme.LABEL - 24
    label = y + canvas.text(0, y, room, words["teams"], BODY_BOLD, "ink")
    label += canvas.text(0, label + 1, room, words["teams-hint"], TINY, "soft")
    low = _teams(canvas, tally, words, below, y)
    if tally.systems:
        low = max(low, _systems(canvas, tally.systems, words, below, y, right, low - y))
    return max(low, label) + 20


def _teams(canvas: Canvas, tally: Tally, words: Words, grid: Grid, y: float) -> float:
    """Draw the teams; give where they end."""
    middle = _middle(grid)
    top = y = y + _heads(canvas, tally, words, grid, y) + 6
    for team in tally.teams:
        y += _team(canvas, team, tally, words, grid, y)
    canvas.strokes.append(Line(middle, round(top - 2, 1), middle, round(y, 1), "ink", 2.2, "9 5"))
    return y


def _middle(grid: Grid) -> float:
    """Give where the line of visibility stands between the two sides."""
    return round(grid.x(1) + grid.room() / 2, 1)


def _heads(canvas: Canvas, tally: Tally, words: Words, grid: Grid, y: float) -> float:
    """Write what stands in the columns, the two sides at either side of the line; give the height."""
    middle, half = _middle(grid), grid.column / 2 - _OFF - 4
    owned = words["owned"].lower() if any(team.owns for team in tally.teams) else ""
    heads = (
        (words["in-sight"], middle - _OFF - half, half, "end"),
        (words["out-of-sight"], middle + _OFF, half, "start"),
        (owned, grid.x(2), grid.room(), "start"),
    )
    tall = max(text_height(room, text, TINY) for text, _, room, _ in heads)
    for text, x, room, anchor in heads:
        canvas.text(x, y + tall - text_height(room, text, TINY), room, text, TINY, "soft", anchor=anchor)
    return tall


def _team(canvas: Canvas, team: TeamCount, tally: Tally, words: Words, grid: Grid, y: float) -> float:
    x, middle, tall = grid.x(0), _middle(grid), BADGE + 7
    wide = max([24.0, *map(badge_width, tally.letters.values())]) + 8
    if team.name:
        badge(canvas, x, y + 3, tally.letters[team.name])
    name, fill = (team.name, "ink") if team.name else (words["nobody"], "soft")
    tall = max(tall, 7 + canvas.text(x + wide, y + 3, grid.room() - wide, name, SMALL, fill))
    most = max([1, *(max(other.front, other.behind) for other in tally.teams)])
    unit = min(_UNIT, (grid.room() / 2 - _OFF - 20) / most)
    for count, way in ((team.front, -1), (team.behind, 1)):
        _marks(canvas, count, way, middle, unit, y + 6)
    if team.owns:
        text = words.count("touchpoint", team.owns)
        tall = max(tall, 7 + canvas.text(grid.x(2), y + 4, grid.room(), text, TINY, "soft"))
    return tall


def _marks(canvas: Canvas, count: int, way: int, middle: float, unit: float, y: float) -> None:
    """Draw a mark a step, away from the line: full in sight, open behind it; and the count."""
    if not count:
        return
    whole = unit < _LOW
    wide = max(2.0, count * unit) if whole else count * unit - 3
    start = middle + _OFF if way > 0 else middle - _OFF - wide
    fill = "card" if way > 0 else "soft"
    for nth in range(1 if whole else count):
        size = wide if whole else unit - 3
        at = round(start + nth * unit, 1)
        canvas.add(Rect(at, round(y, 1), round(size, 1), 10.0, fill, "soft", 1.5, "", 1.2))
    text = str(count)
    long = text_width(text, TINY_BOLD) + 1
    at = start + wide + 6 if way > 0 else start - 6 - long
    canvas.text(at, y + 5 - TINY_BOLD.leading / 2, long, text, TINY_BOLD, "ink")


def _systems(
    canvas: Canvas, systems: tuple[SystemCount, ...], words: Words, grid: Grid, y: float, right: float, beside: float
) -> float:
    """Draw the systems in columns, read downward; give where they end."""
    most = int((right - grid.x(_TEAMS) + grid.gutter) // grid.column)
    y += canvas.text(grid.x(_TEAMS), y, grid.room(), words["systems"], BODY_BOLD, "ink") + 8
    # About as high as the teams beside it, and no wider than it must be.
    down = max(-(-len(systems) // max(1, min(most, _ACROSS))), round(beside / _HIGH), 1)
    across = -(-len(systems) // down)
    low = y
    for column in range(across):
        at = y
        for system in systems[column * down : (column + 1) * down]:
            at += _system(canvas, system, words, grid.x(_TEAMS + column), at, grid.room()) + 9
        low = max(low, at - 9)
    return low


def _system(canvas: Canvas, system: SystemCount, words: Words, x: float, y: float, room: float) -> float:
    top = y
    canvas.icon(x, y + 1.5, 15, "system", "soft")
    y += canvas.text(x + 23, y, room - 23, system.name, SMALL_BOLD, "ink")
    below = " · ".join((words.count("step", system.steps), *((", ".join(system.teams),) if system.teams else ())))
    return y + canvas.text(x + 23, y, room - 23, below, TINY, "soft") - top
