"""`klantreis init`: a workspace."""

from __future__ import annotations


def init() -> None:
    """Init."""
