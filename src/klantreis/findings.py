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
    INFO = "info"

    @property
    def rank(self) -> int:
        """0 for an error, 1 for a warning, 2 for information."""
        return ("error", "warning", "info").index(self)


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
class SetKey:
    """Write a scalar under a new key of the mapping at `path`, as its first key or its last."""

    path: Path
    key: str
    value: str | int
    first: bool = False


@dataclass(frozen=True, slots=True)
class SetValue:
    """Write a text in the place of the scalar at `path`."""

    path: Path
    value: str


@dataclass(frozen=True, slots=True)
class RemoveItem:
    """Take away the list item or the key at `path`, with what it holds."""

    path: Path


@dataclass(frozen=True, slots=True)
class Quote:
    """Put the plain scalar at `path` in quotes, its characters unchanged."""

    path: Path


@dataclass(frozen=True, slots=True)
class EditComment:
    """Write a text in the place of one that stands in a comment; nothing takes the whole comment away."""

    place: Place
    text: str


Edit = SetKey | SetValue | RemoveItem | Quote | EditComment
"""One small change of a document, by name; where its characters stand is found out when it is made."""


@dataclass(frozen=True, slots=True)
class Fix:
    """How a finding can be mended. `safe`: it says what the author meant, and nothing is lost."""

    label: str
    edits: tuple[Edit, ...]
    safe: bool = True


@dataclass(frozen=True, slots=True)
class Finding:
    """One mistake. `message` says what is wrong, `hint` what to do.

    `level` is the severity that the settings give it; the rule's own without them.
    """

    rule: Rule
    where: Where
    message: str
    hint: str = ""
    related: tuple[Related, ...] = ()
    fix: Fix | None = None
    level: Severity | None = None

    @property
    def severity(self) -> Severity:
        """How bad it is here."""
        return self.level or self.rule.severity
