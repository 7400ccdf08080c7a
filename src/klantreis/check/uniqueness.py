"""Ids carry the history: no two elements in one place may have the same."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from fnmatch import fnmatchcase
from itertools import chain
from typing import Any, NamedTuple

from klantreis import rules
from klantreis.check.collector import Collector
from klantreis.check.outline import Named, Outline, Step
from klantreis.findings import Path, Related
from klantreis.model.touchpoint import ASSUMPTION, EXIT
from klantreis.wording import shortened

_LONG = 10_000
_LISTS = {
    "organisation": ("core_values", "teams", "segments", "channels", "metrics", "frameworks", "sources"),
    "persona": ("sources",),
    "roadmap": ("initiatives",),
    "journey": ("sources", "custom_lanes"),
}
_GLOB_SIGNS = "*?["
_MOST_WORK = 2_000_000
"""Two globs take the product of their lengths to compare; a journey that asks for more is not compared further."""


class _Event(NamedTuple):
    owner: tuple[int, int]
    pattern: Any
    path: Path


def check(model: Any, outline: Outline, out: Collector) -> None:
    """Check all ids of one document, and that no event means two touchpoints."""
    for key in _LISTS[outline.kind]:
        check_list(getattr(model, key), (key,), _singular(key), out)
    for sort in ("phase", "touchpoint"):
        _check([step for step in outline.steps if step.sort == sort], out)
    for step in outline.steps:
        _check(step.items, out)
        if step.id == EXIT and step.sort == "touchpoint":
            _reserved(EXIT, "the `next` of a customer who leaves", (*step.path, "id"), out)
    for n, source in enumerate(getattr(model, "sources", ())):
        if source.id == ASSUMPTION:
            _reserved(ASSUMPTION, "the evidence of what nobody has checked", ("sources", n, "id"), out)
    if outline.kind == "journey":
        _events(model, out)


def _reserved(word: str, meaning: str, path: Path, out: Collector) -> None:
    out.add(rules.BAD_ID, path, f"`{word}` cannot be an id: it is {meaning}.", "Add another `id`.")


def check_list(items: Iterable[Any], path: Path, sort: str, out: Collector) -> None:
    """Check the ids of one list of elements."""
    _check([Named(sort, item.id, (*path, n)) for n, item in enumerate(items)], out)


def _check(named: list[Any], out: Collector) -> None:
    first: dict[str, Named | Step] = {}
    for element in named:
        known = first.setdefault(element.id, element)
        if known is not element:
            other = "" if known.sort == element.sort else f" (a {known.sort} has it too)"
            out.add(
                rules.DUPLICATE_ID,
                (*element.path, "id"),
                f"A second {element.sort} with the id `{shortened(element.id)}`{other}.",
                "Give one of them an `id` of its own.",
                (Related(out.where((*known.path, "id")), "the first is here"),),
            )


def _singular(key: str) -> str:
    return {"core_values": "core value", "custom_lanes": "custom lane"}.get(key, key.rstrip("s"))


def _events(model: Any, out: Collector) -> None:
    names: dict[str, list[_Event]] = defaultdict(list)
    globs: list[_Event] = []
    work = 0
    for here in _all_events(model):
        glob = any(sign in here.pattern.name for sign in _GLOB_SIGNS)
        others = chain.from_iterable(names.values()) if glob else names[here.pattern.name]
        for other in chain(others, globs):
            work += len(here.pattern.name) * len(other.pattern.name)
            if work > _MOST_WORK and other.pattern.name != here.pattern.name:
                continue
            if other.owner != here.owner and _meet(other.pattern, here.pattern):
                out.add(
                    rules.SHARED_EVENT,
                    here.path,
                    f"The event `{shortened(here.pattern.name)}` means another touchpoint too.",
                    "Tell them apart with `where`, or name the events more exactly.",
                    (Related(out.where(other.path), "the other is here"),),
                )
                break
        (globs if glob else names[here.pattern.name]).append(here)


def _all_events(model: Any) -> Iterator[_Event]:
    for p, phase in enumerate(model.phases):
        for t, touchpoint in enumerate(phase.touchpoints):
            for e, pattern in enumerate(touchpoint.events):
                yield _Event((p, t), pattern, ("phases", p, "touchpoints", t, "events", e))


def _meet(one: Any, other: Any) -> bool:
    """Tell whether one recorded event can fit both patterns."""
    apart = any(column in other.where and other.where[column] != value for column, value in one.where.items())
    if apart:
        return False
    a, b = one.name, other.name
    return a == b or fnmatchcase(a, b) or fnmatchcase(b, a) or _globs_meet(a, b)


def _globs_meet(one: str, other: str) -> bool:
    """Tell whether some text fits two globs of letters, `*` and `?`; both short."""
    if "[" in one + other or len(one) * len(other) > _LONG or "*" not in one or "*" not in other:
        return False
    row = [True] + [False] * len(other)
    for j, char in enumerate(other, 1):
        row[j] = row[j - 1] and char == "*"
    for left in one:
        above, row = row, [row[0] and left == "*"]
        for j, right in enumerate(other, 1):
            if "*" in (left, right):
                row.append(above[j] or row[j - 1] or above[j - 1])
            else:
                row.append(above[j - 1] and (left == right or "?" in (left, right)))
    return row[-1]
