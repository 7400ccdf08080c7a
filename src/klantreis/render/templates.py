"""The Jinja templates, found wherever klantreis is installed; what they print is escaped, always."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from klantreis.resources import templates

if TYPE_CHECKING:
    from jinja2 import Environment, Template


@cache
def environment() -> Environment:
    """Give the one environment of all templates."""
    from jinja2 import Environment, FunctionLoader, StrictUndefined

    return Environment(
        loader=FunctionLoader(_read),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )


@cache
def template(name: str) -> Template:
    """Give a template by its file name."""
    return environment().get_template(name)


def _read(name: str) -> str | None:
    found = templates().joinpath(name)
    return found.read_text(encoding="utf-8") if found.is_file() else None
