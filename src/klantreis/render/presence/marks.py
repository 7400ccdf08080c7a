"""The marks of a picture of presence: a stop with its score, a numbered jump, a row somebody works behind."""

from __future__ import annotations

from klantreis.render.kit.draw import Canvas, Group, Rect, text_width
from klantreis.render.kit.styles import TINY_BOLD
from klantreis.render.presence.data import Presence, Stop

WIDE, TALL = 40.0, 22.0
"""The size of a mark with a score, in pixels."""
_HALO = 3.0
"""Ground around a mark, so that no line touches it."""
_RING, _AID, _JUMP = 13.0, 11.0, 18.0
_SQUARE = 3.0


def stop_mark(
    canvas: Canvas, stop: Stop, x: float, y: float, *, quiet: bool = False, ground: str = "paper", told: str = ""
) -> None:
    """Draw a stop with its middle at x, y: its score, round when good and square when bad.

    A `quiet` one, where the customer has no contact, is an outline. `told` is read aloud and shown on pointing.
    """
    if told:
        canvas.add(Group(told))
    score_mark(canvas, stop.score, stop.text, x, y, quiet=quiet, ground=ground)
    if stop.guess:
        wide, tall, radius = _shape(stop.score, stop.text)
        _box(canvas, x, y, wide + 7, tall + 7, radius=radius + 3.5, edge="gold", dash="4 3", thick=1.4)
    if told:
        canvas.add(Group(shut=True))


def score_mark(
    canvas: Canvas, score: float | None, text: str, x: float, y: float, *, quiet: bool = False, ground: str = "paper"
) -> None:
    """Draw a score with its middle at x, y; an open ring where there is none. `ground` is what it stands on."""
    wide, tall, radius = _shape(score, text)
    _box(canvas, x, y, wide + 2 * _HALO, tall + 2 * _HALO, radius=radius + _HALO, fill=ground)
    if score is None:
        _box(canvas, x, y, wide, tall, radius=radius, fill="card", edge="soft", thick=1.6)
        return
    tone = _tone(score, text)
    fill, edge, ink = ("card", tone, tone) if quiet else (tone, "", "paper")
    _box(canvas, x, y, wide, tall, radius=radius, fill=fill, edge=edge, thick=1.4)
    canvas.text(x - wide / 2 + 2, y - TINY_BOLD.leading / 2, wide - 4, text, TINY_BOLD, ink, anchor="middle")


def _tone(score: float, text: str) -> str:
    return "soft" if text == "0" else "good" if score > 0 else "bad"


def _shape(score: float | None, text: str) -> tuple[float, float, float]:
    """Give the width, the height and the radius of a mark."""
    if score is None:
        return _RING, _RING, _RING / 2
    if text == "0":
        return TALL + 6, TALL, TALL / 2
    return WIDE, TALL, _SQUARE if score < 0 else TALL / 2


def aid_mark(canvas: Canvas, x: float, y: float, told: str) -> None:
    """Draw that a team works here behind another, with its middle at x, y."""
    canvas.add(Group(told))
    _box(canvas, x, y, _AID + 2 * _HALO, _AID + 2 * _HALO, radius=_AID / 2 + _HALO, fill="paper")
    _box(canvas, x, y, _AID, _AID, radius=_AID / 2, fill="tag", edge="soft", thick=1.4)
    canvas.add(Group(shut=True))


def jump_mark(canvas: Canvas, number: int, x: float, y: float) -> float:
    """Draw the number of a jump with its middle at x, y; give its width."""
    text = str(number)
    wide = max(_JUMP, round(text_width(text, TINY_BOLD) + 8, 1))
    _box(canvas, x, y, wide + 3, _JUMP + 3, radius=(_JUMP + 3) / 2, fill="paper")
    _box(canvas, x, y, wide, _JUMP, radius=_JUMP / 2, fill="pill")
    canvas.text(x - wide / 2, y - TINY_BOLD.leading / 2, wide, text, TINY_BOLD, "pill-text", anchor="middle")
    return wide


def jump_width(number: int) -> float:
    """Give the width that the number of a jump takes, in pixels."""
    return max(_JUMP, round(text_width(str(number), TINY_BOLD) + 8, 1))


def _box(
    canvas: Canvas,
    x: float,
    y: float,
    wide: float,
    tall: float,
    *,
    radius: float,
    fill: str = "",
    edge: str = "",
    dash: str = "",
    thick: float = 1,
) -> None:
    left, top = round(x - wide / 2, 1), round(y - tall / 2, 1)
    canvas.add(Rect(left, top, round(wide, 1), round(tall, 1), fill, edge, radius, dash, thick))


def legend(picture: Presence, *, choices: bool) -> tuple[tuple[str, str], ...]:
    """Give the marks that are in a picture, each with its meaning."""
    seen = [picture.stops[place] for place in picture.columns if place is not None]
    tones = {
        "open" if stop.score is None else "even" if stop.text == "0" else "good" if stop.score > 0 else "bad"
        for stop in seen
    }
    kinds = {row.kind for row in picture.rows}
    wanted = (
        ("score-good", "mark-good", "good" in tones),
        ("score-bad", "mark-bad", "bad" in tones),
        ("score-even", "mark-even", "even" in tones),
        ("score-open", "mark-open", "open" in tones),
        ("score-quiet", "mark-quiet", "quiet" in kinds),
        ("way", "mark-way", bool(picture.legs)),
        ("jump", "mark-jump", any(leg.jump for leg in picture.legs)),
        ("choice", "mark-choice", choices),
        ("aid", "mark-aid", any(row.aids for row in picture.rows)),
        ("fence", "mark-alone", any(row.alone for row in picture.rows)),
        ("truth", "mark-truth", any(stop.truth for stop in seen)),
        ("assumed", "mark-guess", any(stop.guess for stop in seen)),
    )
    return tuple((mark, picture.labels[key]) for mark, key, there in wanted if there)
