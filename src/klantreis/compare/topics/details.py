"""Everything else that is written otherwise: what no other topic speaks of.

- `added`, `removed`, `changed`: of a key. `facts`: `key`; `item`, its id or name where it is one of
  several, and `called`, its title; `plan`. Of a changed item, `before` and `after` hold only what differs.
- `moved`: it stands elsewhere: an item in its list, everything in a list, or a part of a journey with
  ids that are not its own.

What is named by its id is shown by its title.

Of a plan, only what the customer meets counts, and only what it says: a dream leaves out what
nobody dreams of.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from klantreis.compare.change import JOURNEY, Address, At, Change
from klantreis.compare.edits import Edit, Plain
from klantreis.compare.pair import Pair
from klantreis.compare.topics.titles import Titles

WHATS = ("added", "removed", "changed", "moved")

_DREAMED = frozenset({
    "title", "trigger", "scenario", "goal", "duration", "persona", "segment", "scope", "initiator",
    "actions", "thoughts", "experience", "gains", "artefacts", "frontstage", "backstage", "support_processes", "next",
    "zoom", "content", "motivations", "questions", "business_goals",
})  # fmt: skip
"""What a dream may say otherwise, so that it is worth a word."""

_LONG = 500


def changes(pair: Pair, told: Collection[Address]) -> Iterator[Change]:
    """Give what was edited and is not told yet. That an item moved in its list, nothing else tells."""
    edits = [edit for edit in pair.edits if edit.address not in told or (edit.item and _what(edit) == "moved")]
    if pair.plan:
        edits = [edit for edit in edits if edit.key in _DREAMED and edit.after and edit.sort != "journey"]
    if not edits:
        return
    places, titles = _Places(pair), Titles(pair)
    renamed = {(edit.sort, edit.name) for edit in pair.edits if edit.key == "id"}
    for edit in edits:
        # A former id is only how an id may change.
        if edit.key == "was" and (edit.sort, edit.name) in renamed:
            continue
        at, name = places.of(edit)
        before, after = _differing(edit.before, edit.after) if edit.item else (edit.before, edit.after)
        facts = {"key": edit.key, "item": edit.item, "called": _called(edit, at, titles), "plan": pair.plan}
        also = ((edit.sort, edit.name, "was", ""),) if edit.key == "id" else ()
        yield Change(
            "details", _what(edit), at, name, edit.name,
            titles.shown(edit.key, before, old=True), titles.shown(edit.key, after, old=False),
            facts, (edit.address, *also),
        )  # fmt: skip


def _what(edit: Edit) -> str:
    before, after = edit.before, edit.after
    if after is None and edit.place is not None:
        return "moved"
    if before is None:
        return "added"
    if after is None:
        return "removed"
    if isinstance(before, list) and isinstance(after, list) and _sorted(before) == _sorted(after):
        return "moved"
    return "changed"


def _sorted(values: list[Plain]) -> list[str]:
    return sorted(repr(value) for value in values)


def _called(edit: Edit, at: At, titles: Titles) -> str:
    """What an item is called: its title, else its id or name."""
    for value in (edit.after, edit.before):
        if isinstance(value, dict) and value.get("title"):
            return str(value["title"])[:_LONG]
    return titles.item(edit, at)


def _differing(before: Plain, after: Plain) -> tuple[Plain, Plain]:
    if not isinstance(before, dict) or not isinstance(after, dict):
        return before, after
    keys = [key for key in dict.fromkeys((*before, *after)) if before.get(key) != after.get(key)]
    return {key: before.get(key) for key in keys}, {key: after.get(key) for key in keys}


def distinct(names: Iterable[str]) -> list[str]:
    """Give names as `klantreis.compare.edits.flat` tells them apart: of two equal ones, the second as `name#2`."""
    taken: dict[str, None] = {}
    for name in names:
        free, number = name, 2
        while free in taken:
            free, number = f"{name}#{number}", number + 1
        taken[free] = None
    return list(taken)


class _Places:
    """Where the elements that edits speak of stand, and what they are called."""

    def __init__(self, pair: Pair) -> None:
        self.pair = pair
        self.olds = dict(zip(distinct(step.touchpoint.id for step in pair.old.steps), pair.old.steps, strict=True))
        self.news = dict(zip(distinct(step.touchpoint.id for step in pair.new.steps), pair.new.steps, strict=True))
        self.old_phases = {name: n for n, name in enumerate(distinct(phase.id for phase in pair.old.journey.phases))}
        self.new_phases = {name: n for n, name in enumerate(distinct(phase.id for phase in pair.new.journey.phases))}

    def of(self, edit: Edit) -> tuple[At, str]:
        """Give where an edit stands, and the name of that."""
        pair = self.pair
        if edit.sort == "journey":
            return JOURNEY, pair.new.journey.title
        if edit.sort == "phase":
            old = self.old_phases.get(edit.name)
            new = self.new_phases.get(edit.name) if old is None else pair.phase_forth.get(old)
            phases = pair.old.journey.phases if new is None else pair.new.journey.phases
            number = old if new is None else new
            return pair.at_phase(old, new), phases[number].title if number is not None else edit.name
        before = self.olds.get(edit.name)
        there = None if before is None else pair.forth.get(before.number)
        after = self.news.get(edit.name) if before is None else None if there is None else pair.new.steps[there]
        step = after or before
        return pair.at(before, after), step.touchpoint.title if step else edit.name
