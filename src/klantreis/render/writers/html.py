"""HTML: one file, no network."""

from __future__ import annotations

from collections.abc import Sequence

from klantreis.render.page.document import page
from klantreis.render.parts import Options, Part


def write(parts: Sequence[Part], options: Options) -> str:
    """Give views as one page."""
    return page(parts, options)
