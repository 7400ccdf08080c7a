"""Three files as one: document by document, by kind and id."""

from __future__ import annotations

from dataclasses import dataclass

from klantreis.merge.blocks import Merger
from klantreis.merge.choosing import three_lines
from klantreis.merge.identity import Aligned, aligned_documents
from klantreis.merge.order import merged_order
from klantreis.merge.pieces import Conflict, DoubtError, Page, Stream
from klantreis.merge.printing import Printer


@dataclass(frozen=True, slots=True)
class Triple:
    """The same document in the base and on both sides, nothing where a side lacks it."""

    key: str
    base: Page | None
    ours: Page | None
    theirs: Page | None


def paired(base: Stream, ours: Stream, theirs: Stream) -> tuple[Aligned, list[Triple]]:
    """Give the documents that are the same. Raises `DoubtError` when two of a file cannot be told apart."""
    streams = (base, ours, theirs)
    keys = aligned_documents(*([page.data for page in stream.pages] for stream in streams))
    if keys is None:
        raise DoubtError("two documents have the same id")
    maps = [dict(zip(some, stream.pages, strict=True)) for some, stream in zip(keys.three, streams, strict=True)]
    every = dict.fromkeys(key for some in keys.three for key in some)
    return keys, [Triple(key, *(pages.get(key) for pages in maps)) for key in every]


def merged_pages(base: Stream, ours: Stream, theirs: Stream, merger: Merger) -> list[Page]:
    """Give the documents of three files as one. Raises `DoubtError` where that cannot be done by ids."""
    keys, triples = paired(base, ours, theirs)
    found = {triple.key: page for triple in triples if (page := _page(triple, merger)) is not None}
    order = merged_order(keys.base, keys.ours, keys.theirs, set(found))
    if not order:
        raise DoubtError("the documents are in another order on each side")
    pages = [found[key] for key in order]
    for page in pages[1:]:
        if not any(line.startswith("---") for line in page.head):
            page.head = ["---", *page.head]
    return pages


def printed(pages: list[Page], printer: Printer) -> list[str]:
    """Give the lines of a file."""
    return [line for page in pages for line in printer.page(page)]


def _page(triple: Triple, merger: Merger) -> Page | None:
    base, ours, theirs = triple.base, triple.ours, triple.theirs
    if ours is None or theirs is None:
        kept = ours if ours is not None else theirs
        if kept is not None and base is not None and _text(kept) != _text(base):
            raise DoubtError("a document is gone on one side and changed on the other")
        return kept if base is None else None
    head = three_lines(base.head if base is not None else [], ours.head, theirs.head)
    block = merger.block(base.block if base is not None else None, ours.block, theirs.block)
    if head is None or block is None or all(isinstance(item, Conflict) for item in block.items):
        raise DoubtError("the comments around a document differ")
    return Page(head, block, None)


def _text(page: Page) -> tuple[list[str], str]:
    return page.head, page.block.text
