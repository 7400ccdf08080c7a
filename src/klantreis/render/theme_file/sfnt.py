"""The little of a TrueType or OpenType file that layout needs: its name, and how wide each character is.

Read here rather than with fontTools, so that an own font asks for no other package: of the tables `head`, `hhea`,
`maxp`, `hmtx`, `cmap`, `name` and `OS/2` a few fields each, as the OpenType specification 1.9 lays them out.
Everything is bounds-checked by slicing: a file that lies about itself raises `FontError`, never anything else.
"""

from __future__ import annotations

import struct
from dataclasses import dataclass

_KINDS = {b"\x00\x01\x00\x00": "truetype", b"true": "truetype", b"OTTO": "opentype"}
_NARROW, _WIDE = 0.1, 3.0
"""Between these widths a letter can be read, in ems."""
_FORBIDDEN = 0x0002
"""OS/2 fsType: restricted licence embedding."""
_UNICODE = {(0, 3), (0, 4), (0, 6), (3, 1), (3, 10)}
"""Platform and encoding of the character maps that hold Unicode."""
_MOST = 0x10FFFF
_CHARACTERS = 70_000
"""The most characters of one map, those that it gives twice counted twice: ranges may lie over one another."""
_NAME = 256
"""The most bytes of a name that are read."""


class FontError(Exception):
    """A file that cannot be used as a font; the message says why."""


@dataclass(frozen=True, slots=True)
class Face:
    """What a font file says: its family, its kind in CSS, and the width of each character in em."""

    family: str
    kind: str
    widths: dict[str, float]


def read_face(data: bytes) -> Face:
    """Read a TrueType or OpenType file. Raises `FontError` with what is wrong with it."""
    if data[:4] not in _KINDS:
        raise FontError("It is no TrueType, OpenType or woff2 font.")
    try:
        tables = _tables(data)
        if b"fvar" in tables:
            raise FontError("It is a variable font: give a file for each face.")
        if struct.unpack_from(">H", tables.get(b"OS/2", bytes(10)), 8)[0] & 0x000F == _FORBIDDEN:
            raise FontError("Its maker does not allow it to be put inside documents.")
        widths = _widths(tables)
        family = _family(tables[b"name"])
    except (struct.error, KeyError, IndexError, UnicodeDecodeError) as error:
        raise FontError("Its tables are broken.") from error
    if not all(char in widths for char in "aeinorAEN0189. "):
        raise FontError("It has no letters and figures.")
    if not all(_NARROW < widths[char] < _WIDE for char in "aen0"):
        raise FontError("Its letters have no width that text could be set in.")
    return Face(family, _KINDS[data[:4]], widths)


def _tables(data: bytes) -> dict[bytes, bytes]:
    (count,) = struct.unpack_from(">H", data, 4)
    found = {}
    for number in range(count):
        tag, _, offset, length = struct.unpack_from(">4sIII", data, 12 + 16 * number)
        found[tag] = data[offset : offset + length]
    return found


def _widths(tables: dict[bytes, bytes]) -> dict[str, float]:
    (units,) = struct.unpack_from(">H", tables[b"head"], 18)
    (metrics,) = struct.unpack_from(">H", tables[b"hhea"], 34)
    if not units or not metrics:
        raise FontError("Its tables are broken.")
    held = tables[b"hmtx"]
    advances = [struct.unpack_from(">H", held, 4 * place)[0] / units for place in range(metrics)]
    # Glyphs after the last metric have its width: so monospaced fonts save space.
    return {chr(code): advances[min(glyph, metrics - 1)] for code, glyph in _characters(tables[b"cmap"]).items()}


def _characters(cmap: bytes) -> dict[int, int]:
    """Give the glyph of each character, from the fullest Unicode map there is."""
    (count,) = struct.unpack_from(">H", cmap, 2)
    maps = [struct.unpack_from(">HHI", cmap, 4 + 8 * number) for number in range(count)]
    # One for each platform and encoding: more are not allowed, and would all have to be read.
    places = {(platform, encoding): offset for platform, encoding, offset in sorted(maps)}
    found: dict[int, int] = {}
    for key, offset in places.items():
        if key not in _UNICODE:
            continue
        held = cmap[offset:]
        (form,) = struct.unpack_from(">H", held)
        if form == 4:  # noqa: PLR2004  # the formats' own numbers
            found |= _segments(held)
        elif form == 12:  # noqa: PLR2004  as above
            found |= _groups(held)
    return found


def _segments(held: bytes) -> dict[int, int]:
    """Read a map of format 4: segments of the first 65,536 characters."""
    count = struct.unpack_from(">H", held, 6)[0] // 2
    ends = struct.unpack_from(f">{count}H", held, 14)
    starts = struct.unpack_from(f">{count}H", held, 16 + 2 * count)
    deltas = struct.unpack_from(f">{count}H", held, 16 + 4 * count)
    at = 16 + 6 * count
    ranges = struct.unpack_from(f">{count}H", held, at)
    if sum(max(0, end - start + 1) for start, end in zip(starts, ends, strict=True)) > _CHARACTERS:
        raise FontError("It holds too many characters.")
    found: dict[int, int] = {}
    for place, (start, end, delta, shift) in enumerate(zip(starts, ends, deltas, ranges, strict=True)):
        for code in range(start, min(end, 0xFFFE) + 1):
            glyph = code
            if shift:
                (glyph,) = struct.unpack_from(">H", held, at + 2 * place + shift + 2 * (code - start))
                if not glyph:
                    continue
            glyph = (glyph + delta) & 0xFFFF
            if glyph:
                found[code] = glyph
    return found


def _groups(held: bytes) -> dict[int, int]:
    """Read a map of format 12: groups of any characters."""
    (count,) = struct.unpack_from(">I", held, 12)
    found: dict[int, int] = {}
    read = 0
    for number in range(count):
        start, end, glyph = struct.unpack_from(">III", held, 16 + 12 * number)
        read += max(0, end - start + 1)
        if end > _MOST or read > _CHARACTERS:
            raise FontError("It holds too many characters.")
        found |= {code: glyph + code - start for code in range(start, end + 1)}
    return found


def _family(table: bytes) -> str:
    """Give the family's name: the typographic one (16) before the one that old programs know (1)."""
    _, count, storage = struct.unpack_from(">HHH", table)
    names: dict[int, str] = {}
    for number in range(count):
        platform, _, language, kind, length, offset = struct.unpack_from(">HHHHHH", table, 6 + 12 * number)
        if kind not in (1, 16) or platform not in (0, 3) or (kind in names and language != 0x409):  # noqa: PLR2004  English
            continue
        at = storage + offset
        names[kind] = table[at : at + min(length, _NAME)].decode("utf-16-be")
    return names.get(16) or names.get(1) or ""
