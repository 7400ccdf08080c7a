"""A comment ignores a rule that finds nothing there.

An exception that nobody needs any more is a lie in the map: it says that something is wrong on
purpose, and nothing is. Maps are read again and again, so what is mended must lose its excuse too.

Bad:

    title: Ik wil een bankrekening openen
    phases:
      - title: Oriëntatie
        touchpoints:
          # klantreis: ignore[touchpoint-without-channel] nog uitzoeken
          - {title: Vraagt het haar moeder, channel: word-of-mouth}

Good:

    title: Ik wil een bankrekening openen
    phases:
      - title: Oriëntatie
        touchpoints:
          - {title: Vraagt het haar moeder, channel: word-of-mouth}

Fix: safe. The name is taken out of the comment; a comment without names goes.
"""

from __future__ import annotations

from klantreis.findings import Severity
from klantreis.lint.rule import LintRule, never

RULE = LintRule(
    code="K901",
    name="unused-ignore",
    group="housekeeping",
    severity=Severity.WARNING,
    on="ignore",
    check=never,
    doc=__doc__,
    ideas=(27,),
    fix="safe",
)
