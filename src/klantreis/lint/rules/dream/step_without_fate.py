"""A dream does not say what becomes of some steps of the journey it is of.

A dream answers for every step of today: it stays, it merges into another, or it goes, and for a
reason. A step that is simply missing may have been forgotten while drawing, and then nobody
decided anything: the customer will still meet it, and it still costs somebody work. Deciding
step by step is what turns a nice picture into a gap analysis.

Steps that seem to have lost their match by a new title are left to `unmatched-dream-step`.

Bad:

    id: fiets
    title: Ik laat mijn fiets repareren
    phases:
      - title: Reparatie
        touchpoints: [Brengt de fiets weg, Belt of hij klaar is, Betaalt aan de balie]
    ---
    title: Mijn fiets is morgen klaar
    state: dream
    of: fiets
    phases:
      - title: Reparatie
        touchpoints: [Brengt de fiets weg, Betaalt aan de balie]

Good:

    id: fiets
    title: Ik laat mijn fiets repareren
    phases:
      - title: Reparatie
        touchpoints: [Brengt de fiets weg, Belt of hij klaar is, Betaalt aan de balie]
    ---
    title: Mijn fiets is morgen klaar
    state: dream
    of: fiets
    drops: {id: belt-of-hij-klaar-is, why: superfluous}
    phases:
      - title: Reparatie
        touchpoints: [Brengt de fiets weg, Betaalt aan de balie]

Fix: none.
"""

from __future__ import annotations

from collections.abc import Iterator

from klantreis.compare.likeness import guesses, lost
from klantreis.findings import Severity
from klantreis.lint.naming import named
from klantreis.lint.rule import Found, LintRule, Options
from klantreis.lint.subject import DreamSubject
from klantreis.wording import plural, shortened


def check(subject: DreamSubject, _options: Options) -> Iterator[Found]:
    """Find steps of the base that the dream says nothing of."""
    left = _left(subject)
    if not left:
        return
    steps = [subject.base.steps[number] for number in left]
    what = named([step.touchpoint.title for step in steps], room=24)
    yield Found(
        ("of",),
        f"The dream does not say what becomes of {plural(len(left), 'step')} of"
        f" `{shortened(subject.base.name, 30)}`: {what}.",
        "Keep each under its id, name it in `replaces`, or drop it with a reason in `drops`.",
        related=tuple(subject.base.related((*step.path, "title"), "what becomes of this?") for step in steps[:5]),
    )


def _left(subject: DreamSubject) -> list[int]:
    """The steps without a fate, but those that a lost match explains: `unmatched-dream-step` tells of them."""
    matching, dream = subject.matching, subject.dream.journey
    if not matching.unmatched or not (subject.dream.steps or dream.drops):
        return []
    missing = lost(matching, dream)
    if len(missing) == len(subject.dream.steps) > 1:
        return []
    told = guesses(matching, dream, subject.base.journey, missing)
    if len(told) < len(missing):
        # A step that came from nowhere may be any of those left: that is asked first.
        return []
    return [number for number in matching.unmatched if number not in set(told.values())]


RULE = LintRule(
    code="K706",
    name="step-without-fate",
    group="dream",
    severity=Severity.INFO,
    on="dream",
    check=check,
    doc=__doc__,
    ideas=(20, 22),
)
