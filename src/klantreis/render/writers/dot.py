"""DOT: the flow for who works with Graphviz."""

from __future__ import annotations

from collections.abc import Sequence

from klantreis.language.words import words_of
from klantreis.render.content.cells import Context
from klantreis.render.content.names import Names
from klantreis.render.flow.data import build
from klantreis.render.flow.source import source
from klantreis.render.kit.clean import clean
from klantreis.render.parts import Options, Part


def write(parts: Sequence[Part], options: Options) -> str:
    """Give the flow of a journey as a file that `dot` lays out. Raises `UsageError` for unknown phases."""
    (part,) = parts
    (setting,) = part.settings
    words = words_of(setting.journey.language)
    flow = build(Context(setting, words, Names(setting, words)), part.choice)
    return source(flow, clean(setting.journey.title), words.about("flow"), options.look.colours)
