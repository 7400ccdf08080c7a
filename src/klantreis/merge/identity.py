"""Which item of a list is which: by id, by a former id, by title; plain texts by what they say.

The same answer is used to merge the text and to prove the result, because it *is* the meaning of a
list: everything else about the two is worked out twice.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from klantreis.model.text import MAX_ID, slug

_NAMES = ("title", "name", "to", "team", "url")
"""What stands for an item without an id, the first that is written."""
_LEAST = 2
"""So much must be the same in two items with different titles, and at least half, to be the same item."""
_MOST = 2500
"""So many pairs of items are held against each other."""


@dataclass(frozen=True, slots=True)
class Aligned:
    """The keys of three lists: equal keys are the same item."""

    base: list[str]
    ours: list[str]
    theirs: list[str]

    @property
    def three(self) -> list[list[str]]:
        """The keys of the base, of ours and of theirs."""
        return [self.base, self.ours, self.theirs]

    @property
    def contested(self) -> bool:
        """Whether both sides took the same item away and each put something else: perhaps both renamed it."""
        known, ours, theirs = set(self.base), set(self.ours), set(self.theirs)
        new_ours, new_theirs = ours - known, theirs - known
        return bool(known - ours - theirs and new_ours - new_theirs and new_theirs - new_ours)


def key_of(value: Any) -> str:
    """Give the key of one item by itself."""
    if isinstance(value, dict):
        if _is_name(value.get("id")):
            return str(value["id"])
        name = next((value[key] for key in _NAMES if _is_name(value.get(key))), None)
        if name is not None:
            return _key_of_text(str(name))
    elif _is_name(value):
        return _key_of_text(str(value))
    return "=" + json.dumps(value, sort_keys=True, ensure_ascii=False, default=str)


def holds(value: Any, names: Collection[str]) -> bool:
    """Tell whether an item with one of these keys, or a reference to it, is somewhere in a value."""
    if not names:
        return False
    if isinstance(value, dict):
        return key_of(value) in names or any(holds(below, names) for below in value.values())
    if isinstance(value, list):
        return any(holds(below, names) for below in value)
    return isinstance(value, str) and any(key_of(part) in names for part in value.split("/"))


def aligned(base: Sequence[Any], ours: Sequence[Any], theirs: Sequence[Any]) -> Aligned | None:
    """Give the keys of three lists; nothing when two items of one list cannot be told apart."""
    known = [key_of(value) for value in base]
    found = Aligned(known, _matched(base, known, ours), _matched(base, known, theirs))
    if any(len(set(keys)) < len(keys) for keys in (found.base, found.ours, found.theirs)):
        return None
    return found


def as_list(value: Any) -> list[Any]:
    """Give a list as it is, and one value as a list of one, as the format reads it."""
    return value if isinstance(value, list) else [value]


def _is_name(value: Any) -> bool:
    return isinstance(value, (str, int, float)) and value != ""


def _key_of_text(text: str) -> str:
    # A slug ends at so many signs: what differs only behind them has to stay apart.
    return (slug(text) if len(text) <= MAX_ID else "") or "=" + text


def _matched(base: Sequence[Any], known: list[str], side: Sequence[Any]) -> list[str]:
    """Give a side's items the keys that they have in the base; new ones keep their own."""
    own = [key_of(value) for value in side]
    if own == known:
        return own
    every = set(known)
    free = every - set(own)
    keys: list[str | None] = [key if key in every else None for key in own]
    if free and None in keys:
        _by_former_id(side, keys, free)
        _by_title(base, known, side, keys, free)
        _by_content(base, known, side, keys, free)
        _by_place(base, known, side, keys, free)
    return [key if key is not None else own[n] for n, key in enumerate(keys)]


def _by_former_id(side: Sequence[Any], keys: list[str | None], free: set[str]) -> None:
    for n, value in enumerate(side):
        if keys[n] is None and isinstance(value, dict) and value.get("was") is not None:
            former = next((str(name) for name in as_list(value["was"]) if str(name) in free), None)
            if former is not None:
                keys[n] = former
                free.discard(former)


def _by_title(
    base: Sequence[Any], known: list[str], side: Sequence[Any], keys: list[str | None], free: set[str]
) -> None:
    """Match what got an id, or another one, and is still called the same."""
    titles = [_title(value) for value in base]
    others = [_title(value) for value in side]
    seen, other_seen = Counter(titles), Counter(others)
    at = {title: n for n, title in enumerate(titles) if title and seen[title] == 1 and known[n] in free}
    for n, title in enumerate(others):
        if keys[n] is None and title in at and other_seen[title] == 1:
            keys[n] = known[at[title]]
            free.discard(known[at[title]])


