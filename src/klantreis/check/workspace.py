"""What only shows when all documents are seen together: equal ids, rings, a second organisation."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace
from itertools import chain

from klantreis import rules
from klantreis.check.index import Index
from klantreis.check.outline import Outline
from klantreis.check.roadmap import find_ring, on_rings
from klantreis.findings import Finding, Path, Related, Where
from klantreis.wording import shortened


def check_workspace(index: Index, asked: Collection[str]) -> Iterator[Finding]:
    """Give the findings that concern several documents, each at the later one.

    Where only the other one is in a file that was asked for, it stands there instead.
    """
    for finding in chain(_equal_ids(index), _organisations(index), _rings(index)):
        if finding.where.file in asked:
            yield finding
        elif other := next((related for related in finding.related if related.where.file in asked), None):
            back = Related(finding.where, "the other is here")
            yield replace(finding, where=other.where, related=(back,))


def _equal_ids(index: Index) -> Iterator[Finding]:
    for outline in index.outlines:
        first = next(iter(index.all_with(outline.kind, outline.id)), outline)
        if first is not outline and outline.kind != "organisation":
            yield Finding(
                rules.DUPLICATE_ID,
                _where(outline, outline.id_path),
                f"A second {outline.kind} with the id `{shortened(outline.id)}`.",
                "Give one of them an `id` of its own.",
                (Related(_where(first, first.id_path), "the first is here"),),
            )


def _organisations(index: Index) -> Iterator[Finding]:
    found = [outline for outline in index.outlines if outline.kind == "organisation"]
    for outline in found[1:]:
        yield Finding(
            rules.TWO_ORGANISATIONS,
            _where(outline, ("kind",)),
            "A workspace has one organisation, and this is a second.",
            "Put both in one document, or give each a workspace (`klantreis.toml`) of its own.",
            (Related(_where(found[0], ("kind",)), "the first is here"),),
        )


def _rings(index: Index) -> Iterator[Finding]:
    journeys = [outline for outline in index.outlines if outline.kind == "journey"]
    of: dict[str, list[str]] = {}
    zoom: dict[str, list[str]] = {}
    for journey in journeys:
        if journey.id in of:
            # A second journey with this id is told of already; references mean the first.
            continue
        of[journey.id] = [base.id] if (base := _base(journey, index)) else []
        zoom[journey.id] = [found.id for _, to in journey.zooms if (found := index.find("journey", to))]
    of, zoom = on_rings(of), on_rings(zoom)
    told_of, told_zoom = set[str](), set[str]()
    for journey in journeys:
        if journey.id not in told_of and (ring := find_ring(journey.id, of)):
            told_of.update(ring)
            yield _ring(journey, ("of",), ring, "A dream cannot be a dream of itself", index)
        if journey.id not in told_zoom and (ring := find_ring(journey.id, zoom)):
            told_zoom.update(ring)
            path = next(path for path, to in journey.zooms if (hit := index.find("journey", to)) and hit.id in ring)
            yield _ring(journey, path, ring, "A journey cannot zoom into itself", index)


def _base(journey: Outline, index: Index) -> Outline | None:
    # `of` in a current journey is a mistake of its own, already told.
    return index.find("journey", journey.of) if journey.of and journey.state == "dream" else None


def _ring(journey: Outline, path: Path, ring: list[str], what: str, index: Index) -> Finding:
    way = " → ".join([*ring, ring[0]])
    members = (index.all_with("journey", key)[0] for key in ring[1:])
    related = tuple(Related(_where(member, member.id_path), f"by way of `{member.id}`") for member in members)
    return Finding(rules.CYCLE, _where(journey, path), f"{what}: {way}.", "Take one of the references away.", related)


def _where(outline: Outline, path: Path) -> Where:
    return Where(outline.file, outline.document, path)
