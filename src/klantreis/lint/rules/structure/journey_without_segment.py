"""The organisation has segments, and the journey belongs to none of them.

Segments divide all customers into a few groups with the same traits and needs. A persona gives
one of those groups a face. When the map does not say which group, nobody can tell how many
customers it speaks for, nor which segments have no journey yet. This is only asked of journeys
whose persona is described in the journey itself: a persona document names its own segment.

Bad:

    kind: organisation
    title: Bibliotheek aan het Plein
    segments: [Jonge gezinnen, Studenten]
    ---
    title: Ik wil voorlezen
    persona: Noor, moeder van een tweeling
    phases:
      - title: Oriëntatie
        touchpoints: Vraagt het op het schoolplein

Good:

    kind: organisation
    title: Bibliotheek aan het Plein
    segments: [Jonge gezinnen, Studenten]
    ---
    title: Ik wil voorlezen
    persona: Noor, moeder van een tweeling
    segment: Jonge gezinnen
    phases:
      - title: Oriëntatie
        touchpoints: Vraagt het op het schoolplein

Fix: none.
"""

from __future__ import annotations

from collections.abc import Iterator

from klantreis.findings import Severity
from klantreis.lint.rule import Found, LintRule, Options
from klantreis.lint.subject import JourneySubject
from klantreis.model.text import is_id
from klantreis.suggest import nearest
from klantreis.wording import shortened

_SHOWN = 5
_SEVERAL = 2


def check(subject: JourneySubject, _options: Options) -> Iterator[Found]:
    """Find a journey with a persona of its own and no segment, where the organisation has segments."""
    journey, organisation = subject.journey, subject.organisation
    if organisation is None or len(organisation.segments) < _SEVERAL or journey.segment or not journey.persona:
        return
    if not _without(subject, journey.persona):
        return
    known = ", ".join(f"`{shortened(segment.title, 25)}`" for segment in organisation.segments[:_SHOWN])
    yield Found(
        ("persona",),
        f"It is not said which segment `{shortened(journey.persona)}` stands for.",
        f"Name it under `segment` ({known}{' …' if len(organisation.segments) > _SHOWN else ''}), "
        "or list another one in the organisation.",
    )


def _without(subject: JourneySubject, persona: str) -> bool:
    """Whether the persona names no segment: one in a few words, or a document without.

    A missing document or a mistyped name is spoken of elsewhere.
    """
    if (found := subject.index.find("persona", persona)) is not None:
        return not found.segment and not found.doubtful
    if is_id(persona) or subject.index.incomplete:
        return False
    return not nearest(persona, (other.title for other in subject.index.outlines if other.kind == "persona"))


RULE = LintRule(
    code="K303",
    name="journey-without-segment",
    group="structure",
    severity=Severity.INFO,
    on="journey",
    check=check,
    doc=__doc__,
    ideas=(17, 18),
)
