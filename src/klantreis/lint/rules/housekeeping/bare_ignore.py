"""A comment ignores without saying which rule.

`ignore` alone would hide everything, also what nobody has seen yet. Say which rule, and why:
the reason is what the next reader needs.

Bad:

    title: Ik wil een bankrekening openen
    phases:
      # klantreis: ignore
      - title: Oriëntatie

Good:

    title: Ik wil een bankrekening openen
    phases:
      # klantreis: ignore[phase-without-touchpoints] dat gesprek volgt in mei
      - title: Oriëntatie

Fix: none.
"""

from __future__ import annotations

from klantreis.findings import Severity
from klantreis.lint.rule import LintRule, never

RULE = LintRule(
    code="K903",
    name="bare-ignore",
    group="housekeeping",
    severity=Severity.WARNING,
    on="ignore",
    check=never,
    doc=__doc__,
    ideas=(30,),
)
