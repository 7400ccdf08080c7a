"""Symbolic places to lines and columns, and paths to people's words: once, for files with findings."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from klantreis.findings import Finding, Path, Place, Where
from klantreis.source.decode import lines_of
from klantreis.source.element import element_of
from klantreis.source.places import Places, documents_and_places
from klantreis.wording import shortened

# What one item of a list is called; the rest is called by its key.
_SINGULAR = {
    "phases": "phase", "touchpoints": "touchpoint", "pains": "pain point", "gains": "gain", "barriers": "barrier",
    "opportunities": "opportunity", "metrics": "metric", "sources": "source", "content": "content item",
    "initiatives": "initiative", "custom_lanes": "custom lane", "teams": "team", "segments": "segment",
    "core_values": "core value", "channels": "channel", "frameworks": "framework", "makers": "maker",
    "lanes": "lane", "drops": "drop", "links": "link", "events": "event", "signals": "signal",
    "artefacts": "artefact", "frontstage": "frontstage step", "backstage": "backstage step",
    "support_processes": "support process",
}  # fmt: skip
_NAMES = ("title", "name", "id")


@dataclass(frozen=True, slots=True)
class Label:
    """A related place with its words."""

    file: str
    place: Place
    label: str


@dataclass(frozen=True, slots=True)
class Located:
    """A finding with its place in lines and columns, its path in people's words, and its element's stable name."""

    finding: Finding
    place: Place
    trail: str
    element: str = ""
    related: tuple[Label, ...] = ()


@dataclass(slots=True)
class FileText:
    """A file's text, its lines, and, once asked for, its places."""

    text: str
    _lines: list[str] | None = None
    _read: tuple[list[Any], list[Places]] | None = None

    @property
    def lines(self) -> list[str]:
        """The lines of the file, without their ends."""
        if self._lines is None:
            self._lines = lines_of(self.text)
        return self._lines

    def places(self, document: int) -> Places:
        """The places of one document."""
        found = self._all()[1]
        return found[document] if document < len(found) else Places()

    def document(self, number: int) -> Any:
        """The data of one document, for the titles in it."""
        found = self._all()[0]
        return found[number] if number < len(found) else None

    def _all(self) -> tuple[list[Any], list[Places]]:
        if self._read is None:
            self._read = documents_and_places(self.text)
        return self._read


@dataclass(slots=True)
class Texts:
    """The texts of files with findings, read when first asked for, by the name they are shown by."""

    read: Any
    _files: dict[str, FileText] = field(default_factory=dict)

    def file(self, name: str) -> FileText:
        """The text of a file; empty when it cannot be read any more."""
        if name not in self._files:
            self._files[name] = FileText(self.read(name))
        return self._files[name]


def locate(findings: list[Finding], texts: Texts) -> list[Located]:
    """Give findings their places, sorted by file, line and column."""
    found = [
        Located(
            finding,
            _place(finding.where, texts),
            _trail(finding.where, texts),
            _element(finding.where, texts),
            tuple(Label(r.where.file, _place(r.where, texts), r.label) for r in finding.related),
        )
        for finding in findings
    ]
    order = {name: n for n, name in enumerate(dict.fromkeys(f.where.file for f in findings))}
    return sorted(found, key=lambda item: (order[item.finding.where.file], item.place.line, item.place.column))


def _place(where: Where, texts: Texts) -> Place:
    if where.place is not None:
        return where.place
    return texts.file(where.file).places(where.document).nearest(where.path, key=where.key)


def _trail(where: Where, texts: Texts) -> str:
    if where.place is not None or not where.path:
        return ""
    return trail(texts.file(where.file).document(where.document), where.path)


def _element(where: Where, texts: Texts) -> str:
    if where.place is not None and not where.path:
        return where.file.replace("\\", "/")
    return element_of(texts.file(where.file).document(where.document), where.path)


def trail(data: Any, path: Path) -> str:
    """Give a path in people's words: `phase "Oriëntatie" › touchpoint "Offerte" › channel`."""
    words: list[str] = []
    key = ""
    for part in path:
        data = _inside(data, part)
        if isinstance(part, int):
            if key in _SINGULAR:
                words[-1:] = [f"{_SINGULAR[key]} {_name(data, part)}"]
            key = ""
        elif key in ("metrics", "lanes", "signals"):
            words[-1:] = [f'{_SINGULAR[key]} "{part}"']
            key = ""
        else:
            words.append(part)
            key = part
    return " › ".join(words)


def _inside(data: Any, part: str | int) -> Any:
    if isinstance(data, list) and isinstance(part, int):
        return data[part] if part < len(data) else None
    return data.get(part) if isinstance(data, dict) else data if part == 0 else None


def _name(data: Any, position: int) -> str:
    if isinstance(data, dict):
        data = next((data[key] for key in _NAMES if isinstance(data.get(key), (str, int, float))), None)
    if data is None or isinstance(data, (dict, list)):
        return str(position + 1)
    return f'"{shortened(str(data), 50)}"'
