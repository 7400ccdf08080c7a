"""Rules of the group `evidence`: codes K501 and on."""

from __future__ import annotations

from klantreis.lint.rule import LintRule

RULES: tuple[LintRule, ...] = ()
"""The rules of this group, by code."""
