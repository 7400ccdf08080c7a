"""Making fixes: symbolic edits become small changes of the text, and the result is read again.

Whatever cannot be done without touching more than was asked is refused in words. A text is only
given back when it holds exactly the data that the edits ask for. A fix that writes keys at several
places is made where it can be.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import Any

from klantreis.edit.changes import Change, Lines, changed
from klantreis.edit.find import RefusedError
from klantreis.edit.planting import trees
from klantreis.edit.steps import Step, Worker, mended, same
from klantreis.edit.tree import Trees
from klantreis.findings import Edit, Fix, Path, SetKey
from klantreis.model.document import KINDS, Document
from klantreis.model.kinds import model_of
from klantreis.source.reader import parse

_OTHER_FIRST = "another fix changes the same text; run again to make this one too."


@dataclass(frozen=True, slots=True)
class Conflict:
    """A fix that was not made, and why, in a sentence."""

    document: int
    fix: Fix
    why: str


@dataclass(slots=True)
class Result:
    """The text with the fixes that could be made, which these are, and those that could not."""

    text: str
    applied: list[tuple[int, Fix]] = field(default_factory=list)
    conflicts: list[Conflict] = field(default_factory=list)


@dataclass(slots=True)
class _Accepted:
    """A fix, or a part of one, worked out; `place` is that of the whole among those that were asked for."""

    document: int
    fix: Fix
    step: Step
    place: int


def apply(text: str, fixes: Sequence[tuple[int, Fix]]) -> Result:
    """Make fixes in a text, each with the number of its document. Where two clash, the first wins."""
    result = Result(text)
    parsed = parse(text)
    if parsed.problems or text[:1] == "\ufeff":
        why = "the file has mistakes in its YAML; mend those first."
        result.conflicts = [Conflict(number, fix, why) for number, fix in fixes]
        return result
    plan = _Plan(text, parsed.documents)
    wanted = list(dict.fromkeys(fixes))
    for place, (number, fix) in enumerate(wanted):
        for part in _parts(fix):
            plan.add(number, part, place)
    made: defaultdict[int, list[Edit]] = defaultdict(list)
    result.text = plan.make()
    for item in plan.accepted:
        made[item.place].extend(item.fix.edits)
    result.applied = _whole(wanted, made)
    for why, edits in plan.refused.items():
        result.conflicts += [Conflict(number, fix, why) for number, fix in _whole(wanted, edits)]
    return result


def _parts(fix: Fix) -> list[Fix]:
    """Give what may be made of a fix without the rest: the keys of each place, when it writes nothing but keys."""
    places: dict[Path, list[Edit]] = {}
    for edit in fix.edits:
        if not isinstance(edit, SetKey):
            return [fix]
        places.setdefault(edit.path, []).append(edit)
    return [replace(fix, edits=tuple(edits)) for edits in places.values()] if len(places) > 1 else [fix]


def _whole(fixes: Sequence[tuple[int, Fix]], edits: dict[int, list[Edit]]) -> list[tuple[int, Fix]]:
    """Give fixes with no more than the edits that were, or were not, made of each."""
    return [(fixes[place][0], replace(fixes[place][1], edits=tuple(some))) for place, some in sorted(edits.items())]


class _Plan:
    """The fixes accepted so far, worked out, none of which clash."""

    def __init__(self, text: str, documents: list[Any]) -> None:
        self.text = text
        self.data = documents
        self.lines = Lines(text)
        self.trees: Trees = trees(text)
        self.workers: dict[int, Worker] = {}
        self.accepted: list[_Accepted] = []
        self.refused: defaultdict[str, dict[int, list[Edit]]] = defaultdict(dict)
        self.changes: list[Change] = []
        self.touched: set[tuple[int, Path]] = set()
        self.going: dict[tuple[int, Path], int] = {}

    def add(self, number: int, fix: Fix, place: int) -> None:
        """Accept a fix, or a part of one; or refuse it, when it cannot be made beside the others."""
        try:
            self._accept(number, fix, place)
        except RefusedError as refused:
            self._refuse(str(refused), fix, place)

    def _refuse(self, why: str, fix: Fix, place: int) -> None:
        self.refused[why].setdefault(place, []).extend(fix.edits)

    def _accept(self, number: int, fix: Fix, place: int) -> None:
        worker = self._worker(number)
        step = worker.step(fix)
        touched = {(number, path) for path in step.touched}
        if touched & self.touched or any(map(self._clashes, step.changes)):
            raise RefusedError(_OTHER_FIRST)
        lists = [path[:-1] for path in step.removed if isinstance(path[-1], int)]
        for path in set(lists):
            gone = self.going.get((number, path), 0) + lists.count(path)
            if gone >= worker.size(path):
                raise RefusedError("the rest of its list goes too; run again to take the last one away.")
        for path in lists:
            self.going[number, path] = self.going.get((number, path), 0) + 1
        self.accepted.append(_Accepted(number, fix, step, place))
        self.touched |= touched
        for change in step.changes:
            insort(self.changes, change)

    def _clashes(self, change: Change) -> bool:
        """Tell whether a change touches one that is accepted; those are apart, so its neighbours tell."""
        place = bisect_left(self.changes, change)
        return any(change.clashes(other) for other in self.changes[max(place - 1, 0) : place + 1])

    def tried(self, accepted: Sequence[_Accepted]) -> str | None:
        """Give the new text, or nothing when it does not mean what it should."""
        changes: list[Change] = [change for item in accepted for change in item.step.changes]
        new = changed(self.text, changes)
        parsed = parse(new)
        if parsed.problems or len(parsed.documents) != len(self.data):
            return None
        by_document: dict[int, list[Step]] = {}
        for item in accepted:
            by_document.setdefault(item.document, []).append(item.step)
        for number, (old, now) in enumerate(zip(self.data, parsed.documents, strict=True)):
            steps = by_document.get(number, [])
            try:
                wanted = mended(old, steps) if steps else old
            except (KeyError, IndexError, TypeError):
                # One of the fixes has taken away what another one wanted to change.
                return None
            if not same(wanted, now):
                return None
        return new

    def make(self) -> str:
        """Give the text with the fixes with which it still means what it should: all, or those of each half."""
        kept: list[_Accepted] = []
        text, waiting = self.text, [self.accepted]
        while waiting:
            some = waiting.pop()
            new = self.tried([*kept, *some])
            if new is not None:
                kept, text = [*kept, *some], new
            elif len(some) > 1:
                half = len(some) // 2
                waiting += [some[half:], some[:half]]
            else:
                why = "the text would not mean the same afterwards; change it by hand."
                self._refuse(why, some[0].fix, some[0].place)
        self.accepted = kept
        return text

    def _worker(self, number: int) -> Worker:
        if number not in self.workers:
            if not 0 <= number < len(self.trees.documents):
                raise RefusedError("the document is not there.")
            self.workers[number] = Worker(self.lines, self.trees.documents[number], _model(self.data[number]))
        return self.workers[number]


def _model(data: Any) -> type[Document] | None:
    kind = (data.get("kind") or "journey") if isinstance(data, dict) else None
    return _model_of(kind) if isinstance(kind, str) else None


@lru_cache(maxsize=8)
def _model_of(kind: str) -> type[Document] | None:
    return next((model_of(known) for known in KINDS if known == kind), None)
