"""The colours of one ink: black and greys on white paper, that a laser printer and a copier keep apart.

Nothing is told by grey alone: good is paler than bad and stands above neutral, cards of one tint have outlines
of their own, the area below neutral is hatched, a guess is dashed. Phases next to each other differ by at least
a seventh of the way from black to white, and stand apart besides.
"""

from __future__ import annotations

_PHASES = ("#1C1C1C", "#6C6C6C", "#343434", "#5A5A5A", "#202020", "#666666", "#3A3A3A", "#606060")

PRINT: dict[str, str] = {
    "paper": "#FFFFFF",
    "card": "#FFFFFF",
    "ink": "#000000",
    "soft": "#444444",
    "faint": "#8C8C8C",
    "line": "#C4C4C4",
    "edge": "#9A9A9A",
    "good": "#5E5E5E",
    "bad": "#000000",
    "gold": "#2E2E2E",
    "gold-ink": "#000000",
    "gold-text": "#2E2E2E",
    "gold-tint": "#FFFFFF",
    "blue": "#333333",
    "blue-ink": "#000000",
    "blue-tint": "#FFFFFF",
    "blue-track": "#D0D0D0",
    "bad-ink": "#000000",
    "bad-tint": "#F0F0F0",
    "bad-faint": "#C4C4C4",
    "good-ink": "#222222",
    "good-tint": "#FFFFFF",
    "good-area": "#EEEEEE",
    "bad-area": "#D9D9D9",
    "pill": "#000000",
    "pill-text": "#FFFFFF",
    "on-phase": "#FFFFFF",
    "on-phase-soft": "#FFFFFF",
    "track": "#DCDCDC",
    "tag": "#F0F0F0",
    **{f"p{i}": grey for i, grey in enumerate(_PHASES)},
    **{f"t{i}": grey for i, grey in enumerate(_PHASES)},
}
"""Colours by role in one ink."""

PRINT_OUTLINED = {
    "bad-tint": "ink",
    "blue-tint": "edge",
    "gold-tint": "soft",
    "good-tint": "edge",
    "tag": "line",
}
"""The edge that a rectangle of this ground gets when it has none."""

PRINT_HATCHED = frozenset({"bad-area"})
"""Grounds with stripes."""
