"""What the views are called."""

from __future__ import annotations

WORDS = {
    "map": "Kaart",
    "blueprint": "Blueprint",
    "flow": "Route",
    "curves": "Curves",
    "channels": "Kanalen",
    "teams": "Teams",
    "priorities": "Prioriteiten",
}
COUNTS: dict[str, tuple[str, ...]] = {}
