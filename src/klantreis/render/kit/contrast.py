"""Contrast: how it is measured, between which roles text needs it, and the nearest colour that has it.

The measure is the contrast ratio of the Web Content Accessibility Guidelines 2.2 (success criterion 1.4.3): the
relative luminances of both colours plus 0.05, the lighter over the darker, from 1 to 21. Text needs 4.5.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

NEED = 4.5
"""The least contrast of text on its ground: WCAG 2.2, level AA, text of any size."""

_ON_GROUND = ("ink", "soft", "good", "bad", "gold-text", "blue", *(f"t{i}" for i in range(8)))
"""What is written on paper and on cards."""

PAIRS: tuple[tuple[str, str], ...] = (
    *((text, ground) for ground in ("paper", "card") for text in _ON_GROUND),
    ("gold-ink", "paper"),
    ("blue-ink", "paper"),
    ("good-ink", "paper"),
    ("bad-ink", "paper"),
    *((f"{family}-ink", f"{family}-tint") for family in ("bad", "blue", "gold", "good")),
    *((text, ground) for ground in ("bad-tint", "blue-tint", "gold-tint", "good-tint") for text in ("ink", "soft")),
    *((f"t{i}", "tag") for i in range(8)),
    ("soft", "tag"),
    ("ink", "tag"),
    ("soft", "track"),
    ("ink", "track"),
    ("ink", "good-area"),
    ("ink", "bad-area"),
    ("soft", "good-area"),
    ("soft", "bad-area"),
    ("pill-text", "pill"),
    ("paper", "good"),
    ("paper", "bad"),
    ("paper", "soft"),
    *((text, f"p{i}") for i in range(8) for text in ("on-phase", "on-phase-soft")),
)
"""Every role of text with every role of ground that it is set on, in any view."""


@lru_cache(maxsize=1024)
def luminance(colour: str) -> float:
    """Give the relative luminance of `#rrggbb`, 0 to 1, as WCAG 2.2 defines it for sRGB."""
    red, green, blue = (_linear(int(colour[place : place + 2], 16) / 255) for place in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4  # noqa: PLR2004  # sRGB's own curve


def ratio(one: str, other: str) -> float:
    """Give the contrast ratio of two colours, 1 to 21."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def mix(colour: str, other: str, share: float) -> str:
    """Give a colour with a share (0 to 1) of another, mixed in sRGB."""
    parts = (
        round(int(colour[at : at + 2], 16) * (1 - share) + int(other[at : at + 2], 16) * share) for at in (1, 3, 5)
    )
    return "#" + "".join(f"{part:02X}" for part in parts)


def readable(colour: str, grounds: Iterable[str], need: float = NEED) -> str | None:
    """Give the colour, or the nearest lighter or darker one that has the contrast on every ground; None without one.

    Nearest: the least black or white that has to be mixed in, in hundredths.
    """
    held = tuple(grounds)
    for share in range(101):
        for end in ("#000000", "#FFFFFF"):
            tried = mix(colour, end, share / 100)
            if all(ratio(tried, ground) >= need for ground in held):
                return tried
    return None


def failing(colours: Mapping[str, str]) -> Iterator[tuple[str, str, float]]:
    """Give the pairs of roles, text and ground, whose contrast is too low, with their ratio."""
    for text, ground in PAIRS:
        if (found := ratio(colours[text], colours[ground])) < NEED:
            yield text, ground, found
