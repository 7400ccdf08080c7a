"""Small ways with words that several floors share."""

from __future__ import annotations

import re

_LIMIT = 60
# Control characters and direction overrides could repaint the terminal or reorder a line.
_UNSAFE = re.compile("[\x00-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


def shortened(text: str, limit: int = _LIMIT) -> str:
    """Give a text on one line, cut at `limit` characters with an ellipsis."""
    text = " ".join(text[: 4 * limit].split())
    return text if len(text) <= limit else text[: limit - 1] + "…"


def plural(count: int, word: str) -> str:
    """Give `1 error`, `2 errors`."""
    return f"{count} {word}{'' if count == 1 else 's'}"


def safe(text: str) -> str:
    """Give a line with every character that could command a terminal replaced."""
    return _UNSAFE.sub(lambda match: "\ufffd" if match.group() != "\t" else " ", text)


def safe_lines(text: str) -> str:
    """Give lines, each of them safe."""
    return "\n".join(map(safe, text.split("\n")))
