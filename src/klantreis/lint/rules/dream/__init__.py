"""Rules of the group `dream`: codes K701 and on."""

from __future__ import annotations

from klantreis.lint.rule import LintRule

RULES: tuple[LintRule, ...] = ()
"""The rules of this group, by code."""
