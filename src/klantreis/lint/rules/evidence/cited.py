"""The sources that documents list and cite, as the rules about them look at them."""

from __future__ import annotations

from klantreis.findings import Path
from klantreis.lint.naming import key_of
from klantreis.lint.subject import DocumentSubject, JourneySubject
from klantreis.model.document import Source


def own_cited(subject: JourneySubject) -> list[tuple[Path, Source]]:
    """Give the journey's own sources that something in it cites, with their paths."""
    if not subject.model.sources:
        return []
    return [(path, source) for path, source in subject.sources if key_of(source.id) in subject.evidence]


def weighed(subject: DocumentSubject) -> list[tuple[Path, Source]]:
    """Give the sources that something may rest on, with their paths.

    Of a current journey those it cites, of a dream none. What cites the sources of an organisation
    or a persona stands elsewhere, so there it is all of them.
    """
    if isinstance(subject, JourneySubject):
        return own_cited(subject) if subject.current else []
    return [(("sources", n), source) for n, source in enumerate(subject.model.sources)]


def known_sources(subject: JourneySubject) -> dict[str, Source]:
    """Give the sources of the organisation and the journey, its own before the shared ones."""
    shared = subject.organisation.sources if subject.organisation else ()
    return {key_of(source.id): source for source in (*shared, *subject.model.sources)}
