"""woff2 fonts, uncompressed for measuring: the one thing a theme needs other packages for (`klantreis[fonts]`)."""

from __future__ import annotations

import struct
from io import BytesIO

from klantreis.render.theme_file.sfnt import FontError

_HEADER = 48
_MOST = 24 * 1024 * 1024
"""The most bytes that a font may have uncompressed."""
_CUSTOM, _GLYF, _LOCA, _NULL = 63, 10, 11, 3
_LEAST_MISSING = "It is a woff2 font; to read those: pip install 'klantreis[fonts]'. A ttf or otf file needs nothing."


def plain_font(data: bytes) -> bytes:
    """Give a woff2 font as TrueType or OpenType. Raises `FontError` for a broken one, or without fontTools."""
    try:
        import brotli  # type: ignore[import-untyped]  # it has no types
        from fontTools.ttLib import TTFont  # type: ignore[import-untyped]  # nor has it
    except ImportError as error:
        raise FontError(_LEAST_MISSING) from error
    try:
        _bounded(data, brotli)
        font = TTFont(BytesIO(data), recalcTimestamp=False)
        font.flavor = None
        out = BytesIO()
        font.save(out)
    except FontError:
        raise
    except Exception as error:  # a stranger's file: fontTools and brotli raise of all kinds
        raise FontError("It is a broken woff2 font.") from error
    return out.getvalue()


def _bounded(data: bytes, brotli: object) -> None:
    """Refuse a small file that would uncompress to a huge one, before anybody uncompresses it whole."""
    start, length = _stream(data)
    decoder = brotli.Decompressor()  # type: ignore[attr-defined]  # made in C
    stream, size = data[start : start + length], 0
    while size <= _MOST:
        piece = decoder.process(stream, output_buffer_limit=1 << 20)
        stream = b""
        size += len(piece)
        if decoder.is_finished() or (not piece and decoder.can_accept_more_data()):
            return
    raise FontError("It is too large uncompressed.")


def _stream(data: bytes) -> tuple[int, int]:
    """Give where the compressed part begins and its length (W3C WOFF 2.0, chapters 4.1 and 5)."""
    (tables,) = struct.unpack_from(">H", data, 12)
    (length,) = struct.unpack_from(">I", data, 20)
    at = _HEADER
    for _ in range(tables):
        flags = data[at]
        at += 5 if flags & 63 == _CUSTOM else 1
        _, at = _base128(data, at)
        glyphs = flags & 63 in (_GLYF, _LOCA)
        if (flags >> 6 != _NULL) if glyphs else flags >> 6:
            _, at = _base128(data, at)
    return at, length


def _base128(data: bytes, at: int) -> tuple[int, int]:
    value = 0
    for _ in range(5):
        value = value << 7 | data[at] & 127
        at += 1
        if not data[at - 1] & 128:
            break
    return value, at
