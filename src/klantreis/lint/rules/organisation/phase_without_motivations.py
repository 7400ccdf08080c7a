"""Most phases say why customers search and choose as they do, this one does not.

Knowing what customers do is half of it. The five motivations ask why: why that information, why
then, why there, why this choice, and when and where they buy. Where they are missing, the team
fills them in from its own habits, and offers comparison tables to people who wanted to be
reassured. A phase that was skipped is usually the one nobody talked with customers about.

The rule speaks when at least two phases, and at least half of the other ones, have motivations.
A phase without touchpoints is left alone, and so are dreams.

Bad:

    title: Ik wil een nieuwe website
    phases:
      - title: Oriëntatie
        motivations: {information: Wil weten wat het ongeveer kost}
        touchpoints: Zoekt bureaus
      - title: Overweging
        touchpoints: Vergelijkt offertes
      - title: Aankoop
        motivations: {choice: Kiest wie de vragen het best begreep}
        touchpoints: Tekent

Good:

    title: Ik wil een nieuwe website
    phases:
      - title: Oriëntatie
        motivations: {information: Wil weten wat het ongeveer kost}
        touchpoints: Zoekt bureaus
      - title: Overweging
        motivations: {sources: Vertrouwt collega's meer dan reclame}
        touchpoints: Vergelijkt offertes
      - title: Aankoop
        motivations: {choice: Kiest wie de vragen het best begreep}
        touchpoints: Tekent

Fix: none.
"""

from __future__ import annotations

from collections.abc import Iterator

from klantreis.findings import Severity
from klantreis.lint.rule import Found, LintRule, Options
from klantreis.lint.subject import JourneySubject
from klantreis.model.journey import MOTIVATIONS, Phase
from klantreis.wording import shortened

_ENOUGH = 2


def check(subject: JourneySubject, _options: Options) -> Iterator[Found]:
    """Find phases without motivations among phases that have some."""
    known = sum(1 for _, phase in subject.phases if _said(phase))
    if known < _ENOUGH or 2 * known < len(subject.phases) - 1 or not subject.current:
        return
    for path, phase in subject.phases:
        if phase.touchpoints and not _said(phase):
            yield Found(
                path,
                f"Phase `{shortened(phase.title)}` has no motivations, and {known} other phases have.",
                "Ask customers why they search and choose as they do here, and write it under `motivations`.",
            )


def _said(phase: Phase) -> bool:
    return phase.motivations is not None and any(getattr(phase.motivations, key) for key in MOTIVATIONS)


RULE = LintRule(
    code="K611",
    name="phase-without-motivations",
    group="organisation",
    severity=Severity.INFO,
    on="journey",
    check=check,
    doc=__doc__,
    ideas=(25,),
)
