"""The font of a theme: files inside the workspace, or only a family that readers are thought to have."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from klantreis.render.kit.fonts.font import INTER, Font, FontFile, Widths
from klantreis.render.theme_file.inside import read_inside
from klantreis.render.theme_file.keys import FONT
from klantreis.render.theme_file.reading import ThemeFile
from klantreis.render.theme_file.sfnt import Face, FontError, read_face
from klantreis.render.theme_file.woff2 import plain_font

_MAX_BYTES = 3 * 1024 * 1024
_FAMILY = re.compile(r"[^\W_][\w .-]{0,63}\Z")
_FACES = ("regular", "italic", "semibold")
_OWN_SLACK = 1.02
"""Kerning of a font we do not know may widen a line; of Inter it was measured."""
_MADE_UP = 1.08
"""A semibold that the renderer makes up from the regular face: its letters may be wider."""
_GUESSED = 1.15
"""The widest common faces for reading (Verdana) are a seventh wider than Inter is narrow."""
_MONOSPACED = re.compile(r"mono|courier|consol|code|typewriter", re.IGNORECASE)
_MONO_WIDTH = 0.62


def font_of(theme: ThemeFile, root: Path) -> tuple[Font, tuple[str, ...]]:
    """Give the font of a theme and what its maker must know; mistakes are noted in the theme."""
    if "font" not in theme.data:
        return INTER, ()
    value = theme.data["font"]
    held = {"family": value} if isinstance(value, str) else theme.mapping(("font",), value, FONT)
    faces = [face for face in _FACES if face in held]
    if faces and "regular" not in held:
        theme.wrong(("font",), "`font` has files but no `regular`.", "Name the file of the ordinary face.")
        return INTER, ()
    found = {face: _face(theme, ("font", face), held[face], root) for face in faces}
    read = {face: both for face, both in found.items() if both}
    family = _family(theme, held, {face: both[1] for face, both in read.items()})
    if not family or len(read) < len(faces):
        return INTER, ()
    return _own(family, read) if read else _named(family)


def _family(theme: ThemeFile, held: dict[str, Any], faces: dict[str, Face]) -> str:
    written = theme.text(("font", "family"), held["family"]) if "family" in held else ""
    names = {face: found.family for face, found in faces.items()}
    name = names.get("regular") or written
    for face, other in names.items():
        if other != name:
            todo = f"Give the files of one family, not of `{other}`."
            theme.wrong(("font", face), f"`regular` belongs to the family `{name}`.", todo)
    if faces and written and written != name:
        theme.wrong(("font", "family"), f"The files say that the family is called `{name}`.", "Write it so.")
    if name and not _FAMILY.match(name):
        theme.wrong(("font",), "The name of a family holds letters, figures, spaces, dots and hyphens only.")
        return ""
    if not name and not theme.mistakes:
        theme.wrong(("font",), "`font` has no `family`.", "Name one, or give its files.")
    return name


def _face(theme: ThemeFile, where: tuple[str, ...], written: Any, root: Path) -> tuple[FontFile, Face] | None:
    name = theme.text(where, written)
    if not name:
        return None
    data = read_inside(theme, where, name, root, _MAX_BYTES)
    if data is None:
        return None
    try:
        plain = plain_font(data) if data[:4] == b"wOF2" else data
        face = read_face(plain)
    except FontError as error:
        theme.wrong(where, f"`{name}` cannot be used.", str(error))
        return None
    return FontFile(data, "woff2" if plain is not data else face.kind, plain), face


def _own(family: str, read: dict[str, tuple[FontFile, Face]]) -> tuple[Font, tuple[str, ...]]:
    regular = read["regular"][1].widths
    widths = {face: read[face][1].widths for face in read}
    widths.setdefault("italic", regular)
    widths.setdefault("semibold", {char: width * _MADE_UP for char, width in regular.items()})
    files = {face: both[0] for face, both in read.items()}
    missing = [face for face in _FACES if face not in files]
    warnings = (f"The theme's font has no {' and no '.join(missing)}: programs make one up.",) if missing else ()
    return Font(family, {face: Widths(table) for face, table in widths.items()}, _OWN_SLACK, files), warnings


def _named(family: str) -> tuple[Font, tuple[str, ...]]:
    if family == "Inter":
        return INTER, ()
    warning = (
        f"The theme names the font {family} without its files: who does not have it sees Inter, and text is given "
        "more room than it needs. Name the files under `font` to be sure."
    )
    widths = {
        face: Widths(
            {
                char: max(width * _GUESSED, _MONO_WIDTH if _MONOSPACED.search(family) else 0.0)
                for char, width in table.items()
            }
        )
        for face, table in INTER.widths.items()
    }
    return Font(family, widths, INTER.slack), (warning,)
