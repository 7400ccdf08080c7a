"""Rules of the group `dream`: codes K701 and on."""

from __future__ import annotations

from klantreis.lint.rule import LintRule
from klantreis.lint.rules.dream import (
    dependency_ends_later,
    done_without_change,
    dream_equals_current,
    dream_lifts_no_low,
    dropped_without_reason,
    gap_without_initiative,
    initiative_after_horizon,
    initiative_closes_nothing,
    initiative_overdue,
    initiative_without_date,
    initiative_without_owner,
    no_dream,
    step_without_fate,
    unmatched_dream_step,
)

RULES: tuple[LintRule, ...] = (
    no_dream.RULE,
    dream_equals_current.RULE,
    dream_lifts_no_low.RULE,
    dropped_without_reason.RULE,
    unmatched_dream_step.RULE,
    step_without_fate.RULE,
    gap_without_initiative.RULE,
    initiative_closes_nothing.RULE,
    initiative_without_owner.RULE,
    initiative_without_date.RULE,
    initiative_after_horizon.RULE,
    dependency_ends_later.RULE,
    done_without_change.RULE,
    initiative_overdue.RULE,
)
"""The rules of this group, by code."""
