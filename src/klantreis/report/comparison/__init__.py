"""A gap or a diff for people and machines: text, Markdown, JSON and CSV.

    report = Report("gap", (Compared(gap, "Michiel → droom", "michiel-mobiel", "michiel-mobiel-droom"),))
    for line in FORMATS["text"](report): ...

A format is a function of a `Report` that gives lines of `(style, text)` pieces; it is imported when it
is asked for. It never decides the exit code. Words about a journey are in that journey's language.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from importlib import import_module
from typing import Literal

from klantreis.compare.gap import Gap
from klantreis.report.text import Line

Status = Literal["changed", "same", "added", "removed", "renamed"]


@dataclass(frozen=True, slots=True, eq=False)
class Compared:
    """Two sides that were held beside each other, or one that stands alone.

    `gap` is None where there was nothing to compare with: `added`, `removed`. `title` is in people's
    words; `old_name` and `new_name` are ids, files or revisions, empty on the side that is
    not there. `note` says more: where it was renamed from. `language` counts only
    without a gap; Dutch when empty.
    """

    gap: Gap | None
    title: str
    old_name: str
    new_name: str
    status: Status = "changed"
    note: str = ""
    language: str = ""

    @property
    def tongue(self) -> str:
        """The language to tell it in."""
        return self.gap.comparison.language if self.gap else self.language

    @property
    def heading(self) -> str:
        """The title; of a plan that is called as the journey it begins with, the dream's title behind it."""
        if self.gap is None or not self.gap.comparison.plan:
            return self.title
        old, new = (side.journey.title for side in (self.gap.comparison.old, self.gap.comparison.new))
        return f"{self.title} → {new}" if self.title == old else self.title


@dataclass(frozen=True, slots=True)
class Skipped:
    """What was not compared, and why: a file that is no journey, one that does not parse."""

    name: str
    why: str


@dataclass(frozen=True, slots=True, eq=False)
class Report:
    """What there is to show: one gap or several, or all journeys of a diff."""

    kind: Literal["gap", "diff"]
    compared: tuple[Compared, ...]
    skipped: tuple[Skipped, ...] = ()

    @property
    def language(self) -> str:
        """The language for what is about no journey in particular: the first one's, English without any."""
        return self.compared[0].tongue if self.compared else "en"

    @property
    def empty(self) -> bool:
        """Whether there is nothing that differs, and nothing that could not be seen."""
        return not self.skipped and all(item.status == "same" for item in self.compared)


Format = Callable[[Report], Iterator[Line]]

NAMES = ("text", "markdown", "json", "csv")
"""Every format, in the order of the help."""


class _Formats(Mapping[str, Format]):
    def __getitem__(self, name: str) -> Format:
        if name not in NAMES:
            raise KeyError(name)
        found: Format = import_module(f"klantreis.report.comparison.{name}").lines
        return found

    def __iter__(self) -> Iterator[str]:
        return iter(NAMES)

    def __len__(self) -> int:
        return len(NAMES)

    def __contains__(self, name: object) -> bool:
        return name in NAMES


FORMATS: Mapping[str, Format] = _Formats()
"""The formats by name."""
