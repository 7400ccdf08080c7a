"""SVG: opens the same in browsers, Inkscape and PowerPoint."""

from __future__ import annotations

from collections.abc import Sequence

from klantreis.render.kit.frame import framed_svg
from klantreis.render.parts import Options, Part


def write(parts: Sequence[Part], options: Options) -> str:
    """Give one view as SVG."""
    (part,) = parts
    return framed_svg(part.sheet(), options.look)
