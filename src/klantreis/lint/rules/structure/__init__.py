"""Rules of the group `structure`: codes K301 and on."""

from __future__ import annotations

from klantreis.lint.rule import LintRule
from klantreis.lint.rules.structure import (
    dead_end,
    duplicate_titles,
    framework_phases,
    journey_without_persona,
    journey_without_segment,
    lifecycle_without_use_or_loyalty,
    loyalty_loop_leads_forward,
    loyalty_loop_skips_nothing,
    no_loyalty_loop,
    no_moment_of_truth,
    only_one_channel,
    phase_without_touchpoints,
    phases_out_of_stage_order,
    too_few_phases,
    too_many_segments,
    too_many_touchpoints,
    touchpoint_without_channel,
    touchpoint_without_id,
    unreachable_touchpoint,
)

RULES: tuple[LintRule, ...] = (
    phase_without_touchpoints.RULE,
    journey_without_persona.RULE,
    journey_without_segment.RULE,
    no_moment_of_truth.RULE,
    too_few_phases.RULE,
    phases_out_of_stage_order.RULE,
    framework_phases.RULE,
    touchpoint_without_channel.RULE,
    only_one_channel.RULE,
    no_loyalty_loop.RULE,
    loyalty_loop_skips_nothing.RULE,
    loyalty_loop_leads_forward.RULE,
    unreachable_touchpoint.RULE,
    dead_end.RULE,
    touchpoint_without_id.RULE,
    duplicate_titles.RULE,
    too_many_segments.RULE,
    too_many_touchpoints.RULE,
    lifecycle_without_use_or_loyalty.RULE,
)
"""The rules of this group, by code."""
