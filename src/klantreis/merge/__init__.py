"""Three versions of a file merged by ids: the merge driver of git.

Pieces of text are taken from the side that changed them, byte for byte; the result is read again,
and given back only when it means what both sides meant (`meaning`), with no new mistakes (`proof`).
"""

from __future__ import annotations

from klantreis.merge.threeway import Labels, Merged, Style, merge

__all__ = ["Labels", "Merged", "Style", "merge"]
