"""Rules of the group `organisation`: codes K601 and on."""

from __future__ import annotations

from klantreis.lint.rule import LintRule
from klantreis.lint.rules.organisation import (
    core_value_tasted_nowhere,
    handover_without_backstage,
    incomplete_content,
    made_by_one_team,
    one_team_only,
    online_without_offline,
    owner_not_among_makers,
    phase_without_content,
    phase_without_motivations,
    touchpoint_without_core_value,
    touchpoint_without_owner,
    value_contradicted,
)

RULES: tuple[LintRule, ...] = (
    touchpoint_without_owner.RULE,
    one_team_only.RULE,
    owner_not_among_makers.RULE,
    handover_without_backstage.RULE,
    core_value_tasted_nowhere.RULE,
    touchpoint_without_core_value.RULE,
    value_contradicted.RULE,
    online_without_offline.RULE,
    incomplete_content.RULE,
    phase_without_content.RULE,
    phase_without_motivations.RULE,
    made_by_one_team.RULE,
)
"""The rules of this group, by code."""