def _title(value: Any) -> str:
    title = value.get("title") if isinstance(value, dict) else None
    return _key_of_text(str(title)) if _is_name(title) else ""


def _by_content(
    base: Sequence[Any], known: list[str], side: Sequence[Any], keys: list[str | None], free: set[str]
) -> None:
    """Match what got another title, and holds mostly the same; only where nothing else holds that."""
    old = {key: leaves for value, key in zip(base, known, strict=True) if key in free and (leaves := _leaves(value))}
    new = {n: leaves for n, value in enumerate(side) if keys[n] is None and (leaves := _leaves(value))}
    if len(old) * len(new) > _MOST:
        return
    alike = [(n, key) for n, these in new.items() for key, those in old.items() if _alike(these, those)]
    places, names = Counter(n for n, _ in alike), Counter(key for _, key in alike)
    for n, key in alike:
        if places[n] == names[key] == 1:
            keys[n] = key
            free.discard(key)


def _leaves(value: Any) -> Counter[str]:
    """Give what a mapping says under other keys than its names."""
    if not isinstance(value, dict):
        return Counter()
    return Counter(
        leaf for key, below in value.items() if key not in ("id", "title", "was") for leaf in _said(key, below)
    )


def _said(key: str, value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        for name, below in value.items():
            yield from _said(name, below)
    elif isinstance(value, list):
        for below in value:
            yield from _said(key, below)
    else:
        # That two things have the same date or grade says less than that they have the same sentence.
        yield from [f"{key}: {value}"] * (2 if " " in str(value) else 1)


def _alike(one: Counter[str], other: Counter[str]) -> bool:
    shared = (one & other).total()
    return shared >= _LEAST and shared * 2 >= max(one.total(), other.total())


def _by_place(
    base: Sequence[Any], known: list[str], side: Sequence[Any], keys: list[str | None], free: set[str]
) -> None:
    """Match plain texts that stand where as many others stood: they were rewritten."""
    at = {key: n for n, key in enumerate(keys) if key is not None}
    start = 0
    while start < len(known):
        end = start
        while end < len(known) and known[end] in free:
            end += 1
        if end > start:
            _rewritten(base, known, (start, end), side, keys, at)
        start = end + 1


def _rewritten(
    base: Sequence[Any],
    known: list[str],
    run: tuple[int, int],
    side: Sequence[Any],
    keys: list[str | None],
    at: Mapping[str, int],
) -> None:
    start, end = run
    if start and known[start - 1] not in at:
        return
    low = at[known[start - 1]] + 1 if start else 0
    high = low + end - start
    follows = keys[high] if high < len(keys) else None
    ended = high == len(keys) if end == len(known) else high < len(keys) and follows == known[end]
    values = [*base[start:end], *side[low:high]]
    if ended and all(key is None for key in keys[low:high]) and not any(isinstance(v, (dict, list)) for v in values):
        keys[low:high] = known[start:end]


def document_key(data: Any) -> str:
    """Give the key of a document: its kind, and its id or what stands for one."""
    kind = (data.get("kind") or "journey") if isinstance(data, dict) else ""
    return f"{kind}/{key_of(data)}"


def aligned_documents(base: Sequence[Any], ours: Sequence[Any], theirs: Sequence[Any]) -> Aligned | None:
    """Give the keys of the documents of three files.

    By kind and id; by place where each file has as many and none of them stands elsewhere in another.
    """
    sides = [[document_key(data) for data in documents] for documents in (base, ours, theirs)]
    if any(len(set(keys)) < len(keys) for keys in sides):
        return None
    if len(base) == len(ours) == len(theirs):
        places: dict[str, set[int]] = {}
        for keys in sides:
            for n, key in enumerate(keys):
                places.setdefault(key, set()).add(n)
        if all(len(found) == 1 for found in places.values()) and _like_kinds(*sides):
            return Aligned(sides[0], sides[0], sides[0])
    return Aligned(*sides)


def _like_kinds(*sides: list[str]) -> bool:
    kinds = [[key.partition("/")[0] for key in keys] for keys in sides]
    return all(some == kinds[0] for some in kinds)
