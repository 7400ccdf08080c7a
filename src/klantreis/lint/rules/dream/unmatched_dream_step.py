"""A step of the dream matches nothing in the journey it is of, while steps there are left over.

A dream and today's journey are held together by ids. When a step gets a better title and no id,
its id changes with it, and the match is lost: the gap analysis then sees one step that
disappeared and one that came out of nowhere, and the history of the step ends. That is only
likely while steps of today are left over, so otherwise this rule is silent.

Give the step its old id, or name the old one in `was` (the same step, made better) or in
`replaces` (another step in its place). If it is new on purpose, tag it with `new` or `nieuw`.

Bad:

    id: fiets
    title: Ik laat mijn fiets repareren
    phases:
      - title: Reparatie
        touchpoints: [Maakt een afspraak, Brengt de fiets weg]
    ---
    title: Mijn fiets is morgen klaar
    state: dream
    of: fiets
    phases:
      - title: Reparatie
        touchpoints: [Maakt online een afspraak, Brengt de fiets weg]

Good:

    id: fiets
    title: Ik laat mijn fiets repareren
    phases:
      - title: Reparatie
        touchpoints: [Maakt een afspraak, Brengt de fiets weg]
    ---
    title: Mijn fiets is morgen klaar
    state: dream
    of: fiets
    phases:
      - title: Reparatie
        touchpoints:
          - {title: Maakt online een afspraak, was: maakt-een-afspraak}
          - Brengt de fiets weg

Fix: none.
"""

from __future__ import annotations

from collections.abc import Iterator

from klantreis.compare.likeness import guesses, lost
from klantreis.findings import Severity
from klantreis.lint.rule import Found, LintRule, Options
from klantreis.lint.subject import DreamSubject
from klantreis.wording import plural, shortened


def check(subject: DreamSubject, _options: Options) -> Iterator[Found]:
    """Find steps of the dream that may have lost their match."""
    matching = subject.matching
    missing = lost(matching, subject.dream.journey)
    if not missing:
        return
    base = shortened(subject.base.name)
    if len(missing) == len(subject.dream.steps) > 1:
        message = f"None of the {len(missing)} touchpoints of this dream matches a step of `{base}`."
        yield Found(("of",), message, "Give steps that stay the same id, and name the others in `replaces` or `drops`.")
        return
    guessed = guesses(matching, subject.dream.journey, subject.base.journey, missing)
    count = len(matching.unmatched)
    left = f"{plural(count, 'step')} {'is' if count == 1 else 'are'}"
    for number in missing:
        step = subject.dream.steps[number]
        old = subject.base.steps[guessed[number]].touchpoint.id if number in guessed else ""
        message = f"`{shortened(step.touchpoint.title)}` matches no step of `{base}`, where {left} left over."
        yield Found((*step.path, "title"), message, _hint(old))


def _hint(old: str) -> str:
    new = ", or write `tags: new` if it is new on purpose"
    if old:
        return f"Write `was: {shortened(old)}` if it is that step made better{new}."
    return f"Name the step it takes the place of in `replaces`{new}."


RULE = LintRule(
    code="K705",
    name="unmatched-dream-step",
    group="dream",
    severity=Severity.INFO,
    on="dream",
    check=check,
    doc=__doc__,
    ideas=(20,),
)
