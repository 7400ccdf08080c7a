"""Two current journeys tell of the same customer with the same aim.

One customer, one aim, one map. When two departments each draw the journey, both are half true:
reviews, metrics and improvements land in one and are missed in the other, and meetings are spent
on which of the two is right. Lay them side by side, take the best of both, and let the smaller
one become a detail of the larger by way of `zoom`.

Several journeys of one persona are ordinary. They are twins when they have the same scope and
cover the whole life of the brand (`scope: lifecycle`), or have the same goal or, with no two goals
written, the same trigger. A journey and the one it zooms into are no twins. Two of the same title
are left to `same-title-different-ids`.

Bad:

    id: verhuizen-klantenservice
    title: Ik ga verhuizen
    persona: Sanne, net achttien
    goal: Zonder gedoe verhuizen
    phases: [{title: Melding, touchpoints: Belt}]
    ---
    id: verhuizen-marketing
    title: Mijn nieuwe adres
    persona: Sanne, net achttien
    goal: Zonder gedoe verhuizen
    phases: [{title: Melding, touchpoints: Zoekt op de site}]

Good:

    id: verhuizen
    title: Ik ga verhuizen
    persona: Sanne, net achttien
    goal: Zonder gedoe verhuizen
    phases: [{title: Melding, touchpoints: Belt}]
    ---
    id: eerste-pas
    title: Mijn eerste pas
    persona: Sanne, net achttien
    goal: Zelf kunnen betalen
    phases: [{title: Aanvraag, touchpoints: Zoekt op de site}]

Fix: none.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from klantreis.check.index import Index
from klantreis.check.outline import Outline
from klantreis.findings import Related, Severity, Where
from klantreis.lint.digest import Digest
from klantreis.lint.naming import key_of
from klantreis.lint.rule import Found, LintRule, Options
from klantreis.lint.subject import WorkspaceSubject
from klantreis.wording import shortened

_Journey = tuple[Outline, Digest]


def check(subject: WorkspaceSubject, _options: Options) -> Iterator[Found]:
    """Find journeys that are another one's twin: each once, at its persona or segment."""
    told: set[int] = set()
    for (customer, _, why, _), group in _by_aim(subject).items():
        for (first, known), (second, other) in combinations(group, 2):
            if id(second) in told or _differs(known, other) or _apart(first, second, subject.index):
                continue
            told.add(id(second))
            yield Found(
                (customer,),
                f"This journey is a twin of `{shortened(first.title)}`: the same {customer}, and {why}.",
                "Make one map of the two, let one `zoom` into the other, or write what sets their goals apart.",
                related=(Related(Where(first.file, first.document, (customer,)), "the first is here"),),
                at=Where(second.file, second.document, (customer,)),
            )


def _by_aim(subject: WorkspaceSubject) -> dict[tuple[str, str, str, str], list[_Journey]]:
    """The current journeys that may be twins: by customer and scope, what they share in words, and its text."""
    found: dict[tuple[str, str, str, str], list[_Journey]] = {}
    for outline, digest in subject.documents("journey", "current"):
        customer = "persona" if digest.persona else "segment"
        if whose := digest.persona or digest.segment:
            persona = subject.index.find("persona", whose) if digest.persona else None
            scope = f"{persona.id if persona else key_of(whose)} {digest.scope}"
            for why, text in _aims(digest):
                found.setdefault((customer, scope, why, text), []).append((outline, digest))
    return found


def _aims(digest: Digest) -> Iterator[tuple[str, str]]:
    if digest.scope == "lifecycle":
        yield "both cover the whole life of the brand", ""
    else:
        if digest.goal:
            yield "the same goal", key_of(digest.goal)
        if digest.trigger:
            yield "the same trigger", key_of(digest.trigger)


def _differs(one: Digest, other: Digest) -> bool:
    """Whether two goals are written and differ: one trigger may set off several journeys."""
    return bool(one.scope != "lifecycle" and one.goal and other.goal and not _alike(one.goal, other.goal))


def _alike(one: str, other: str) -> bool:
    return key_of(one) == key_of(other)


def _apart(first: Outline, second: Outline, index: Index) -> bool:
    """Whether something else speaks for two journeys: an equal title or id, or one in the other."""
    if first.id == second.id or _alike(first.title, second.title):
        return True
    return any(
        index.find("journey", to) is inside
        for outer, inside in ((first, second), (second, first))
        for _, to in outer.zooms
    )


RULE = LintRule(
    code="K806",
    name="twin-journeys",
    group="portfolio",
    severity=Severity.WARNING,
    on="workspace",
    check=check,
    doc=__doc__,
    ideas=(12, 17),
)
