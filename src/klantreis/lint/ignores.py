"""Comments that ignore findings: `# klantreis: ignore[ends-low] the rest is another journey`."""

from __future__ import annotations

import re

_OURS = re.compile(r"#[ \t]*klantreis:[ \t]*ignore")


def has_ignores(text: str) -> bool:
    """Tell, fast, whether a text may hold such a comment."""
    return "klantreis:" in text and _OURS.search(text) is not None
