"""A file for git to compare: each value on a line of its own, with its place by ids.

Plain `git diff` compares lines of text. In these, a value that changed is one line that changed, whose place can be
read without the lines around it; other indents, quotes or another order of keys change nothing. Nothing is hidden:
what the file holds, its comments too, is all there, and two files that hold different data never give the same lines.
What is no file of ours, or cannot be read, stays as it is.
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from klantreis.findings import Path
from klantreis.model.text import slug
from klantreis.source.comments import comments_in
from klantreis.source.keyorder import in_order
from klantreis.source.places import Places, documents_and_places
from klantreis.source.reader import MAX_BYTES, parse, read
from klantreis.source.scalars import resolve
from klantreis.source.visible import visible, visible_text

FORM = 1
"""The number of this form. Git remembers lines that were made before: another form needs another number."""
HEAD = "# klantreis: every value on a line of its own, with its place; git keeps the file as it was written"
_AS_WRITTEN = "# klantreis: as written"
_MOST = 16 * 1024 * 1024
"""More characters than this are not made of a file: aliases could make them without end."""

_KINDS = ("journey", "persona", "organisation", "roadmap")
_SECTIONS = {"phases": "phase", "touchpoints": "touchpoint", "initiatives": "initiative"}
_NAMES = ("id", "title", "name", "to", "team", "url")
_PLAIN = re.compile(r"[\w.<][\w.<-]*\Z")
_MARKS = ((b"\xef\xbb\xbf", "with a byte order mark"), (b"\xff\xfe", "as UTF-16"), (b"\xfe\xff", "as UTF-16"))


class _TooLongError(Exception):
    """The lines would be too many to be of use."""


def lines(data: bytes) -> str:
    """Give a file as lines for git to compare; what is not ours, or not sound YAML, as it is. Never raises.

    In a file with marked conflicts the lines on which the sides differ stand between markers.
    """
    if len(data) > MAX_BYTES:
        return visible_text(data)
    text, parsed = read(data)
    try:
        if not parsed.problems:
            made = _made(text, parsed.documents, data)
        else:
            made = _both(text, data) if "<<<<<<<" in text else None
    except _TooLongError:
        made = None
    if made is not None:
        return made
    written = visible_text(data)
    # What says that it is our lines, and is not, says so.
    return f"{_AS_WRITTEN}\n{written}" if written.startswith((HEAD, _AS_WRITTEN)) else written


def _made(text: str, documents: list[Any], data: bytes) -> str | None:
    first = next((document for document in documents if document is not None), None)
    ours = isinstance(first, dict) and "klantreis" in first
    return "".join(_Lines(text, data).all()) if ours else None


def _both(text: str, data: bytes) -> str | None:
    """Give the lines of both sides of a file with marked conflicts."""
    from klantreis.source.conflicts import conflicted, woven

    if (sides := conflicted(text)) is None:
        return None
    made = []
    for side in (sides.ours, sides.theirs):
        parsed = parse(side)
        lines_of_side = None if parsed.problems else _made(side, parsed.documents, data)
        if lines_of_side is None:
            return None
        made.append(lines_of_side.split("\n")[:-1])
    return "".join(f"{line}\n" for line in woven(made[0], made[1], visible(sides.begin), visible(sides.end)))


class _Lines:
    """The lines of one file."""

    def __init__(self, text: str, data: bytes) -> None:
        self.documents, self.places = documents_and_places(text)
        self.stored = _stored(text, data)
        self.comments: defaultdict[tuple[int, Path], list[str]] = defaultdict(list)
        for comment in comments_in(text, self.places[: len(self.documents)]):
            path = comment.path
            while path and not _is_there(self.documents[comment.document], path):
                path = path[:-1]
            self.comments[comment.document, path].append(comment.text)
        self.number = 0
        self.here = Places()
        self.scope = ""
        self.size = 0

    def all(self) -> Iterator[str]:
        """Give every line, with its end."""
        yield HEAD + "\n"
        if self.stored:
            yield f"# stored {self.stored}\n"
        for number, document in enumerate(self.documents):
            self.number, self.here = number, self.places[number]
            for line in self._document(document):
                self.size += len(line)
                if self.size > _MOST:
                    raise _TooLongError
                yield line + "\n"

    def _document(self, document: Any) -> Iterator[str]:
        kind = document.get("kind", "journey") if isinstance(document, dict) else None
        word = kind if kind in _KINDS else "document"
        yield f"{word} {_name(document) or self.number + 1}"
        self.scope = word
        yield from self._value(document, (), "", sections=("phases", "initiatives"))

    def _keys(self, mapping: dict[str, Any], path: Path, trail: str, sections: tuple[str, ...] = ()) -> Iterator[str]:
        if not mapping:
            yield self._line(trail, ": {}")
        heads = [key for key in sections if _has_mappings(mapping.get(key))]
        for key in in_order(list(mapping)):
            if key not in heads:
                yield from self._value(mapping[key], (*path, key), f"{trail} {_quoted_unless_plain(key)}")
        for key in heads:
            yield from self._noted((*path, key), f"{trail} {key}")
        for key in heads:
            yield from self._sections(mapping[key], (*path, key))

    def _sections(self, items: list[Any], path: Path) -> Iterator[str]:
        """Give the items of a long list, each below a head of its own that git shows above what changed."""
        outer, word = self.scope, _SECTIONS[str(path[-1])]
        for number, (item, name) in enumerate(zip(items, _names(items), strict=True)):
            yield f"{word} {outer} / {name}" if word == "touchpoint" else f"{word} {name}"
            self.scope = name
            yield from self._value(item, (*path, number), "", sections=("touchpoints",) if word == "phase" else ())
        self.scope = outer

    def _value(self, value: Any, path: Path, trail: str, sections: tuple[str, ...] = ()) -> Iterator[str]:
        yield from self._noted(path, trail)
        if isinstance(value, dict):
            yield from self._keys(value, path, trail, sections)
        elif isinstance(value, list):
            if not value:
                yield self._line(trail, ": []")
            for number, (item, name) in enumerate(zip(value, _names(value), strict=True)):
                yield from self._item(item, (*path, number), trail, name)
        elif isinstance(value, str) and "\n" in value:
            yield from self._block(value, trail)
        else:
            yield self._line(trail, f": {self._shown(value, path)}")

    def _item(self, item: Any, path: Path, trail: str, name: str) -> Iterator[str]:
        if isinstance(item, (dict, list)) or (isinstance(item, str) and "\n" in item):
            yield from self._value(item, path, f"{trail} / {name}")
            return
        yield from self._noted(path, trail)
        yield self._line(trail, f" - {self._shown(item, path)}")

    def _block(self, text: str, trail: str) -> Iterator[str]:
        """Give a text of several lines; the last one says when no line break ends it."""
        *whole, rest = text.split("\n")
        for line in whole:
            yield self._line(trail, f" | {visible(line)}" if line else " |")
        if rest:
            yield self._line(trail, f" |- {visible(rest)}")

    def _noted(self, path: Path, trail: str) -> Iterator[str]:
        for comment in self.comments.get((self.number, path), ()):
            yield self._line(trail, f" {visible(comment)}")

    def _line(self, trail: str, rest: str) -> str:
        return f"  {self.scope}{trail}{rest}"

    def _shown(self, value: Any, path: Path) -> str:
        if isinstance(value, str):
            plain = value and resolve(value) == value and value == value.strip()
            return visible(value) if plain and value[0] != '"' and value not in ("{}", "[]") else _quoted(value)
        node = self.here.nodes.get(path)
        if node is not None and node.text and repr(resolve(node.text)) == repr(value):
            return node.text
        return "~" if value is None else json.dumps(value)


def _stored(text: str, data: bytes) -> str:
    """Say what of a file cannot be seen in its text: its encoding, and the ends of its lines."""
    said = [words for mark, words in _MARKS if data.startswith(mark)]
    if not said and b"\0" in data[:2]:
        said = ["as UTF-16"]
    breaks = {"\r\n" if "\r\n" in text else "", "\n" if re.search("(?<!\r)\n", text) else ""}
    if "\r\n" in breaks:
        said.append("with line ends of Windows" + (" in some places" if "\n" in breaks else ""))
    return ", ".join(said)


def _names(items: list[Any]) -> list[str]:
    """Give each item of a list a name of its own: its id, or what it is called, or its number."""
    seen: defaultdict[str, int] = defaultdict(int)
    found = []
    for number, item in enumerate(items, start=1):
        name = _name(item) or f"#{number}"
        seen[name] += 1
        found.append(f"{name} ({seen[name]})" if seen[name] > 1 else name)
    return found


def _name(item: Any) -> str:
    if isinstance(item, str):
        return slug(item)
    if not isinstance(item, dict):
        return ""
    written = next((item[key] for key in _NAMES if isinstance(item.get(key), (str, int, float))), "")
    name = str(written)
    return name if _PLAIN.match(name) and name == name.lower() and visible(name) == name else slug(name)


def _has_mappings(value: Any) -> bool:
    return isinstance(value, list) and any(isinstance(item, dict) for item in value)


def _quoted_unless_plain(key: str) -> str:
    return key if _PLAIN.match(key) and visible(key) == key else _quoted(key)


def _quoted(text: str) -> str:
    return visible(json.dumps(text, ensure_ascii=False))


def _is_there(data: Any, path: Path) -> bool:
    for part in path:
        if isinstance(part, int):
            if not isinstance(data, list) or part >= len(data):
                return False
        elif not isinstance(data, dict) or part not in data:
            return False
        data = data[part]
    return True
