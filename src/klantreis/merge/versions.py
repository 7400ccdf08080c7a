"""The bytes of a version to text, with what its lines end in, and text to data."""

from __future__ import annotations

import codecs
import re
from collections import Counter
from dataclasses import dataclass
from typing import Any

from klantreis.merge.pieces import DoubtError
from klantreis.source.decode import decode
from klantreis.source.problem import Problem
from klantreis.source.reader import MAX_BYTES, parse

_TABBED = re.compile(r"^ *\t[ \t]*[^ \t\n]", re.MULTILINE)
_BREAK = re.compile(r"\r\n|\r|\n")
_OURS = "klantreis"


@dataclass(frozen=True, slots=True)
class Written:
    """How a file is written: what its lines end in, and whether a byte order mark begins it."""

    ending: str = "\n"
    mark: bool = False


@dataclass(frozen=True, slots=True)
class Version:
    """One version of a file: its text with plain line ends, and how it was written; nothing for an empty one."""

    text: str
    written: Written | None


def read_version(data: bytes) -> Version:
    """Read a version of a file. Raises `DoubtError` when it is no text, or written unusually."""
    if not data.strip():
        return Version("", None)
    if len(data) > MAX_BYTES:
        raise DoubtError("it is too large")
    text = decode(data)
    if isinstance(text, Problem) or data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) or b"\0" in data:
        raise DoubtError("it is not UTF-8")
    ends = Counter(_BREAK.findall(text))
    if len(ends) > 1 or "\r" in ends:
        raise DoubtError("its lines end in different ways")
    plain = text.replace("\r\n", "\n")
    if _TABBED.search(plain):
        raise DoubtError("a tab stands where spaces do")
    return Version(plain, Written(next(iter(ends), "\n"), data.startswith(codecs.BOM_UTF8)))


def documents_of(text: str) -> list[Any]:
    """Give the data of a text. Raises `DoubtError` when it has mistakes in its YAML, or is not one of ours."""
    if not text:
        return []
    parsed = parse(text)
    if parsed.problems or not parsed.documents:
        raise DoubtError("it has mistakes in its YAML")
    if not isinstance(parsed.documents[0], dict) or _OURS not in parsed.documents[0]:
        raise DoubtError("it is not one of ours")
    return parsed.documents
