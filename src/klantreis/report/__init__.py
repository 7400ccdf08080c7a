"""Findings for people and machines. A format gives lines of `(style, text)` pieces or plain text.

Entry point: `FORMATS`, which imports a format when it is asked for: checking one file must not wait
for all of them. A format is a function of the located findings, the texts they are in and the run's
outcome; it never decides the exit code.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from importlib import import_module

from klantreis.engine.run import Outcome
from klantreis.report.text import Line
from klantreis.source.locate import Located, Texts

Format = Callable[[list[Located], Texts, Outcome], Iterator[Line]]

NAMES = (
    "full", "concise", "json", "jsonl", "github", "gitlab", "sarif", "junit", "rdjson", "markdown",
)  # fmt: skip
"""Every format, in the order of the help: for people, for programs, for one program each."""


def format_of(name: str) -> Format:
    """Give a format. Raises `KeyError` for a name that is none."""
    if name not in NAMES:
        raise KeyError(name)
    found: Format = import_module(f"klantreis.report.{name}").lines
    return found


class _Formats(Mapping[str, Format]):
    def __getitem__(self, name: str) -> Format:
        return format_of(name)

    def __iter__(self) -> Iterator[str]:
        return iter(NAMES)

    def __len__(self) -> int:
        return len(NAMES)

    def __contains__(self, name: object) -> bool:
        return name in NAMES


FORMATS: Mapping[str, Format] = _Formats()
"""The formats by name."""
