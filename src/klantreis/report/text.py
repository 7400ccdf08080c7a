"""Pieces of text with a style, and what makes text from strangers safe on a terminal."""

from __future__ import annotations

import re
import unicodedata

Piece = tuple[str, str]
"""A style (rich's words, empty for none) and a text."""
Line = list[Piece]

# Control characters and direction overrides could repaint the terminal or reorder a line.
_UNSAFE = re.compile("[\x00-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


def safe(text: str) -> str:
    """Give the text with every character that could command a terminal written out."""
    return _UNSAFE.sub(lambda match: "\ufffd" if match.group() != "\t" else " ", text)


def width(text: str) -> int:
    """Give how many columns a terminal takes for a text."""
    if text.isascii():
        return len(text)
    return sum(_columns(char) for char in text)


def _columns(char: str) -> int:
    if unicodedata.combining(char) or unicodedata.category(char) in ("Mn", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(char) in ("W", "F") else 1
