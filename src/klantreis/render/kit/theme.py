"""The look of the map: colours by role, type sizes, and the measures everything is laid out in.

Drawing code speaks of roles (`ink`, `soft`, `pain`); SVG turns them into literal colours, HTML into
custom properties, so that a dark theme is a second table and nothing else.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from klantreis.render.kit.current import held

if TYPE_CHECKING:
    from markupsafe import Markup

PHASES = ("#244F7A", "#2C6E6F", "#7A5A22", "#6B3F6E", "#3F6235", "#8A4438", "#48508A", "#5E5348")
"""One deep, muted colour a phase, in turn."""

_PHASES_DARK = ("#2F659B", "#2F7574", "#86631F", "#80508A", "#4C7740", "#A0564A", "#5B64A6", "#70655A")
_PHASE_TEXT_DARK = ("#8DB9E6", "#7CC7C5", "#DDB566", "#CDA0D2", "#9CCB8B", "#E5A397", "#A9B2EE", "#C9BCAE")

LIGHT: dict[str, str] = {
    "paper": "#FBFAF7",
    "card": "#FFFFFF",
    "ink": "#1E2430",
    "soft": "#5B6474",
    "faint": "#A9AEB8",
    "line": "#E3E0D8",
    "edge": "#DDD9CF",
    "good": "#2F7D5B",
    "bad": "#B5443A",
    "gold": "#B7791F",
    "gold-ink": "#6F4A10",
    "gold-text": "#8F5C10",
    "gold-tint": "#FCF1DC",
    "blue": "#2B6CB0",
    "blue-ink": "#1D4975",
    "blue-tint": "#E6F0FA",
    "blue-track": "#BFDCF2",
    "bad-ink": "#7C2A23",
    "bad-tint": "#FBE9E6",
    "bad-faint": "#EFC6C0",
    "good-ink": "#1D5740",
    "good-tint": "#E5F2EB",
    "good-area": "#DFE9E4",
    "bad-area": "#F2E1DE",
    "pill": "#1E2430",
    "pill-text": "#FFFFFF",
    "on-phase": "#FFFFFF",
    "on-phase-soft": "#E9EDF2",
    "track": "#E9E6DF",
    "tag": "#EFEDE7",
    **{f"p{i}": colour for i, colour in enumerate(PHASES)},
    **{f"t{i}": colour for i, colour in enumerate(PHASES)},
}
"""Colours by role on paper; `p0`… fill a phase, `t0`… are text in its colour."""

DARK: dict[str, str] = {
    "paper": "#15181E",
    "card": "#1F242D",
    "ink": "#ECEEF2",
    "soft": "#A6AFBD",
    "faint": "#6C7584",
    "line": "#2C323C",
    "edge": "#363D49",
    "good": "#5DBB8E",
    "bad": "#E5877D",
    "gold": "#E0AC55",
    "gold-ink": "#F3DDB0",
    "gold-text": "#E8BE74",
    "gold-tint": "#352A15",
    "blue": "#6AAEE8",
    "blue-ink": "#CFE4F8",
    "blue-tint": "#17293C",
    "blue-track": "#2D4C69",
    "bad-ink": "#F7CFCA",
    "bad-tint": "#3A2120",
    "bad-faint": "#6E413C",
    "good-ink": "#C6EBD8",
    "good-tint": "#18301F",
    "good-area": "#1D322A",
    "bad-area": "#38231F",
    "pill": "#ECEEF2",
    "pill-text": "#15181E",
    "on-phase": "#FFFFFF",
    "on-phase-soft": "#EDF1F6",
    "track": "#343B46",
    "tag": "#2A303A",
    **{f"p{i}": colour for i, colour in enumerate(_PHASES_DARK)},
    **{f"t{i}": colour for i, colour in enumerate(_PHASE_TEXT_DARK)},
}

TINY, SMALL, BODY, LARGE, TITLE = 11.5, 12.5, 13.5, 16.0, 34.0
"""The five type sizes, in pixels."""

LINE_HEIGHT, TITLE_HEIGHT = 1.38, 1.18
BAR_LEAST = 0.12
"""The least part of a scale that is worth a bar."""
PAGE_MIN = 1240.0
"""The least width of a page: the header needs it."""

# What a look may change has no value of its own here: `theme.MARGIN` asks what holds for the drawing that is
# being made. Never import these by name: a copy would keep the measures of the moment of import.
MARGIN: float
"""White around the page, in pixels."""
LABEL: float
"""The width of the lane names."""
COLUMN: float
"""The least width of a touchpoint's column, its gutter included."""
COLUMN_MAX: float
"""The most width of a touchpoint's column."""
GUTTER: float
"""White between columns."""
INSET: float
"""White inside a card."""
RADIUS: float
"""How round the corners of a card are."""
SCALE: float
"""How many times as large a finished picture is shown as it is laid out (see `current.Spacing`)."""
FAMILY: Markup
"""The family of all text and what may stand in for it, as CSS."""


def __getattr__(name: str) -> float | str:
    """Give a measure of the drawing that is being made."""
    try:
        return held().constants[name]
    except KeyError:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}") from None


def phase_role(index: int) -> int:
    """Give which of the phase colours a phase has."""
    return index % held().phases
