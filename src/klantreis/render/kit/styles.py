"""The styles of text on a map: five sizes, and weight before colour."""

from __future__ import annotations

from klantreis.render.kit import theme
from klantreis.render.kit.measure import Style

TINY = Style(theme.TINY)
TINY_BOLD = Style(theme.TINY, "semibold")
SMALL = Style(theme.SMALL)
SMALL_BOLD = Style(theme.SMALL, "semibold")
QUOTE = Style(theme.SMALL, "italic")
BODY_BOLD = Style(theme.BODY, "semibold")
LARGE_BOLD = Style(theme.LARGE, "semibold")
TITLE = Style(theme.TITLE, "semibold")
