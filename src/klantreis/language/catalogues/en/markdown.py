"""The fixed words of Markdown that the map has not."""

from __future__ import annotations

WORDS = {
    "brief": "What it is about",
    "met": "met",
    "not-met": "not met",
    "no-touchpoints": "No touchpoints yet.",
    "curve-told": "From −2 to +2; left of the line is negative, right of it positive.",
    "nothing": "Nothing to show.",
}
COUNTS: dict[str, tuple[str, ...]] = {}
