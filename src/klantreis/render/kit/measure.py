"""How wide a text is in the font that holds, and how it breaks into lines.

Characters outside the font get a wide guess, so that a fallback font still fits.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from functools import lru_cache

from klantreis.render.kit.current import held
from klantreis.render.kit.fonts.font import Font
from klantreis.render.kit.theme import LINE_HEIGHT, TITLE, TITLE_HEIGHT

# After a hyphen only where enough stands on either side (not in `Wi-Fi`).
# Only an ordinary space parts words: others (no-break, thin) hold together what stands around them.
_BREAKS = re.compile(r"[^ ]{3,}?[-–—/](?=\w{3})|[^ ]+")


@dataclass(frozen=True, slots=True)
class Style:
    """How a text is set: size in pixels and one of the shipped faces."""

    size: float
    face: str = "regular"
    leading: float = field(init=False, compare=False)
    """The height of a line in pixels."""
    baseline: float = field(init=False, compare=False)
    """How far below the top of its line the baseline stands."""

    def __post_init__(self) -> None:
        """Work out the measures once: every line of a map asks for them."""
        leading = round(self.size * (TITLE_HEIGHT if self.size >= TITLE else LINE_HEIGHT), 1)
        object.__setattr__(self, "leading", leading)
        # Inter's ascent and descent are 0.969 and 0.241 em.
        object.__setattr__(self, "baseline", round((leading - 1.21 * self.size) / 2 + 0.969 * self.size, 1))


@lru_cache(maxsize=32768)
def _ems(text: str, face: str, font: Font) -> float:
    return font.ems(text, face)


def width(text: str, style: Style) -> float:
    """Give the width of a line of text in pixels, a little on the wide side, in the font that holds."""
    font = held().font
    return _ems(text, style.face, font) * style.size * font.slack


def wrap(text: str, room: float, style: Style) -> tuple[str, ...]:
    """Break a text into lines that fit `room` pixels in the font that holds.

    Breaks at spaces, after hyphens and slashes, and inside a word only when the word alone is too
    wide. A text without characters is no lines.
    """
    return _wrap(text, room, style, held().font)


@lru_cache(maxsize=16384)
def _wrap(text: str, room: float, style: Style, _font: Font) -> tuple[str, ...]:
    # The font is part of the key only: `width` asks for it again.
    lines: list[str] = []
    line = ""
    for word, glued in _words(text):
        joined = line + word if glued or not line else f"{line} {word}"
        if width(joined, style) <= room:
            line = joined
            continue
        if line:
            lines.append(line)
        *full, line = _pieces(word, room, style)
        lines += full
    return (*lines, line) if line else tuple(lines)


def _words(text: str) -> list[tuple[str, bool]]:
    """Give the parts a line may be broken between; True where no space stands before."""
    found: list[tuple[str, bool]] = []
    last = -1
    for match in _BREAKS.finditer(text):
        found.append((match[0], match.start() == last))
        last = match.end()
    return found


def _pieces(word: str, room: float, style: Style) -> list[str]:
    if width(word, style) <= room:
        return [word]
    pieces, piece = [], ""
    for cluster in _clusters(word):
        if piece and width(piece + cluster, style) > room:
            pieces.append(piece)
            piece = cluster
        else:
            piece += cluster
    return [*pieces, piece]


_LONGEST_CLUSTER = 32
"""No sign of any script is longer; a text of joiners only would be one."""


def _clusters(word: str) -> list[str]:
    """Split a word in signs that may not be torn apart: a letter with its marks, a joined emoji."""
    found: list[str] = []
    for char in word:
        joins = unicodedata.category(char) in ("Mn", "Me", "Mc", "Cf", "Sk")
        if found and (joins or found[-1].endswith("\u200d")) and len(found[-1]) < _LONGEST_CLUSTER:
            found[-1] += char
        else:
            found.append(char)
    return found


@lru_cache(maxsize=8192)
def right_to_left(text: str) -> bool:
    """Tell whether a text reads from right to left: by its first letter that has a direction."""
    if text.isascii():
        return False
    for char in text:
        direction = unicodedata.bidirectional(char)
        if direction in ("R", "AL"):
            return True
        if direction == "L":
            return False
    return False
