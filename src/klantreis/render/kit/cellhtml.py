"""Cells as HTML: each is written once, though a page shows it in a table and in a list."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from markupsafe import Markup

from klantreis.language.words import Words
from klantreis.render.kit.icons import ICONS
from klantreis.render.kit.items import Cell, Picture, Step
from klantreis.render.kit.templates import template

CellWriter = Callable[[Cell], Markup]


class Cells:
    """Writes the cells of one page, and keeps the pictures in them: each stands in the page once."""

    def __init__(self) -> None:
        self.pictures: dict[Picture, str] = {}
        self._written: dict[int, tuple[Cell, Markup]] = {}
        module = template("items.j2").module
        self._cell: Callable[..., Markup] = getattr(module, "cell")  # noqa: B009  # a macro, unknown to types
        self._item: Callable[..., Markup] = getattr(module, "item")  # noqa: B009  # as above

    def writer(self, words: Mapping[str, str], own: Words) -> CellWriter:
        """Give what writes the cells of a journey. `words` are those of its map, `own` those of the page."""

        def cell(items: Cell) -> Markup:
            held = self._written.get(id(items))
            if held is None:
                # The cell is kept with its markup: a freed one would lend its id to another.
                held = items, self._cell(items, words, own, ICONS, self.picture)
                self._written[id(items)] = held
            return held[1]

        return cell

    def step(self, step: Step, words: Mapping[str, str], own: Words, tag: str) -> Markup:
        """Write the card of a touchpoint by itself, its title as a heading: an element of this name."""
        return self._item(step, words, own, ICONS, self.picture, tag)

    def picture(self, picture: Picture) -> str:
        """Give the id under which the page holds a picture."""
        return self.pictures.setdefault(picture, f"pic{len(self.pictures)}")
