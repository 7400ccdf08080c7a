"""The fixed words of the page around the views."""

from __future__ import annotations

WORDS = {
    "skip": "Skip to the content",
    "navigation": "On this page",
    "tables": "As a table",
    "scroll": "Scroll sideways for the rest",
    "picture": "{name}, scrollable",
    "filter": "Filter",
    "clear": "Show all",
    "channel": "Channel",
    "team": "Team",
    "evidence": "Evidence",
    "proven": "proven",
    "guess": "assumption",
    "unsaid": "without evidence",
    "shown": "{shown} of {total} shown",
    "fold": "Fold lanes",
    "lit": "{title} highlighted. Escape brings everything back.",
    "basis": "What this rests on",
    "about": "More about {name}",
    "bio": "Who",
    "goals": "Wants to reach",
    "frustrations": "Is annoyed by",
    "preferred": "Preferably by",
}
COUNTS = {
    "touchpoint": ("touchpoint", "touchpoints"),
    "journey": ("customer journey", "customer journeys"),
}
