"""Which comment belongs to what: to the line it stands on, else to what it stands above.

A comment that is indented deeper than what follows belongs to the end of the list or mapping
that it is indented into. One that ignores findings belongs to the element it counts for.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping
from dataclasses import dataclass

from klantreis.edit.changes import Lines
from klantreis.edit.tree import Comment, Entry, Node, Tree


@dataclass(slots=True)
class _Token:
    """Something written: where it ends, of which entry it is, and whether it ends the entry's value."""

    end: int
    entry: Entry
    value: bool


def attach(lines: Lines, tree: Tree, targets: Mapping[int, int]) -> None:
    """Give each comment, and each blank line, of a document to an entry or to the end of a list or mapping.

    `targets` tells, for the lines with a comment that ignores findings, the lines that it counts for.
    """
    _Attacher(lines, tree, targets).run()


class _Attacher:
    def __init__(self, lines: Lines, tree: Tree, targets: Mapping[int, int]) -> None:
        self.lines = lines
        self.tree = tree
        self.targets = targets
        self.begins: dict[int, Entry] = {}
        self.tokens: list[_Token] = []
        self.entries: list[Entry] = []
        self.around: dict[int, list[Node]] = {}
        self.kept: list[tuple[int, int]] = []
        self._visit(tree.top, [])
        self.tokens.sort(key=lambda token: token.end)
        self.entries.sort(key=lambda entry: entry.start)
        self.ends = [token.end for token in self.tokens]
        self.starts = [entry.start for entry in self.entries]

    def run(self) -> None:
        """Attach everything."""
        for comment in self.tree.comments:
            if self._marks(comment):
                continue
            before = bisect_right(self.ends, comment.start) - 1
            last = self.tokens[before] if before >= 0 else None
            if last is not None and self.lines.start(last.end) == self.lines.start(comment.start):
                self._beside(last.entry, comment)
            else:
                self._alone(comment, last)
        for entry in self.entries:
            entry.blank = self.lines.blank_before(entry.start) and self._blank_above(entry.start)

    def _marks(self, comment: Comment) -> bool:
        """Attach a comment that ignores findings to what it counts for; tell whether it is one."""
        line = self.lines.number(comment.start)
        target = self.targets.get(line)
        if target is None:
            return False
        alone = self.lines.blank_before(comment.start)
        entry = self.begins.get(target)
        if entry is None:
            if alone and target == line:
                # Nothing follows, so it counts for nothing; whatever it moved above would be ignored.
                self.tree.top.value.tail.append(comment.text)
            return alone and target == line
        entry.marked = True
        if not alone and entry.key is None and not entry.mark:
            entry.mark = comment.text
            entry.column = self.lines.column(comment.start)
        elif target == line and entry.key is not None and not entry.beside and entry.value.one_line:
            entry.beside = comment.text
            entry.column = self.lines.column(comment.start)
        else:
            if alone and self._blank_above(comment.start):
                entry.lead.append("")
            entry.lead.append(comment.text)
        return True

    def _visit(self, entry: Entry, around: list[Node]) -> None:
        node = entry.value
        top = entry is self.tree.top
        if not top:
            self.entries.append(entry)
            self.around[id(entry)] = around
            begin = entry.value if entry.key is None else entry.key
            self.begins.setdefault(self.lines.number(begin.start), entry)
            if entry.key is not None:
                self._token(entry.key.end, entry)
            self._token(entry.sign, entry)
        if node.properties:
            self._token(node.start + 1, entry)
        if node.collection:
            if node.flow:
                self._token(node.body + 1, entry)
                self._token(node.end, entry, value=True)
            for below in node.entries:
                self._visit(below, [*around, node])
        else:
            block = node.style in ("|", ">") and node.kind == "scalar"
            self._token(node.body + 1 if block else node.end, entry, value=True)
            if block:
                self.kept.append((node.body, node.end))

    def _token(self, end: int, entry: Entry, *, value: bool = False) -> None:
        self.tokens.append(_Token(end, entry, value))

    def _beside(self, entry: Entry, comment: Comment) -> None:
        if entry is self.tree.top:
            self._alone(comment, None)
        elif entry.beside:
            entry.inner.append(comment.text)
        else:
            entry.beside = comment.text
            entry.column = self.lines.column(comment.start)

    def _alone(self, comment: Comment, last: _Token | None) -> None:
        place = bisect_left(self.starts, comment.start)
        following = self.entries[place] if place < len(self.entries) else None
        if last is not None and not last.value and last.entry is not self.tree.top:
            value = last.entry.value
            if comment.start < value.start and not (value.collection and not value.flow):
                last.entry.inner.append(comment.text)
                return
        target = self._target(comment, last, following)
        if self._blank_above(comment.start):
            target.append("")
        target.append(comment.text)

    def _target(self, comment: Comment, last: _Token | None, following: Entry | None) -> list[str]:
        root = self.tree.top.value
        if last is None:
            return following.lead if following is not None else root.tail
        open_after = self.around.get(id(following), []) if following is not None else [root]
        around = [*self.around.get(id(last.entry), []), *([last.entry.value] if last.entry.value.collection else [])]
        closed = [node for node in reversed(around) if node not in open_after and node is not root]
        for node in closed:
            if node.flow and node.body < comment.start < node.end:
                return node.tail
        # One behind a `---` or `...` has no indent that could mean something.
        column = self.lines.column(comment.start) if self.lines.blank_before(comment.start) else 0
        if following is not None and column <= self.lines.column(following.start):
            return following.lead
        for node in closed:
            if not node.flow and node.entries and self.lines.column(node.entries[0].start) <= column:
                return node.tail
        return following.lead if following is not None else root.tail

    def _blank_above(self, offset: int) -> bool:
        """Tell whether the line above an offset's is blank, and no part of a text."""
        start = self.lines.start(offset)
        if not start:
            return False
        above = self.lines.start(start - (2 if self.lines.text.endswith("\r\n", 0, start) else 1))
        if self.lines.text[above:start].strip():
            return False
        return not any(body < above < end and self._keeps(body) for body, end in self.kept)

    def _keeps(self, body: int) -> bool:
        return "+" in self.lines.text[body : body + 3]
