"""Small ways with words that several floors share."""

from __future__ import annotations

_LIMIT = 60


def shortened(text: str, limit: int = _LIMIT) -> str:
    """Give a text on one line, cut at `limit` characters with an ellipsis."""
    text = " ".join(text[: 4 * limit].split())
    return text if len(text) <= limit else text[: limit - 1] + "…"


def plural(count: int, word: str) -> str:
    """Give `1 error`, `2 errors`."""
    return f"{count} {word}{'' if count == 1 else 's'}"
