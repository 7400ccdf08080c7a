"""The whole page, from the parts of its journeys to the text of a file."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from hashlib import sha256

from markupsafe import Markup

from klantreis.render.kit.clean import finish, language_tag
from klantreis.render.kit.current import held
from klantreis.render.kit.fonts import FACES
from klantreis.render.kit.templates import page_template
from klantreis.render.page.chapters import Chapter, Link, chapter_of, grouped
from klantreis.render.page.style import style_of, symbols
from klantreis.render.page.writing import Writing, page_words
from klantreis.render.parts import Options, Part
from klantreis.resources import templates


@dataclass(frozen=True, slots=True, eq=False)
class PageData:
    """What `page.html.j2` gets, and what a template of one's own may use.

    `policy` is the Content-Security-Policy, `css` and `script` what it allows, `symbols` the icons and
    pictures that the rest refers to. `header`, and the `body` and `intro` of a chapter, are finished markup.
    """

    language: str
    title: str
    policy: str
    css: Markup
    script: Markup
    symbols: Markup
    header: Markup
    chapters: tuple[Chapter, ...]
    links: tuple[Link, ...]
    words: Mapping[str, str]
    made: str


def page(parts: Sequence[Part], options: Options) -> str:
    """Give parts as one HTML page; the same parts give the same text, always. Raises `UsageError` as the views do."""
    writing = Writing(options.look)
    groups = grouped(parts)
    chapters = tuple(
        chapter_of(group, writing, place, only=len(groups) == 1) for place, group in enumerate(groups, start=1)
    )
    hints = [hint for chapter in chapters for hint in chapter.hints]
    links = tuple(link for chapter in chapters for link in chapter.links)
    words = page_words(parts[0].settings[0].journey.language)
    several = words.count("journey", len({id(setting) for part in parts for setting in part.settings}))
    first = chapters[0]
    title = several if len(chapters) > 1 else f"{first.header.title} – {first.header.kicker}"
    data = PageData(
        language_tag(parts[0].settings[0].texts) if parts[0].settings[0].texts else first.language,
        title,
        policy(),
        style_of(options.look, writing.ink, max(chapter.width for chapter in chapters), hints),
        script(),
        symbols(writing),
        _header(chapters, several),
        chapters,
        links if len(links) > 1 else (),
        words.fixed,
        " · ".join([*dict.fromkeys(name for chapter in chapters for name in chapter.files), first.made]),
    )
    return finish(page_template(options.templates).render(page=data), options.look.font.rules(FACES))


def _header(chapters: tuple[Chapter, ...], several: str) -> Markup:
    """Give the top of the page: the one journey's, or how many there are."""
    one = len(chapters) == 1
    title = chapters[0].intro if one else Markup("<h1>{}</h1>").format(several)
    return Markup('<header class="frame top">{}{}</header>').format(_logo(), title)


def _logo() -> Markup:
    logo = held().logo
    if logo is None:
        return Markup()
    other = Markup()
    if logo.dark is not None:
        other = Markup('<source media="screen and (prefers-color-scheme:dark)" srcset="{}">').format(logo.dark.data)
    image = Markup('<img src="{}" alt="{}" width="{:g}" height="{:g}">').format(
        logo.picture.data, logo.picture.name, logo.width, logo.height
    )
    return Markup('<picture class="logo">{}{}</picture>').format(other, image)


@cache
def script() -> Markup:
    """Give the script of the page: it only adds comfort, and knows nothing of any journey."""
    return Markup(templates().joinpath("page.js").read_text(encoding="utf-8"))  # noqa: S704  # our own file


@cache
def policy() -> str:
    """Give the Content-Security-Policy: nothing from outside, and no script but ours, known by its hash."""
    known = b64encode(sha256(script().encode()).digest()).decode("ascii")
    return (
        f"default-src 'none'; script-src 'sha256-{known}'; style-src 'unsafe-inline'; img-src data:; font-src data:; "
        "base-uri 'none'; form-action 'none'"
    )
