"""How the cards of a blueprint are drawn: each gives the height it took."""

from __future__ import annotations

from collections.abc import Mapping

from klantreis.render.blueprint.data import Deed, Mood
from klantreis.render.kit import theme
from klantreis.render.kit.draw import Canvas, Rect, text_height, text_width
from klantreis.render.kit.styles import SMALL, SMALL_BOLD, TINY, TINY_BOLD

BADGE = 17.0
"""The height of a team's badge."""
_WORD = 30.0
"""The least room to write a feeling in a word."""


def badge_width(letters: str) -> float:
    """Give the width of a badge with these letters."""
    return round(max(24.0, text_width(letters, TINY_BOLD) + 8), 1)


def badge(canvas: Canvas, x: float, y: float, letters: str) -> float:
    """Draw a team's badge; give its width."""
    wide = badge_width(letters)
    canvas.add(Rect(round(x, 1), round(y, 1), wide, BADGE, "tag", "edge", 4))
    canvas.text(x, y + (BADGE - TINY_BOLD.leading) / 2, wide, letters, TINY_BOLD, "ink", anchor="middle")
    return wide


def paint_deed(
    canvas: Canvas, deed: Deed, x: float, y: float, room: float, letters: Mapping[str, str], least: float = 0
) -> float:
    """Draw a step of the blueprint: what is done, by which team, with which system."""
    place, top = len(canvas.strokes), y
    left, inner = x + theme.INSET - 1, room - 2 * theme.INSET + 2
    y += 9
    held = deed.row == "artefacts"
    if held:
        canvas.icon(left - 1, y + 1, 14, "artefact", "soft")
    indent = 20 if held else 0
    y += canvas.text(left + indent, y, inner - indent, deed.title, SMALL if held else SMALL_BOLD, "ink")
    foot = _foot_height(deed, inner, letters)
    if foot:
        y = max(y + 6, top + least - foot - 9)
        _foot(canvas, deed, left, y, inner, letters)
        y += foot
    height = round(max(y + 9 - top, least), 1)
    canvas.box(
        place,
        x=x + 0.5,
        y=top + 0.5,
        width=room - 1,
        height=height - 1,
        fill="card",
        edge="edge",
        radius=7,
        name="card",
    )
    return height


def _foot_height(deed: Deed, room: float, letters: Mapping[str, str]) -> float:
    return _foot(Canvas(gauge=True), deed, 0, 0, room, letters)


def _foot(canvas: Canvas, deed: Deed, x: float, y: float, room: float, letters: Mapping[str, str]) -> float:
    """Draw the last lines of a card: team, system, what follows elsewhere."""
    top = y
    if deed.team:
        wide = badge_width(letters[deed.team]) + 7
        if not canvas.gauge:
            badge(canvas, x, y, letters[deed.team])
        y += max(BADGE + 2, canvas.text(x + wide, y + 0.5, room - wide, deed.team, TINY_BOLD, "soft") + 2)
    if deed.system:
        canvas.icon(x + 4, y + 1.5, 14, "system", "soft")
        y += max(18.0, canvas.text(x + 31, y + 1, room - 31, deed.system, TINY, "soft") + 2)
    for title in deed.stubs:
        y += canvas.text(x, y + 1, room, f"→ {title}", TINY, "soft") + 1
    return y - top


def paint_mood(canvas: Canvas, mood: Mood, x: float, y: float, room: float) -> float:
    """Draw how the customer feels: a dot, the score, the word."""
    fill = "good" if mood.score > 0 else "bad" if mood.score < 0 else "soft"
    if mood.guess:
        canvas.add(Rect(round(x + 2, 1), round(y + 0.5, 1), 16, 16, "", "gold", 8, "3 2.5", 1.2))
    canvas.add(Rect(round(x + 5.5, 1), round(y + 4, 1), 9, 9, fill, radius=4.5))
    wide = text_width(mood.text, SMALL_BOLD) + 1
    canvas.text(x + 25, y, wide, mood.text, SMALL_BOLD, fill)
    inner = room - 31 - wide
    if inner > _WORD and mood.word:
        return max(SMALL_BOLD.leading, canvas.text(x + 31 + wide, y + 0.8, inner, mood.word, TINY, "soft") + 0.8)
    return SMALL_BOLD.leading


def mood_height(mood: Mood, room: float) -> float:
    """Give the height that `paint_mood` takes."""
    inner = room - 32 - text_width(mood.text, SMALL_BOLD)
    return max(SMALL_BOLD.leading, text_height(inner, mood.word, TINY) + 0.8 if inner > _WORD else 0.0)
