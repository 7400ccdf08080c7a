"""Rules of the group `experience`: codes K401 and on."""

from __future__ import annotations

from klantreis.lint.rule import LintRule
from klantreis.lint.rules.experience import (
    dip_without_opportunity,
    disappointment_without_pain,
    emotion_contradicts_satisfaction,
    ends_low,
    flat_curve,
    moment_of_truth_without_exceed,
    moment_of_truth_without_expectation,
    negative_moment_of_truth,
    only_sunshine,
    opportunity_solves_nothing,
    opportunity_without_estimate,
    pain_without_opportunity,
    peak_away_from_moment_of_truth,
    touchpoint_without_emotion,
)

RULES: tuple[LintRule, ...] = (
    touchpoint_without_emotion.RULE,
    flat_curve.RULE,
    ends_low.RULE,
    dip_without_opportunity.RULE,
    pain_without_opportunity.RULE,
    opportunity_solves_nothing.RULE,
    opportunity_without_estimate.RULE,
    moment_of_truth_without_expectation.RULE,
    moment_of_truth_without_exceed.RULE,
    negative_moment_of_truth.RULE,
    disappointment_without_pain.RULE,
    only_sunshine.RULE,
    peak_away_from_moment_of_truth.RULE,
    emotion_contradicts_satisfaction.RULE,
)
"""The rules of this group, by code."""
