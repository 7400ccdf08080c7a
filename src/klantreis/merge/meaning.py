"""What both sides meant, judged on plain data: whether a result holds the edits of each and no others.

This knows nothing of texts, and merges nothing. It goes through the three sides and the result
together and says whether the result is what they ask for.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from typing import Any, Literal

from klantreis.edit.steps import same
from klantreis.merge.identity import Aligned, aligned, aligned_documents, as_list, document_key, holds, key_of
from klantreis.merge.migration import settled, steps_of
from klantreis.merge.short import short_key

Favour = Literal["", "ours", "theirs"]
MISSING = object()
"""Stands for what is not there."""
_MOST = 400
"""Lists that both sides put in another order are compared pair by pair up to this length."""


def is_meant(
    base: Sequence[Any],
    ours: Sequence[Any],
    theirs: Sequence[Any],
    result: Sequence[Any],
    favour: Favour = "",
    doubted: frozenset[str] = frozenset(),
) -> bool:
    """Tell whether the documents of a result are what both sides meant.

    With `favour`, that side decides where both changed the same, or where one changed what has to do
    with what is named in `doubted`; without it there may be no such place.
    """
    keys = aligned_documents(base, ours, theirs)
    judge = _Judge(favour, doubted)
    return keys is not None and judge.items(base, ours, theirs, result, keys, document_key)


class _Judge:
    def __init__(self, favour: Favour, doubted: frozenset[str]) -> None:
        self.favour = favour
        self.doubted = doubted if favour else frozenset[str]()

    def value(self, base: Any, ours: Any, theirs: Any, result: Any) -> bool:
        """Tell whether a value is what both sides meant."""
        favoured = theirs if self.favour == "theirs" else ours
        gone = base is not MISSING and (ours is MISSING or theirs is MISSING)
        if same(ours, theirs):
            return same(result, ours)
        if same(ours, base) or same(theirs, base):
            if same(result, theirs if same(ours, base) else ours):
                return True
            if not self.favour:
                return False
            # One side may have changed no more than a comment of what the other took away.
            free = gone or self._in_doubt(base, ours, theirs)
            return (free and same(result, favoured)) or self._looked_into(base, ours, theirs, result)
        return self._looked_into(base, ours, theirs, result) or bool(self.favour and same(result, favoured))

    def _in_doubt(self, base: Any, ours: Any, theirs: Any) -> bool:
        """Tell whether what one side changed has to do with what is in doubt."""
        nested = isinstance(ours, dict) and isinstance(theirs, dict)
        return not nested and any(holds(value, self.doubted) for value in (base, ours, theirs))

    def _looked_into(self, base: Any, ours: Any, theirs: Any, result: Any) -> bool:
        if isinstance(ours, dict) and isinstance(theirs, dict):
            before = base if isinstance(base, dict) else {}
            return self._mapping((*settled(before, ours, theirs), result))
        full, plain = (ours, theirs) if isinstance(ours, dict) else (theirs, ours)
        if not isinstance(plain, (dict, list)) and plain is not MISSING and (key := short_key(base, full)):
            # The one wrote out in full what the other changed in short.
            three = [value if isinstance(value, dict) else {key: value} for value in (base, ours, theirs)]
            return self._mapping((*three, result))
        if isinstance(ours, list) or isinstance(theirs, list):
            one, two, three, found = (_items(value) for value in (base, ours, theirs, result))
            keys = aligned(one, two, three)
            return keys is not None and not keys.contested and self.items(one, two, three, found, keys, key_of)
        return False

    def _mapping(self, sides: tuple[Any, ...]) -> bool:
        *three, result = sides
        if result is MISSING or result is None:
            result = {}
        if not isinstance(result, dict):
            return False
        keys = {key for side in (*three, result) for key in side}
        return all(self.value(*(side.get(key, MISSING) for side in (*three, result))) for key in keys)

    def items(
        self,
        base: Sequence[Any],
        ours: Sequence[Any],
        theirs: Sequence[Any],
        result: Sequence[Any],
        keys: Aligned,
        own_key: Callable[[Any], str],
    ) -> bool:
        """Tell whether a list holds what both sides meant, in an order that both meant."""
        names = _names(result, ours, theirs, keys, own_key)
        if names is None or len(set(names)) < len(names) or not _in_order(names, keys):
            return False
        sides = ((keys.base, base), (keys.ours, ours), (keys.theirs, theirs), (names, result))
        maps = [dict(zip(some, values, strict=True)) for some, values in sides]
        every = dict.fromkeys(key for some in maps for key in some)
        return all(self._item(key, *(some.get(key, MISSING) for some in maps)) for key in every)

    def _item(self, key: str, base: Any, ours: Any, theirs: Any, result: Any) -> bool:
        if key in self.doubted and (ours is MISSING or theirs is MISSING):
            return same(result, ours if self.favour == "ours" else theirs)
        if result is MISSING and ours is not MISSING and theirs is not MISSING:
            return False
        return self.value(base, ours, theirs, result)


def keeps_steps(base: Sequence[Any], ours: Sequence[Any], theirs: Sequence[Any], result: Sequence[Any]) -> bool:
    """Tell whether no touchpoint that all versions have is gone, and none is there more often than in any."""
    one, two, three, found = (
        Counter(key for document in documents for key in steps_of(document))
        for documents in (base, ours, theirs, result)
    )
    return one.keys() & two.keys() & three.keys() <= found.keys() and found <= one | two | three


def _items(value: Any) -> list[Any]:
    return [] if value is MISSING or value is None else as_list(value)


def _names(
    result: Sequence[Any], ours: Sequence[Any], theirs: Sequence[Any], keys: Aligned, own_key: Callable[[Any], str]
) -> list[str] | None:
    """Give the items of a result the keys that they have on the sides; nothing when one comes from neither."""
    meant: dict[str, str] = {}
    for values, names in ((ours, keys.ours), (theirs, keys.theirs)):
        for value, name in zip(values, names, strict=True):
            if meant.setdefault(own_key(value), name) != name:
                return None
    found = [meant.get(own_key(value)) for value in result]
    names = [name for name in found if name is not None]
    return names if len(names) == len(found) else None


def _in_order(result: Sequence[str], keys: Aligned) -> bool:
    """Tell whether each pair stands as the side wants that turned it round, and additions where they were."""
    at = [{key: n for n, key in enumerate(names)} for names in (keys.base, keys.ours, keys.theirs)]
    core = [key for key in result if all(key in places for places in at)]
    base, ours, theirs = (sorted(core, key=places.__getitem__) for places in at)
    if base in (ours, theirs) or ours == theirs:
        if core != (theirs if ours == base else ours):
            return False
    elif len(core) > _MOST or not _turned(core, at):
        return False
    known, shared = set(result), set(core)
    for places, names in zip(at[1:], (keys.ours, keys.theirs), strict=True):
        wanted = _behind([key for key in names if key in known], shared)
        if _behind([key for key in result if key in places], shared) != wanted:
            return False
    return True


def _turned(core: Sequence[str], at: Sequence[dict[str, int]]) -> bool:
    for n, one in enumerate(core):
        for other in core[n + 1 :]:
            base, ours, theirs = (places[one] < places[other] for places in at)
            if not (ours if ours != base else theirs):
                return False
    return True


def _behind(names: Sequence[str], core: set[str]) -> dict[str, list[str]]:
    """Give the additions behind each key of the core, in their order."""
    found: dict[str, list[str]] = {}
    place = ""
    for name in names:
        if name in core:
            place = name
        else:
            found.setdefault(place, []).append(name)
    return found
