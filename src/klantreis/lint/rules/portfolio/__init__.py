"""Rules of the group `portfolio`: codes K801 and on."""

from __future__ import annotations

from klantreis.lint.rule import LintRule
from klantreis.lint.rules.portfolio import (
    recurring_pain,
    same_title_different_ids,
    twin_journeys,
    unused_persona,
    unused_segment,
    unused_team,
)

RULES: tuple[LintRule, ...] = (
    recurring_pain.RULE,
    same_title_different_ids.RULE,
    unused_persona.RULE,
    unused_team.RULE,
    unused_segment.RULE,
    twin_journeys.RULE,
)
"""The rules of this group, by code."""
