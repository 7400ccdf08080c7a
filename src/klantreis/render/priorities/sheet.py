"""The priorities of a journey as a sheet: its opportunities on impact and effort, and the order to take them in."""

from __future__ import annotations

from collections.abc import Sequence

from klantreis.language.words import words_of
from klantreis.model.setting import Setting
from klantreis.render.content.cells import Context
from klantreis.render.content.choice import Choice
from klantreis.render.content.names import Names
from klantreis.render.kit import theme
from klantreis.render.kit.clean import clean, language_tag
from klantreis.render.kit.draw import Canvas
from klantreis.render.kit.sheet import Cuts, Page, Sheet
from klantreis.render.kit.styles import LARGE_BOLD, SMALL
from klantreis.render.priorities.data import Priorities, build
from klantreis.render.priorities.listing import draw_list
from klantreis.render.priorities.matrix import draw_matrix, draw_phases
from klantreis.render.priorities.told import header, legend, notes, summary, tables


def sheet(settings: Sequence[Setting], choice: Choice) -> Sheet:
    """Give the priorities of a journey. Raises `UsageError` for unknown phases."""
    (setting,) = settings
    journey, words = setting.journey, words_of(setting.journey.language)
    context = Context(setting, words, Names(setting, words))
    data = build(context, choice)
    return Sheet(
        "priorities",
        clean(journey.id),
        language_tag(journey.language),
        words.about("views")["priorities"],
        header(context, data),
        _draw(data),
        summary(data),
        tables(data),
        legend(data),
        notes(data),
        made=words["made"],
    )


def _draw(data: Priorities) -> Page:
    canvas, width = Canvas(), theme.PAGE_MIN - 2 * theme.MARGIN
    y, cuts = 0.0, []
    if data.shown:
        y = draw_phases(canvas, data, width, y) + 10
    if data.weighed:
        y = draw_matrix(canvas, data, width, y) + 30
        cuts.append(round(y - 12, 1))
    for chances, key in ((data.weighed, "ranked"), (data.unweighed, "unweighed-title")):
        if chances:
            y += canvas.text(0, y, width, data.words[key], LARGE_BOLD, "ink") + 12
            *starts, y = draw_list(canvas, chances, data, width, y)
            cuts += starts[1:]
            y += 26
            cuts.append(round(y - 10, 1))
    if not data.shown:
        y = 24 + canvas.text(0, 24, width, data.words["none-here" if data.all else "none"], LARGE_BOLD, "soft")
        hint = "" if data.all else data.words["none-hint"]
        y += 6 + canvas.text(0, y + 6, min(width, 620.0), hint, SMALL, "soft") + 24
    return Page(width, round(y, 1), tuple(canvas.strokes), Cuts((), tuple(cuts[:-1])))
