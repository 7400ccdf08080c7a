"""YAML to plain data: bounded, YAML 1.2, every key text, aliases counted, duplicates reported.

libyaml (through PyYAML) scans; we build. It is the fastest reader that knows places and counts
nesting safely (see docs/decisions/0001-reader.md). Given a `Recorder`, the same pass notes the
place of every key and value; without one it costs nothing.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Protocol

from yaml import YAMLError, events
from yaml._yaml import CParser

from klantreis import rules
from klantreis.findings import Path, Place
from klantreis.source.decode import decode
from klantreis.source.problem import Problem
from klantreis.source.scalars import resolve
from klantreis.source.syntax import syntax_problem
from klantreis.wording import shortened

MAX_BYTES = 3 * 512 * 1024
"""The largest file that is read."""
MAX_DEPTH = 64
"""How deep lists and mappings may be nested."""
MAX_NODES = 60_000
"""How many values a file may hold after its aliases are expanded."""

_TAG = "tag:yaml.org,2002:"
_RESOLVED_TAGS = {_TAG + name for name in ("int", "float", "bool", "null")}
_COLLECTION_TAGS = {None, "!", _TAG + "map", _TAG + "seq"}
_MERGE = object()
_NO_KEY = object()
# Line breaks of YAML 1.1 that YAML 1.2 reads as ordinary characters; libyaml breaks lines at them.
_OLD_BREAKS = "\x85\u2028\u2029"
_PRIVATE = range(0xE000, 0xF8FF)


class Recorder(Protocol):
    """Notes places while a file is read."""

    def scalar(self, path: Path, event: events.ScalarEvent, text: str) -> None:
        """Note a scalar and its characters as written."""

    def collection(self, path: Path, start: Any, end: Any, *, flow: bool) -> None:
        """Note a list or mapping, from its first to its last mark."""

    def alias(self, path: Path, target: Path | None, event: events.AliasEvent) -> None:
        """Note that at a path stands what stands at another, None where there is no other."""

    def key(self, path: Path, event: events.ScalarEvent) -> None:
        """Note the key that leads to a path."""


@dataclass(slots=True)
class Parsed:
    """What a text holds: the data of each document, and what is wrong with the YAML."""

    documents: list[Any] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


class _StopReadingError(Exception):
    """Reading on would not be safe or makes no sense."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.message)
        self.problem = problem


def read(data: bytes) -> tuple[str, Parsed]:
    """Read a file's bytes: its text and what it holds. Never raises for bad input."""
    if len(data) > MAX_BYTES:
        message = f"The file is larger than {MAX_BYTES / 1024 / 1024:g} MiB."
        hint = "Split it: one journey in a file, pictures beside it."
        return "", Parsed(problems=[Problem(rules.TOO_LARGE, message, hint, Place(1, 1, 1, 1))])
    text = decode(data)
    if isinstance(text, Problem):
        return data.decode("utf-8", "replace"), Parsed(problems=[text])
    return text, parse(text)


def parse(text: str, recorder: Recorder | None = None) -> Parsed:
    """Read YAML text; an error of syntax ends the reading and is the last problem."""
    return _Builder(text, recorder).run()


@dataclass(slots=True)
class _Frame:
    """A list or mapping that is still open."""

    node: Any
    path: Path
    start: Any
    anchor: str | None
    nodes_before: int
    flow: bool
    key: Any = _NO_KEY
    keys: dict[str, Any] = field(default_factory=dict)
    merges: list[dict[str, Any]] = field(default_factory=list)


