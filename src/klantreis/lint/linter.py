"""Runs the rules: over one document, one file's text, or several documents side by side."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from klantreis.check.index import Index
from klantreis.check.outline import Outline
from klantreis.findings import Finding, Where
from klantreis.lint.digest import Digest
from klantreis.lint.plan import Active, Plan
from klantreis.lint.rule import Target
from klantreis.lint.subject import (
    DocumentSubject,
    DreamSubject,
    JourneySubject,
    RoadmapSubject,
    TextSubject,
    WorkspaceSubject,
)
from klantreis.model.document import Document
from klantreis.model.journey import Journey
from klantreis.model.roadmap import Roadmap

Models = Mapping[tuple[str, int], Document]
"""Sound documents by file and number."""


def lint_document(plan: Plan, model: Document, outline: Outline, index: Index) -> Iterator[Finding]:
    """Run the rules that look at one document."""
    target: Target
    subject: DocumentSubject
    if isinstance(model, Journey):
        target, subject = "journey", JourneySubject(model, outline, index, plan.today)
    elif outline.kind in ("persona", "organisation"):
        target, subject = outline.kind, DocumentSubject(model, outline, index, plan.today)
    else:
        return
    yield from _run(plan.on(target), subject, outline.file, outline.document)


def lint_text(plan: Plan, file: str, subject: Callable[[], TextSubject]) -> Iterator[Finding]:
    """Run the rules that look at a file as it was written."""
    if active := plan.on("text"):
        for finding in _run(active, subject(), file, 0):
            # A rule names the document, and does not know what the file is called.
            yield finding if finding.where.file else replace(finding, where=replace(finding.where, file=file))


def wanted(plan: Plan, index: Index, digests: Mapping[tuple[str, int], Digest]) -> set[tuple[str, int]]:
    """Give the documents whose models the rules over several documents need."""
    found: set[tuple[str, int]] = set()
    for outline in index.outlines:
        if plan.on("dream") and (base := _base(outline, index)):
            found |= {_key(outline), _key(base)}
        elif plan.on("roadmap") and outline.kind == "roadmap" and (digest := digests.get(_key(outline))):
            found |= {_key(outline), *(_key(side) for side in _sides(digest, index) if side is not None)}
    return found


def lint_across(
    plan: Plan, index: Index, digests: Mapping[tuple[str, int], Digest], models: Models
) -> Iterator[Finding]:
    """Run the rules that look at several documents."""
    for outline in index.outlines:
        model = models.get(_key(outline))
        if isinstance(model, Journey) and (base := _base(outline, index)):
            dream, current = _journey(outline, index, models, plan.today), _journey(base, index, models, plan.today)
            if dream and current:
                yield from _run(plan.on("dream"), DreamSubject(dream, current), outline.file, outline.document)
        elif isinstance(model, Roadmap) and (digest := digests.get(_key(outline))):
            sides = _sides(digest, index)
            here, there = (side and _journey(side, index, models, plan.today) for side in sides)
            subject = RoadmapSubject(model, outline, index, plan.today, here or None, there or None)
            yield from _run(plan.on("roadmap"), subject, outline.file, outline.document)
    yield from _run(plan.on("workspace"), WorkspaceSubject(index, digests, plan.today), "", 0)


def _run(active: Iterable[Active], subject: Any, file: str, document: int) -> Iterator[Finding]:
    for item in active:
        for found in item.rule.check(subject, item.options):
            where = found.at or Where(file, document, found.path, found.key)
            yield Finding(
                item.rule.rule, where, found.message, found.hint, found.related, found.fix,
                None if item.severity is item.rule.severity else item.severity,
            )  # fmt: skip


def _key(outline: Outline) -> tuple[str, int]:
    return (outline.file, outline.document)


def _base(outline: Outline, index: Index) -> Outline | None:
    if outline.kind != "journey" or outline.state != "dream" or not outline.of:
        return None
    base = index.find("journey", outline.of)
    return None if base is outline else base


def _sides(digest: Digest, index: Index) -> Sequence[Outline | None]:
    return [index.find("journey", written) for written in digest.sides]


def _journey(outline: Outline, index: Index, models: Models, today: date) -> JourneySubject | None:
    model = models.get(_key(outline))
    return JourneySubject(model, outline, index, today) if isinstance(model, Journey) else None
