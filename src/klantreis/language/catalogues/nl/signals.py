"""Reactions to content that are worth points, by the name people give them in a journey."""

from __future__ import annotations

WORDS = {
    "points": "punten",
    "view": "bekeken",
    "click": "klik",
    "download": "download",
    "form": "formulier ingevuld",
    "bounce": "direct weg",
    "unopened": "ongeopend",
    "share": "gedeeld",
    "subscribe": "aangemeld",
    "unsubscribe": "afgemeld",
    "positive-reaction": "positieve reactie",
    "negative-reaction": "negatieve reactie",
}
COUNTS: dict[str, tuple[str, ...]] = {}
