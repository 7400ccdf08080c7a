"""Bytes to text: UTF-8 and UTF-16, with or without a byte order mark; nothing else."""

from __future__ import annotations

import codecs
import re

from klantreis import rules
from klantreis.findings import Place
from klantreis.source.problem import Problem

# What YAML 1.2 calls printable, plus NEL; the rest cannot stand in a file unescaped.
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\x80-\x84\x86-\x9f\ufffe\uffff\ud800-\udfff]")
_BREAK = re.compile("\r\n|\r|\n")


def decode(data: bytes) -> str | Problem:
    """Give the text of a file, without byte order mark, or the problem that kept it from being read."""
    encoding = _encoding(data)
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        return _undecodable(data, encoding, error)
    text = text.removeprefix("\ufeff")
    if match := _FORBIDDEN.search(text):
        char = f"U+{ord(match.group()):04X}"
        return Problem(
            rules.ENCODING,
            f"The control character {char} cannot stand in a YAML file.",
            "Remove it; perhaps this is not a text file, or it was pasted from one that is not.",
            place_at(text, match.start(), 1),
        )
    return text


def lines_of(text: str) -> list[str]:
    """Split text into lines, as YAML 1.2 counts them."""
    return _BREAK.split(text)


def place_at(text: str, offset: int, length: int = 0) -> Place:
    """Give the place of a character offset in a text."""
    breaks = [match.end() for match in _BREAK.finditer(text, 0, offset)]
    line, column = len(breaks) + 1, offset - (breaks[-1] if breaks else 0) + 1
    return Place(line, column, line, column + length)


def _encoding(data: bytes) -> str:
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    # Without a mark: YAML 1.2 tells UTF-16 by where the zero bytes of the first character are.
    if data[1:2] == b"\0" and data[:1] not in (b"", b"\0"):
        return "utf-16-le"
    if data[:1] == b"\0" and data[1:2] not in (b"", b"\0"):
        return "utf-16-be"
    return "utf-8"


def _undecodable(data: bytes, encoding: str, error: UnicodeDecodeError) -> Problem:
    before = data[: error.start].decode(encoding, "replace").removeprefix("\ufeff")
    return Problem(
        rules.ENCODING,
        f"Byte 0x{data[error.start]:02X} is not {encoding.upper()}.",
        "Save the file as UTF-8 (it may be Latin-1 or Windows-1252 now).",
        place_at(before, len(before), 1),
    )
