"""Pieces of text with a style, and what makes text from strangers safe on a terminal."""

from __future__ import annotations

import unicodedata

from klantreis.wording import safe

__all__ = ["Line", "Piece", "safe", "width"]

Piece = tuple[str, str]
"""A style (rich's words, empty for none) and a text."""
Line = list[Piece]


def width(text: str) -> int:
    """Give how many columns a terminal takes for a text."""
    if text.isascii():
        return len(text)
    return sum(_columns(char) for char in text)


def _columns(char: str) -> int:
    if unicodedata.combining(char) or unicodedata.category(char) in ("Mn", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(char) in ("W", "F") else 1
