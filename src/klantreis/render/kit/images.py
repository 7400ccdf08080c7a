"""Pictures from beside the file, put inside the document.

Only PNG, JPEG, GIF and WebP by their first bytes, and SVG rebuilt from what is safe (see `vector`), at most 2 MB,
and only from under the root of the workspace. Anything else becomes a placeholder with its name: a map never
fails on a picture.
"""

# ruff: noqa: PLR2004  # the numbers are those of the file formats

from __future__ import annotations

import stat
from base64 import b64encode
from pathlib import Path, PurePosixPath

from klantreis.render.kit.clean import clean
from klantreis.render.kit.items import Picture

LIMIT = 2 * 1024 * 1024
"""The largest picture that is put inside a document, in bytes."""
_MOST_PIXELS = 40_000_000
"""The most pixels of a picture: whoever shows it keeps four bytes of each, however small the file."""


def picture(written: str, folder: Path | None, root: Path | None, alt: str = "") -> Picture:
    """Give a picture as a data URI with its size in pixels, or a placeholder with its name.

    Its name is `alt`, else what its file is called.
    """
    name = clean(alt) or clean(PurePosixPath(written.replace("\\", "/")).name) or clean(written)
    data = _read(written, folder, root) if folder is not None and root is not None else b""
    kind, width, height = _look(data)
    if data and not kind:
        from klantreis.render.kit.vector import rebuilt

        drawn = rebuilt(data)
        kind, data, width, height = ("svg+xml", drawn.data, drawn.width, drawn.height) if drawn else ("", b"", 0, 0)
    if not kind or not 0 < width * height <= _MOST_PIXELS:
        return Picture(name)
    return Picture(name, f"data:image/{kind};base64,{b64encode(data).decode('ascii')}", width, height)


def _read(written: str, folder: Path, root: Path) -> bytes:
    try:
        path = (folder / written).resolve(strict=True)
        # The resolved path, so that neither `..` nor a symbolic link leads outside.
        if not path.is_relative_to(root.resolve()):
            return b""
        about = path.stat()
        if not stat.S_ISREG(about.st_mode) or about.st_size > LIMIT:
            return b""
        return path.read_bytes()
    except (OSError, ValueError, RuntimeError):  # missing, unreadable, a NUL in the name, a loop of links
        return b""


def _look(data: bytes) -> tuple[str, int, int]:
    """Give the kind of a picture and its size in pixels, from its first bytes."""
    if data[:8] == b"\x89PNG\r\n\x1a\n" and len(data) >= 24:
        return "png", int.from_bytes(data[16:20]), int.from_bytes(data[20:24])
    if data[:6] in (b"GIF87a", b"GIF89a") and len(data) >= 10:
        return "gif", int.from_bytes(data[6:8], "little"), int.from_bytes(data[8:10], "little")
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP" and len(data) >= 30:
        return ("webp", *_webp(data))
    return ("jpeg", *_jpeg(data)) if data[:3] == b"\xff\xd8\xff" else ("", 0, 0)


def _webp(data: bytes) -> tuple[int, int]:
    form = data[12:16]
    if form == b"VP8X":
        return 1 + int.from_bytes(data[24:27], "little"), 1 + int.from_bytes(data[27:30], "little")
    if form == b"VP8L":
        bits = int.from_bytes(data[21:25], "little")
        return 1 + (bits & 0x3FFF), 1 + (bits >> 14 & 0x3FFF)
    return int.from_bytes(data[26:28], "little") & 0x3FFF, int.from_bytes(data[28:30], "little") & 0x3FFF


def _jpeg(data: bytes) -> tuple[int, int]:
    place = 2
    while place + 9 < len(data) and data[place] == 0xFF:
        marker = data[place + 1]
        if 0xC0 <= marker <= 0xCF and marker not in (0xC4, 0xC8, 0xCC):
            return int.from_bytes(data[place + 7 : place + 9]), int.from_bytes(data[place + 5 : place + 7])
        place += 2 + int.from_bytes(data[place + 2 : place + 4])
    return 0, 0
