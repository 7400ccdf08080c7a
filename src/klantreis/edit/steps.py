"""What a fix means: by name, as changes of the text, and as changes of the data."""

from __future__ import annotations

import copy
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import partial
from itertools import combinations
from typing import Any

from pydantic import BaseModel

from klantreis.edit.changes import Change, Lines
from klantreis.edit.find import Finder, RefusedError
from klantreis.edit.keys import Keys, intents
from klantreis.edit.removal import Removal, without_comment
from klantreis.edit.scalars import is_plain, quoted
from klantreis.edit.tree import Comment, Tree
from klantreis.findings import Edit, EditComment, Fix, Path, Quote, RemoveItem, SetKey, SetValue
from klantreis.source.scalars import resolve

Put = Callable[[Any], Any]


@dataclass(slots=True)
class Step:
    """One fix worked out. `touched` names the keys it writes, `removed` the paths that go."""

    changes: list[Change] = field(default_factory=list)
    puts: list[tuple[Path, Put]] = field(default_factory=list)
    removed: list[Path] = field(default_factory=list)
    touched: set[Path] = field(default_factory=set)


class Worker:
    """Works fixes of one document out."""

    def __init__(self, lines: Lines, tree: Tree, model: type[BaseModel] | None) -> None:
        self.lines = lines
        self.tree = tree
        self.finder = Finder(tree, model)
        self.keys = Keys(lines, self.finder)
        self.removal = Removal(lines, self.finder)

    def step(self, fix: Fix) -> Step:
        """Work one fix out. Raises `RefusedError` when it cannot be made."""
        step = Step()
        grouped: dict[Path, list[SetKey]] = {}
        for edit in dict.fromkeys(fix.edits):
            if isinstance(edit, SetKey):
                grouped.setdefault(edit.path, []).append(edit)
            else:
                self._one(edit, step)
        for path, edits in grouped.items():
            self._keys(path, edits, step)
        if any(one.overlaps(other) for one, other in combinations(step.changes, 2)) or _undone(step):
            raise RefusedError("its own changes touch each other.")
        return step

    def size(self, path: Path) -> int:
        """Give how many entries the collection at a real path has."""
        return len(self.finder.find(path).node.entries)

    def _one(self, edit: Edit, step: Step) -> None:
        if isinstance(edit, EditComment):
            step.changes.append(self._comment(edit))
        elif isinstance(edit, RemoveItem):
            change, real = self.removal.change(edit.path, self.finder.find(edit.path))
            step.changes.append(change)
            step.removed.append(real)
            step.touched.add(real)
        elif isinstance(edit, (SetValue, Quote)):
            self._value(edit, step)

    def _keys(self, path: Path, edits: Sequence[SetKey], step: Step) -> None:
        found = self.finder.find(path)
        step.changes += self.keys.changes(path, found, edits)
        step.puts.append((found.real, intents(found, edits, self.finder.short(path))))
        step.touched |= {(*found.real, edit.key) for edit in edits}

    def _value(self, edit: SetValue | Quote, step: Step) -> None:
        found = self.finder.find(edit.path)
        self.finder.refuse_shared(found.node)
        node = found.node
        if node.kind != "scalar" or node.spread or node.empty:
            raise RefusedError("this is no text on one line.")
        if isinstance(edit, Quote):
            if node.style:
                raise RefusedError("it stands in quotes already.")
            text, value = quoted(node.text), node.text
        else:
            number = not node.style and not isinstance(resolve(node.text), str)
            text, value = _in_style(edit.value, node.style, flow=found.flow, number=number)
        step.changes.append(Change(node.body, node.end, text))
        step.puts.append((found.real, partial(_replaced, value=value)))
        step.touched.add(found.real)

    def _comment(self, edit: EditComment) -> Change:
        start = self.lines.offset(edit.place.line, edit.place.column)
        end = self.lines.offset(edit.place.end_line, edit.place.end_column)
        comment = next((comment for comment in self._comments() if comment.start <= start <= comment.end), None)
        if comment is None or end > self.lines.end(comment.start):
            raise RefusedError("there is no comment here.")
        if not edit.text:
            return without_comment(self.lines, comment)
        if len(edit.text.splitlines()) != 1:
            raise RefusedError("a comment ends with its line.")
        return Change(start, end, edit.text)

    def _comments(self) -> list[Comment]:
        return self.tree.comments


def mended(data: Any, steps: Sequence[Step]) -> Any:
    """Give the data of a document as the steps want it; what was given stays as it is."""
    top = [copy.deepcopy(data)]
    for path, put in (pair for step in steps for pair in step.puts):
        holder, last = _holder(top, path)
        holder[last] = put(holder[last])
    for path in sorted((path for step in steps for path in step.removed), key=_order, reverse=True):
        holder, last = _holder(top, path)
        del holder[last]
    return top[0]


def same(one: Any, other: Any) -> bool:
    """Tell whether two pieces of data are the same, kinds of values included, keys in any order."""
    if type(one) is not type(other):
        return False
    if isinstance(one, dict):
        return one.keys() == other.keys() and all(same(value, other[key]) for key, value in one.items())
    if isinstance(one, list):
        return len(one) == len(other) and all(map(same, one, other))
    return bool(one == other) or (one != one and other != other)  # noqa: PLR0124  not a number is not itself


def _holder(top: list[Any], path: Path) -> tuple[Any, str | int]:
    holder: Any = top
    for part in (0, *path)[:-1]:
        holder = holder[part]
    return holder, (0, *path)[-1]


def _order(path: Path) -> tuple[tuple[int, str], ...]:
    return tuple((part, "") if isinstance(part, int) else (-1, part) for part in path)


def _replaced(old: Any, *, value: Any) -> Any:
    del old
    return value


def _in_style(text: str, style: str, *, flow: bool, number: bool) -> tuple[str, Any]:
    """Give a text as it is written in the place of another, and what it will be read as."""
    if number and not isinstance(resolve(text), str):
        return text, resolve(text)
    if style == "'" and quoted(text)[0] != '"':
        return quoted(text), text
    if style == "'" and quoted(text) == f'"{text}"':
        return "'" + text.replace("'", "''") + "'", text
    if style or not is_plain(text, flow=flow):
        return quoted(text), text
    return text, text


def _undone(step: Step) -> bool:
    """Tell whether a step takes something away twice, or takes away what it writes."""
    gone = set(step.removed)
    written = [path[:length] for path, _ in step.puts for length in range(len(path) + 1)]
    return len(gone) < len(step.removed) or not gone.isdisjoint(written)
