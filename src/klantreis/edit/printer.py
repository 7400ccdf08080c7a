"""A tidied tree to text, in the one form: two spaces an indent, lists indented under their key."""

from __future__ import annotations

import re
from itertools import groupby

from klantreis.edit.order import commented
from klantreis.edit.tree import Entry, Node, Tree
from klantreis.source.decode import lines_of

WIDTH = 120
_STEP = 2
_HEADER = re.compile(r"([|>])([-+0-9]*)")
# The space behind a backslash at the end of a line belongs to the text.
_TRAILING = re.compile(r"(?<!\\)((?:\\\\)*)[ \t]+\Z")


def printed(tree: Tree, columns: dict[int, int]) -> list[str]:
    """Give the lines of a document; `columns` tells where the list or mapping around a block text began."""
    root = tree.top.value
    printer = _Printer(columns)
    lines = printer.document(tree.top) + printer.tail(root, 0)
    while lines and not lines[0]:
        del lines[0]
    return _aligned(lines)


class _Printer:
    def __init__(self, columns: dict[int, int]) -> None:
        self.columns = columns

    def document(self, top: Entry) -> list[str]:
        """Give the lines of a whole document."""
        root = top.value
        lead: list[str] = []
        if root.flow and root.entries:
            # What stands above a document in braces is not inside them.
            first = root.entries[0]
            lead, first.lead = first.lead, []
            if self._inline(root, 0) is None:
                lead, first.lead = [], lead
        if root.kind == "mapping" and (not root.flow or self._inline(root, 0) is None) and root.entries:
            head = [" ".join(root.properties)] if root.properties else []
            return head + self._entries(root, 0)
        return [*lead, self._inline(root, 0) or ""]

    def _entries(self, node: Node, indent: int) -> list[str]:
        lines: list[str] = []
        tight = True
        for entry in node.entries:
            above = _from_text(_above(entry)) if tight else _above(entry)
            if entry.mark and not _hung(entry):
                above = [*above, entry.mark]
            tight = _keeps_blanks(entry.value)
            lines += [_indented(line, indent) for line in above]
            lines += self._item(entry, indent) if entry.key is None else self._pair(entry, indent)
        return lines

    def _pair(self, entry: Entry, indent: int) -> list[str]:
        key = entry.key
        name = " ".join([*key.properties, key.text]) if key is not None else ""
        return self._value(entry, f"{' ' * indent}{name}:", indent)

    def _item(self, entry: Entry, indent: int) -> list[str]:
        node, dash = entry.value, f"{' ' * indent}-"
        if not self._as_block(node, len(dash) + 1) or node.properties:
            return self._value(entry, dash, indent)
        below = self._entries(node, indent + _STEP) + self.tail(node, indent + _STEP)
        # What stands above the first key moves above the dash.
        first = next(n for n, line in enumerate(below) if line.strip() and not line.lstrip().startswith("#"))
        above = [line[_STEP:] if line.strip() else line for line in below[:first]]
        beside = [_indented(entry.beside, indent)] if entry.beside else []
        mark = _beside(entry.mark, entry.column) if _hung(entry) else ""
        return [*beside, *above, f"{dash} {below[first].lstrip(' ')}{mark}", *below[first + 1 :]]

    def _value(self, entry: Entry, start: str, indent: int) -> list[str]:
        """Give the lines of a value behind its key or dash."""
        node = entry.value
        comment = entry.mark if _hung(entry) else entry.beside
        beside = _beside(comment, entry.column)
        head = " ".join([start, *node.properties])
        if node.collection and self._as_block(node, len(head) + 1):
            below = self._entries(node, indent + _STEP) + self.tail(node, indent + _STEP)
            return [head + beside, *below]
        if node.collection:
            return [f"{head} {self._brackets(node)}{beside}"]
        if node.spread:
            return self._spread(entry, head, beside, indent)
        return [f"{head} {node.text}".rstrip(" ") + beside if node.text else head + beside]

    @staticmethod
    def tail(node: Node, indent: int) -> list[str]:
        """Give the comments at the end of a list or mapping."""
        return [_indented(line, indent) for line in node.tail]

    def _as_block(self, node: Node, column: int) -> bool:
        """Tell whether a list or mapping goes over several lines."""
        return node.collection and bool(node.entries or node.tail) and self._inline(node, column) is None

    def _inline(self, node: Node, column: int) -> str | None:
        """Give a list or mapping on one line, or nothing when it does not belong on one."""
        if not node.flow and node.collection:
            return None
        if any(_several(part) for part in _below(node)) or commented(node):
            return None
        text = self._brackets(node)
        return text if column + len(text) <= WIDTH or not node.entries else None

    def _brackets(self, node: Node) -> str:
        if node.kind == "sequence":
            return f"[{', '.join(self._inside(entry.value) for entry in node.entries)}]"
        if node.kind == "mapping":
            pairs = (f"{_key(entry)}: {self._inside(entry.value)}" for entry in node.entries)
            return f"{{{', '.join(pairs)}}}"
        return node.text

    def _inside(self, node: Node) -> str:
        text = self._brackets(node) if node.collection else node.text
        if node.empty:
            # An empty value before a comma is easily read over; one with a tag may be an empty text.
            text = '""' if any(part in ("!", "!!str") for part in node.properties) else "null"
        return " ".join([*node.properties, text])

    def _spread(self, entry: Entry, head: str, beside: str, indent: int) -> list[str]:
        node = entry.value
        first, *rest = lines_of(node.text)
        if node.style in ("|", ">"):
            return self._block(entry, head, beside, indent)
        pad = " " * (indent + _STEP)
        lines = [f"{head} {self._stripped(first, node)}"]
        lines += [f"{pad}{text}" if (text := self._stripped(line.lstrip(" \t"), node)) else "" for line in rest]
        lines[-1] += beside
        return lines

    @staticmethod
    def _stripped(line: str, node: Node) -> str:
        return _TRAILING.sub(r"\1", line) if node.style == '"' else line.rstrip(" \t")

    def _block(self, entry: Entry, head: str, beside: str, indent: int) -> list[str]:
        """Give a block text, its lines as deep as its new place asks."""
        node = entry.value
        header = _HEADER.match(node.text)
        sign, marks = (header[1], header[2]) if header else ("|", "")
        _, *content = lines_of(node.text)
        ended = not content or not content[-1]
        if ended and content:
            content.pop()
        # At the end of a file without a last line break the text has none either.
        keep = "".join(char for char in marks if char in "+-") if ended else "-"
        digit = next((char for char in marks if char.isdigit()), "")
        depths = [len(line) - len(line.lstrip(" ")) for line in content if line.strip(" ")]
        depth = max(self.columns.get(id(node), 0), 0) + int(digit) if digit else min(depths[:1], default=0)
        if "+" not in keep:
            while content and len(content[-1].strip(" ")) == 0 and len(content[-1]) <= depth:
                content.pop()
        new = f"{_STEP}" if digit else ""
        pad = " " * (indent + _STEP)
        body = [pad + line[depth:] if len(line) > depth else "" for line in content]
        return [f"{head} {sign}{new}{keep}{beside}", *body]


