"""One initiative of a suggestion, and what sort of work it is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Literal

from klantreis.compare.gap import Item
from klantreis.compare.plan import YEAR, quarter_of

Sort = Literal[
    "opportunity", "unneeded", "automate", "merge", "replace", "add", "solve", "improve", "phase", "metric",
]  # fmt: skip
_QUARTERS = {1: 1, 2: 1, 3: 2, 4: 3, 5: 4}
_UNKNOWN = 1
_WORDS: Mapping[str, Sort] = {
    "merged": "merge", "added": "add", "replaced": "replace", "absorbed": "unneeded", "automated": "automate",
}  # fmt: skip
"""What becomes of a step, the heaviest first, and what sort of work that is."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """An initiative to consider. `sort` and `names` say in what words to call it; `why` is what it closes.

    `begin` and `end` are quarters: a year and a number from 1 to 4. `metrics` are targets by metric.
    """

    sort: Sort
    names: tuple[str, ...]
    id: str
    closes: tuple[str, ...]
    owner: str
    impact: int | None
    effort: int | None
    metrics: dict[str, float] = field(default_factory=dict)
    why: tuple[Item, ...] = ()
    begin: tuple[int, int] = (1, 1)
    end: tuple[int, int] = (1, 1)


def called(items: Sequence[Item], title: str) -> tuple[Sort, tuple[str, ...]]:
    """Give what sort of work it is by what weighs most, and the names to call it by."""
    changes = [item.judged.change for item in items]
    by = {change.what: change for change in changes if change.topic in ("steps", "phases")}
    for what, sort in _WORDS.items():
        if (change := by.get(what)) is not None:
            before = change.before if isinstance(change.before, list) else [change.before or title]
            return sort, (change.name if sort in ("merge", "replace", "add") else title, *map(str, before))
    if (change := by.get("dropped")) is not None:
        return ("automate" if change.facts.get("why") == "automated" else "unneeded"), (title,)
    if pains := [change.name for change in changes if change.topic == "pains"]:
        return "solve", tuple(pains)
    return "improve", (title,)


def priority(found: Proposal) -> float:
    """Give impact against effort; 0 where nobody has estimated both."""
    return found.impact / found.effort if found.impact and found.effort else 0


def planned(proposals: Iterable[Proposal], today: date, horizon: date | None = None) -> Iterator[Proposal]:
    """Give each the next quarters of its team; what would pass the horizon is done beside the rest."""
    first = quarter_of(today) + 1
    last = max(first, quarter_of(horizon) - 1) if horizon else None
    tracks: dict[str, list[int]] = {}
    for found in proposals:
        length = _QUARTERS.get(found.effort or 0, _UNKNOWN)
        free = tracks.setdefault(found.owner, [first])
        track = next((n for n, begin in enumerate(free) if last is None or begin + length - 1 <= last), len(free))
        if track == len(free):
            free.append(first)
        begin = free[track]
        free[track] = begin + length
        yield replace(found, begin=_quarter(begin), end=_quarter(begin + length - 1))


def _quarter(number: int) -> tuple[int, int]:
    # There is no year 10000.
    return min(number // YEAR, date.max.year), number % YEAR + 1
