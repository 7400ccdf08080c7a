"""Journeys as pictures and texts: `render(setting, "svg")`.

A *view* (`views`) makes a sheet of one journey or several: a picture and the same in words. A *format*
(`formats`) writes sheets down. `kit` is what both are made of, `content` a journey in words.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from klantreis.model.setting import Setting
from klantreis.render.content.choice import ALL, Choice
from klantreis.render.formats import FORMATS
from klantreis.render.parts import DEFAULTS, Options, parts_of


def render(
    settings: Setting | Sequence[Setting],
    form: str = "html",
    views: Sequence[str] = (),
    choice: Choice = ALL,
    options: Options = DEFAULTS,
) -> str | bytes:
    """Give views of journeys in a format: text, or bytes for PNG and PDF. The same input gives the same, always.

    Raises `UsageError` for a choice that does not fit a journey, or a format that lacks what it needs.
    """
    held = [settings] if isinstance(settings, Setting) else settings
    chosen = FORMATS[form]
    return chosen.write(parts_of(held, views or chosen.views[:1] or ("map",), choice), options)


def prepare(settings: Iterable[Setting], options: Options = DEFAULTS) -> None:
    """Do at once for many maps what costs less together: their loyalty loops, in one call of Graphviz.

    Nobody has to call it: a map that was not prepared does it for itself.
    """
    from klantreis.language.words import words_of
    from klantreis.render.kit.clean import clean
    from klantreis.render.kit.look import using
    from klantreis.render.map import loop
    from klantreis.render.map.data import loop_of
    from klantreis.render.map.drawings import loop_shape
    from klantreis.render.map.layout import grid_of

    shapes = []
    with using(options.look):
        for journey in (setting.journey for setting in settings):
            if found := loop_of(journey, words_of(journey.language)):
                phases = [(clean(phase.title), max(1, len(phase.touchpoints))) for phase in journey.phases]
                shapes.append(loop_shape(found, phases, grid_of(sum(span for _, span in phases)).column))
    loop.prepare(shapes)
