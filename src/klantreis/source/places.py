"""Where every key and value of a document stands, read again when somebody asks."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from yaml import events

from klantreis.findings import Path, Place
from klantreis.source.reader import parse, place_of


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

    def nearest(self, path: Path, *, key: bool = False) -> Place:
        """Give the place of a path, or of the nearest thing around it that was written.

        Short forms, merge keys and aliases make paths that nobody typed.
        """
        while path:
            if key and path in self.keys:
                return self.keys[path]
            if path in self.nodes:
                return self.nodes[path].value
            path = path[:-1]
        return self.nodes[()].value if () in self.nodes else Place(1, 1, 1, 1)

    def text(self, path: Path) -> str | None:
        """Give the characters of a scalar as written, None for anything else."""
        node = self.nodes.get(path)
        return node.text if node else None


class _Recorder:
    """Collects the places of every document of a file."""

    def __init__(self) -> None:
        self.documents = [Places()]

    def scalar(self, path: Path, event: events.ScalarEvent, text: str) -> None:
        node = Node(place_of(event.start_mark, event.end_mark), text, plain=bool(event.implicit[0]))
        self._note(path, node)

    def collection(self, path: Path, start: Any, end: Any, *, flow: bool) -> None:
        self._note(path, Node(place_of(start, end), flow=flow))

    def key(self, path: Path, event: events.ScalarEvent) -> None:
        self.documents[-1].keys[path] = place_of(event.start_mark, event.end_mark)

    def _note(self, path: Path, node: Node) -> None:
        self.documents[-1].nodes.setdefault(path, node)
        if path == ():
            # The top of a document is noted last: what follows belongs to the next one.
            self.documents.append(Places())


def places(text: str) -> list[Places]:
    """Give the places of each document in a text."""
    recorder = _Recorder()
    parse(text, recorder)
    return recorder.documents
