"""Every rule of the linter, in one explicit tuple, by group and code. A code is never used again."""

from __future__ import annotations

from functools import cache

from klantreis.lint.rule import LintRule
from klantreis.lint.rules import dream, evidence, experience, housekeeping, organisation, portfolio, structure

ALL: tuple[LintRule, ...] = (
    *structure.RULES,
    *experience.RULES,
    *evidence.RULES,
    *organisation.RULES,
    *dream.RULES,
    *portfolio.RULES,
    *housekeeping.RULES,
)


@cache
def by_name() -> dict[str, LintRule]:
    """Give every rule by its code and by its name."""
    return {key: rule for rule in ALL for key in (rule.code, rule.name)}
