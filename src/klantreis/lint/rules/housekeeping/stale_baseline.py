"""The baseline holds a finding that no longer occurs.

A baseline is a promise to mend old maps bit by bit. What is mended must leave it, or the same
mistake may come back unseen. `klantreis lint --prune-baseline` takes it out, and adds nothing.

Bad:

    title: Ik wil een bankrekening openen
    phases:
      - title: Oriëntatie

Good:

    title: Ik wil een bankrekening openen
    phases:
      - title: Oriëntatie

Fix: none. The example shows no difference: what is stale stands in the baseline, not in the map.
"""

from __future__ import annotations

from klantreis.findings import Severity
from klantreis.lint.rule import LintRule, never

RULE = LintRule(
    code="K905",
    name="stale-baseline",
    group="housekeeping",
    severity=Severity.INFO,
    on="ignore",
    check=never,
    doc=__doc__,
    ideas=(27,),
)
