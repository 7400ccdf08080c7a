"""Lists that stay as they are written: what is odd about them would not be seen any more in another form.

`pains: [Duurt lang, zeker op maandag]` is told of as a sentence that a comma split; with each half
on a line of its own nobody could tell.
"""

from __future__ import annotations

from collections.abc import Iterable

from klantreis.edit.tree import Entry, Node, Tree
from klantreis.findings import Path


def keep_as_written(text: str, tree: Tree, paths: Iterable[Path]) -> None:
    """Make one text of each list at a path, comments inside it included."""
    for path in paths:
        entry = _entry(tree, path)
        if entry is not None and entry.value.kind == "sequence" and entry.value.flow:
            entry.value = _written(text, entry.value)
            start, end = entry.value.body, entry.value.end
            tree.comments = [comment for comment in tree.comments if not start < comment.start < end]


def _entry(tree: Tree, path: Path) -> Entry | None:
    entry = tree.top
    for part in path:
        below = entry.value.entries
        if isinstance(part, int):
            found = below[part] if part < len(below) else None
        else:
            found = next((one for one in below if one.name == part), None)
        if found is None:
            return None
        entry = found
    return entry


def _written(text: str, node: Node) -> Node:
    return Node(
        "scalar", node.start, node.body, node.end, text[node.body : node.end], anchor=node.anchor,
        properties=node.properties,
    )  # fmt: skip
