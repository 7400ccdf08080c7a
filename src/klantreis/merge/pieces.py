"""A text cut into pieces that can be put together again: every line belongs to one key or item.

A piece is written relative to the column of its block, so the same piece fits at another depth.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import Any, Literal

from klantreis.edit.steps import same
from klantreis.edit.tree import Node

FIXED = "\0"
"""Begins a line that keeps its own indent, because it stands further to the left than its block."""


class DoubtError(Exception):
    """The sides cannot be merged by ids; git's own merge of lines should do it."""


@dataclass(slots=True, eq=False)
class Item:
    """A key with its value, or an item of a list, and the comments and blank lines above it.

    A value on its own is `head` (up to the value), `value` and `rest` (what stands behind it). One
    that is a block has `head` and `below`. `remarks` are all comments in it; `source` is the text
    that `node` is of.
    """

    name: str
    data: Any
    node: Node
    source: str
    lead: list[str]
    head: str
    value: str = ""
    rest: str = ""
    below: Block | None = None
    remarks: tuple[str, ...] = ()
    _own: str | None = None

    @property
    def own(self) -> str:
        """Its text without what stands above it."""
        if self._own is None:
            below = "" if self.below is None else "\1" + self.below.text
            self._own = f"{self.head}\2{self.value}\2{self.rest}{below}"
        return self._own

    @property
    def whole(self) -> tuple[list[str], str]:
        """Everything that is written, to be compared."""
        return self.lead, self.own

    def means(self, other: Item) -> bool:
        """Tell whether it says the same as another, comments included, however it is written."""
        return self.remarks == other.remarks and same(self.data, other.data)


@dataclass(slots=True, eq=False)
class Conflict:
    """What the sides made of the same thing, which only people can decide; `lead` stands above both.

    With an `item`, that is merged well, and only the comments above it, the `leads`, are not.
    """

    base: list[Item]
    ours: list[Item]
    theirs: list[Item]
    lead: list[str] = field(default_factory=list)
    leads: tuple[list[str], ...] = ()
    item: Item | None = None

    @property
    def own(self) -> str:
        """A text for comparison, as an item has."""
        return "\3".join(item.own for item in (*self.ours, *self.theirs))


@dataclass(slots=True, eq=False)
class Block:
    """A list or mapping on lines of its own; `offset` is its column, counted from that of the block around it.

    `inline`: its first key stands behind the dash of the item that it is in.
    """

    kind: Literal["mapping", "sequence"]
    offset: int
    inline: bool
    items: list[Item | Conflict]
    tail: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        """Everything that is written, to be compared."""
        parts = ["\4".join((*item.lead, item.own)) for item in self.items]
        # Without its end, an item of this block could as well be one of the block around it.
        return f"{self.kind}{self.offset}{self.inline}" + "\5".join((*parts, "\6", *self.tail, "\7"))

    @property
    def whole_items(self) -> list[Item]:
        """The items of a block that was read, in which nothing is in conflict."""
        return [item for item in self.items if isinstance(item, Item)]


@dataclass(slots=True, eq=False)
class Page:
    """One document: the lines above its first key, its block, its data."""

    head: list[str]
    block: Block
    data: Any


@dataclass(slots=True, eq=False)
class Stream:
    """A whole text: its documents, and its comments."""

    pages: list[Page]
    comments: Counter[str]