def _above(entry: Entry) -> list[str]:
    return [*entry.lead, *([""] if entry.blank else []), *entry.inner]


def _beside(comment: str, column: int) -> str:
    """Give the end of a line for a comment beside it, with the column that it was in; no text holds these signs."""
    return f"\0{column}\1{comment}" if comment else ""


def _aligned(lines: list[str]) -> list[str]:
    """Put comments two spaces behind their lines; those that stood below each other still do."""
    found: list[str] = []
    for column, group in groupby(lines, lambda line: line.partition("\0")[2].partition("\1")[0]):
        pairs = [line.partition(f"\0{column}\1") for line in group]
        width = max(len(text) for text, _, _ in pairs)
        found += [f"{text:<{width}}  {comment}" if column else text for text, _, comment in pairs]
    return found


def _hung(entry: Entry) -> bool:
    """Tell whether an item's mark can stand at the end of its first line, where nothing else does."""
    if not entry.mark:
        return False
    first = entry
    while first.key is None and first.value.collection and first.value.entries and not first.value.properties:
        if first.beside or (first.mark and first is not entry):
            return False
        first = first.value.entries[0]
    return not first.beside and (first is entry or not first.mark) and first.value.one_line


def _indented(line: str, indent: int) -> str:
    return f"{' ' * indent}{line}" if line else ""


def _key(entry: Entry) -> str:
    key = entry.key
    return " ".join([*key.properties, key.text]) if key is not None else ""


def _below(node: Node) -> list[Node]:
    found = [node]
    for entry in node.entries:
        found += _below(entry.value)
    return found


def _several(node: Node) -> bool:
    return node.spread or (node.collection and not node.flow)


def _from_text(lines: list[str]) -> list[str]:
    """Leave out the blank lines at the beginning."""
    first = next((n for n, line in enumerate(lines) if line), len(lines))
    return lines[first:]


def _keeps_blanks(node: Node) -> bool:
    """Tell whether a value ends in a text that takes the blank lines below it for its own."""
    while node.collection and node.entries and not node.tail:
        node = node.entries[-1].value
    return node.style in ("|", ">") and "+" in lines_of(node.text)[0].split("#")[0]
