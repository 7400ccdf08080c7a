"""Fonts made for tests: the shipped Inter under another name, as wide as is wanted."""

from __future__ import annotations

from io import BytesIO
from typing import Any

from fontTools.ttLib import TTFont, newTable

from klantreis.render.kit.fonts import truetype


def made(family: str = "Proefletter", face: str = "regular", wider: float = 1.0, flavor: str | None = None) -> bytes:
    """Give a font as a file: every character so many times as wide as in Inter."""
    font = TTFont(BytesIO(truetype(face)), recalcTimestamp=False)
    for glyph, (advance, side) in font["hmtx"].metrics.items():
        font["hmtx"].metrics[glyph] = (round(advance * wider), side)
    for record in font["name"].names:
        if record.nameID in (1, 16):
            record.string = family
    return _saved(font, flavor)


def changed(table: str, field: str, value: Any) -> bytes:
    """Give Inter with one field of one table changed."""
    font = TTFont(BytesIO(truetype("regular")), recalcTimestamp=False)
    if table not in font:
        font[table] = newTable(table)
    setattr(font[table], field, value)
    return _saved(font, None)


def _saved(font: Any, flavor: str | None) -> bytes:
    font.flavor = flavor
    out = BytesIO()
    font.save(out)
    return out.getvalue()
