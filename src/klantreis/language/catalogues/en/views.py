"""What the views are called."""

from __future__ import annotations

WORDS = {
    "map": "Map",
    "blueprint": "Blueprint",
    "flow": "Flow",
    "curves": "Curves",
    "channels": "Channels",
    "teams": "Teams",
    "priorities": "Priorities",
}
COUNTS: dict[str, tuple[str, ...]] = {}
