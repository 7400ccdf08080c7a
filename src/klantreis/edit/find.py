"""Paths of the model to places in a tree: short forms and lists of one stand where they were written."""

from __future__ import annotations

from dataclasses import dataclass, field

from pydantic import BaseModel

from klantreis.check.vocabulary import model_at
from klantreis.edit.tree import Entry, Node, Tree, shared_anchors
from klantreis.findings import Path


class RefusedError(Exception):
    """A change that would do more, or less, than was asked. Its words say why."""


@dataclass(slots=True)
class Found:
    """Where a path leads: the entry that holds the value, the collections around it, its path in the data.

    `listed`: one value stands for a list of one. `shortened`: the value is the short form of what
    the path means.
    """

    entry: Entry
    around: list[tuple[Entry, Node]] = field(default_factory=list)
    real: Path = ()
    listed: bool = False
    shortened: bool = False

    @property
    def node(self) -> Node:
        """The value."""
        return self.entry.value

    @property
    def flow(self) -> bool:
        """Whether it stands in brackets."""
        return bool(self.around) and self.around[-1][1].flow


class Finder:
    """Finds the places of one document."""

    def __init__(self, tree: Tree, model: type[BaseModel] | None) -> None:
        self.tree = tree
        self.model = model
        self.shared = shared_anchors(tree.top.value)

    def find(self, path: Path) -> Found:
        """Give where a path leads. Raises `RefusedError` when it leads nowhere, or through what is shared."""
        found = Found(self.tree.top)
        for length, part in enumerate(path):
            node = found.node
            self.refuse_shared(node)
            if isinstance(part, int):
                found = self._item(found, node, part)
            elif node.kind == "mapping":
                found = self._key(found, node, part)
            elif node.kind == "scalar" and self.short(path[:length]) == part and not found.shortened:
                found.shortened = True
            else:
                raise RefusedError(f"`{part}` is not written here.")
        return found

    def short(self, path: Path) -> str | None:
        """Give the key that a plain value at a path stands for."""
        found = model_at(self.model, path) if self.model is not None else None
        return getattr(found, "short", None)

    def refuse_shared(self, node: Node) -> None:
        """Refuse to change what stands at several places."""
        if node.kind == "alias":
            raise RefusedError(f"this is `{node.text}`, which is written elsewhere and may be used there too.")
        if node.anchor in self.shared:
            raise RefusedError(f"`*{node.anchor}` uses this too.")

    def _item(self, found: Found, node: Node, position: int) -> Found:
        if node.kind == "sequence" and position < len(node.entries):
            return Found(node.entries[position], [*found.around, (found.entry, node)], (*found.real, position))
        if node.kind != "sequence" and position == 0 and not found.listed:
            found.listed = True
            return found
        raise RefusedError("the item is not there.")

    def _key(self, found: Found, node: Node, key: str) -> Found:
        for entry in node.entries:
            if entry.name == key and not _is_merge(entry):
                return Found(entry, [*found.around, (found.entry, node)], (*found.real, key))
        if any(_is_merge(entry) for entry in node.entries):
            raise RefusedError(f"`{key}` comes from a merge key (`<<`), which others may use too.")
        raise RefusedError(f"`{key}` is not written here.")


def _is_merge(entry: Entry) -> bool:
    return entry.key is not None and entry.key.value == "<<" and not entry.key.style
