"""New keys in a mapping, or in what was a short form until now."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import partial
from typing import Any

from klantreis.edit.changes import Change, Lines
from klantreis.edit.find import Finder, Found, RefusedError
from klantreis.edit.scalars import scalar
from klantreis.edit.tree import Entry, Node
from klantreis.findings import Path, SetKey

_NULLS = {"", "~", "null", "Null", "NULL"}
_BRACKETS = re.compile(r"[,\[\]{}]")
_CONTINUED = re.compile(r"(?:\r\n|\r|\n)([ \t]*)(?=[^\r\n])")
_TOP_FIRST = ("klantreis", "kind")


class Keys:
    """Writes keys into one document."""

    def __init__(self, lines: Lines, finder: Finder) -> None:
        self.lines = lines
        self.finder = finder

    def changes(self, path: Path, found: Found, edits: Sequence[SetKey]) -> list[Change]:
        """Give the changes that write keys at one place."""
        node = found.node
        if node.kind == "scalar" and not found.shortened:
            return self._long_form(path, found, edits)
        self.finder.refuse_shared(node)
        if node.kind != "mapping":
            raise RefusedError("there is no mapping here that could take a key.")
        new, changes = [], []
        for edit in edits:
            entry = next((entry for entry in node.entries if entry.name == edit.key), None)
            if entry is None:
                new.append(edit)
            else:
                changes.append(self._filled(node, entry, edit))
        if node.flow:
            return changes + self._in_braces(node, new)
        return changes + self._in_block(node, new, top=path == ())

    def _filled(self, node: Node, entry: Entry, edit: SetKey) -> Change:
        value = entry.value
        if value.kind != "scalar" or value.style or value.text not in _NULLS or value.properties:
            raise RefusedError(f"`{edit.key}` is written already.")
        gap = "" if value.text or self.lines.text[entry.sign : value.start].strip(":") else " "
        return Change(value.start, value.end, gap + scalar(edit.value, flow=node.flow))

    def _in_block(self, node: Node, edits: Sequence[SetKey], *, top: bool) -> list[Change]:
        column = self.lines.column(node.entries[0].start)
        firsts, lasts = _sides(edits, flow=False)
        changes = []
        names = [entry.name for entry in node.entries]
        heads = next((n for n, name in enumerate(names) if not (top and name in _TOP_FIRST)), len(names))
        if firsts and heads:
            changes.append(self._below(node.entries[heads - 1].value, column, firsts))
        elif firsts:
            start = node.entries[0].start
            text = "".join(f"{line}{self.lines.ending}{' ' * column}" for line in firsts)
            changes.append(Change(start, start, text))
        if lasts:
            changes.append(self._below(node, column, lasts))
        return changes

    def _below(self, node: Node, column: int, texts: Sequence[str]) -> Change:
        """Write lines below a value, before any comment that follows on lines of its own."""
        while node.kind in ("mapping", "sequence") and not node.flow and node.entries:
            node = node.entries[-1].value
        ending, text = self.lines.ending, self.lines.text
        block = "".join(f"{ending}{' ' * column}{line}" for line in texts)
        if node.style in ("|", ">") and node.kind == "scalar":
            keeps = "+" in re.split(r"[\r\n]", node.text, maxsplit=1)[0].split("#")[0]
            end = node.end if keeps else node.body + len(node.text.rstrip())
            at = end if self.lines.column(end) == 0 and end else self.lines.end(end)
            if at == end and text[at - 1 : at] in ("\n", "\r"):
                return Change(at, at, block.removeprefix(ending) + ending)
            return Change(at, at, block)
        at = self.lines.end(node.end)
        return Change(at, at, block)

    def _in_braces(self, node: Node, edits: Sequence[SetKey]) -> list[Change]:
        if self.lines.text[node.body] != "{":
            raise RefusedError("this pair has no braces of its own; write them first.")
        firsts, lasts = _sides(edits, flow=True)
        if not node.entries:
            return [Change(node.body + 1, node.body + 1, ", ".join([*firsts, *lasts]))]
        changes = []
        if firsts:
            start = node.entries[0].start
            changes.append(Change(start, start, "".join(f"{text}, " for text in firsts)))
        if lasts:
            end = max(node.entries[-1].value.end, node.entries[-1].sign)
            changes.append(Change(end, end, "".join(f", {text}" for text in lasts)))
        return changes

    def _long_form(self, path: Path, found: Found, edits: Sequence[SetKey]) -> list[Change]:
        """Turn a plain value into the mapping that it stands for."""
        short, node = self.finder.short(path), found.node
        if short is None or (not node.style and node.text in _NULLS):
            raise RefusedError("there is no mapping here that could take a key.")
        if any(edit.key == short for edit in edits):
            raise RefusedError(f"`{short}` is written already, in short.")
        item = found.entry.key is None
        fits = not node.spread and (node.style or not _BRACKETS.search(node.text))
        if found.flow or (not item and not found.listed and fits):
            firsts, lasts = _sides(edits, flow=True)
            before = "".join(f"{text}, " for text in firsts)
            after = "".join(f", {text}" for text in lasts)
            return [
                Change(node.start, node.start, f"{{{before}{short}: "),
                Change(node.end, node.end, after + "}"),
            ]
        return self._long_block(found, short, edits)

    def _long_block(self, found: Found, short: str, edits: Sequence[SetKey]) -> list[Change]:
        node, entry, ending = found.node, found.entry, self.lines.ending
        firsts, lasts = _sides(edits, flow=False)
        start, column, opening = node.start, self.lines.column(node.start), ""
        if entry.key is not None:
            same_line = self.lines.start(entry.sign) == self.lines.start(node.start)
            dash = "- " if found.listed else ""
            if same_line:
                start, column = entry.sign, self.lines.column(entry.start) + 2
                opening = f"{ending}{' ' * column}"
            opening += dash
            column += len(dash)
        head = "".join(f"{text}{ending}{' ' * column}" for text in firsts)
        changes = [Change(start, node.start, f"{opening}{head}{short}: "), *self._reindented(found, column)]
        if lasts:
            changes.append(self._below(node, column, lasts))
        return changes

    def _reindented(self, found: Found, column: int) -> list[Change]:
        """Move the further lines of a text to the right, as far as its new key asks."""
        node = found.node
        if not node.spread:
            return []
        parent = self.lines.column(found.entry.start)
        continued = [match.span(1) for match in _CONTINUED.finditer(self.lines.text, node.body, node.end)]
        if node.style in ("|", ">"):
            return [Change(start, start, " " * (column - parent)) for start, _ in continued]
        wanted = " " * (column + 2)
        return [Change(start, end, wanted) for start, end in continued if end - start <= column]


def intents(found: Found, edits: Sequence[SetKey], short: str | None) -> Any:
    """Give the function that does the same to the plain data."""
    keys = {edit.key: edit.value for edit in edits}
    return partial(_put, keys=keys, short=short, listed=found.listed and not found.flow)


def _put(old: Any, *, keys: dict[str, Any], short: str | None, listed: bool) -> Any:
    if isinstance(old, dict):
        return {**old, **keys}
    new: dict[Any, Any] = {short: old, **keys}
    return [new] if listed else new


def _sides(edits: Sequence[SetKey], *, flow: bool) -> tuple[list[str], list[str]]:
    written = [(edit.first, f"{scalar(edit.key, flow=flow)}: {scalar(edit.value, flow=flow)}") for edit in edits]
    return [text for first, text in written if first], [text for first, text in written if not first]
