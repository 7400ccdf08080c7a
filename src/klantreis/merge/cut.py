"""A text to pieces: which lines belong to which key or item.

Comments and blank lines above something belong to it; a comment that is indented deeper than what
follows belongs to what it is indented into. The comments at the top stay at the top.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from typing import Any

from klantreis.edit.changes import Lines
from klantreis.edit.planting import trees
from klantreis.edit.tree import Entry, Node, Tree, Trees
from klantreis.merge.pieces import FIXED, Block, DoubtError, Item, Page, Stream

_MARK = re.compile(r"---( *| +#.*)")


def cut(text: str, documents: list[Any]) -> Stream:
    """Cut a sound text, whose lines end in line feeds, to pieces; `documents` is its data.

    Raises `DoubtError` for what is written in too unusual a way.
    """
    return _Cutter(text, trees(text), documents).run()


class _Cutter:
    def __init__(self, text: str, planted: Trees, documents: list[Any]) -> None:
        self.text = text
        self.lines = text.split("\n")
        if not self.lines[-1]:
            self.lines.pop()
        self.at = Lines(text)
        self.planted = planted
        self.documents = documents
        self.comments = [comment.start for comment in planted.comments]

    def run(self) -> Stream:
        if len(self.documents) != len(self.planted.documents):
            raise DoubtError("a document holds nothing")
        starts = [0, *(self._line(tree.start) for tree in self.planted.documents[1:]), len(self.lines)]
        pages = [
            self._page(tree, data, starts[n], starts[n + 1])
            for n, (tree, data) in enumerate(zip(self.planted.documents, self.documents, strict=True))
        ]
        remarks = Counter(comment.text for comment in self.planted.comments)
        return Stream(pages, remarks)

    def _page(self, tree: Tree, data: Any, start: int, end: int) -> Page:
        root = tree.top.value
        if root.kind != "mapping" or root.flow or not root.entries or root.properties:
            raise DoubtError("a document is no mapping of keys on lines")
        first = self._line(root.entries[0].start)
        if any(not self._is_space(n) and not _MARK.fullmatch(self.lines[n]) for n in range(start, first)):
            raise DoubtError("a document begins in an unusual way")
        return Page(self.lines[start:first], self._block(root, data, (first, end), 0, inline=False), data)

    def _block(self, node: Node, data: Any, region: tuple[int, int], around: int, *, inline: bool) -> Block:
        """Cut a block whose lines are a region; `around` is the column of the block around it."""
        start, end = region
        entries = node.entries
        column = self.at.column(entries[0].start)
        begins = [self._line(entry.start) for entry in entries]
        self._refuse_odd(entries, column, inline=inline)
        ends = [self._last_line(entry) + 1 for entry in entries]
        leads = [start, *(self._split(ends[n - 1], begins[n], column) for n in range(1, len(entries)))]
        tail = self._split(ends[-1], end, column)
        items = []
        for n, entry in enumerate(entries):
            value = _below(data, entry, n)
            until = leads[n + 1] if n + 1 < len(entries) else tail
            if not leads[n] <= begins[n] < ends[n] <= until:
                raise DoubtError("two keys share a line")
            items.append(self._item(entry, value, (leads[n], until), column))
        lines = self._relative(self.lines[tail:end], column)
        return Block("mapping" if node.kind == "mapping" else "sequence", column - around, inline, [*items], lines)

    def _refuse_odd(self, entries: list[Entry], column: int, *, inline: bool) -> None:
        for n, entry in enumerate(entries):
            alone = (inline and n == 0) or self.at.blank_before(entry.start)
            if self.at.column(entry.start) != column or not alone or self.text[entry.start] == "?":
                raise DoubtError("keys are written in an unusual way")

    def _item(self, entry: Entry, data: Any, region: tuple[int, int], column: int) -> Item:
        begin = self._line(entry.start)
        stop = self.at.end(self.at.starts[region[1] - 1])
        lead = self._relative(self.lines[region[0] : begin], column)
        remarks = self._remarks(self.at.starts[region[0]] if lead else entry.start, stop)
        node = entry.value
        if node.collection and not node.flow and node.entries:
            first = node.entries[0].start
            inline = self._line(first) == begin
            above = begin if inline else self._line(first)
            while not inline and above - 1 > begin and self._is_space(above - 1):
                above -= 1
            head = (
                self.text[entry.start : first] if inline else self._raw(entry.start, self.at.starts[above] - 1, column)
            )
            if not inline and self._line(node.start) > begin and node.properties:
                raise DoubtError("an anchor or tag stands on a line of its own")
            below = self._block(node, data, (above, region[1]), column, inline=inline)
            return Item(entry.name, data, node, self.text, lead, head, below=below, remarks=remarks)
        low, high = (entry.sign, entry.sign) if node.empty and not node.properties else (node.start, node.end)
        high = max(low, min(high, stop))
        if node.style in ("|", ">"):
            # The sign, and a comment beside it, are changed apart from the text.
            high = max(low, min(high, self.at.end(self.at.starts[self._last_line(entry)])))
            low = min(high, self.at.end(node.body))
        head, value = self._raw(entry.start, low, column), self._raw(low, high, column)
        return Item(
            entry.name, data, node, self.text, lead, head, value, self._raw(high, stop, column), remarks=remarks
        )  # fmt: skip

    def _raw(self, start: int, end: int, column: int) -> str:
        first, *more = self.text[start:end].split("\n")
        return "\n".join([first, *self._relative(more, column)])

    @staticmethod
    def _relative(lines: list[str], column: int) -> list[str]:
        pad = " " * column
        return [line[column:] if line.startswith(pad) and line.strip(" ") else line and FIXED + line for line in lines]

    def _remarks(self, start: int, end: int) -> tuple[str, ...]:
        low, high = (bisect_left(self.comments, offset) for offset in (start, end))
        return tuple(sorted(comment.text for comment in self.planted.comments[low:high])) if low < high else ()

    def _last_line(self, entry: Entry) -> int:
        """Give the last line of what is written in an entry, comments left out."""
        node, sign = entry.value, entry.sign
        while node.collection and not node.flow and node.entries:
            sign, node = node.entries[-1].sign, node.entries[-1].value
        if node.kind == "scalar" and node.style in ("|", ">"):
            keeps = "+" in node.text.split("\n", 1)[0].split("#")[0]
            end = node.end if keeps else node.body + len(node.text.rstrip())
            return self._line(max(end - 1, sign))
        return self._line(sign if node.empty and not node.properties else max(node.end, sign))

    def _split(self, start: int, end: int, column: int) -> int:
        """Give the first of the lines between two entries that belongs to the second, or to the end of their block."""
        at = next((n for n in range(start, end) if 0 <= self._comment_column(n) <= column), end)
        while at > start and not self.lines[at - 1].strip():
            at -= 1
        return at

    def _comment_column(self, line: int) -> int:
        text = self.lines[line]
        return text.index("#") if text.lstrip(" ").startswith("#") else -1

    def _is_space(self, line: int) -> bool:
        return not self.lines[line].strip() or self._comment_column(line) >= 0

    def _line(self, offset: int) -> int:
        return self.at.number(offset) - 1


def _below(data: Any, entry: Entry, place: int) -> Any:
    """Give the data of an entry; of a merge key, whose data is elsewhere, what is written."""
    if entry.key is None:
        return data[place]
    if entry.name == "<<" and not entry.key.style:
        return {"<<": [node.text for node in (entry.value, *(below.value for below in entry.value.entries))]}
    return data[entry.name]
