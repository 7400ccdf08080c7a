"""Reactions to content that are worth points, by the name people give them in a journey."""

from __future__ import annotations

WORDS = {
    "points": "points",
    "view": "viewed",
    "click": "click",
    "download": "download",
    "form": "form filled in",
    "bounce": "gone at once",
    "unopened": "unopened",
    "share": "shared",
    "subscribe": "signed up",
    "unsubscribe": "signed off",
    "positive-reaction": "positive reaction",
    "negative-reaction": "negative reaction",
}
COUNTS: dict[str, tuple[str, ...]] = {}
