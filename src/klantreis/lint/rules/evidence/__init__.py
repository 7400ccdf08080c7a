"""Rules of the group `evidence`: codes K501 and on."""

from __future__ import annotations

from klantreis.lint.rule import LintRule
from klantreis.lint.rules.evidence import (
    metric_off_scale,
    metric_without_date,
    metric_without_scale,
    metric_without_target,
    no_conversation,
    no_evidence,
    no_review_date,
    old_evidence,
    only_assumptions,
    review_in_future,
    review_past_due,
    small_sample,
    target_met,
    unused_evidence,
)

RULES: tuple[LintRule, ...] = (
    no_evidence.RULE,
    only_assumptions.RULE,
    no_conversation.RULE,
    old_evidence.RULE,
    small_sample.RULE,
    unused_evidence.RULE,
    no_review_date.RULE,
    review_past_due.RULE,
    review_in_future.RULE,
    metric_without_target.RULE,
    metric_without_date.RULE,
    metric_without_scale.RULE,
    target_met.RULE,
    metric_off_scale.RULE,
)
"""The rules of this group, by code."""
