"""What a look of one ink does to finished strokes: outlines and stripes where others have tints."""

from __future__ import annotations

from collections.abc import Mapping

from klantreis.render.kit.draw import Rect, Stroke
from klantreis.render.kit.look import Look


def inked(strokes: tuple[Stroke, ...], look: Look) -> tuple[Stroke, ...]:
    """Give tinted rectangles without an edge the outline that their tint stands for in this look."""
    if not look.outlined:
        return strokes
    return tuple(_outlined(stroke, look.outlined) if isinstance(stroke, Rect) else stroke for stroke in strokes)


def _outlined(rect: Rect, outlined: Mapping[str, str]) -> Rect:
    if rect.edge or rect.fill not in outlined:
        return rect
    # Half a pixel inward, so that the line stays within what the rectangle took.
    return rect._replace(
        x=round(rect.x + 0.5, 1),
        y=round(rect.y + 0.5, 1),
        width=round(max(0.0, rect.width - 1), 1),
        height=round(max(0.0, rect.height - 1), 1),
        edge=outlined[rect.fill],
    )


def paints(look: Look) -> Mapping[str, str]:
    """Give what each role is painted with in a picture: its colour, or stripes with the colour as a stand-in."""
    if not look.hatched:
        return look.colours
    return look.colours | {role: f"url(#hatch-{role}) {look.colours[role]}" for role in look.hatched}
