"""Whether a text may hold a comment that ignores findings: asked of every file, so cheap."""

from __future__ import annotations

from klantreis.source.marks import has_marks


def has_ignores(text: str) -> bool:
    """Tell, fast, whether a text may hold such a comment."""
    return has_marks(text)
