"""The same pain, persona or journey has one title but different ids.

Ids carry the history, and the same pain id in several journeys is one recurring pain. When one
map calls it `trage-offerte` and the next `offerte-te-laat`, under the very same title, the
portfolio counts two small pains instead of a big one. Two personas of one name, or two journeys
of one title for the same customer, are a copy somebody forgot: sooner or later only one of the
two is kept true.

Journeys of the same title for different personas or segments are no mistake, nor are dreams with
different horizons.

Bad:

    title: Ik wil een nieuwe website
    phases:
      - title: Aankoop
        touchpoints:
          - {title: Wacht op de offerte, pains: [{id: trage-offerte, title: Offerte komt laat}]}
    ---
    title: Ik wil een webwinkel
    phases:
      - title: Aankoop
        touchpoints:
          - {title: Wacht op de offerte, pains: [{id: offerte-te-laat, title: Offerte komt laat}]}

Good:

    title: Ik wil een nieuwe website
    phases:
      - title: Aankoop
        touchpoints:
          - {title: Wacht op de offerte, pains: [{id: trage-offerte, title: Offerte komt laat}]}
    ---
    title: Ik wil een webwinkel
    phases:
      - title: Aankoop
        touchpoints:
          - {title: Wacht op de offerte, pains: [{id: trage-offerte, title: Offerte komt laat}]}

Fix: none.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from klantreis.check.outline import Outline
from klantreis.findings import Path, Related, Severity, Where
from klantreis.lint.digest import Digest
from klantreis.lint.rule import Found, LintRule, Options
from klantreis.lint.subject import WorkspaceSubject
from klantreis.model.parts import PAINS
from klantreis.model.text import slug
from klantreis.wording import shortened


@dataclass(frozen=True, slots=True)
class _Titled:
    """Something with a title: its id, the document it stands in, where its id is."""

    id: str
    outline: Outline
    path: Path

    @property
    def where(self) -> Where:
        return Where(self.outline.file, self.outline.document, self.path)


def check(subject: WorkspaceSubject, _options: Options) -> Iterator[Found]:
    """Find personas, journeys and pains that share a title and not an id."""
    for kind in ("persona", "journey"):
        for same in _documents(subject, kind).values():
            yield from _told(same, kind, "Keep one of the two, or give them titles that tell them apart.")
    for same in _pains(subject).values():
        yield from _told(same, "pain", "Give both the same id if they are one pain: then it counts as recurring.")


def _told(same: list[_Titled], what: str, hint: str) -> Iterator[Found]:
    """One finding for each further id, in another document than the first."""
    first, told = same[0], {same[0].id}
    for other in same[1:]:
        if other.id in told or other.outline is first.outline:
            continue
        told.add(other.id)
        yield Found(
            other.path,
            f"This {what} has the id `{shortened(other.id)}`, and one of the same title has `{shortened(first.id)}`.",
            hint,
            related=(Related(first.where, "the first is here"),),
            at=other.where,
        )


def _documents(subject: WorkspaceSubject, kind: str) -> dict[tuple[str, ...], list[_Titled]]:
    """The documents of a kind by title, and by what else tells them apart."""
    found: dict[tuple[str, ...], list[_Titled]] = {}
    for outline, digest in subject.documents(kind):
        if name := slug(outline.title):
            key = (name, *_apart(outline, digest)) if kind == "journey" else (name,)
            found.setdefault(key, []).append(_Titled(outline.id, outline, outline.id_path))
    return found


def _apart(outline: Outline, digest: Digest) -> tuple[str, ...]:
    return outline.state, outline.of, outline.horizon, slug(digest.persona), slug(digest.segment)


def _pains(subject: WorkspaceSubject) -> dict[str, list[_Titled]]:
    """The pains of current journeys by the slug of their title, where some id differs from it."""
    journeys = list(subject.documents("journey", "current"))
    # A pain without an id of its own has the slug as its id: the outline knows that one.
    renamed = {name for _, digest in journeys for name, _, _ in digest.pains}
    found: dict[str, list[_Titled]] = {name: [] for name in renamed}
    if renamed:
        for outline, digest in journeys:
            for name, pain in _in_journey(outline, digest, renamed):
                found[name].append(pain)
    return {name: same for name, same in found.items() if len(same) > 1}


def _in_journey(outline: Outline, digest: Digest, wanted: Iterable[str]) -> Iterator[tuple[str, _Titled]]:
    own = {path: (name, pain) for name, pain, path in digest.pains}
    for step in outline.steps:
        for item in step.items:
            if item.sort in PAINS:
                name, _ = own.get(item.path, (item.id, item.id))
                if name in wanted:
                    yield name, _Titled(item.id, outline, (*item.path, "id"))


RULE = LintRule(
    code="K802",
    name="same-title-different-ids",
    group="portfolio",
    severity=Severity.INFO,
    on="workspace",
    check=check,
    doc=__doc__,
    ideas=(12,),
)
