"""What is wrong with a file: one shape for the terminal, JSON and, later, SARIF and editors.

A finding names a *symbolic* place (file, document, path of keys). Lines and columns are looked up
later, once, and only for files that have findings (`klantreis.source.locate`).
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

Path = tuple[str | int, ...]
"""Keys and list positions from the top of a document."""


class Severity(StrEnum):
    """How bad a finding is. Only an error fails a run, unless it is strict."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Place:
    """A stretch of a file. Lines and columns count from 1, in characters; the end is exclusive."""

    line: int
    column: int
    end_line: int
    end_column: int


@dataclass(frozen=True, slots=True)
class Where:
    """A place by name. `key` asks for the key instead of its value; `place`, where known, wins."""

    file: str
    document: int = 0
    path: Path = ()
    key: bool = False
    place: Place | None = None


@dataclass(frozen=True, slots=True)
class Related:
    """Another place that belongs to the finding, such as the first of two duplicates."""

    where: Where
    label: str


@dataclass(frozen=True, slots=True)
class Rule:
    """A kind of finding: stable code, kebab-case name, default severity, one sentence for the docs."""

    code: str
    name: str
    about: str
    severity: Severity = Severity.ERROR


@dataclass(frozen=True, slots=True)
class Finding:
    """One mistake. `message` says what is wrong, `hint` what to do."""

    rule: Rule
    where: Where
    message: str
    hint: str = ""
    related: tuple[Related, ...] = ()
