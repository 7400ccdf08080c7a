r"""JSON that is safe to show: what could command a terminal or is no text is written as `\uXXXX`."""

from __future__ import annotations

import json
import re
from typing import Any

# What `json` writes as it is: controls, direction overrides, halves of characters, and line ends
# that a reader of one object a line might take for one.
_UNSAFE = re.compile("[\x7f-\x9f\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


def dumped(data: Any, *, indent: int | None = 2) -> str:
    """Give data as JSON."""
    text = json.dumps(data, ensure_ascii=False, indent=indent)
    return _UNSAFE.sub(lambda match: f"\\u{ord(match.group()):04x}", text)
