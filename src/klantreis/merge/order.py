"""The order of three lists of keys as one: a move of either side counts, an addition stays behind its predecessor."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Sequence

_MOST = 400
"""Lists that both sides put in another order are compared pair by pair up to this length."""


def merged_order(
    base: Sequence[str], ours: Sequence[str], theirs: Sequence[str], kept: Collection[str]
) -> list[str] | None:
    """Give the order of what is kept; nothing when both sides moved the same item, each elsewhere.

    Swapping the sides gives the same. Method: the core, which all three have, is ordered pair by
    pair, where the side that turned a pair round wins; two sides cannot turn the same pair round
    differently. What only a side has follows its nearest predecessor in the core on that side.
    """
    core_of_all = set(base) & set(ours) & set(theirs) & set(kept)
    core = _core(*([key for key in keys if key in core_of_all] for keys in (base, ours, theirs)))
    if core is None:
        return None
    one, other = (_additions(keys, core_of_all, kept) for keys in (ours, theirs))
    places = {key: place for place, keys in one.items() for key in keys}
    if any(places.get(key, place) != place for place, keys in other.items() for key in keys):
        return None
    found: list[str] = []
    for place in ["", *core]:
        run = _together(one.get(place, []), other.get(place, []))
        if run is None:
            return None
        found += [place, *run] if place else run
    return found


def _core(base: list[str], ours: list[str], theirs: list[str]) -> list[str] | None:
    if ours in (base, theirs):
        return theirs
    if theirs == base:
        return ours
    if len(base) > _MOST or moved(base, ours) & moved(base, theirs):
        return None
    at = [{key: n for n, key in enumerate(keys)} for keys in (base, ours, theirs)]
    ranks: dict[int, str] = {}
    for key in base:
        ranks[sum(_before(other, key, at) for other in base if other != key)] = key
    # In a ring of pairs two keys have as many before them.
    return [ranks[rank] for rank in sorted(ranks)] if len(ranks) == len(base) else None


def _before(one: str, other: str, at: list[dict[str, int]]) -> bool:
    in_base, in_ours, in_theirs = (places[one] < places[other] for places in at)
    return in_ours if in_ours != in_base else in_theirs


def moved(base: Sequence[str], side: Sequence[str]) -> set[str]:
    """Give the fewest keys that have to move to come from one order to the other."""
    at = {key: n for n, key in enumerate(base)}
    ends: list[int] = []
    last: list[str] = []
    before: dict[str, str | None] = {}
    for key in side:
        length = bisect_left(ends, at[key])
        before[key] = last[length - 1] if length else None
        ends[length : length + 1] = [at[key]]
        last[length : length + 1] = [key]
    staying = set[str]()
    here = last[-1] if last else None
    while here is not None:
        staying.add(here)
        here = before[here]
    return set(side) - staying


def _additions(side: Sequence[str], core: Collection[str], kept: Collection[str]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    place = ""
    for key in side:
        if key in core:
            place = key
        elif key in kept:
            found.setdefault(place, []).append(key)
    return found


def _together(one: list[str], other: list[str]) -> list[str] | None:
    """Give two runs of additions as one: what both have divides them, of the rest the lesser comes first."""
    known = set(one) & set(other)
    shared = [key for key in one if key in known]
    if shared != [key for key in other if key in known]:
        return None
    found: list[str] = []
    for key in [*shared, None]:
        end, other_end = (run.index(key) if key is not None else len(run) for run in (one, other))
        for run in sorted([one[:end], other[:other_end]]):
            found += run
        found += [key] if key is not None else []
        one, other = one[end + 1 :], other[other_end + 1 :]
    return found
