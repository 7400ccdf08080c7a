"""Findings of one document, at paths of its file."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, field

from klantreis.findings import Finding, Path, Related, Rule, Where
from klantreis.model.text import slug
from klantreis.suggest import did_you_mean
from klantreis.wording import shortened

_MOST = 8
_GUESSES = 50
"""After so many mistakes in one document nobody reads guesses, and each costs time."""


@dataclass(slots=True)
class Collector:
    """Gathers the findings of a document; `source_path` leads from the model to the file."""

    file: str
    document: int
    source_path: Callable[[Path], Path]
    findings: list[Finding] = field(default_factory=list)

    def where(self, path: Path, *, key: bool = False) -> Where:
        """Give the place of a path of the model."""
        return Where(self.file, self.document, self.source_path(path), key)

    def add(
        self,
        rule: Rule,
        path: Path,
        message: str,
        hint: str = "",
        related: tuple[Related, ...] = (),
        *,
        key: bool = False,
    ) -> None:
        """Add a finding."""
        self.findings.append(Finding(rule, self.where(path, key=key), message, hint, related))

    def unknown(
        self,
        rule: Rule,
        path: Path,
        what: str,
        written: str,
        known: Iterable[str],
        otherwise: str = "",
        *,
        key: bool = False,
        both: bool = False,
    ) -> None:
        """Add the finding that a reference leads nowhere; with `both`, say what was meant and what else to do."""
        names = list(known) if len(self.findings) < _GUESSES else []
        hint = did_you_mean(written, names) if names else ""
        if not hint:
            hint = otherwise
        elif both and otherwise:
            hint = f"{hint} Otherwise {otherwise[0].lower()}{otherwise[1:]}"
        if not hint and names:
            listed = ", ".join(sorted(set(names))[:_MOST])
            hint = f"Known: {listed}{' …' if len(names) > _MOST else ''}."
        self.add(rule, path, f"No {what} `{shortened(written)}`.", hint, key=key)


def resolve(written: str, ids: Collection[str]) -> str | None:
    """Give the id that a reference means: itself, or the slug of the title it is; None for neither."""
    if written in ids:
        return written
    key = slug(written)
    return key if key in ids else None


def resolves(written: str, ids: Collection[str]) -> bool:
    """Tell whether a reference means one of these ids."""
    return resolve(written, ids) is not None
