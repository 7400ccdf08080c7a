"""An opportunity whose impact or effort nobody has estimated.

A wall full of ideas is not a plan. Two rough figures are enough to begin: what does the customer
gain (`impact`, 1 to 5) and what does it take (`effort`, 1 to 5)? Estimate them together, with the
people who must do the work at the table; then the quick wins stand out by themselves, and the
loudest voice no longer decides what comes first.

A journey without any estimate is reported once, as soon as there are three opportunities to choose
from. Dreams are left alone.

Bad:

    title: Ik wil een nieuwe website
    phases:
      - title: Offerte
        opportunities:
          - {title: Offerte binnen een dag, impact: 4, effort: 2}
          - {title: Drie keuzes met advies, impact: 3}

Good:

    title: Ik wil een nieuwe website
    phases:
      - title: Offerte
        opportunities:
          - {title: Offerte binnen een dag, impact: 4, effort: 2}
          - {title: Drie keuzes met advies, impact: 3, effort: 1}

Fix: none.
"""

from __future__ import annotations

from collections.abc import Iterator

from klantreis.findings import Severity
from klantreis.lint.rule import Found, LintRule, Options
from klantreis.lint.subject import TOP, JourneySubject
from klantreis.model.touchpoint import Opportunity
from klantreis.wording import shortened

_TO_CHOOSE_FROM = 3


def check(subject: JourneySubject, _options: Options) -> Iterator[Found]:
    """Find opportunities that cannot be weighed against the others."""
    if not subject.current:
        return
    found = [at for at in subject.opportunities if lack(at.opportunity)]
    if not found:
        return
    if not any(at.opportunity.impact or at.opportunity.effort for at in subject.opportunities):
        if len(found) >= _TO_CHOOSE_FROM:
            message = f"None of the {len(found)} opportunities has an impact or an effort."
            yield Found(TOP, message, "Estimate both together, from 1 (little) to 5 (much): the quick wins stand out.")
        return
    for at in found:
        yield Found(
            at.path,
            f"`{shortened(at.opportunity.title)}` has {lack(at.opportunity)}.",
            "Estimate it, from 1 (little) to 5 (much), so that it can be weighed against the others.",
        )


def lack(opportunity: Opportunity) -> str:
    """Give in words what is not estimated; nothing when both are."""
    if opportunity.impact is None:
        return "no impact" if opportunity.effort else "neither impact nor effort"
    return "" if opportunity.effort else "no effort"


RULE = LintRule(
    code="K407",
    name="opportunity-without-estimate",
    group="experience",
    severity=Severity.INFO,
    on="journey",
    check=check,
    doc=__doc__,
    ideas=(7, 21),
)
