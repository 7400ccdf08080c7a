"""The formats there are: how views are written down."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib import import_module
from typing import cast

from klantreis.render.kit.look import using
from klantreis.render.parts import Options, Part

Write = Callable[[Sequence[Part], Options], "str | bytes"]


@dataclass(frozen=True, slots=True)
class Format:
    """A way to write views. `several` tells whether one file holds more than one.

    `views` are those it can write, none meaning all; the first is the one it writes unless told. `lanes`
    tells whether a choice of lanes means anything to it.
    """

    name: str
    ending: str
    several: bool = False
    views: tuple[str, ...] = ()
    lanes: bool = True

    def write(self, parts: Sequence[Part], options: Options) -> str | bytes:
        """Write parts down as the text or the bytes of a file."""
        write = cast("Write", import_module(f"klantreis.render.writers.{self.name}").write)
        with using(options.look):
            return write(parts, options)


FORMATS: dict[str, Format] = {
    form.name: form
    for form in (
        Format("html", ".html", several=True),
        Format("svg", ".svg"),
        Format("png", ".png"),
        Format("pdf", ".pdf", several=True),
        Format("markdown", ".md", several=True),
        Format("mermaid", ".mmd", views=("map",), lanes=False),
        Format("dot", ".dot", views=("flow",), lanes=False),
        Format("json", ".json", several=True, views=("map",), lanes=False),
    )
}
"""The formats by name."""
