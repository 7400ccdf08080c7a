"""A value that one side wrote out in full while the other side changed its short form."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from klantreis.edit.steps import same
from klantreis.merge.pieces import Block, Conflict, Item

_KEYS = ("title", "score", "value", "to", "id", "team", "name", "url", "points", "target")
"""What plain values stand for, somewhere in the format."""


def short_key(value: Any, full: Any) -> str | None:
    """Give the key under which a mapping holds the plain value that it was before; nothing when it is none."""
    if not isinstance(full, dict) or value is None or isinstance(value, (dict, list)):
        return None
    return next((key for key in _KEYS if key in full and same(full[key], value)), None)


def merged_short(base: Item | None, ours: Item, theirs: Item) -> Item | None:
    """Give what one side wrote out in full, with the other side's change of the plain value.

    Nothing when it is something else that happened.
    """
    full, plain = (ours, theirs) if isinstance(ours.data, dict) else (theirs, ours)
    if base is None or plain.node.kind != "scalar" or plain.node.properties or "\n" in plain.value:
        return None
    key = short_key(base.data, full.data)
    if key is None or plain.rest != base.rest or plain.head != base.head:
        return None
    if full.below is None:
        return _in_braces(full, key, plain.value)
    return _on_lines(full, full.below, key, plain.value)


def _in_braces(full: Item, key: str, text: str) -> Item | None:
    node = full.node
    entry = next((entry for entry in node.entries if entry.name == key), None)
    if entry is None or entry.value.kind != "scalar" or "\n" in full.value:
        return None
    low, high = entry.value.start - node.start, entry.value.end - node.start
    return replace(full, value=full.value[:low] + text + full.value[high:], _own=None)


def _on_lines(full: Item, below: Block, key: str, text: str) -> Item | None:
    items: list[Item | Conflict] = [
        replace(item, value=text, _own=None) if item.name == key and "\n" not in item.value else item
        for item in below.whole_items
    ]
    return replace(full, below=replace(below, items=items), _own=None)
