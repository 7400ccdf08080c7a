"""How the small items are drawn: chips, figures, scores, pictures. Each gives the height it took."""

from __future__ import annotations

from klantreis.render import theme
from klantreis.render.draw import Canvas, Group, Image, Line, Rect, text_width
from klantreis.render.items import Chip, Figure, Picture, Score
from klantreis.render.styles import LARGE_BOLD, SMALL_BOLD, TINY, TINY_BOLD

_CHIPS = {
    "evidence": ("card", "edge", "soft", ""),
    "assumed": ("", "gold", "gold-text", "3 2.5"),
    "value": ("good-tint", "", "good-ink", ""),
    "tag": ("tag", "", "soft", ""),
}


def chips(canvas: Canvas, run: list[Chip], x: float, y: float, room: float) -> float:
    """Draw chips beside one another, on as many lines as they need."""
    top, left = y, x
    for chip in run:
        fill, edge, ink, dash = _CHIPS[chip.tone]
        wide = min(room, text_width(chip.text, TINY_BOLD) + 21)
        if left > x and left + wide > x + room:
            left, y = x, y + 28
        place = len(canvas.strokes)
        if chip.detail:
            canvas.add(Group(chip.detail))
        height = canvas.text(left + 10, y + 3.5, wide - 20, chip.text, TINY_BOLD, ink, anchor="middle") + 7
        if chip.detail:
            canvas.add(Group(shut=True))
        canvas.box(
            place + bool(chip.detail),
            x=left + 0.5,
            y=y + 0.5,
            width=wide - 1,
            height=height - 1,
            fill=fill,
            edge=edge,
            radius=min(11.4, height / 2),
            dash=dash,
            thick=1.2 if dash else 1,
            name="chip",
        )
        left += wide + 6
        if height > TINY_BOLD.leading * 1.5 + 7:
            left, y = x + room + 1, y + height - 23
    return y + 23 - top


def figure(canvas: Canvas, item: Figure, x: float, y: float, room: float) -> float:
    """Draw a metric: its name, its value, its target, and a bar on its scale."""
    top = y
    y += canvas.text(x, y, room, item.name, TINY, "soft")
    fill = "ink" if item.good is None else "good" if item.good else "bad"
    wide = text_width(item.value, LARGE_BOLD)
    beside = room - wide - 6
    canvas.text(x, y, max(room, wide), item.value, LARGE_BOLD, fill)
    if item.target and text_width(item.target, TINY) <= beside:
        canvas.text(x + wide + 6, y + 4.5, beside, item.target, TINY, "soft")
        y += LARGE_BOLD.leading
    else:
        y += LARGE_BOLD.leading
        y += canvas.text(x, y, room, item.target, TINY, "soft") if item.target else 0
    rest = [" · ".join(filter(None, (item.unit, item.date)))]
    for line in rest if text_width(rest[0], TINY) <= room else [item.unit, item.date]:
        y += canvas.text(x, y, room, line, TINY, "soft")
    # A bar of a few pixels says nothing: a small share of a long scale goes without.
    if item.filled is not None and max(item.filled, item.goal or 0) > theme.BAR_LEAST:
        y += 5
        canvas.add(Rect(round(x, 1), round(y, 1), round(room, 1), 4, "track", radius=2))
        canvas.add(
            Rect(
                round(x, 1),
                round(y, 1),
                max(2.0, round(room * item.filled, 1)),
                4,
                "gold" if item.assumed else "good" if item.good else "soft",
                radius=2,
            )
        )
        if item.goal is not None:
            at = round(x + room * item.goal, 1)
            canvas.add(Line(at, round(y - 3, 1), at, round(y + 7, 1), "ink", 1.6))
        y += 7
    return y - top


def score(canvas: Canvas, item: Score, x: float, y: float, room: float) -> float:
    """Draw a score as a bar to the left or right of neutral."""
    fill = "good" if item.part > 0 else "bad" if item.part < 0 else "soft"
    canvas.text(x, y, 40, item.text, SMALL_BOLD, fill)
    track, half = x + 40, (room - 40) / 2
    middle = track + half
    canvas.add(Rect(round(track, 1), round(y + 6.5, 1), round(half * 2, 1), 4, "track", radius=2))
    start = middle if item.part >= 0 else middle + half * item.part
    canvas.add(Rect(round(start, 1), round(y + 6.5, 1), round(half * abs(item.part), 1), 4, fill, radius=2))
    canvas.add(Line(round(middle, 1), round(y + 3.5, 1), round(middle, 1), round(y + 13.5, 1), "faint", 1.2))
    return SMALL_BOLD.leading


def picture(canvas: Canvas, item: Picture, x: float, y: float, room: float) -> float:
    """Draw a picture, or a placeholder with its name."""
    if item.data:
        height = round(min(max(room * item.height / item.width, 56), 130), 1)
        clip = canvas.clip(x, y, room, height, 7)
        canvas.add(Image(round(x, 1), round(y, 1), round(room, 1), height, item.data, item.name, clip))
        canvas.add(Rect(round(x + 0.5, 1), round(y + 0.5, 1), round(room - 1, 1), height - 1, "", "edge", 7))
        return height
    place = len(canvas.strokes)
    canvas.icon(x + 12, y + 12, 16, "picture", "faint")
    height = max(16.0, canvas.text(x + 36, y + 12, room - 48, item.name, TINY, "soft")) + 24
    canvas.box(place, x=x + 0.5, y=y + 0.5, width=room - 1, height=height - 1, edge="edge", dash="3 3", name="card")
    return height
