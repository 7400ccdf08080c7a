"""How the small items are drawn: chips, figures, scores, pictures. Each gives the height it took."""

from __future__ import annotations

from klantreis.render.kit import theme
from klantreis.render.kit.draw import Canvas, Group, Image, Line, Rect, text_width
from klantreis.render.kit.items import Chip, Figure, Picture, Score
from klantreis.render.kit.styles import LARGE_BOLD, SMALL_BOLD, TINY, TINY_BOLD

_CHIPS = {
    "evidence": ("card", "edge", "soft", ""),
    "assumed": ("", "gold", "gold-text", "3 2.5"),
    "value": ("good-tint", "", "good-ink", ""),
    "tag": ("tag", "", "soft", ""),
}


def channel_icon(canvas: Canvas, icon: str, colour: int, x: float, y: float, *, offline: bool) -> None:
    """Draw the icon of a channel in the colour of its phase: on a filled ground when it is offline."""
    if not offline:
        canvas.icon(x, y, 15, icon, f"t{colour}")
        return
    canvas.add(Rect(round(x - 1.5, 1), round(y - 1.5, 1), 18, 18, f"p{colour}", radius=5))
    canvas.icon(x + 1, y + 1, 13, icon, "on-phase")


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
    canvas.text(x, y, max(room, wide), item.value, LARGE_BOLD, fill)
    if item.good is not None:
        # The sign beside the colour: reached, or not.
        canvas.icon(x + wide + 3, y + 5, 12, "met" if item.good else "short", fill)
        wide += 14
    beside = room - wide - 6
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


def hand_over(canvas: Canvas, x: float, y: float, *, channel: bool, team: bool, size: float = 18) -> None:
    """Mark a hand-over: a light round for another channel, beside it a dark square for another team."""
    inner = round(size * 2 / 3, 1)
    inset = (size - inner) / 2
    if channel:
        canvas.add(Rect(round(x + 0.5, 1), round(y + 0.5, 1), size - 1, size - 1, "card", "soft", (size - 1) / 2))
        canvas.icon(x + inset, y + inset, inner, "switch", "ink")
        x += size + 2
    if team:
        canvas.add(Rect(round(x, 1), round(y, 1), size, size, "pill", radius=round(size * 0.22, 1)))
        canvas.icon(x + inset, y + inset, inner, "handover", "pill-text")
