"""Rules of the group `experience`: codes K401 and on."""

from __future__ import annotations

from klantreis.lint.rule import LintRule
from klantreis.lint.rules.experience import ends_low

RULES: tuple[LintRule, ...] = (ends_low.RULE,)
"""The rules of this group, by code."""
