"""The top and the foot of the page: title, persona, figures, brief; sources and legend."""

from __future__ import annotations

from klantreis.language.words import words_of
from klantreis.render.kit.current import held
from klantreis.render.kit.draw import Canvas, Image, Line, Rect, Shape, text_height, text_width
from klantreis.render.kit.items import Fact, Header, Stat, Who
from klantreis.render.kit.legend import MARKS
from klantreis.render.kit.measure import Style
from klantreis.render.kit.paint import paint_cell
from klantreis.render.kit.sheet import Sheet
from klantreis.render.kit.styles import BODY_BOLD, QUOTE, SMALL, TINY, TINY_BOLD, TITLE
from klantreis.render.kit.theme import BODY

_STAT, _STAT_GAP = 176.0, 12.0
_VALUE = Style(22.0, "semibold")
_LEAD = Style(BODY)
_FACT = 250.0
_NOTES = 760.0
_AVATAR = 40.0
_NAME = 48
"""The most signs of a journey's id at the foot of the page."""


def draw_header(canvas: Canvas, header: Header, left: float, right: float, y: float) -> float:
    """Draw the top of the page; give where it ends."""
    stats = len(header.stats) * (_STAT + _STAT_GAP) - _STAT_GAP
    room = right - left - stats - 40
    y = _logo(canvas, left, y)
    top = y
    tall = max([_stat_height(stat) for stat in header.stats], default=0.0)
    y += canvas.text(left, y, room, header.kicker.upper(), TINY_BOLD, "t0") + 4
    y += canvas.text(left, y, room, header.title, TITLE, "ink") + 4
    if header.lead:
        y += canvas.text(left, y + 2, min(room, 620), header.lead, _LEAD, "soft") + 4
    if header.who:
        y = _who(canvas, header.who, left, y + 12, min(room, 620))
    for place, stat in enumerate(header.stats):
        _stat(canvas, stat, right - stats + place * (_STAT + _STAT_GAP), top, tall)
    y = max(y, top + tall)
    return _facts(canvas, header.facts, left, right, y + 24) if header.facts else y


def _logo(canvas: Canvas, left: float, y: float) -> float:
    """Draw the logo of the look, if it has one; give where the rest begins."""
    logo = held().logo
    if logo is None:
        return y
    clip = canvas.clip(left, y, logo.width, logo.height)
    canvas.add(Image(round(left, 1), round(y, 1), logo.width, logo.height, logo.picture.data, logo.picture.name, clip))
    return y + logo.height + 20


def _stat_height(stat: Stat) -> float:
    return 64 + sum(text_height(_STAT - 28, line, TINY) for line in stat.below.splitlines()) + 14


def _stat(canvas: Canvas, stat: Stat, x: float, y: float, height: float) -> None:
    canvas.add(Rect(x + 0.5, y + 0.5, _STAT - 1, round(height - 1, 1), "card", "edge", 10, name="card"))
    inner = _STAT - 28
    canvas.text(x + 14, y + 13, inner, stat.label, TINY_BOLD, "soft")
    canvas.text(
        x + 14, y + 30, inner, stat.value, _VALUE if text_width(stat.value, _VALUE) <= inner else BODY_BOLD, stat.tone
    )
    y += 64
    for line in stat.below.splitlines():
        y += canvas.text(x + 14, y, inner, line, TINY, "soft")


def _who(canvas: Canvas, who: Who, x: float, y: float, room: float) -> float:
    inner = room - _AVATAR - 14
    name = f"{who.name}, {who.below[:1].lower()}{who.below[1:]}" if who.below else who.name
    height = text_height(inner, name, BODY_BOLD) + text_height(inner, who.quote, QUOTE)
    top = y + max(0.0, (_AVATAR - height) / 2)
    if who.portrait:
        clip = canvas.clip(x, y, _AVATAR, _AVATAR, _AVATAR / 2)
        canvas.add(Image(x, y, _AVATAR, _AVATAR, who.portrait.data, who.name, clip))
    else:
        canvas.add(Rect(x, y, _AVATAR, _AVATAR, "p0", radius=_AVATAR / 2))
        middle = y + (_AVATAR - BODY_BOLD.leading) / 2
        canvas.text(x, middle, _AVATAR, who.initials, BODY_BOLD, "on-phase", anchor="middle")
    top += canvas.text(x + _AVATAR + 14, top, inner, name, BODY_BOLD, "ink")
    top += canvas.text(x + _AVATAR + 14, top, inner, who.quote, QUOTE, "soft")
    return max(top, y + _AVATAR)


