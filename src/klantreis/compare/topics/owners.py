"""Who is responsible: the team of each step that lives on, and of the journey.

- `gained`: somebody is now. `lost`: nobody is any more. `changed`: another team is.
  `before`, `after`: what the teams are called.
"""

from __future__ import annotations

from collections.abc import Iterator

from klantreis.compare.change import JOURNEY, Address, At, Change
from klantreis.compare.pair import Pair
from klantreis.compare.topics.names import Names, key_of

WHATS = ("gained", "lost", "changed")


def changes(pair: Pair) -> Iterator[Change]:
    """Give what is in other hands. Where several steps became one, no team of theirs is another one."""
    names = Names(pair)
    old, new = pair.old.journey, pair.new.journey
    yield from _owner(names, JOURNEY, (new.title, ""), [old.owner], new.owner, pair.told(None, None, "owner"))
    for olds, step in pair.origins:
        touchpoint, told = step.touchpoint, pair.told(olds[0], step, "owner")
        owners = [one.touchpoint.owner for one in olds]
        at = pair.at(olds[0], step)
        yield from _owner(names, at, (touchpoint.title, touchpoint.id), owners, touchpoint.owner, told)


def _owner(names: Names, at: At, called: tuple[str, str], olds: list[str], new: str, told: Address) -> Iterator[Change]:
    if new in olds:
        return
    before = list(dict.fromkeys(names.team(owner) for owner in olds if owner))
    after = names.team(new) if new else None
    if after is None and (names.pair.plan or not before):
        return
    if new and key_of(new) in {key_of(owner) for owner in olds}:
        return
    what = "lost" if after is None else "changed" if before else "gained"
    was = before[0] if len(before) == 1 else before or None
    yield Change("owners", what, at, *called, was, after, tells=(told,))
