"""What all parts of one page share: how its pictures and cells are written, and the words of a language."""

from __future__ import annotations

from dataclasses import dataclass, field

from markupsafe import Markup

from klantreis.language.words import Words, words_of
from klantreis.render.kit.cellhtml import Cells
from klantreis.render.kit.draw import Canvas
from klantreis.render.kit.head import draw_mark
from klantreis.render.kit.inline import HIDDEN, Inline
from klantreis.render.kit.look import Look


@dataclass(slots=True, eq=False)
class Writing:
    """Writes the parts of one page in a look."""

    look: Look
    ink: Inline = field(init=False)
    cells: Cells = field(init=False)
    _marks: dict[str, Markup] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Begin a page."""
        self.ink, self.cells = Inline(self.look), Cells()

    def mark(self, name: str) -> Markup:
        """Give a mark of the legend as a small picture: the same strokes as on the sheet."""
        if name not in self._marks:
            canvas = Canvas()
            draw_mark(canvas, name, 1, 0)
            strokes = tuple(canvas.strokes)
            self._marks[name] = self.ink.svg(15, 16, strokes, key=f"mark-{len(self._marks)}", name="mark", alt=HIDDEN)
        return self._marks[name]


def page_words(language: str) -> Words:
    """Give the words of the page for a journey's language."""
    return words_of(language).about("page")
