"""Columns under phases: where they stand, and the heads above them. What the views with a column a touchpoint share."""

from __future__ import annotations

from dataclasses import dataclass, field

from klantreis.render.kit import theme
from klantreis.render.kit.draw import Canvas, Shape, text_height, text_width
from klantreis.render.kit.items import PhaseHead
from klantreis.render.kit.measure import Style
from klantreis.render.kit.styles import BODY_BOLD, LARGE_BOLD, TINY


@dataclass(frozen=True, slots=True)
class Grid:
    """The columns: where they begin and how wide each is, gutter included."""

    left: float
    column: float
    columns: int
    gutter: float = field(default_factory=lambda: theme.GUTTER)

    @property
    def right(self) -> float:
        """Where the last column's cards end."""
        return self.left + self.columns * self.column - self.gutter

    def x(self, column: float) -> float:
        """Give where a column begins."""
        return round(self.left + column * self.column, 1)

    def room(self, span: int = 1) -> float:
        """Give the width of a card over `span` columns."""
        return round(span * self.column - self.gutter, 1)


def grid_of(columns: int) -> Grid:
    """Give the columns of a map: few columns grow to fill the page, many make it wider."""
    fill = (theme.PAGE_MIN - 2 * theme.MARGIN - theme.LABEL + theme.GUTTER) / columns
    return Grid(theme.LABEL, round(min(max(theme.COLUMN, fill), theme.COLUMN_MAX), 1), columns)


_CHEVRON = 31.0
"""What the point and the notch of a chevron take from its width."""
_APART = 4.0
"""White between two chevrons, in pixels."""


def phase_style(phases: tuple[PhaseHead, ...], grid: Grid) -> Style:
    """Give how the names of phases are set: smaller where a word of one would not fit its columns."""
    fits = all(
        text_width(word, LARGE_BOLD) <= grid.room(phase.span) - _CHEVRON
        for phase in phases
        for word in phase.title.split(" ")
    )
    return LARGE_BOLD if fits else BODY_BOLD


def draw_phases(canvas: Canvas, phases: tuple[PhaseHead, ...], grid: Grid, y: float) -> float:
    """Draw the phases as chevrons over their columns, all equally high; give where they end."""
    rooms = [grid.room(phase.span) - _CHEVRON for phase in phases]
    style = phase_style(phases, grid)
    heights = [
        text_height(room, phase.title, style) + text_height(room, phase.below, TINY)
        for phase, room in zip(phases, rooms, strict=True)
    ]
    height = max(54.0, max(heights) + 20)
    for phase, room, own in zip(phases, rooms, heights, strict=True):
        x, wide = grid.x(phase.first), grid.room(phase.span) + (0 if phase is phases[-1] else grid.gutter - _APART)
        notch, middle = 12, y + height / 2
        canvas.add(
            Shape(
                f"M{x} {y:.1f}H{x + wide - notch:.1f}L{x + wide:.1f} {middle:.1f}L{x + wide - notch:.1f} "
                f"{y + height:.1f}H{x}L{x + notch} {middle:.1f}z",
                fill=f"p{phase.colour}",
            )
        )
        top = y + (height - own) / 2
        top += canvas.text(x + 22, top, room, phase.title, style, "on-phase")
        canvas.text(x + 22, top, room, phase.below, TINY, "on-phase-soft")
    return y + height
