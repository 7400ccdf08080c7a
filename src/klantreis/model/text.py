"""Ids and slugs: how a title becomes the name that history hangs on."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from functools import lru_cache
from typing import TypeVar

T = TypeVar("T")

ID_PATTERN = r"^[\p{Ll}\p{Lm}\p{Lo}\p{M}\p{Nd}-]+$"
"""What an id may hold (Rust regular expression): letters without capitals, digits, hyphens."""

MAX_ID = 200
"""The longest id, in characters."""

_APOSTROPHES = {"'", "\u2019", "\u2018", "\u02bc"}
# Latin letters that Unicode does not decompose into a base letter and a mark.
_LATIN = str.maketrans({"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ð": "d", "ł": "l", "þ": "th", "ı": "i"})


@lru_cache(maxsize=8192)
def slug(title: str) -> str:
    """Give the id that a title stands for.

    Lower case; Latin letters lose their marks (`Oriëntatie` is `orientatie`), other scripts keep
    theirs; apostrophes vanish (`Foto's` is `fotos`); every other run of signs is one hyphen.
    The result may be empty (`!!!`): the caller then asks for an `id`.
    """
    # No title is that long, and decomposing one could take for ever.
    title = title[: 2 * MAX_ID]
    if title.isascii() and title.isalpha():
        return title.lower()[:MAX_ID]
    letters: list[str] = []
    latin = False
    for char in unicodedata.normalize("NFKD", title.lower()).lower().translate(_LATIN):
        if unicodedata.category(char)[0] == "M":
            # A mark on a Latin letter goes; a vowel sign of another script is a letter of its own.
            if not latin and letters and letters[-1] != "-":
                letters.append(char)
        elif char.isalnum():
            latin = char < "\u0250"
            letters.append(char)
        elif char not in _APOSTROPHES and letters and letters[-1] != "-":
            letters.append("-")
    return unicodedata.normalize("NFC", "".join(letters).strip("-"))[:MAX_ID].strip("-")


def under(key: str, mapping: Mapping[str, T]) -> T | None:
    """Give what a mapping holds under an id, however its key was written: the id, or a title with that slug."""
    if key in mapping:
        return mapping[key]
    return next((value for written, value in mapping.items() if slug(written) == key), None)


def is_id(value: str) -> bool:
    """Tell whether a value is in id form: lower-case letters of any script, digits and hyphens only."""
    return bool(value) and value == value.lower() and all(char == "-" or _in_id(char) for char in value)


def _in_id(char: str) -> bool:
    return char.isalnum() or unicodedata.category(char)[0] == "M"
