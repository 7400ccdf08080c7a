"""A journey as a picture: `render_svg(setting)` and `render_html(setting)`.

`mapdata` chooses and words what stands on the map, `layout` gives everything its place, the
templates write it down. `FORMATS` lists what a map can be written as.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from klantreis.model.setting import Setting


def render_svg(setting: Setting) -> str:
    """Give the map of a journey as one SVG file, fonts and pictures inside."""
    from klantreis.render.svg import render_svg as render

    return render(setting)


def render_html(setting: Setting) -> str:
    """Give the map of a journey as one HTML file, without script or network."""
    from klantreis.render.html import render_html as render

    return render(setting)


def prepare(settings: Iterable[Setting]) -> None:
    """Do at once for many maps what costs less together: their loyalty loops, in one call of Graphviz.

    Nobody has to call it: a map that was not prepared does it for itself.
    """
    from klantreis.language.words import words_of
    from klantreis.render import loop
    from klantreis.render.clean import clean
    from klantreis.render.layout import grid_of
    from klantreis.render.layout_rows import loop_shape
    from klantreis.render.mapdata import loop_of

    shapes = []
    for journey in (setting.journey for setting in settings):
        if found := loop_of(journey, words_of(journey.language)):
            phases = [(clean(phase.title), max(1, len(phase.touchpoints))) for phase in journey.phases]
            shapes.append(loop_shape(found, phases, grid_of(sum(span for _, span in phases)).column))
    loop.prepare(shapes)


@dataclass(frozen=True, slots=True)
class Format:
    """A way to write a map: the ending of its file and the function that gives its text."""

    ending: str
    render: Callable[[Setting], str]


FORMATS: dict[str, Format] = {"html": Format(".html", render_html), "svg": Format(".svg", render_svg)}
"""What a map can be written as, by name."""
