"""What belongs to one journey: its title, figures and brief once, its views, its sources."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from klantreis.language.words import words_of
from klantreis.model.setting import Setting
from klantreis.render.content.cells import Context
from klantreis.render.content.header import header
from klantreis.render.content.names import Names
from klantreis.render.kit.items import Header
from klantreis.render.kit.templates import template
from klantreis.render.page.people import about
from klantreis.render.page.sections import View, section, view_of
from klantreis.render.page.writing import Writing, page_words
from klantreis.render.parts import Part


@dataclass(frozen=True, slots=True)
class Link:
    """A place on the page to go to. `chapter` tells that it is a journey, with its views after it."""

    key: str
    name: str
    chapter: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Chapter:
    """One journey on a page, or several that share a picture; `width` in pixels.

    `hints` are the pictures of a least width: in a narrower window they are scrolled.
    """

    key: str
    language: str
    header: Header
    intro: Markup
    body: Markup
    links: tuple[Link, ...]
    width: float
    hints: tuple[tuple[str, float], ...]
    files: tuple[str, ...]
    made: str


def grouped(parts: Sequence[Part]) -> list[list[Part]]:
    """Give parts by the journeys they show, in order."""
    groups: dict[tuple[int, ...], list[Part]] = {}
    for part in parts:
        groups.setdefault(tuple(id(setting) for setting in part.settings), []).append(part)
    return list(groups.values())


def chapter_of(parts: Sequence[Part], writing: Writing, place: int, *, only: bool) -> Chapter:
    """Draw what shows the same journeys. The `only` chapter of a page lends it its title."""
    level = 2 if only else 3
    prefix = "" if only else f"j{place}-"
    views = [view_of(part, writing, f"{prefix}{part.view}", level) for part in parts]
    settings = parts[0].settings
    top, language = _header(views, settings), views[0].language
    alone = len(views) == 1
    key = "" if only else f"j{place}"
    intro = _intro(top, settings, writing, key, level - 1)
    text = template("chapter.j2").render(
        key=key,
        only=only,
        level=level,
        intro=intro,
        header=top,
        language=language,
        sections=[section(view, writing, level, top, alone=alone, language=language, under=key) for view in views],
        sources=next((view.sources for view in views if view.sources), ()),
        w=words_of(language),
        cell=writing.cells.writer(words_of(language).fixed, page_words(language)),
    )
    links = tuple(Link(view.key, view.name) for view in views) if only or not alone else ()
    if not only:
        links = (Link(key, top.title, chapter=True), *links)
    return Chapter(
        key,
        language,
        top,
        intro,
        Markup(text),  # noqa: S704  # our own template escapes
        links,
        max(view.width for view in views),
        tuple((view.key, view.least) for view in views if view.least),
        tuple(dict.fromkeys(view.file for view in views)),
        views[0].made,
    )


def _header(views: Sequence[View], settings: Sequence[Setting]) -> Header:
    """Give what stands above a journey's views: their own where there is one view, else the journey's."""
    if len(views) == 1 or len(settings) > 1:
        return views[0].header
    found = next((view.header for view in views if view.view == "map"), None)
    if found is not None:
        return found
    words = words_of(settings[0].journey.language)
    return header(Context(settings[0], words, Names(settings[0], words)))


def _intro(top: Header, settings: Sequence[Setting], writing: Writing, key: str, level: int) -> Markup:
    language = settings[0].journey.language
    words, own = words_of(language), page_words(language)
    text = template("intro.j2").render(
        h=top,
        level=level,
        key=key,
        about=about(settings[0], own) if len(settings) == 1 and top.who else (),
        own=own,
        cell=writing.cells.writer(words.fixed, own),
        pic=writing.cells.picture,
    )
    return Markup(text)  # noqa: S704  # our own template escapes
