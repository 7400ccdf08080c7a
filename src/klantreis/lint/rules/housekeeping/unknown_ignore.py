"""A comment ignores a rule that does not exist, or one that cannot be ignored.

A mistyped name would ignore nothing, in silence, and everybody would think it did. What makes a
file a correct journey cannot be ignored: mend it, or take the part out.

Bad:

    title: Ik wil een bankrekening openen
    phases:
      # klantreis: ignore[to-few-phases] meer is het niet
      - title: Oriëntatie

Good:

    title: Ik wil een bankrekening openen
    phases:
      # klantreis: ignore[too-few-phases, phase-without-touchpoints] meer is het niet
      - title: Oriëntatie

Fix: none.
"""

from __future__ import annotations

from klantreis.findings import Severity
from klantreis.lint.rule import LintRule, never

RULE = LintRule(
    code="K902",
    name="unknown-ignore",
    group="housekeeping",
    severity=Severity.WARNING,
    on="ignore",
    check=never,
    doc=__doc__,
    ideas=(30,),
)
