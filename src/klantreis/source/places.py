"""Where every key and value of a document stands, read again when somebody asks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import chain, count, takewhile
from typing import Any

from yaml import events

from klantreis.findings import Path, Place
from klantreis.source.reader import parse, place_of

_MERGE = "<<"


@dataclass(slots=True)
class Node:
    """What is known of one value: its place, its characters as written, its style."""

    value: Place
    text: str | None = None
    plain: bool = False
    flow: bool = False


@dataclass(slots=True)
class Places:
    """The places of one document."""

    nodes: dict[Path, Node] = field(default_factory=dict)
    keys: dict[Path, Place] = field(default_factory=dict)
    aliases: dict[Path, Path] = field(default_factory=dict)

    def nearest(self, path: Path, *, key: bool = False) -> Place:
        """Give the place of a path, or of the nearest thing around it that was written.

        Short forms, merge keys and aliases make paths that nobody typed.
        """
        here, rest = self._written(path)
        if key and not rest and here in self.keys:
            return self.keys[here]
        return self.nodes[here].value if here in self.nodes else Place(1, 1, 1, 1)

    def _written(self, path: Path) -> tuple[Path, Path]:
        """Follow a path as far as it was written; where a list is expected, one value is a list of one."""
        here: Path = ()
        for number, part in enumerate(path):
            step = (*here, part)
            if step in self.nodes:
                here = step
            elif part != 0:
                return here, path[number:]
        return here, ()

    def text(self, path: Path) -> str | None:
        """Give the characters of a scalar as written, None for anything else.

        What an alias or a merge key brings was written at its anchor.
        """
        for origin in self._origins(path):
            if (node := self.nodes.get(origin)) and node.text is not None:
                return node.text
        return None

    def _origins(self, path: Path) -> Iterator[Path]:
        """Give where the value of a path may have been written, nearest first."""
        yield path
        for length in range(len(path), -1, -1):
            head, tail = path[:length], path[length:]
            if head in self.aliases:
                yield from self._origins((*self.aliases[head], *tail))
                return
            merge = (*head, _MERGE)
            if tail[:1] not in ((), (_MERGE,)) and merge in self.nodes:
                several = takewhile(self.nodes.__contains__, ((*merge, n) for n in count()))
                for part in chain([merge], several):
                    yield from self._origins((*part, *tail))


class _Recorder:
    """Collects the places of every document of a file."""

    def __init__(self) -> None:
        self.documents = [Places()]

    def scalar(self, path: Path, event: events.ScalarEvent, text: str) -> None:
        node = Node(place_of(event.start_mark, event.end_mark), text, plain=bool(event.implicit[0]))
        self._note(path, node)

    def collection(self, path: Path, start: Any, end: Any, *, flow: bool) -> None:
        self._note(path, Node(place_of(start, end), flow=flow))

    def alias(self, path: Path, target: Path | None, event: events.AliasEvent) -> None:
        if target is not None:
            self.documents[-1].aliases[path] = target
        self._note(path, Node(place_of(event.start_mark, event.end_mark), flow=True))

    def key(self, path: Path, event: events.ScalarEvent) -> None:
        self.documents[-1].keys[path] = place_of(event.start_mark, event.end_mark)

    def _note(self, path: Path, node: Node) -> None:
        self.documents[-1].nodes.setdefault(path, node)
        if path == ():
            # The top of a document is noted last: what follows belongs to the next one.
            self.documents.append(Places())


def places(text: str) -> list[Places]:
    """Give the places of each document in a text."""
    return documents_and_places(text)[1]


def documents_and_places(text: str) -> tuple[list[Any], list[Places]]:
    """Give the data of each document in a text, and the places in each."""
    recorder = _Recorder()
    parsed = parse(text, recorder)
    return parsed.documents, recorder.documents
