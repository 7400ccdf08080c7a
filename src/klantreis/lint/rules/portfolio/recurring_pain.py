"""The same pain recurs in several journeys: it points at a deeper problem.

One journey with a long wait has a planning problem; five journeys with the same long wait have an
organisation problem. Pains that recur do not get solved touchpoint by touchpoint, because the
cause lies behind all of them: a system, a rule, a shortage, a habit. Lay the journeys side by
side and ask "why?" until the answers meet. That is where one improvement pays several times.

The same id is the same pain. The rule counts current journeys, barriers included, and tells of
each pain once, at its first place.

Bad:

    title: Ik open een rekening
    phases: [{title: Aanvraag, touchpoints: [{title: Belt, pains: Lang in de wacht}]}]
    ---
    title: Ik meld een verhuizing
    phases: [{title: Melding, touchpoints: [{title: Belt, pains: Lang in de wacht}]}]
    ---
    title: Ik dien een klacht in
    phases: [{title: Klacht, touchpoints: [{title: Belt, pains: Lang in de wacht}]}]

Good:

    title: Ik open een rekening
    phases: [{title: Aanvraag, touchpoints: [{title: Belt, pains: Lang in de wacht}]}]
    ---
    title: Ik meld een verhuizing
    phases: [{title: Melding, touchpoints: [{title: Belt, pains: Lang in de wacht}]}]
    ---
    title: Ik dien een klacht in
    phases: [{title: Klacht, touchpoints: [{title: Belt, pains: Moet alles opnieuw vertellen}]}]

Options:
    journeys: in so many journeys the same pain counts as recurring.

Fix: none.
"""

from __future__ import annotations

from collections.abc import Iterator

from klantreis.check.outline import Outline
from klantreis.findings import Path, Related, Severity, Where
from klantreis.lint.rule import Found, LintRule, Option, Options
from klantreis.lint.subject import WorkspaceSubject
from klantreis.model.parts import PAINS
from klantreis.wording import shortened

_SHOWN = 3


def check(subject: WorkspaceSubject, options: Options) -> Iterator[Found]:
    """Find the pains that stand in enough current journeys."""
    for pain, places in _by_pain(subject).items():
        if len(places) < options["journeys"] or any(pain in subject.index.planned(at.id) for at, _ in places):
            # Where a roadmap closes it, somebody is at work on the cause.
            continue
        first, *others = [Where(outline.file, outline.document, path) for outline, path in places]
        titles = [outline.title for outline, _ in places[1:]]
        yield Found(
            first.path,
            f"The pain `{shortened(pain)}` recurs in {len(places)} journeys: it points at a deeper problem.",
            "Look for the cause they share, and solve it once for all of them.",
            related=tuple(
                Related(where, f"here in `{shortened(title)}`")
                for where, title in zip(others[:_SHOWN], titles, strict=False)
            ),
            at=first,
        )


def _by_pain(subject: WorkspaceSubject) -> dict[str, list[tuple[Outline, Path]]]:
    """The current journeys that each pain stands in, with its first place in each."""
    found: dict[str, list[tuple[Outline, Path]]] = {}
    for outline, _ in subject.documents("journey", "current"):
        seen: set[str] = set()
        for step in outline.steps:
            for item in step.items:
                if item.sort in PAINS and item.id not in seen:
                    seen.add(item.id)
                    found.setdefault(item.id, []).append((outline, item.path))
    return found


RULE = LintRule(
    code="K801",
    name="recurring-pain",
    group="portfolio",
    severity=Severity.INFO,
    on="workspace",
    check=check,
    doc=__doc__,
    ideas=(12,),
    options={"journeys": Option(3, "In so many journeys the same pain counts as recurring.", 2)},
)