def _facts(canvas: Canvas, facts: tuple[Fact, ...], left: float, right: float, y: float) -> float:
    """Draw the brief in columns of even height, in reading order from top to bottom."""
    across = max(1, min(len(facts), int((right - left + 28) // (_FACT + 28))))
    each = (right - left + 28) / across
    room = min(each - 28, 340.0)
    heights = [_fact(Canvas(gauge=True), fact, 0, 0, room) for fact in facts]
    low = y
    for column, group in enumerate(columns(heights, across)):
        at = y
        for place in group:
            at += _fact(canvas, facts[place], left + column * each, at, room) + 14
        low = max(low, at - 14)
    return low


def columns(heights: list[float], across: int) -> list[list[int]]:
    """Deal blocks over columns in order, so that the tallest column is as low as can be."""
    least, most = max(heights), sum(heights) + 14 * len(heights)
    while most - least > 1:
        middle = (least + most) / 2
        least, most = (least, middle) if len(_deal(heights, middle)) <= across else (middle, most)
    return _spread(_deal(heights, most), heights, across)


def _spread(groups: list[list[int]], heights: list[float], across: int) -> list[list[int]]:
    """Use the columns that one tall block left empty: halve the tallest of the others."""
    while len(groups) < across:
        tall = max(
            (group for group in groups if len(group) > 1),
            default=None,
            key=lambda group: sum(heights[place] for place in group),
        )
        if tall is None:
            break
        at = groups.index(tall)
        cut = _middle([heights[place] for place in tall])
        groups[at : at + 1] = [tall[:cut], tall[cut:]]
    return groups


def _middle(heights: list[float]) -> int:
    """Give where a column is best cut in two."""
    return min(range(1, len(heights)), key=lambda cut: abs(sum(heights[:cut]) - sum(heights[cut:])))


def _deal(heights: list[float], limit: float) -> list[list[int]]:
    groups: list[list[int]] = [[]]
    used = 0.0
    for place, height in enumerate(heights):
        if groups[-1] and used + 14 + height > limit:
            groups.append([])
            used = 0.0
        used += height + (14 if groups[-1] else 0)
        groups[-1].append(place)
    return groups


def _fact(canvas: Canvas, fact: Fact, x: float, y: float, room: float) -> float:
    top = y
    y += canvas.text(x, y, room, fact.label, TINY_BOLD, "soft") + 2
    return y + paint_cell(canvas, fact.items, x - 4, y, room + 4) - top


def draw_foot(canvas: Canvas, sheet: Sheet, left: float, right: float, y: float) -> float:
    """Draw the foot of the page: notes, sources, legend, name; give where it ends."""
    if sheet.notes:
        y += 14
        for note in sheet.notes:
            y += canvas.text(left, y, min(right - left, _NOTES), note, SMALL, "soft") + 2
        y += 10
        canvas.add(Line(left, round(y, 1), right, round(y, 1), "line"))
    if sheet.sources:
        y += 16
        y += canvas.text(left, y, 300, words_of(sheet.language)["sources"], BODY_BOLD, "ink") + 8
        y = _facts(canvas, sheet.sources, left, right, y) + 18
        canvas.add(Line(left, round(y, 1), right, round(y, 1), "line"))
    y += 14
    name = sheet.key if len(sheet.key) <= _NAME else f"{sheet.key[: _NAME - 1]}…"
    maker = f"{name} · {sheet.made}"
    wide = text_width(maker, TINY) + 4
    x, room = left, right - left - wide - 30
    for mark, text in sheet.legend:
        length = text_width(text, TINY) + 18
        if x > left and x + length > left + room:
            x, y = left, y + 20
        draw_mark(canvas, mark, x, y)
        x += 18 + canvas_text(canvas, x + 18, y, length - 18, text) + 20
    canvas.text(right - wide, y, wide, maker, TINY, "soft", anchor="end")
    return y + TINY.leading


def canvas_text(canvas: Canvas, x: float, y: float, room: float, text: str) -> float:
    """Write a word of the legend; give its width."""
    canvas.text(x, y, room + 2, text, TINY, "soft")
    return text_width(text, TINY)


def draw_mark(canvas: Canvas, mark: str, x: float, y: float) -> None:
    """Draw a mark of the legend: about 13 pixels wide, in a line of 16 high."""
    middle = y + 8
    if mark in MARKS:
        MARKS[mark](canvas, x, middle)
    elif mark == "truth":
        canvas.add(Shape(f"M{x + 6:.1f} {middle - 5.5:.1f}l5.5 5.5l-5.5 5.5l-5.5 -5.5z", fill="gold"))
    elif mark in ("up", "down"):
        canvas.add(Rect(round(x + 2, 1), round(middle - 4, 1), 8, 8, "good" if mark == "up" else "bad", radius=4))
    elif mark == "assumed":
        canvas.add(Rect(round(x, 1), round(middle - 4.5, 1), 12, 9, "", "gold", 2.5, "3 2.5", 1.2))
    elif mark == "offline":
        canvas.add(Rect(round(x - 1, 1), round(middle - 6.5, 1), 13, 13, "soft", radius=4))
        canvas.icon(x + 1, middle - 4.5, 9, "store", "paper")
    elif mark == "visibility":
        canvas.add(Line(round(x - 1, 1), round(middle, 1), round(x + 13, 1), round(middle, 1), "soft", 1, "6 4"))
    else:
        canvas.icon(x - 1, middle - 6.5, 13, mark, "soft")
