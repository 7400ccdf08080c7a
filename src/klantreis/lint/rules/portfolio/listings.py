"""What an organisation lists and nobody uses: shared by the rules for teams and for segments."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from klantreis.findings import Where
from klantreis.lint.rule import Found
from klantreis.lint.subject import WorkspaceSubject
from klantreis.wording import shortened


def unused(
    subject: WorkspaceSubject, key: str, used: Collection[str], every: str, each: str, hint: str
) -> Iterator[Found]:
    """Tell of the items under `key` that are not used: once when it is every one of several.

    `every` takes the number of items, `each` the title of one.
    """
    organisation, home = subject.index.organisation, subject.index.organisation_outline
    if organisation is None or home is None:
        return
    items = getattr(organisation, key)
    lonely = [n for n, item in enumerate(items) if item.id not in used]
    if len(lonely) == len(items) > 1:
        at = Where(home.file, home.document, (key,), key=True)
        yield Found(at.path, every.format(len(items)), hint, at=at)
        return
    for n in lonely:
        at = Where(home.file, home.document, (key, n))
        yield Found(at.path, each.format(shortened(items[n].title)), hint, at=at)


def ready(subject: WorkspaceSubject, key: str) -> bool:
    """Tell whether anything is listed under `key`, there is a journey, and all documents are known."""
    organisation = subject.index.organisation
    if organisation is None or not getattr(organisation, key) or not subject.complete:
        return False
    return any(outline.kind == "journey" for outline in subject.index.outlines)
