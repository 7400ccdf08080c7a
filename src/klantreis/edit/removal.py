"""Taking things away: an item, a key, a comment; with the lines that were theirs alone."""

from __future__ import annotations

import re

from klantreis.edit.changes import Change, Lines
from klantreis.edit.find import Finder, Found, RefusedError
from klantreis.edit.tree import Comment, Entry, Node, walk
from klantreis.findings import Path

_COMMENT_LINE = re.compile(r"[ \t]*#[^\r\n]*")


class Removal:
    """Takes entries out of one document."""

    def __init__(self, lines: Lines, finder: Finder) -> None:
        self.lines = lines
        self.finder = finder

    def change(self, path: Path, found: Found) -> tuple[Change, Path]:
        """Give the change, and the path of what goes in the data: the key of a list whose last item goes."""
        if found.shortened or not found.around:
            raise RefusedError("this cannot be taken away alone.")
        around = found.around[-1][1]
        if found.entry.key is None and len(around.entries) == 1:
            if len(found.real) == 1 or isinstance(found.real[-2], int):
                raise RefusedError("it is the last item of its list.")
            return self.change(path[:-1], self.finder.find(path[:-1]))
        if len(around.entries) == 1:
            raise RefusedError("it is the only key there.")
        self._refuse_anchored(found)
        position = around.entries.index(found.entry)
        change = self._flow(around, position) if around.flow else self._block(around, position)
        return change, found.real

    def _refuse_anchored(self, found: Found) -> None:
        for node in [found.node] if not found.entry.key else [found.entry.key, found.node]:
            if any(part.anchor in self.finder.shared for part in walk(node) if part.anchor):
                raise RefusedError("an alias elsewhere uses what stands in it.")

    def _flow(self, around: Node, position: int) -> Change:
        entries = around.entries
        if position + 1 < len(entries):
            return Change(entries[position].start, entries[position + 1].start, "")
        before, this = entries[position - 1], entries[position]
        return Change(max(before.value.end, before.sign), max(this.value.end, this.sign), "")

    def _block(self, around: Node, position: int) -> Change:
        entry, lines = around.entries[position], self.lines
        after = around.entries[position + 1] if position + 1 < len(around.entries) else None
        if not lines.blank_before(entry.start):
            if after is None:
                raise RefusedError("it shares its line with what it stands in.")
            return Change(entry.start, after.start, "")
        start = self._with_comments(lines.start(entry.start), lines.column(entry.start))
        return Change(start, self._end(entry, lines.column(entry.start)), "")

    def _with_comments(self, start: int, column: int) -> int:
        """Give where the comments right above a line begin that have its indent."""
        while start:
            above = self.lines.start(start - 1 - self.lines.text.endswith("\r\n", 0, start))
            match = _COMMENT_LINE.match(self.lines.text, above)
            if match is None or match.group().index("#") != column:
                break
            start = above
        return start

    def _end(self, entry: Entry, column: int) -> int:
        """Give where the line after an entry begins, and after the comments that are indented into it."""
        node = entry.value
        while node.collection and not node.flow and node.entries:
            node = node.entries[-1].value
        end = node.end if node.style not in ("|", ">") else node.body + len(node.text.rstrip())
        at = self.lines.next(max(end, entry.sign))
        while match := _COMMENT_LINE.match(self.lines.text, at):
            if match.group().index("#") <= column:
                break
            at = self.lines.next(match.end())
        return at


def without_comment(lines: Lines, comment: Comment) -> Change:
    """Give the change that takes a comment away, and its line when nothing else is on it."""
    if lines.blank_before(comment.start):
        return Change(lines.start(comment.start), lines.next(comment.start), "")
    start = comment.start
    while lines.text[start - 1] in " \t":
        start -= 1
    return Change(start, lines.end(comment.start), "")
