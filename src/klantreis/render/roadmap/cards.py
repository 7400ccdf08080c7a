"""An initiative as a card on the timeline: `draw_card(canvas, card, ...)` gives the height it took."""

from __future__ import annotations

from klantreis.engine.roadmap.cards import Card, weighed
from klantreis.engine.roadmap.words import Terms
from klantreis.render.kit.clean import clean
from klantreis.render.kit.draw import Canvas, Group, Icon, Line, Rect
from klantreis.render.kit.icons import icon
from klantreis.render.kit.styles import BODY_BOLD, SMALL, TINY, TINY_BOLD

_BULB = (
    "M9.5 18.5h5M10.5 21.5h3"
    "M12 3a6.2 6.2 0 0 0-3.6 11.2c.7.5 1.1 1.2 1.1 2v.3h5v-.3c0-.8.4-1.5 1.1-2A6.2 6.2 0 0 0 12 3"
)
MARKS = {
    "done": ("M4.5 12.5l5 5L19.5 7", "good"),
    "doing": ("M8 5v14l11-7z", "blue"),
    "planned": (icon("clock"), "soft"),
    "idea": (_BULB, "gold-text"),
    "": (icon("none"), "soft"),
}
"""A mark and its colour for each status."""
WARNING = "M12 4l9 16H3zM12 10v4.5M12 17.3v.1"
_MOST = 3
_PAD = 11.0


def draw_card(
    canvas: Canvas, card: Card, terms: Terms, *, x: float, y: float, room: float, colour: int, least: float = 0
) -> float:
    """Draw a card of `room` wide, at least `least` high; give its height."""
    place, top, left, inner = len(canvas.strokes), y, x + _PAD + 2, room - 2 * _PAD - 2
    y += 9
    y += _status(canvas, card, left, y, inner) + 5
    canvas.add(Group("; ".join(filter(None, (card.when, weighed(card, terms), clean(card.lead))))))
    y += canvas.text(left, y, inner, clean(card.title), BODY_BOLD, "ink")
    canvas.add(Group(shut=True))
    y = _lines(canvas, card, terms, left, y + 4, inner)
    for warning in card.warnings:
        canvas.add(Icon(round(left, 1), round(y + 4, 1), round(13 / 24, 3), WARNING, "bad"))
        y += 3 + canvas.text(left + 18, y + 3, inner - 18, clean(warning), TINY, "bad-ink")
    if card.impact or card.effort:
        y = max(y + 11, top + least - 16)
        _bar(canvas, card, left, y, min(inner, 220.0))
        y += 6
    height = max(y + 10 - top, least)
    guess, done = card.state == "idea", card.state == "done"
    edge = "bad" if card.late or card.idle else "gold" if guess else "edge"
    canvas.box(
        place, x=x + 0.5, y=top + 0.5, width=room - 1, height=height - 1, fill="good-tint" if done else "card",
        edge=edge, dash="5 3.5" if guess else "", thick=1.3 if edge != "edge" else 1, name="card",
    )  # fmt: skip
    canvas.box(
        place + 1, x=x, y=top + (8 if guess else 0), width=3.5, height=height - (16 if guess else 0),
        fill=f"p{colour}", radius=1.75,
    )  # fmt: skip
    return height


def _status(canvas: Canvas, card: Card, x: float, y: float, room: float) -> float:
    path, tone = MARKS.get(card.state, MARKS[""])
    canvas.add(Icon(round(x, 1), round(y + 1.5, 1), round(14 / 24, 3), path, tone))
    told = " · ".join(filter(None, (card.status if card.state else "", card.when)))
    return max(17.0, canvas.text(x + 20, y, room - 20, told, TINY_BOLD, "soft"))


def _lines(canvas: Canvas, card: Card, terms: Terms, x: float, y: float, room: float) -> float:
    """What it solves, else what it improves; then the targets, and what must come first."""
    found = card.solves or card.improves
    for text in _few(found, terms):
        canvas.add(Rect(round(x + 1, 1), round(y + 6, 1), 5, 5, "bad" if card.solves else "blue", radius=2.5))
        y += canvas.text(x + 13, y, room - 13, clean(text), SMALL, "ink") + 1
    for text in card.targets[:_MOST]:
        y += canvas.text(x, y + 2, room, f"→ {clean(text)}", TINY, "soft") + 2
    if card.needs:
        listed = terms.listed([clean(title) for _, title in card.needs], _MOST)
        y += canvas.text(x, y + 2, room, f"{terms['first'].lower()}: {listed}", TINY, "soft") + 2
    return y


def _few(items: tuple[str, ...], terms: Terms) -> tuple[str, ...]:
    if len(items) <= _MOST:
        return items
    return (*items[: _MOST - 1], terms["more"].format(count=len(items) - _MOST + 1))


def _bar(canvas: Canvas, card: Card, x: float, y: float, room: float) -> None:
    """Draw impact as a bar and effort as a tick, both of 5."""
    canvas.add(Rect(round(x, 1), round(y, 1), round(room, 1), 4, "blue-track", radius=2))
    if card.impact:
        canvas.add(Rect(round(x, 1), round(y, 1), round(room * card.impact / 5, 1), 4, "blue", radius=2))
    if card.effort:
        at = round(x + room * card.effort / 5, 1) - 1
        canvas.add(Line(at, round(y - 4, 1), at, round(y + 8, 1), "ink", 1.6))
