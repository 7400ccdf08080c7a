"""The order of keys, and which plain forms say the same: what the format knows of a mapping."""

from __future__ import annotations

from functools import cache
from itertools import pairwise
from typing import get_origin

from pydantic import BaseModel

from klantreis.check.vocabulary import known_keys, model_at
from klantreis.edit.tree import Entry, Node, shared_anchors, walk
from klantreis.model.document import Document
from klantreis.source.scalars import resolve

_NAMES = ("klantreis", "kind", "id", "title", "name", "was", "replaces", "automated")
# The long list that leads one level down comes after all that is said here.
_LAST = ("evidence", "touchpoints", "phases", "initiatives")
_NOT_ONE = ("scale", "phases", "initiatives")


def tidy(root: Node, model: type[BaseModel] | None) -> None:
    """Put the keys of a document in the order of the format, and write short what may be short.

    What an anchor shares stays as it is, and so does the order of keys where an alias is about.
    """
    _Tidier(shared_anchors(root)).mapping(root, model)


class _Tidier:
    def __init__(self, shared: set[str]) -> None:
        self.shared = shared

    def mapping(self, node: Node, model: type[BaseModel] | None, *, item: bool = False) -> None:
        """Tidy a mapping of a known kind, and all below it."""
        if model is None or node.kind != "mapping" or node.anchor in self.shared:
            return
        for entry in node.entries:
            if entry.name[:2] != "x-":
                self._value(entry, model)
        if not any(part.kind == "alias" or part.anchor in self.shared for part in walk(node) if part is not node):
            order = _order(model)
            new = sorted(node.entries, key=lambda entry: order.get(entry.name, len(order) + (entry.name[:2] == "x-")))
            # A comment that ignores findings of the item's first key alone would count for the whole item.
            if new != node.entries and not (item and new[0].marked and new[0] is not node.entries[0]):
                _part(node.entries, new)
                node.entries = new

    def _value(self, entry: Entry, model: type[BaseModel]) -> None:
        shape, below = _field(model, entry.name)
        node = entry.value
        if shape == "keyed":
            if node.kind == "mapping" and node.anchor not in self.shared:
                for pair in node.entries:
                    if pair.name[:2] != "x-":
                        self._element(pair, below)
        elif node.kind == "sequence" and shape == "many":
            if node.anchor in self.shared:
                return
            for item in node.entries:
                self._element(item, below)
            if entry.name not in _NOT_ONE:
                _one(entry)
        else:
            self._element(entry, below)

    def _element(self, entry: Entry, model: type[BaseModel] | None) -> None:
        self.mapping(entry.value, model, item=entry.key is None)
        node = entry.value
        short = getattr(model, "short", None)
        if model is None or short is None or node.kind != "mapping" or len(node.entries) != 1 or node.properties:
            return
        only = node.entries[0]
        if only.name == short and _bare(node, only) and _stands_alone(only.value, model):
            entry.value = only.value


def commented(node: Node) -> bool:
    """Tell whether a comment stands inside a list or mapping."""
    return bool(node.tail) or any(
        entry.beside or entry.mark or entry.inner or any(entry.lead) or commented(entry.value) for entry in node.entries
    )


def _part(old: list[Entry], new: list[Entry]) -> None:
    """Let blank lines part what they parted: the keys that stood together, from the others."""
    groups, group = dict[int, int](), 0
    for entry in old:
        above = [*entry.lead, *([""] if entry.blank else [])]
        group += above[:1] == [""]
        groups[id(entry)] = group
    for before, entry in pairwise(new):
        while entry.lead[:1] == [""]:
            del entry.lead[0]
        entry.blank = entry.blank and bool(entry.lead)
        if groups[id(before)] != groups[id(entry)]:
            entry.lead.insert(0, "")


def _one(entry: Entry) -> None:
    node = entry.value
    if len(node.entries) == 1 and not node.properties and _bare(node, node.entries[0]):
        only = node.entries[0].value
        if only.style or only.text not in ("", "~", "null", "Null", "NULL"):
            entry.value = only


def _bare(node: Node, only: Entry) -> bool:
    """Tell whether the only value in a list or mapping is a text on one line, with nothing about it."""
    value = only.value
    return value.kind == "scalar" and not value.spread and not value.properties and not commented(node)


def _stands_alone(value: Node, model: type[BaseModel]) -> bool:
    if not value.style and resolve(value.text) is None:
        return False
    # A text such as `title:x` would be taken for a key without a space.
    return value.text.strip("'\"").partition(":")[0] not in known_keys(model, ())


@cache
def _order(model: type[BaseModel]) -> dict[str, int]:
    known = known_keys(model, ())
    names = _NAMES if issubclass(model, Document) else tuple(name for name in _NAMES if name not in {"kind", "name"})
    first = ["<<", *(name for name in names if name in known)]
    last = [name for name in _LAST if name in known]
    own = [name for name in known if name not in first and name not in last]
    if "from" in own and "to" in own:
        # One begins somewhere before one arrives.
        own.remove("from")
        own.insert(own.index("to"), "from")
    return {name: number for number, name in enumerate([*first, *own, *last])}


@cache
def _field(model: type[BaseModel], key: str) -> tuple[str, type[BaseModel] | None]:
    """Give the shape of what a key holds (`many`, `keyed` or `one`), and the kind of mapping in it."""
    field = next((field for name, field in model.model_fields.items() if (field.alias or name) == key), None)
    if field is None:
        return "one", None
    if get_origin(field.annotation) is dict:
        return "keyed", model_at(model, (key, "any"))
    if get_origin(field.annotation) is list:
        return "many", model_at(model, (key,))
    return "one", model_at(model, (key,))
