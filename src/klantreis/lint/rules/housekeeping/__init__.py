"""Rules of the group `housekeeping`: codes K901 and on."""

from __future__ import annotations

from klantreis.lint.rule import LintRule
from klantreis.lint.rules.housekeeping import (
    bare_ignore,
    stale_baseline,
    unknown_ignore,
    unused_ignore,
    yaml_readers_differ,
)

RULES: tuple[LintRule, ...] = (
    unused_ignore.RULE,
    unknown_ignore.RULE,
    bare_ignore.RULE,
    yaml_readers_differ.RULE,
    stale_baseline.RULE,
)
"""The rules of this group, by code."""
