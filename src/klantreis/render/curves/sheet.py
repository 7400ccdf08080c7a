"""Several emotion curves as a sheet: personas, or a journey and its dreams, over the phases they share."""

from __future__ import annotations

from collections.abc import Sequence

from klantreis.language.words import words_of
from klantreis.model.setting import Setting
from klantreis.render.content.choice import Choice
from klantreis.render.curves.chart import HEAD_EDGE, draw_chart, draw_heads
from klantreis.render.curves.data import Curves, build
from klantreis.render.curves.ends import RIGHT
from klantreis.render.curves.ink import inks_of
from klantreis.render.curves.rows import draw_rows
from klantreis.render.curves.shapes import Frame
from klantreis.render.curves.told import header, legend, notes, summary, tables
from klantreis.render.kit import theme
from klantreis.render.kit.clean import clean, language_tag
from klantreis.render.kit.draw import Canvas, text_width
from klantreis.render.kit.sheet import Cuts, Page, Sheet
from klantreis.render.kit.styles import BODY_BOLD

_COLUMN, _POINT, _WORD = 124.0, 40.0, 260.0
"""The least width of a column, of a point in it, and the most that a long word in its title may ask."""
_KEY = 80
"""The most signs of the key of several journeys."""


def sheet(settings: Sequence[Setting], choice: Choice) -> Sheet:
    """Give the curves of journeys in one picture. Raises `UsageError` for phases that none of them has."""
    first = settings[0].journey
    data = build(settings, choice, words_of(first.language))
    drawing, sides = _draw(data)
    return Sheet(
        "curves",
        _key(settings),
        language_tag(first.language),
        data.fixed.about("views")["curves"],
        header(settings, data),
        drawing,
        summary(data),
        tables(data),
        legend(data, sides),
        notes(data),
        made=data.fixed["made"],
    )


def _key(settings: Sequence[Setting]) -> str:
    """Give the journeys' ids joined, as many as fit, then how many more."""
    ids = [clean(setting.journey.id) for setting in settings]
    held = 1
    while held < len(ids) and len("-".join(ids[: held + 1])) <= _KEY:
        held += 1
    more = f"-{len(ids) - held}" if held < len(ids) else ""
    return "-".join(ids[:held])[: 2 * _KEY] + more


def _draw(data: Curves) -> tuple[Page, frozenset[int]]:
    canvas, frame = Canvas(), _frame(data)
    inks = inks_of(data.tracks)
    head = draw_heads(canvas, data, frame)
    low, sides = draw_chart(canvas, data, inks, frame, head + 12)
    low += 16
    end, starts = draw_rows(canvas, data, inks, frame, low)
    cuts = Cuts(tuple(frame.xs), (round(low, 1), *(round(y, 1) for y in starts)), theme.LABEL, head)
    return Page(frame.right, round(end + 6, 1), tuple(canvas.strokes), cuts), sides


def _frame(data: Curves) -> Frame:
    """Give every column the width its points want, and share out what the page has left."""
    wanted = [max(_COLUMN, _POINT * head.points + 30, _word(head.title)) for head in data.heads]
    spare = theme.PAGE_MIN - 2 * theme.MARGIN - theme.LABEL - RIGHT - sum(wanted)
    stretch = 1 + max(0.0, spare) / sum(wanted)
    xs = [theme.LABEL]
    for width in wanted:
        xs.append(round(xs[-1] + width * stretch, 1))
    return Frame(tuple(xs), round(xs[-1] + RIGHT, 1), len(data.tracks))


def _word(title: str) -> float:
    """Give the width that the longest word of a title asks for, within reason."""
    longest = max((text_width(word, BODY_BOLD) for word in title.split()), default=0.0)
    return min(longest + HEAD_EDGE + theme.GUTTER + 2, _WORD)
