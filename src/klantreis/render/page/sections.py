"""One view of a page: the map as a table, any other as a picture with the same in words."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from klantreis.language.words import words_of
from klantreis.render.kit import theme
from klantreis.render.kit.inline import labelled_by
from klantreis.render.kit.items import Fact, Header, Stat
from klantreis.render.kit.sheet import Table
from klantreis.render.kit.templates import template
from klantreis.render.map.html import map_part
from klantreis.render.page.writing import Writing, page_words
from klantreis.render.parts import Part

_SHRINK = 0.8
"""A picture may become this much smaller to fit the window; beyond that it is scrolled."""


_NOTHING = Markup()


@dataclass(frozen=True, slots=True, eq=False)
class View:
    """A view before it stands on a page: its markup, and what is said around it.

    `width` is in pixels, `least` that of a picture made as small as it may be.
    """

    view: str
    key: str
    name: str
    language: str
    header: Header
    width: float
    style: str
    made: str
    file: str
    body: Markup = _NOTHING
    picture: Markup = _NOTHING
    summary: str = ""
    least: float = 0
    tables: tuple[Table, ...] = ()
    legend: tuple[tuple[str, str], ...] = ()
    notes: tuple[str, ...] = ()
    sources: tuple[Fact, ...] = ()


def view_of(part: Part, writing: Writing, key: str, level: int) -> View:
    """Draw a part. `level` is that of its own heading; raises `UsageError` as the view does."""
    return _map(part, writing, key, level) if part.view == "map" else _picture(part, writing, key)


def _map(part: Part, writing: Writing, key: str, level: int) -> View:
    """Give the map: a real table."""
    (setting,) = part.settings
    found = map_part(setting, part.choice, ink=writing.ink, cells=writing.cells, key=key, level=level + 1)
    data = found.data
    return View(
        "map",
        key,
        words_of(setting.journey.language).about("views")["map"],
        data.language,
        data.header,
        found.width,
        f"--column:{found.column:g}px;--columns:{data.columns}",
        data.made,
        data.id,
        body=found.body,
        legend=data.legend,
        notes=data.notes,
        sources=data.sources,
    )


def _picture(part: Part, writing: Writing, key: str) -> View:
    sheet = part.sheet()
    page = sheet.drawing
    alt = labelled_by(f"{key}-alt")
    return View(
        sheet.view,
        key,
        sheet.name,
        sheet.language,
        sheet.header,
        page.width + 2 * theme.MARGIN,
        f"--width:{page.width:g}px;--least:{round(page.width * _SHRINK)}px",
        sheet.made,
        sheet.key,
        picture=writing.ink.svg(page.width, page.height, page.strokes, key=key, name="picture-of-view", alt=alt),
        summary=sheet.summary,
        least=round(page.width * _SHRINK),
        tables=sheet.tables,
        legend=sheet.legend,
        notes=sheet.notes,
        sources=sheet.sources,
    )


def section(
    view: View, writing: Writing, level: int, above: Header, *, alone: bool, language: str, under: str
) -> Markup:
    """Write a view down as a section.

    `above` is what the page says over it already: only what differs is said again. A view that stands
    `alone` under its journey's title has a heading for screen readers only. `under` is the key of its journey
    where the page has more than one.
    """
    lead = view.header.lead if view.header.lead != above.lead else ""
    stats = view.header.stats if _figures(view.header.stats) != _figures(above.stats) else ()
    text = template("section.j2").render(
        view=view.view,
        key=view.key,
        name=view.name,
        level=level,
        bare=alone,
        under=f"{under}-title" if under else "",
        style=view.style,
        language="" if view.language == language else view.language,
        lead=lead,
        stats=stats,
        body=view.body,
        picture=view.picture,
        summary=view.summary,
        tables=view.tables,
        legend=view.legend,
        notes=view.notes,
        marks={mark: writing.mark(mark) for mark, _ in view.legend},
        own=page_words(view.language),
    )
    return Markup(text)  # noqa: S704  # our own template escapes


def _figures(stats: tuple[Stat, ...]) -> list[tuple[str, str, str]]:
    return [(stat.label, stat.value, stat.below) for stat in stats]
