"""A text as a tree that forgets nothing: every key, value, sign and comment with its place.

The reader gives data and forgets how it was written; this keeps it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

Kind = Literal["scalar", "alias", "mapping", "sequence"]


@dataclass(slots=True, eq=False)
class Comment:
    """A comment, from its `#` to the end of its line."""

    start: int
    end: int
    text: str


@dataclass(slots=True, eq=False)
class Node:
    """A value. `start` is where its anchor or tag begins, `body` where the value itself does.

    `style` is the quote or the sign of a block text; `tail` holds comments after the last entry.
    """

    kind: Kind
    start: int
    body: int
    end: int
    text: str = ""
    style: str = ""
    flow: bool = False
    anchor: str | None = None
    properties: tuple[str, ...] = ()
    value: str = ""
    entries: list[Entry] = field(default_factory=list)
    tail: list[str] = field(default_factory=list)

    @property
    def collection(self) -> bool:
        """Whether it is a list or a mapping."""
        return self.kind in ("mapping", "sequence")

    @property
    def plain(self) -> bool:
        """Whether it is a text without quotes on one line."""
        return self.kind == "scalar" and not self.style and not self.spread

    @property
    def spread(self) -> bool:
        """Whether it is a text that goes over several lines, or may."""
        return self.style in ("|", ">") or "\n" in self.text or "\r" in self.text

    @property
    def one_line(self) -> bool:
        """Whether a comment beside it stands on its first line."""
        return not self.spread or self.style in ("|", ">")

    @property
    def empty(self) -> bool:
        """Whether nothing is written."""
        return self.kind == "scalar" and not self.text


@dataclass(slots=True, eq=False)
class Entry:
    """An item of a list or a key with its value. `sign` is where its dash or colon ends.

    `lead` holds the comments above it, with an empty text for a blank line; `inner` those between
    its key and its value; `blank` tells of a blank line right above it. `mark` is a comment that has
    to stay on its first line, whatever stands there; `marked` tells that one counts for it. `column`
    is where the comment beside it, or else its mark, began.
    """

    start: int
    sign: int
    key: Node | None
    value: Node
    lead: list[str] = field(default_factory=list)
    inner: list[str] = field(default_factory=list)
    beside: str = ""
    column: int = 0
    blank: bool = False
    mark: str = ""
    marked: bool = False

    @property
    def name(self) -> str:
        """The key's text; nothing for an item."""
        return self.key.value if self.key is not None else ""


@dataclass(slots=True, eq=False)
class Tree:
    """One document: an entry without a key, whose value is the whole. `start` is where its `---` stands."""

    start: int
    top: Entry
    comments: list[Comment] = field(default_factory=list)


@dataclass(slots=True, eq=False)
class Trees:
    """The documents of a text, its comments, and the signs between its values."""

    text: str
    documents: list[Tree]
    comments: list[Comment]


def walk(node: Node) -> Iterator[Node]:
    """Give a node and all below it; keys too."""
    yield node
    for entry in node.entries:
        if entry.key is not None:
            yield entry.key
        yield from walk(entry.value)


def shared_anchors(root: Node) -> set[str]:
    """Give the anchors that an alias refers to."""
    return {node.text[1:] for node in walk(root) if node.kind == "alias"}
