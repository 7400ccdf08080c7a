"""What a theme file may hold: names, ranges and what each means. Reading, the schema and the docs share this."""

from __future__ import annotations

from klantreis.render.kit.theme import LIGHT

TOP = {
    "name": "What the theme is called.",
    "extends": "The built-in theme it changes: `auto` (unless given), `light`, `dark` or `print`.",
    "colours": "Colours as `#rrggbb`: a few of your own, from which the others are made, or any of them.",
    "dark": "Colours for readers who prefer a dark page. Unless given they are made from `colours`.",
    "font": "The family of all text, with its files beside the theme.",
    "spacing": "Measures in pixels, and how large text is.",
    "logo": "A picture at the top of every page: a path, or `file`, `alt` and `height`.",
}

BASES = ("auto", "light", "dark", "print")

INPUTS = {
    "paper": "The ground of the page.",
    "ink": "Text.",
    "accent": "Opportunities and links.",
    "good": "Above neutral, on target.",
    "bad": "Below neutral, pains.",
    "guess": "What nobody has checked, and moments of truth.",
}
"""The colours of which one brings others with it."""

_ABOUT = {
    "card": "The ground of cards.",
    "soft": "Text that steps back.",
    "faint": "Small signs and scales; no text.",
    "line": "Hairlines between lanes.",
    "edge": "The outline of cards.",
    "pill": "The ground of the names on the curve.",
    "pill-text": "Text on a pill.",
    "on-phase": "Text on the colour of a phase.",
    "on-phase-soft": "Small text on the colour of a phase.",
    "track": "What is empty in a bar.",
    "tag": "The ground of labels.",
    "bad-faint": "Dots of severity that are not filled.",
    "accent-track": "What is empty in the bar of an opportunity.",
    "guess-text": "Text that says something is a guess.",
}
_CARDS = {"bad": "pains", "good": "core values", "accent": "opportunities", "guess": "moments of truth"}
_KINDS = {
    "tint": "The ground of {}.",
    "ink": "Text on the ground of {}.",
    "area": "What the emotion curve fills on this side of neutral.",
}


def _friendly(role: str) -> str:
    return role.replace("gold", "guess", 1).replace("blue", "accent", 1)


ROLE_OF = {_friendly(role): role for role in LIGHT if not role[1:].isdigit()}
"""The colours that have a name, and the role each is drawn with."""

FRIENDLY = {role: name for name, role in ROLE_OF.items()}
"""The name of a role in a theme file; those of phases stand in a list."""


def _about(name: str) -> str:
    family, _, kind = name.rpartition("-")
    return INPUTS.get(name) or _ABOUT.get(name) or _KINDS[kind].format(_CARDS[family])


COLOURS = {name: _about(name) for name in ROLE_OF}
"""What each colour is for."""

MOST_PHASES = 8

FONT = {
    "family": "Its name; with files it is read from them.",
    "regular": "A ttf, otf or woff2 file inside the workspace.",
    "italic": "Its italic, for what customers say.",
    "semibold": "A heavier face, for names and figures.",
}

SPACING = {
    "margin": (16.0, 120.0, "White around the page."),
    "label": (130.0, 320.0, "The width of the lane names."),
    "column": (140.0, 420.0, "The least width of a touchpoint, its gutter included."),
    "gutter": (6.0, 40.0, "White between columns."),
    "inset": (8.0, 24.0, "White inside a card."),
    "radius": (0.0, 16.0, "How round the corners of cards are."),
    "text": (0.8, 1.5, "How many times as large everything is shown: 1.2 is a fifth larger."),
}
"""The least and the most of each measure, and what it is."""

LOGO = {
    "file": "A PNG, JPEG, GIF, WebP or SVG inside the workspace.",
    "dark": "Another for dark pages, of the same shape.",
    "alt": "What a reader who cannot see it hears.",
    "height": "How high it is shown, in pixels: 16 to 96, 36 unless given.",
}
LOGO_HEIGHTS = (16.0, 96.0)
