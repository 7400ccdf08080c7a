"""Pieces to lines again, with conflict markers or with one side's choice."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from klantreis.merge.pieces import FIXED, Block, Conflict, Item, Page

Pick = Literal["marked", "ours", "theirs"]


@dataclass(frozen=True, slots=True)
class Markers:
    """The lines that divide a conflict; without `base` that part is left out."""

    ours: str
    base: str
    middle: str
    theirs: str


class Printer:
    """Prints pages; counts the conflicts it printed."""

    def __init__(self, markers: Markers, pick: Pick) -> None:
        self.markers = markers
        self.pick = pick
        self.conflicts = 0

    def page(self, page: Page) -> list[str]:
        """Give the lines of a document."""
        return [*page.head, *self.block(page.block, page.block.offset)]

    def block(self, block: Block, column: int, prefix: str | None = None) -> list[str]:
        """Give the lines of a block; `prefix` is what stands before its first key, where that is not just space."""
        lines = []
        for n, item in enumerate(block.items):
            first = prefix if n == 0 and prefix is not None else " " * column
            lines += (
                self._conflict(item, column, first) if isinstance(item, Conflict) else self._item(item, column, first)
            )
        return lines + _placed(block.tail, column)

    def _item(self, item: Item, column: int, prefix: str) -> list[str]:
        # What stands above the first key moves above the dash.
        above = _placed(item.lead, _above(column, prefix))
        below = item.below
        if below is not None and below.inline:
            return above + self.block(below, column + below.offset, prefix + item.head)
        first, *more = (item.head + item.value + item.rest).split("\n")
        lines = [*above, prefix + first, *_placed(more, column)]
        return lines if below is None else lines + self.block(below, column + below.offset)

    def _conflict(self, conflict: Conflict, column: int, prefix: str) -> list[str]:
        if conflict.item is not None:
            return [*self._above(conflict, _above(column, prefix)), *self._item(conflict.item, column, prefix)]
        base, ours, theirs = (
            self.block(Block("mapping", 0, inline=False, items=[*items]), column, prefix)
            for items in (conflict.base, conflict.ours, conflict.theirs)
        )
        return _placed(conflict.lead, _above(column, prefix)) + self._choice(base, ours, theirs)

    def _above(self, conflict: Conflict, column: int) -> list[str]:
        """Give the comments above something on which the sides do not agree, the blank lines of both once."""
        base, ours, theirs = (_placed(lines, column) for lines in conflict.leads)
        blank = 0
        while blank < min(len(ours), len(theirs)) and ours[blank] == theirs[blank] == "":
            blank += 1
        return ours[:blank] + self._choice([line for line in base if line], ours[blank:], theirs[blank:])

    def _choice(self, base: list[str], ours: list[str], theirs: list[str]) -> list[str]:
        if self.pick != "marked":
            return ours if self.pick == "ours" else theirs
        self.conflicts += 1
        marks = self.markers
        middle = [marks.base, *base] if marks.base else []
        return [marks.ours, *ours, *middle, marks.middle, *theirs, marks.theirs]


def _above(column: int, prefix: str) -> int:
    """Give the column of what stands above something: that of its dash, where it begins behind one."""
    return len(prefix) - len(prefix.lstrip(" ")) if prefix.strip() else column


def _placed(lines: list[str], column: int) -> list[str]:
    pad = " " * column
    return [line[1:] if line.startswith(FIXED) else line and pad + line for line in lines]
