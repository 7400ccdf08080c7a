"""A roadmap as a picture: `FORMATS["svg"](board)`, `FORMATS["html"](board)`.

`timeline` lays out the initiatives by owner and time, `stages` the journey as it becomes; both give strokes.
"""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module

from klantreis.engine.roadmap.board import Board


def _format(name: str) -> Callable[[Board], str]:
    def render(board: Board) -> str:
        made: str = import_module(f"klantreis.render.roadmap.{name}").render(board)
        return made

    return render


FORMATS: dict[str, Callable[[Board], str]] = {name: _format(name) for name in ("html", "svg")}
"""What a roadmap can be drawn as."""
