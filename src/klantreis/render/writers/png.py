"""PNG: one view in pixels, drawn by resvg with the shipped fonts, the same bytes for the same journey."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from klantreis.errors import UsageError
from klantreis.render.kit.fonts.font import INTER, Font
from klantreis.render.kit.frame import framed_svg
from klantreis.render.parts import Options, Part
from klantreis.render.writers.glyphs import foreign, with_families

if TYPE_CHECKING:
    from resvg import usvg

MOST = 100_000_000
"""The largest picture, in pixels: 400 MB while it is drawn."""
LEAST_SCALE, MOST_SCALE = 0.1, 4.0
_SIZE = re.compile(r'(<svg\b[^>]*?) width="([0-9.]+)" height="([0-9.]+)"')
_FONTS = re.compile(r"@font-face\{[^{}]*\}\n?")


def write(parts: Sequence[Part], options: Options) -> bytes:
    """Give one view as PNG, `options.scale` pixels for each of the picture's.

    Raises `UsageError` for a scale that is out of bounds or makes more than `MOST` pixels, and where resvg
    is not installed.
    """
    (part,) = parts
    scale = options.scale
    if not LEAST_SCALE <= scale <= MOST_SCALE:
        raise UsageError(f"a scale of {scale:g} is not possible.", f"Choose from {LEAST_SCALE:g} to {MOST_SCALE:g}.")
    return draw(_scaled(framed_svg(part.sheet(), options.look), scale), options.look.font)


def draw(svg: str, font: Font = INTER) -> bytes:
    """Draw an SVG of ours as PNG, as large as it says it is, in this font."""
    try:
        from resvg import render, usvg
    except ImportError:
        raise UsageError("PNG needs resvg, which is not installed.", "Install it: `pip install resvg`.") from None
    fonts = _fonts(usvg.Options.default(), svg, font)
    tree = usvg.Tree.from_str(with_families(svg), fonts)
    return bytes(render(tree, (1, 0, 0, 0, 1, 0)))


def _scaled(svg: str, scale: float) -> str:
    """Give the SVG without its fonts, larger or smaller; it keeps its own measures inside."""
    svg = _FONTS.sub("", svg)
    found = _SIZE.search(svg)
    if found is None:
        raise ValueError("no size in the SVG")
    width, height = float(found[2]), float(found[3])
    if width * height * scale * scale > MOST:
        fits = math.floor(math.sqrt(MOST / (width * height)) * 20) / 20
        raise UsageError(
            f"at a scale of {scale:g} the picture has {width * height * scale * scale / 1e6:.0f} million pixels, "
            f"and {MOST / 1e6:.0f} million is the most.",
            f"Choose a scale of {fits:g}, or SVG or PDF, which have no pixels.",
        )
    size = f'{found[1]} width="{max(1, round(width * scale))}" height="{max(1, round(height * scale))}"'
    return svg[: found.start()] + size + svg[found.end() :]


def _fonts(options: usvg.Options, svg: str, font: Font) -> usvg.Options:
    for content in font.truetype():
        options.load_font_data(content)
    options.font_family = "Inter"
    # Only for what Inter lacks: the fonts of a machine must not change what other machines draw.
    if foreign(svg):
        options.load_system_fonts()
    return options
