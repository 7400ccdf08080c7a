"""No dream has been drawn yet of this current journey.

A map of today shows where it hurts; a dream shows where you are going. Without one, every
improvement mends a single step, and nobody can say when the journey is good enough. Drawing the
dream journey, for the next two years or for five, is the second half of mapping: only beside it
does a gap analysis or a roadmap mean anything.

This rule is off unless you ask for it, because not every journey deserves a dream. It passes over
journeys that others zoom into: their dream is drawn in the journey above them.

Bad:

    title: Ik laat mijn fiets repareren
    phases:
      - title: Reparatie
        touchpoints:
          - {title: Brengt de fiets naar de werkplaats, emotion: 0}
          - {title: Wacht een week zonder bericht, emotion: -1.5}

Good:

    title: Ik laat mijn fiets repareren
    phases:
      - title: Reparatie
        touchpoints:
          - {title: Brengt de fiets naar de werkplaats, emotion: 0}
          - {title: Wacht een week zonder bericht, emotion: -1.5}
    ---
    title: Mijn fiets is morgen klaar
    state: dream
    of: Ik laat mijn fiets repareren
    phases:
      - title: Reparatie
        touchpoints:
          - {title: Brengt de fiets naar de werkplaats, emotion: 0.5}
          - title: Volgt de reparatie op de telefoon
            replaces: wacht-een-week-zonder-bericht
            emotion: 1

Fix: none.
"""

from __future__ import annotations

from collections.abc import Iterator

from klantreis.check.index import Index
from klantreis.check.outline import Outline
from klantreis.findings import Severity, Where
from klantreis.lint.rule import Found, LintRule, Options
from klantreis.lint.subject import TOP, WorkspaceSubject
from klantreis.wording import shortened


def check(subject: WorkspaceSubject, _options: Options) -> Iterator[Found]:
    """Find current journeys that no dream is of."""
    if subject.index.incomplete:
        return  # The dream may stand in the file that could not be read.
    seen = {id(outline) for outline in _led_to(subject.index)}
    for outline in subject.index.outlines:
        if outline.kind != "journey" or outline.state != "current" or id(outline) in seen:
            continue
        if subject.digest(outline) is not None:
            yield Found(
                TOP,
                f"No dream is of `{shortened(outline.title)}`.",
                "Draw the journey you wish for: `state: dream`, with `of` this one.",
                at=Where(outline.file, outline.document, TOP),
            )


def _led_to(index: Index) -> Iterator[Outline]:
    """The journeys that a dream is of, or that another journey zooms into."""
    for outline in index.outlines:
        if outline.kind != "journey":
            continue
        names = [outline.of] if outline.of else []
        names += [written for _path, written in outline.zooms]
        for name in names:
            found = index.find("journey", name)
            if found is not None and found is not outline:
                yield found


RULE = LintRule(
    code="K701",
    name="no-dream",
    group="dream",
    severity=Severity.INFO,
    on="workspace",
    check=check,
    doc=__doc__,
    ideas=(19,),
    on_by_default=False,
)
