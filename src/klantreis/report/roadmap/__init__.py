"""A roadmap for people and machines: text, Markdown, JSON and CSV.

    for line in FORMATS["text"](board): ...

A format is a function of a `klantreis.engine.roadmap.board.Board` that gives lines of `(style, text)`
pieces; it is imported when it is asked for. Words are in the language of the roadmap's journeys.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from importlib import import_module

from klantreis.engine.roadmap.board import Board
from klantreis.report.text import Line

Format = Callable[[Board], Iterator[Line]]

NAMES = ("text", "markdown", "json", "csv")
"""Every format, in the order of the help."""


class _Formats(Mapping[str, Format]):
    def __getitem__(self, name: str) -> Format:
        if name not in NAMES:
            raise KeyError(name)
        found: Format = import_module(f"klantreis.report.roadmap.{name}").lines
        return found

    def __iter__(self) -> Iterator[str]:
        return iter(NAMES)

    def __len__(self) -> int:
        return len(NAMES)


FORMATS: Mapping[str, Format] = _Formats()
"""The formats by name."""
