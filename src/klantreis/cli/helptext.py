"""The words of `--help`: a function's docstring, its lists kept as they are written."""

from __future__ import annotations

from inspect import cleandoc

_AS_WRITTEN = ("Examples:", "Exit codes:", "Names for")


def helptext(text: str | None) -> str:
    """Mark the paragraphs whose lines must stay as they are."""
    parts = cleandoc(text or "").split("\n\n")
    return "\n\n".join(f"\b\n{part}" if part.startswith(_AS_WRITTEN) else part for part in parts)
