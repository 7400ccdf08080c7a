"""A dream changes nothing of the journey it is of: it is still a copy.

Most dreams begin as a copy of today's map, and that is a fine way to begin. But then every step
must be held against the light: can it go, can two become one, can it feel better, can it happen
somewhere else? When nothing is dropped, merged or new, and no emotion, channel, expectation or
moment of truth differs, the gap analysis finds no gap and the roadmap has nowhere to go.

What evidence and measurements say does not count as a change; a new target does.

Bad:

    id: fiets
    title: Ik laat mijn fiets repareren
    phases:
      - title: Reparatie
        touchpoints:
          - {title: Brengt de fiets weg, channel: store, emotion: 0}
          - {title: Wacht een week, emotion: -1.5}
    ---
    title: Mijn fiets is morgen klaar
    state: dream
    of: fiets
    phases:
      - title: Reparatie
        touchpoints:
          - {title: Brengt de fiets weg, channel: store, emotion: 0}
          - {title: Wacht een week, emotion: -1.5}

Good:

    id: fiets
    title: Ik laat mijn fiets repareren
    phases:
      - title: Reparatie
        touchpoints:
          - {title: Brengt de fiets weg, channel: store, emotion: 0}
          - {title: Wacht een week, emotion: -1.5}
    ---
    title: Mijn fiets is morgen klaar
    state: dream
    of: fiets
    phases:
      - title: Reparatie
        touchpoints:
          - {title: Brengt de fiets weg, channel: store, emotion: 0}
          - {title: Wacht een dag, was: wacht-een-week, emotion: 0.5}

Fix: none.
"""

from __future__ import annotations

from collections.abc import Iterator

from klantreis.compare.likeness import is_copy
from klantreis.findings import Severity
from klantreis.lint.rule import Found, LintRule, Options
from klantreis.lint.subject import TOP, DreamSubject
from klantreis.wording import shortened


def check(subject: DreamSubject, _options: Options) -> Iterator[Found]:
    """Find a dream that is a copy."""
    if is_copy(subject.matching, subject.dream.journey, subject.base.journey):
        yield Found(
            TOP,
            f"This dream is a copy of `{shortened(subject.base.name)}`: no step goes, merges, comes new or changes.",
            "Change what the customer meets or feels: drop a step, merge two, lift a low.",
            related=(subject.base.related(TOP, "the journey it is of"),),
        )


RULE = LintRule(
    code="K702",
    name="dream-equals-current",
    group="dream",
    severity=Severity.WARNING,
    on="dream",
    check=check,
    doc=__doc__,
    ideas=(19, 20),
)
