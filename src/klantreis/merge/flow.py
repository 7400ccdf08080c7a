"""Lists and mappings in brackets on one line, merged key by key and item by item."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from klantreis.edit.steps import same
from klantreis.edit.tree import Entry, Node
from klantreis.merge.identity import aligned
from klantreis.merge.order import merged_order
from klantreis.merge.pieces import Item


@dataclass(slots=True)
class _Part:
    """An item or pair in brackets: its text, its value, and where that begins in the text."""

    text: str
    value: _Value
    begin: int


@dataclass(slots=True)
class _Value:
    """A value on one line, with its text, data, and what stands between its parts."""

    node: Node
    source: str
    data: Any

    @property
    def text(self) -> str:
        return self.source[self.node.start : self.node.end]

    @property
    def is_list(self) -> bool:
        return self.node.kind == "sequence"

    @property
    def is_mapping(self) -> bool:
        return self.node.kind == "mapping"

    def parts(self) -> list[_Part]:
        """Give its items or pairs; a plain value is a list of itself."""
        if not self.node.collection:
            return [_Part(self.text, self, 0)]
        data = self.data
        found = []
        for n, entry in enumerate(self.node.entries):
            below = data[n] if entry.key is None else data.get(entry.name)
            value = _Value(entry.value, self.source, below)
            found.append(_Part(self.source[entry.start : _end(entry)], value, entry.value.start - entry.start))
        return found

    def signs(self) -> tuple[str, str, str]:
        """Give how it is opened, divided and closed."""
        entries, node = self.node.entries, self.node
        if not entries:
            return self.source[node.start : node.body + 1], ", ", self.source[node.end - 1 : node.end]
        divided = self.source[_end(entries[0]) : entries[1].start] if len(entries) > 1 else ", "
        return self.source[node.start : entries[0].start], divided, self.source[_end(entries[-1]) : node.end]


def merged_flow(base: Item | None, ours: Item | None, theirs: Item | None) -> str | None:
    """Give the text of a value that both sides changed; nothing when they clash, or it is not on one line.

    A side that took the key away, or a base without it, is an empty list or mapping.
    """
    return _merged(_of(base), _of(ours), _of(theirs))


def _of(item: Item | None) -> _Value | None:
    return None if item is None else _Value(item.node, item.source, item.data)


def _merged(base: _Value | None, ours: _Value | None, theirs: _Value | None) -> str | None:
    sides = [side for side in (base, ours, theirs) if side is not None]
    if any(not _simple(side) for side in sides):
        return None
    if any(side.is_list for side in (ours, theirs) if side is not None):
        return _list(base, ours, theirs, sides)
    if ours is not None and theirs is not None and ours.is_mapping and theirs.is_mapping:
        return _mapping(base if base is not None and base.is_mapping else None, ours, theirs)
    return None


def _simple(side: _Value) -> bool:
    node = side.node
    if "\n" in side.text or node.kind == "alias" or node.properties:
        return False
    return not node.collection or side.source[node.body : node.body + 1] in ("[", "{")


def _list(base: _Value | None, ours: _Value | None, theirs: _Value | None, sides: list[_Value]) -> str | None:
    if any(side.is_mapping or (side.node.collection and not side.node.flow) for side in sides):
        return None
    three = [side.parts() if side is not None and side.data is not None else [] for side in (base, ours, theirs)]
    keys = aligned(*([part.value.data for part in parts] for parts in three))
    if keys is None or keys.contested:
        return None
    maps = [dict(zip(names, parts, strict=True)) for names, parts in zip(keys.three, three, strict=True)]
    return _joined(maps, keys.three, [side for side in sides if side.is_list], merged_order)


def _mapping(base: _Value | None, ours: _Value, theirs: _Value) -> str | None:
    sides = [side for side in (base, ours, theirs) if side is not None]
    maps: list[dict[str, _Part]] = [
        {} if side is None else dict(zip((entry.name for entry in side.node.entries), side.parts(), strict=True))
        for side in (base, ours, theirs)
    ]
    if any("<<" in side for side in maps):
        return None
    return _joined(maps, [list(side) for side in maps], sides, order_of_keys)


def order_of_keys(base: Sequence[str], ours: Sequence[str], theirs: Sequence[str], kept: set[str]) -> list[str]:
    """Give the order of the keys of a mapping, which means nothing: where both sides changed it, any will do."""
    found = merged_order(base, ours, theirs, kept)
    if found is not None:
        return found
    one, other = sorted([[key for key in keys if key in kept] for keys in (ours, theirs)])
    return [*one, *(key for key in other if key not in one)]


def _joined(
    maps: list[dict[str, _Part]],
    names: list[list[str]],
    sides: list[_Value],
    order: Callable[..., list[str] | None],
) -> str | None:
    texts: dict[str, str] = {}
    base, ours, theirs = maps
    for key in dict.fromkeys(key for some in names for key in some):
        b, o, t = base.get(key), ours.get(key), theirs.get(key)
        text = _part(b, o, t)
        if text is None:
            return None
        if text:
            texts[key] = text
    found = order(*names, set(texts))
    if found is None:
        return None
    opened, divided, closed = (_chosen(signs) for signs in zip(*(side.signs() for side in sides), strict=True))
    return opened + divided.join(texts[key] for key in found) + closed


def _part(base: _Part | None, ours: _Part | None, theirs: _Part | None) -> str | None:
    """Give the text of a part, an empty one when it is gone, nothing when the sides clash."""
    if ours is None or theirs is None:
        kept = ours if theirs is None else theirs
        if kept is None or (base is not None and _says(kept, base)):
            return ""
        return kept.text if base is None else None
    if _says(ours, theirs):
        return min(ours.text, theirs.text)
    if base is not None and (_says(ours, base) or _says(theirs, base)):
        return theirs.text if _says(ours, base) else ours.text
    inner = _merged(None if base is None else base.value, ours.value, theirs.value)
    if inner is None or not (ours.value.node.collection and theirs.value.node.collection):
        return None
    return min(part.text[: part.begin] for part in (ours, theirs)) + inner


def _says(one: _Part, other: _Part) -> bool:
    return one.text == other.text or same(one.value.data, other.value.data)


def _chosen(signs: Sequence[str]) -> str:
    """Give the sign that most versions use; the same whichever side comes first."""
    return min(signs, key=lambda sign: (-signs.count(sign), sign))


def _end(entry: Entry) -> int:
    return max(entry.value.end, entry.sign)
