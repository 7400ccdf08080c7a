"""Changed texts back to their files: in the encoding they had, and only if nobody else was there."""

from __future__ import annotations

import codecs
from pathlib import Path

from klantreis.errors import PathError
from klantreis.source.decode import decode
from klantreis.source.discover import read_bytes
from klantreis.source.reader import MAX_BYTES
from klantreis.source.write import replace_bytes

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_ENCODINGS = ("utf-8", "utf-16-le", "utf-16-be")


def write_fixed(path: Path, old: bytes, text: str) -> None:
    """Write a changed text to the file that it came from; `old` is what was read.

    Raises `PathError` when the file has changed since, or cannot be written.
    """
    if read_bytes(path, max(MAX_BYTES, len(old))) != old:
        raise PathError(f"{path}: changed meanwhile, so it was left alone.", "Run the command again.")
    replace_bytes(path, encoded(text, old))


def encoded(text: str, old: bytes) -> bytes:
    """Give a text's bytes, in the encoding that the old ones have, with their byte order mark."""
    for mark, encoding in _MARKS:
        if old.startswith(mark):
            return mark + text.encode(encoding)
    was = decode(old)
    for encoding in _ENCODINGS:
        if isinstance(was, str) and _fits(was, encoding, old):
            return text.encode(encoding)
    raise PathError("the encoding of the old text is not known.")


def _fits(text: str, encoding: str, data: bytes) -> bool:
    return text.encode(encoding, "replace") == data