class _Builder:
    def __init__(self, text: str, recorder: Recorder | None) -> None:
        self.shown = _hidden_breaks(text)
        if self.shown:
            text = text.translate({ord(char): chr(hidden) for hidden, char in self.shown.items()})
        self.parser = CParser(text)
        self.recorder = recorder
        self.parsed = Parsed()
        self.stack: list[_Frame] = []
        self.anchors: dict[str, tuple[Any, int, Path]] = {}
        self.nodes = 0
        self.document = 0
        self.end: Any = None

    def run(self) -> Parsed:
        handlers = {
            events.ScalarEvent: self._scalar,
            events.MappingStartEvent: self._open,
            events.SequenceStartEvent: self._open,
            events.MappingEndEvent: self._close,
            events.SequenceEndEvent: self._close,
            events.AliasEvent: self._alias,
            events.DocumentStartEvent: self._document,
        }
        get_event, handler_of, last = self.parser.get_event, handlers.get, events.StreamEndEvent
        try:
            while type(event := get_event()) is not last:
                if handler := handler_of(type(event)):
                    handler(event)
        except YAMLError as error:
            self.parsed.problems.append(syntax_problem(error))
        except _StopReadingError as stop:
            self.parsed.problems.append(stop.problem)
        finally:
            self.parser.dispose()
        # `---` alone begins a document that holds nothing; it is not one of ours.
        return self.parsed

    def _document(self, event: events.DocumentStartEvent) -> None:
        self.anchors = {}
        self.document = len(self.parsed.documents)
        if event.version and tuple(event.version) != (1, 2):
            major, minor = event.version
            self._problem(
                rules.YAML_VERSION,
                f"This file asks for YAML {major}.{minor}; klantreis reads YAML 1.2.",
                f"Remove the line `%YAML {major}.{minor}`.",
                event,
            )

    def _scalar(self, event: events.ScalarEvent) -> None:
        text = event.value.translate(self.shown) if self.shown else event.value
        frame = self.stack[-1] if self.stack else None
        if frame is not None and frame.key is _NO_KEY and type(frame.node) is dict:
            self._key(frame, event, text)
            return
        # A long text weighs more: its aliases would fill the memory as surely as many short ones.
        size = 1 + len(text) // 64
        self.nodes += size
        if self.nodes > MAX_NODES:
            self._too_many(event)
        if event.tag is None and event.implicit[0]:
            value: Any = resolve(text)
        else:
            value = self._tagged(event, text)
        if self.recorder is not None:
            self.recorder.scalar(self._path(), event, text)
            self.end = event.end_mark
        if event.anchor is not None:
            self.anchors[event.anchor] = (value, size, self._path())
        self._attach(value, event)

    def _key(self, frame: _Frame, event: events.ScalarEvent, text: str) -> None:
        if text == "<<" and event.implicit[0]:
            frame.key = _MERGE
        else:
            frame.key = text
        if event.anchor is not None:
            self.anchors[event.anchor] = (text, 1, ())
        first = frame.keys.setdefault(text, event)
        if first is not event:
            self._problem(
                rules.DUPLICATE_KEY,
                f"The key `{shortened(text)}` stands here twice.",
                "Remove one of the two, or put both values in one list.",
                event,
                first,
                "the first is here",
            )
        elif self.recorder is not None:
            self.recorder.key((*frame.path, text), event)

    def _open(self, event: Any) -> None:
        self.nodes += 1
        if self.nodes > MAX_NODES:
            self._too_many(event)
        if len(self.stack) >= MAX_DEPTH:
            raise _StopReadingError(
                self._new_problem(
                    rules.TOO_LARGE,
                    f"Lists and mappings are nested deeper than {MAX_DEPTH} levels.",
                    "A bracket or an indent was probably repeated by accident.",
                    event,
                )
            )
        if event.tag not in _COLLECTION_TAGS:
            self._bad_tag(event)
        path = self._path() if self.recorder is not None else ()
        self._refuse_as_key(event)
        node: Any = {} if type(event) is events.MappingStartEvent else []
        if event.anchor is not None:
            self.anchors[event.anchor] = (_NO_KEY, 0, ())
        self.stack.append(_Frame(node, path, event.start_mark, event.anchor, self.nodes, flow=bool(event.flow_style)))

    def _close(self, event: Any) -> None:
        frame = self.stack.pop()
        for merged in frame.merges:
            for key, value in merged.items():
                frame.node.setdefault(key, value)
        if frame.anchor is not None:
            self.anchors[frame.anchor] = (frame.node, self.nodes - frame.nodes_before + 1, frame.path)
        if self.recorder is not None:
            if frame.flow or self.end is None:
                self.end = event.end_mark
            self.recorder.collection(frame.path, frame.start, self.end, flow=frame.flow)
        self._attach(frame.node, event)

    def _alias(self, event: events.AliasEvent) -> None:
        name = event.anchor or ""
        value, size, path = self.anchors.get(name, (None, -1, ()))
        self._refuse_as_key(event)
        if size <= 0:
            inside = size == 0
            message = f"`*{shortened(name)}` " + ("holds itself." if inside else "has no anchor above it.")
            hint = (
                "Write out what is meant."
                if inside
                else ("Give the value meant an anchor (`&name`), or put the text in quotes if it begins with `*`.")
            )
            self._problem(rules.BAD_ALIAS, message, hint, event)
            # An empty mapping merges as nothing: one mistake, told once.
            value, size = {} if self.stack and self.stack[-1].key is _MERGE else None, 0
        self.nodes += size
        if self.nodes > MAX_NODES:
            self._too_many(event)
        if self.recorder is not None:
            self.recorder.alias(self._path(), path if size else None, event)
            self.end = event.end_mark
        self._attach(value, event)

    def _attach(self, value: Any, event: Any) -> None:
        if not self.stack:
            self.parsed.documents.append(value)
            return
        frame = self.stack[-1]
        if type(frame.node) is list:
            frame.node.append(value)
            return
        if frame.key is _MERGE:
            self._merge(frame, value, event)
        elif isinstance(frame.key, str):
            frame.node.setdefault(frame.key, value)
        frame.key = _NO_KEY

    def _merge(self, frame: _Frame, value: Any, event: Any) -> None:
        parts = value if isinstance(value, list) else [value]
        if all(isinstance(part, dict) for part in parts):
            frame.merges.extend(parts)
        else:
            self._problem(
                rules.BAD_MERGE,
                "`<<` takes a mapping, or a list of mappings.",
                "Name the anchor of a mapping: `<<: *name`.",
                event,
            )

    def _refuse_as_key(self, event: Any) -> None:
        frame = self.stack[-1] if self.stack else None
        if frame is not None and type(frame.node) is dict and frame.key is _NO_KEY:
            raise _StopReadingError(
                self._new_problem(
                    rules.KEY_NOT_TEXT,
                    "A key must be a plain text.",
                    "Put a key that begins with `[`, `{`, `*` or `?` in quotes.",
                    event,
                )
            )

    def _tagged(self, event: events.ScalarEvent, text: str) -> Any:
        if event.tag in _RESOLVED_TAGS:
            return resolve(text)
        if event.tag not in (None, "!", _TAG + "str"):
            self._bad_tag(event)
        return text

    def _bad_tag(self, event: Any) -> None:
        tag = event.tag.replace(_TAG, "!!")
        self._problem(
            rules.TAG,
            f"The tag `{shortened(tag)}` is not allowed.",
            "Remove it; put the text in quotes if it begins with `!`.",
            event,
        )

    def _too_many(self, event: Any) -> None:
        raise _StopReadingError(
            self._new_problem(
                rules.TOO_LARGE,
                f"The file holds more than {MAX_NODES:,} values, aliases expanded.",
                "Split the file, or write aliases out where they repeat aliases.",
                event,
            )
        )

    def _path(self) -> Path:
        if not self.stack:
            return ()
        frame = self.stack[-1]
        if type(frame.node) is list:
            return (*frame.path, len(frame.node))
        return (*frame.path, frame.key if isinstance(frame.key, str) else "<<")

    def _problem(self, *args: Any) -> None:
        self.parsed.problems.append(self._new_problem(*args))

    def _new_problem(
        self, rule: Any, message: str, hint: str, event: Any, first: Any = None, label: str = ""
    ) -> Problem:
        first_place = place_of(first.start_mark, first.end_mark) if first is not None else None
        place = place_of(event.start_mark, event.end_mark)
        return Problem(rule, message, hint, place, first_place, label, self.document)


def _hidden_breaks(text: str) -> dict[int, str]:
    """Give, for each old line break in a text, a private character that the text does not use."""
    used = [char for char in _OLD_BREAKS if char in text]
    free = (code for code in _PRIVATE if chr(code) not in text)
    return dict(zip(free, used, strict=False)) if used else {}


def place_of(start: Any, end: Any) -> Place:
    """Give the place between two marks of the scanner, which count from 0."""
    return Place(start.line + 1, start.column + 1, end.line + 1, end.column + 1)
