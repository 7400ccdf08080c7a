"""A font as drawing needs it: how wide its characters are, and how it travels inside a document.

Layout asks `ems`, the writers `rules`, `stack` and `truetype`. The shipped font is `INTER`; a theme may bring
its own (see `klantreis.render.theme_file`).
"""

from __future__ import annotations

import unicodedata
from base64 import b64encode
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache

from markupsafe import Markup

from klantreis.render.kit.fonts import FACES, font_face, truetype
from klantreis.render.kit.fonts.advances import ADVANCES, UNITS

FALLBACK = "Inter, 'Segoe UI', 'Helvetica Neue', Arial, 'Noto Sans', sans-serif"
"""What a reader's machine shows where the font itself is missing, or lacks a character."""

_PICTURES = "\U0001f000"
"""From here on characters are pictures: emoji, tiles, cards."""


class Widths(dict[str, float]):
    """Widths in em: of the font's own characters, and a wide guess for any other."""

    def __missing__(self, char: str) -> float:
        width = self[char] = _guess(char)
        return width


def _guess(char: str) -> float:
    if unicodedata.category(char) in ("Mn", "Me", "Cf"):
        return 0.0
    if char >= _PICTURES:
        return 1.4
    return 1.05 if unicodedata.east_asian_width(char) in "WF" else 0.85


@dataclass(frozen=True, slots=True, eq=False)
class FontFile:
    """One face of a font of somebody's own: its bytes as they were written, and as TrueType or OpenType."""

    data: bytes
    kind: str
    """What CSS calls it: `truetype`, `opentype` or `woff2`."""
    plain: bytes
    """The same face uncompressed, for programs that turn SVG into pixels."""


@dataclass(frozen=True, slots=True, eq=False)
class Font:
    """A family with the faces `regular`, `italic` and `semibold`.

    `slack` is room for what the sum of advances leaves out: kerning that widens, rounding in renderers, a face
    that is only made up by the renderer. Without `files` the shipped Inter travels along as a stand-in.
    """

    family: str
    widths: Mapping[str, Widths]
    slack: float
    files: Mapping[str, FontFile] = field(default_factory=dict)

    @property
    def stack(self) -> Markup:
        """The family and what may stand in for it, as CSS: the name holds letters, digits, spaces and hyphens only."""
        own = "" if self.family == "Inter" else f"'{self.family}', "
        return Markup(own + FALLBACK)  # noqa: S704  # made of checked names

    def ems(self, text: str, face: str) -> float:
        """Give the width of a text in em, kerning left out."""
        return sum(map(self.widths[face].__getitem__, text))

    def rules(self, faces: Iterable[str]) -> str:
        """Give the CSS rules that carry these faces inside a document."""
        if not self.files:
            return "\n".join(font_face(face) for face in sorted(faces))
        return "\n".join(_rule(self.family, face, self.files[face]) for face in sorted(faces) if face in self.files)

    def truetype(self) -> tuple[bytes, ...]:
        """Give its files uncompressed, and Inter's after them, for programs that turn SVG into pixels or pages."""
        own = tuple(self.files[face].plain for face in sorted(self.files))
        return own + tuple(truetype(face) for face in sorted(FACES))


def _rule(family: str, face: str, file: FontFile) -> str:
    weight, style = FACES[face]
    data = b64encode(file.data).decode("ascii")
    return (
        f"@font-face{{font-family:'{family}';font-weight:{weight};font-style:{style};"
        f"src:url(data:font/{_MEDIA[file.kind]};base64,{data}) format('{file.kind}')}}"
    )


_MEDIA = {"truetype": "ttf", "opentype": "otf", "woff2": "woff2"}


@cache
def _inter() -> Font:
    widths = {face: Widths({char: width / UNITS for char, width in table.items()}) for face, table in ADVANCES.items()}
    return Font("Inter", widths, 1.012)


INTER = _inter()
"""The font that is shipped."""
