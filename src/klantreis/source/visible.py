"""What cannot be seen in a text, named, so that nobody is misled by what a terminal makes of it."""

from __future__ import annotations

import re

# What cannot be seen, moves the cursor or turns the direction; and what would look like our word for it.
_UNSEEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060\u2066-\u2069\ufeff"
    "\ud800-\udfff]|\r(?!\n)|<(?=U\\+|0x)"
)
_BYTES = range(0xDC80, 0xDD00)
"""The stand-ins of bytes that are no text."""


def visible(text: str) -> str:
    """Give a text with a name, such as `<U+001B>`, for each sign that cannot be seen; no two texts become the same."""
    return _UNSEEN.sub(lambda match: _named(ord(match.group())), text)


def visible_text(data: bytes) -> str:
    """Give the text of a file as `visible` does; a byte that is no UTF-8 is named too, as `<0xE9>`."""
    return visible(data.decode("utf-8", "surrogateescape"))


def _named(code: int) -> str:
    return f"<0x{code - 0xDC00:02X}>" if code in _BYTES else f"<U+{code:04X}>"
