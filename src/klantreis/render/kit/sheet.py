"""What every view gives: a picture, and the same in words.

A view places its strokes from 0, 0 on; what stands around it (title, figures, notes, legend) is data, so
that a page, a picture and a text each set it in their own way.
"""

from __future__ import annotations

from dataclasses import dataclass

from klantreis.render.kit.draw import Stroke
from klantreis.render.kit.items import Fact, Header


@dataclass(frozen=True, slots=True)
class Cuts:
    """Where a picture that is too large for its paper may be cut, in pixels of the picture.

    `xs` and `ys` are the places, in order. Left of `left` and above `top` stands what every piece repeats:
    the names of the lanes, the phases.
    """

    xs: tuple[float, ...] = ()
    ys: tuple[float, ...] = ()
    left: float = 0
    top: float = 0


@dataclass(frozen=True, slots=True)
class Page:
    """A finished picture: its size in pixels and its strokes, from 0, 0 on."""

    width: float
    height: float
    strokes: tuple[Stroke, ...]
    cuts: Cuts | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """A picture in words and figures: for who cannot see it, and for Markdown.

    Plain texts. The first cell of a row names it; `numbers` are the columns that hold figures.
    """

    title: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    numbers: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True, eq=False)
class Sheet:
    """A view of one journey or several.

    `key` is what its file is called after, `name` the view in words (for navigation). `summary` says in a
    few sentences what the picture shows. `legend` holds marks (see `kit.head`) with their meaning, `notes`
    what a reader must know and cannot see: what was left out, and why.
    """

    view: str
    key: str
    language: str
    name: str
    header: Header
    drawing: Page
    summary: str
    tables: tuple[Table, ...] = ()
    legend: tuple[tuple[str, str], ...] = ()
    notes: tuple[str, ...] = ()
    sources: tuple[Fact, ...] = ()
    made: str = ""
