"""One version of a file to the journey in it that is meant, or to why there is none."""

from __future__ import annotations

from dataclasses import dataclass

from klantreis import rules
from klantreis.check.load import Loaded, LoadedFile, load
from klantreis.engine.history.timeline import Gone
from klantreis.findings import Finding, Severity
from klantreis.model.document import Document, Kind
from klantreis.model.journey import Journey
from klantreis.wording import plural

_READING = {rules.ENCODING, rules.SYNTAX, rules.TOO_LARGE, rules.KEY_NOT_TEXT, rules.EMPTY}


@dataclass(frozen=True, slots=True)
class Meant:
    """Which journey of a file is meant: by its ids, the one of now and former ones.

    `only`: the file holds no other, so that whatever it held alone before was this one too.
    """

    ids: frozenset[str]
    only: bool


@dataclass(frozen=True, slots=True)
class NoJourney:
    """Why a version has no journey to measure."""

    gone: Gone
    reason: str = ""


def journey_in(name: str, data: bytes, meant: Meant) -> Journey | NoJourney:
    """Give the journey that is meant, sound as a whole, or why there is none."""
    file = load(name, data, named=True)
    unreadable = [finding for finding in file.findings if finding.rule in _READING]
    if unreadable:
        return NoJourney("unreadable", unreadable[0].message)
    found = find(file, "journey", meant)
    if found is None:
        # Of a document that is no mapping, or of an unknown kind, nobody knows which it is.
        errors = [finding for finding in file.findings if finding.severity is Severity.ERROR]
        return _invalid(errors) if errors and file.broken else NoJourney("absent")
    errors = _errors(file, found)
    if errors or not isinstance(found.structure.model, Journey):
        return _invalid(errors)
    return found.structure.model


def journeys_in(name: str, data: bytes) -> list[Journey]:
    """Give the journeys of a file, as far as they can be read."""
    models = [loaded.structure.model for loaded in load(name, data, named=True).documents]
    return [model for model in models if isinstance(model, Journey)]


def document_in(name: str, data: bytes, kind: Kind, meant: Meant) -> Document | None:
    """Give a sound document of a kind, None when there is none."""
    file = load(name, data, named=True)
    found = find(file, kind, meant)
    return None if found is None or file.broken or _errors(file, found) else found.structure.model


def find(file: LoadedFile, kind: Kind, meant: Meant) -> Loaded | None:
    """Give the document that is meant, sound or not; None when the file does not hold it."""
    of_kind = [loaded for loaded in file.documents if loaded.kind == kind]
    for loaded in of_kind:
        model = loaded.structure.model
        ids = {loaded.outline.id if loaded.outline else ""} | set(getattr(model, "was", ()))
        if ids & meant.ids:
            return loaded
    return of_kind[0] if meant.only and len(of_kind) == 1 else None


def _errors(file: LoadedFile, found: Loaded) -> list[Finding]:
    return [
        finding
        for finding in file.findings
        if finding.severity is Severity.ERROR and finding.where.document == found.index
    ]


def _invalid(errors: list[Finding]) -> NoJourney:
    if not errors:
        return NoJourney("invalid")
    more = f" ({plural(len(errors) - 1, 'mistake')} more)" if len(errors) > 1 else ""
    return NoJourney("invalid", errors[0].message + more)
