"""Small ways with words that several floors share."""

from __future__ import annotations

import re
from typing import Any

_LIMIT = 60
# Control characters and direction overrides could repaint the terminal or reorder a line.
_UNSAFE = re.compile("[\x00-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
# What JSON writes as it is: the same, and line ends that a reader of one object a line might take for one.
_UNSAFE_JSON = re.compile("[\x7f-\x9f\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


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


def dumped(data: Any, *, indent: int | None = 2) -> str:
    r"""Give data as JSON that is safe to show: what could command a terminal, or is no text, is a `\uXXXX`."""
    import json

    text = json.dumps(data, ensure_ascii=False, indent=indent)
    return _UNSAFE_JSON.sub(lambda match: f"\\u{ord(match.group()):04x}", text)
