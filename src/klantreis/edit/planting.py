"""Trees out of texts: the nodes from the events of libyaml, the signs and comments from what lies between.

The reader sees the same events. A tree is only made of a text that it has read without a problem.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from typing import Any

from yaml import events
from yaml._yaml import CParser

from klantreis.edit.tree import Comment, Entry, Kind, Node, Tree, Trees

# Line breaks of YAML 1.1 that YAML 1.2 reads as ordinary characters; so libyaml gets ordinary ones.
_OLD_BREAKS = str.maketrans("\x85\u2028\u2029", "xxx")
_SPACE = re.compile(r"(?:[ \t\r\n]+|#[^\r\n]*)*")
_PROPERTY = re.compile(r"[&!](?:<[^>]*>|[^\s,\[\]{}]*)")
_SIGN = re.compile(r"#[^\r\n]*|[-?:,\[\]{}]")
_DIRECTIVE = re.compile(r"^%[^\r\n#]*", re.MULTILINE)
_HEADER = re.compile(r"[|>][-+0-9]*")
_STARTS = (events.MappingStartEvent, events.SequenceStartEvent)
_ENDS = (events.MappingEndEvent, events.SequenceEndEvent)


def trees(text: str) -> Trees:
    """Give the trees of a sound text."""
    return _Planter(text).run()


class _Planter:
    """Makes trees: the nodes out of events, then the signs and comments out of what lies between."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.spans: list[tuple[int, int]] = []
        self.documents: list[Tree] = []
        self.heads: list[tuple[int, int]] = []
        self.stack: list[tuple[Node, list[Node]]] = []
        self.dashes: list[int] = []
        self.signs: list[tuple[int, str]] = []

    def run(self) -> Trees:
        roots = self._nodes()
        comments = self._between()
        for (start, _), root in zip(self.heads, roots, strict=True):
            self._entries(root)
            self.documents.append(Tree(start, Entry(root.start, root.start, None, root)))
        starts = [tree.start for tree in self.documents]
        for comment in comments:
            if starts:
                self.documents[max(bisect_right(starts, comment.start) - 1, 0)].comments.append(comment)
        return Trees(self.text, self.documents, comments)

    def _nodes(self) -> list[Node]:
        parser = CParser(self.text.translate(_OLD_BREAKS))
        roots: list[Node] = []
        try:
            while type(event := parser.get_event()) is not events.StreamEndEvent:
                if isinstance(event, events.DocumentStartEvent):
                    start, end = _span(event)
                    self.heads.append((end - 3 if event.explicit else start, end))
                    if event.explicit:
                        self.spans += [match.span() for match in _DIRECTIVE.finditer(self.text, start, end - 3)]
                        self.spans.append((end - 3, end))
                elif isinstance(event, events.DocumentEndEvent) and event.explicit:
                    self.spans.append(_span(event))
                elif isinstance(event, _ENDS):
                    self._close(event, roots)
                elif isinstance(event, _STARTS):
                    self.stack.append((self._opened(event), []))
                elif isinstance(event, (events.ScalarEvent, events.AliasEvent)):
                    self._add(self._leaf(event), roots)
        finally:
            parser.dispose()
        return roots

    def _add(self, node: Node, roots: list[Node]) -> None:
        (self.stack[-1][1] if self.stack else roots).append(node)

    def _opened(self, event: Any) -> Node:
        kind: Kind = "mapping" if isinstance(event, events.MappingStartEvent) else "sequence"
        body, properties = self._properties(event)
        return Node(
            kind, event.start_mark.index, body, body, flow=bool(event.flow_style), anchor=event.anchor,
            properties=properties,
        )  # fmt: skip

    def _close(self, event: Any, roots: list[Node]) -> None:
        node, below = self.stack.pop()
        if node.kind == "sequence":
            node.entries = [Entry(value.start, value.start, None, value) for value in below]
        else:
            pairs = zip(below[::2], below[1::2], strict=True)
            node.entries = [Entry(key.start, key.end, key, value) for key, value in pairs]
        node.end = event.end_mark.index if node.flow else node.entries[-1].value.end if node.entries else node.body
        self._add(node, roots)

    def _leaf(self, event: Any) -> Node:
        start, end = _span(event)
        if isinstance(event, events.AliasEvent):
            self.spans.append((start, end))
            return Node("alias", start, start, end, text=self.text[start:end])
        body, properties = self._properties(event)
        body = min(body, end)
        style = event.style or ""
        if style in ("|", ">"):
            header = _HEADER.match(self.text, body)
            sign = header.end() if header else body
            first = re.compile(r"[^\r\n]*(\r\n|\r|\n)?").match(self.text, sign)
            # The line of the sign may hold a comment, which is no part of the text.
            self.spans += [(body, sign), (first.end() if first else sign, end)]
        elif end > body:
            self.spans.append((body, end))
        return Node(
            "scalar", start, body, end, self.text[body:end], style, anchor=event.anchor, properties=properties,
            value=event.value,
        )  # fmt: skip

    def _properties(self, event: Any) -> tuple[int, tuple[str, ...]]:
        """Give where the value begins behind its anchor and tag, and these as written."""
        at, found = event.start_mark.index, list[str]()
        for _ in range((event.anchor is not None) + (event.tag is not None)):
            match = _PROPERTY.match(self.text, at)
            if match is None:
                break
            found.append(match.group())
            self.spans.append(match.span())
            space = _SPACE.match(self.text, match.end())
            at = space.end() if space else match.end()
        if found and isinstance(event, events.ScalarEvent) and not event.value and not event.style:
            at = self.spans[-1][1]
        return at, tuple(found)

    def _between(self) -> list[Comment]:
        """Find the signs and comments in what no value covers."""
        comments, at = list[Comment](), 0
        for start, end in [*sorted(self.spans), (len(self.text), len(self.text))]:
            for match in _SIGN.finditer(self.text, at, max(at, start)):
                if match.group()[0] == "#":
                    comments.append(Comment(match.start(), match.end(), match.group().rstrip()))
                else:
                    self.signs.append((match.start(), match.group()))
            at = max(at, end)
        return comments

    def _entries(self, node: Node) -> None:
        """Give entries the places of their dashes and colons."""
        for entry in node.entries:
            if entry.key is None:
                if not node.flow:
                    dash = self._before("-", entry.value.start)
                    entry.start, entry.sign = dash, dash + 1
            else:
                before = self._sign_before(entry.key.start)
                if before is not None and before[1] == "?":
                    entry.start = before[0]
                entry.sign = self._colon(entry.key.end, entry.value.start) or entry.key.end
            self._entries(entry.value)
        if node.entries and not node.flow:
            node.end = node.entries[-1].value.end
            if not node.properties:
                node.start = node.body = node.entries[0].start
            else:
                node.body = node.entries[0].start

    def _sign_before(self, offset: int) -> tuple[int, str] | None:
        position = bisect_left(self.signs, (offset, ""))
        return self.signs[position - 1] if position else None

    def _before(self, sign: str, offset: int) -> int:
        position = bisect_left(self.signs, (offset, "")) - 1
        while position >= 0 and self.signs[position][1] != sign:
            position -= 1
        return self.signs[position][0] if position >= 0 else offset

    def _colon(self, low: int, high: int) -> int | None:
        position = bisect_left(self.signs, (low, ""))
        if (
            position < len(self.signs)
            and self.signs[position][1] == ":"
            and self.signs[position][0] < max(high, low + 1)
        ):
            return self.signs[position][0] + 1
        return None


def _span(event: Any) -> tuple[int, int]:
    return event.start_mark.index, event.end_mark.index
