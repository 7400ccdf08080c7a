"""The columns of a picture of presence: a touchpoint each, narrow, for a mark needs little room."""

from __future__ import annotations

from dataclasses import dataclass

from klantreis.render.kit import theme
from klantreis.render.kit.draw import text_width
from klantreis.render.kit.items import PhaseHead
from klantreis.render.kit.styles import BODY_BOLD, TINY
from klantreis.render.presence.data import Presence

_NAMES = 34.0
"""How much wider the names of the rows are than those of lanes: they have an icon, and numbers to their right."""
COUNT, MEAN, LINES = 92.0, 86.0, 214.0
"""The widths of the figures beside a row: how many, how it feels, what stands out."""
GAP = 28.0
"""White between the columns and the figures."""
LEAD = 28.0
"""White before a phase, for the number of a jump into it; paper is cut before it."""
NOTCH = 8.0
"""The point and the notch of a phase."""
_NUMBERED = 22
"""From so many columns on a column has a number, and its title stands below."""
_TITLED, _LEGIBLE, _NARROW = 0.524, 72.0, 54.0
"""The least width of a column with a title, as a part of one of the map and in pixels, and with a number."""
_MOST, _TITLE_MOST = 190.0, 118.0
_BLOCK = 300.0
"""The least width of a block that paper may cut between."""


@dataclass(frozen=True, slots=True, eq=False)
class Grid:
    """Where the columns begin, in pixels (one more than there are); `numbered` ones have their titles below.

    The columns that begin a phase, but for the first, begin with white: `leads`. `figures` is where the figures
    begin. Paper may be cut at `cuts`: nothing below the rows runs across one.
    """

    edges: tuple[float, ...]
    leads: frozenset[int]
    numbered: bool
    figures: float
    right: float
    cuts: tuple[float, ...]

    @property
    def left(self) -> float:
        """Where the first column begins."""
        return self.edges[0]

    def start(self, column: int) -> float:
        """Give where what stands in a column may begin."""
        return self.edges[column] + (LEAD if column in self.leads else 0)

    def middle(self, column: int) -> float:
        """Give the middle of a column."""
        return round((self.start(column) + self.edges[column + 1]) / 2, 1)

    def turn(self, column: int) -> float:
        """Give where the way turns before a column."""
        return round(self.edges[column] + (LEAD / 2 if column in self.leads else 0), 1)

    def room(self, phase: PhaseHead) -> tuple[float, float]:
        """Give where a phase begins and how wide it is."""
        x = self.turn(phase.first)
        return x, round(self.edges[phase.first + phase.span] - x, 1)

    def blocks(self) -> list[tuple[float, float]]:
        """Give where the blocks between the cuts begin and how wide they are."""
        ends = (*self.cuts[1:], self.edges[-1])
        begins = [x + (LEAD / 2 if x > self.left else 0) for x in self.cuts if x < self.edges[-1]]
        return [(x, round(end - x, 1)) for x, end in zip(begins, ends, strict=False)]


def label() -> float:
    """Give the width of the names of the rows, in pixels."""
    return theme.LABEL + _NAMES


def grid_of(picture: Presence) -> Grid:
    """Give the columns of a picture: a phase is never narrower than the longest word of its name, within reason."""
    count = len(picture.columns)
    numbered = count > _NUMBERED
    least = _NARROW if numbered else _titled(picture)
    widths = [max(least, _word(phase) / phase.span) for phase in picture.phases for _ in range(phase.span)]
    room = theme.PAGE_MIN - 2 * theme.MARGIN - label() - GAP - COUNT - MEAN - LINES
    room -= LEAD * (len(picture.phases) - 1)
    if sum(widths) < room:
        spare = (room - sum(widths)) / count
        widths = [max(width, min(width + spare, _MOST)) for width in widths]
    leads = frozenset(phase.first for phase in picture.phases[1:])
    edges = [label()]
    for column, width in enumerate(widths):
        edges.append(round(edges[-1] + width + (LEAD if column in leads else 0), 1))
    figures = max(edges[-1] + GAP, theme.PAGE_MIN - 2 * theme.MARGIN - COUNT - MEAN - LINES)
    right = figures + COUNT + MEAN + LINES
    return Grid(tuple(edges), leads, numbered, round(figures, 1), round(right, 1), _cuts(picture, edges))


def _titled(picture: Presence) -> float:
    """Give how wide columns must be for the longest word of a title, within reason."""
    stops = (picture.stops[place] for place in picture.columns if place is not None)
    words = [text_width(word, TINY) for stop in stops for word in stop.title.split(" ")]
    least = max(_LEGIBLE, theme.COLUMN * _TITLED)
    return min(max([least, *(width + 10 for width in words)]), max(_TITLE_MOST, least))


def _word(phase: PhaseHead) -> float:
    """Give the width that a phase needs for the longest word of its name, within reason."""
    longest = max([text_width(word, BODY_BOLD) for word in phase.title.split(" ")], default=0.0)
    return min(longest + 2 * NOTCH + 22, _MOST)


def _cuts(picture: Presence, edges: list[float]) -> tuple[float, ...]:
    """Give the phases where paper may be cut: blocks of some width, the last of them too."""
    found: list[float] = []
    for phase in picture.phases:
        x = edges[phase.first]
        if not found or (x - found[-1] >= _BLOCK and edges[-1] - x >= _BLOCK):
            found.append(x)
    return (*found, round(edges[-1] + GAP / 2, 1))
