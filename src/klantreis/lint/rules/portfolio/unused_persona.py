"""No journey is about this persona.

A persona costs interviews, and earns them back in journeys: one for each persona, because
Michiel with his phone meets a different company from Gerda with her brochures. A persona without a
journey is a portrait on the wall. Draw their journey, or take them down, so that the ones who
remain get the attention.

The rule speaks once there are journeys, and is silent when part of the workspace cannot be read.
When no persona at all has a journey, it says so once.

Bad:

    kind: persona
    name: Michiel Mobiel
    ---
    kind: persona
    name: Gerda Geduld
    ---
    title: Ik bestel op het perron
    persona: Michiel Mobiel
    phases: [{title: Aankoop, touchpoints: Kiest}]

Good:

    kind: persona
    name: Michiel Mobiel
    ---
    title: Ik bestel op het perron
    persona: Michiel Mobiel
    phases: [{title: Aankoop, touchpoints: Kiest}]

Fix: none.
"""

from __future__ import annotations

from collections.abc import Iterator

from klantreis.findings import Path, Related, Severity, Where
from klantreis.lint.rule import Found, LintRule, Options
from klantreis.lint.subject import WorkspaceSubject
from klantreis.wording import shortened

_NAME: Path = ("name",)
_HINT = "Draw their journey, or take the persona away."


def check(subject: WorkspaceSubject, _options: Options) -> Iterator[Found]:
    """Find the personas that no journey names."""
    personas = [outline for outline, _ in subject.documents("persona")]
    if not personas or not subject.complete:
        return
    journeys = [digest for _, digest in subject.documents("journey")]
    if not journeys:
        return
    meant = [subject.index.find("persona", digest.persona) for digest in journeys if digest.persona]
    used = {id(outline) for outline in meant}
    unused = [outline for outline in personas if id(outline) not in used]
    places = [Where(outline.file, outline.document, _NAME) for outline in unused]
    if len(unused) == len(personas) > 1:
        related = tuple(Related(place, "another one") for place in places[1:4])
        message = f"None of the {len(personas)} personas has a journey."
        yield Found(_NAME, message, "Name the persona in the journeys that are theirs.", related=related, at=places[0])
        return
    for outline, place in zip(unused, places, strict=True):
        yield Found(_NAME, f"No journey is about `{shortened(outline.title)}`.", _HINT, at=place)


RULE = LintRule(
    code="K803",
    name="unused-persona",
    group="portfolio",
    severity=Severity.INFO,
    on="workspace",
    check=check,
    doc=__doc__,
    ideas=(17,),
)
