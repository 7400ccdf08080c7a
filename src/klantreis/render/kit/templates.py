"""The Jinja templates, found wherever klantreis is installed; what they print is escaped, always.

A page may be written by a template of somebody's own, from a folder (see `own_page`); ours are then called
`klantreis/NAME` and can be extended.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Protocol

from klantreis.resources import templates

if TYPE_CHECKING:
    from pathlib import Path

    from jinja2 import Environment, Template


class Renders(Protocol):
    """A template: ours or somebody's own."""

    def render(self, *args: object, **context: object) -> str:
        """Give the text it makes."""


@cache
def environment() -> Environment:
    """Give the one environment of our own templates."""
    from jinja2 import Environment, FunctionLoader, StrictUndefined

    return Environment(
        loader=FunctionLoader(source),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )


@cache
def template(name: str) -> Template:
    """Give one of our templates by its file name."""
    return environment().get_template(name)


def page_template(folder: Path | None = None) -> Renders:
    """Give the template of a page: ours, or the `page.html.j2` of a folder.

    Raises `UsageError` for a folder without one; so does rendering, for every mistake in it.
    """
    if folder is None:
        return template("page.html.j2")
    from klantreis.render.kit.own_page import own_page

    return own_page(folder)


def source(name: str) -> str | None:
    """Give the text of one of our templates, None without one of this name."""
    found = templates().joinpath(name)
    return found.read_text(encoding="utf-8") if found.is_file() else None
