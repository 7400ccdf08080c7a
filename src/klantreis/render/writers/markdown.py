"""Markdown: readable in a pull request, by people who know no YAML.

The map is told phase by phase; any other view by its summary and its tables. Whatever a journey says is shown
as text: no mark-up, no mention of people, no reference to issues; only http, https and mailto become links.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from klantreis.language.words import Words, words_of
from klantreis.render.kit.items import Fact, Header
from klantreis.render.kit.sheet import Sheet
from klantreis.render.map.data import build
from klantreis.render.parts import Options, Part
from klantreis.render.telling.head import brief, foot, head, heading, stats
from klantreis.render.telling.journey import journey
from klantreis.render.telling.marks import opening, plain, table
from klantreis.render.views import VIEWS


def write(parts: Sequence[Part], _options: Options) -> str:
    """Give views below each other: those of one journey under one title."""
    lines = [line for _, group in groupby(parts, key=_subject) for line in _told(list(group))]
    return "\n".join(_tidy(lines)) + "\n"


def _subject(part: Part) -> tuple[bool, tuple[int, ...]]:
    return VIEWS[part.view].joint, tuple(map(id, part.settings))


def _tidy(lines: Sequence[str]) -> Iterator[str]:
    """Leave one empty line where several follow each other, and none at the top."""
    before = ""
    for line in lines:
        if line or before:
            yield line
        before = line


def _told(parts: Sequence[Part]) -> Iterator[str]:
    """Tell one journey, or several together: the head of the first view, then each view."""
    header: Header | None = None
    sources: tuple[Fact, ...] = ()
    words = words_of(parts[0].settings[0].journey.language)
    made = ""
    for part in parts:
        if part.view == "map":
            data = build(part.settings[0], part.choice)
            if header is None:
                yield from _head(data.header, words.about("markdown")["brief"], words)
            level = 2 if len(parts) == 1 else 3
            yield from [] if len(parts) == 1 else heading(2, words.about("views")["map"])
            yield from journey(part.settings[0], part.choice, data, level)
            yield from foot(data.notes, (), 2, words)
            header, sources, made = header or data.header, sources or data.sources, f"{data.id} · {data.made}"
        else:
            sheet = part.sheet()
            if header is None:
                yield from _head(sheet.header, words.about("markdown")["brief"], words)
            yield from _view(sheet, header)
            header, sources, made = header or sheet.header, sources or sheet.sources, f"{sheet.key} · {sheet.made}"
    yield from foot((), sources, 2, words)
    yield from ("", "---", "", f"<sub>{plain(made)}</sub>")


def _head(header: Header, title: str, words: Words) -> Iterator[str]:
    yield from head(header)
    yield from brief(header.facts, title, 2, words)


def _view(sheet: Sheet, before: Header | None) -> Iterator[str]:
    """Give a view in words; what was told above it, in its own head or in an earlier one, is not told again."""
    words = words_of(sheet.language)
    yield from heading(2, opening(sheet.name))
    summary = sheet.summary
    if before is None:
        summary = summary.replace(sheet.header.lead, "") if sheet.header.lead else summary
    else:
        known = {(stat.label, stat.value) for stat in before.stats}
        yield from stats([stat for stat in sheet.header.stats if (stat.label, stat.value) not in known])
    if summary.strip():
        yield from ("", opening(summary), "")
    for data in sheet.tables:
        yield from heading(3, opening(data.title)) if data.title not in ("", sheet.name) else ()
        yield from [*table(data, words), ""]
    yield from foot(sheet.notes, (), 2, words)
