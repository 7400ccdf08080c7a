"""The fixed words of Markdown that the map has not."""

from __future__ import annotations

WORDS = {
    "brief": "Waar het om gaat",
    "met": "gehaald",
    "not-met": "niet gehaald",
    "no-touchpoints": "Nog geen contactmomenten.",
    "curve-told": "Van −2 tot +2; links van de streep is negatief, rechts positief.",
    "nothing": "Niets om te tonen.",
}
COUNTS: dict[str, tuple[str, ...]] = {}
