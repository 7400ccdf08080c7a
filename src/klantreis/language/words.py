"""The fixed words of pictures and reports, in the languages there is a catalogue of.

A language is a folder of `catalogues`, named after its code: copy `en`, translate, done. Its `__init__`
says how it counts and writes numbers; each file holds the words of one subject, as `WORDS` and `COUNTS`
(nouns in the forms that go with a number).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib import import_module
from typing import Any

_CODE = re.compile(r"[a-z]{2,3}\Z")
DEFAULT, _ELSEWHERE = "nl", "en"
"""The language of a journey that names none, and of one in a language we have no words of."""


@dataclass(frozen=True, slots=True)
class Words:
    """A language's words on one subject. `decimal` and `thousands` are its signs in numbers."""

    language: str
    fixed: Mapping[str, str]
    lanes: Mapping[str, tuple[str, str]]
    counts: Mapping[str, tuple[str, ...]]
    numerals: tuple[str, ...]
    months: tuple[str, ...]
    units: Mapping[str, tuple[str, ...]]
    decimal: str
    thousands: str
    quotes: tuple[str, str] = ("“", "”")
    form: Callable[[float], int] = field(default=lambda number: int(number != 1), compare=False)

    def __getitem__(self, key: str) -> str:
        return self.fixed[key]

    def about(self, subject: str) -> Words:
        """Give the same language's words on another subject: a file of its catalogue, as `flow`."""
        return _about(self.language, subject)

    def count(self, key: str, number: int) -> str:
        """Give a number with its noun, to stay on one line: `9 contactmomenten`."""
        return f"{number} {self.counts[key][self.form(number)]}".replace(" ", "\u00a0")

    def spelled(self, key: str, number: int) -> str:
        """Give a number with its noun, up to twelve in letters: `twee fasen overgeslagen`."""
        numeral = self.numerals[number] if number < len(self.numerals) else str(number)
        return f"{numeral} {self.counts[key][self.form(number)]}"

    def unit(self, name: str, number: float) -> str:
        """Give a unit of time in the form that goes with a number."""
        return self.units[name][self.form(number)]

    def quoted(self, text: str) -> str:
        """Give what somebody says or thinks, between quotation marks, unless it has them."""
        bare = text[0] in "“\"‘'„«" and text[-1] in "”\"’'“»" if len(text) > 1 else False
        return text if bare else f"{self.quotes[0]}{text}{self.quotes[1]}"


@cache
def words_of(language: str) -> Words:
    """Give the words of the map for a journey's language: Dutch when empty, English for one we do not know."""
    code = code_of(language)
    return _about((code if known(code) else _ELSEWHERE) if code else DEFAULT, "map")


def code_of(language: str) -> str:
    """Give the code of a language, without its region: `en` of `en-GB`."""
    return language.strip().lower().replace("_", "-").split("-")[0]


def known(code: str) -> bool:
    """Tell whether there is a catalogue of a language, by its code (`nl`)."""
    return _catalogue(code) is not None


def languages() -> list[str]:
    """Give the codes of all languages there is a catalogue of."""
    from importlib.resources import files

    folders = files(f"{__package__}.catalogues").iterdir()
    return sorted(folder.name for folder in folders if known(folder.name))


@cache
def _catalogue(code: str) -> Any:
    if not _CODE.match(code):
        return None
    name = f"{__package__}.catalogues.{code}"
    try:
        return import_module(name)
    except ModuleNotFoundError as error:
        if error.name != name:
            raise
        return None


def subject_of(code: str, subject: str) -> Any:
    """Give a file of a language's catalogue as a module: `subject_of("nl", "sentences")`."""
    return import_module(f"{__package__}.catalogues.{code}.{subject}")


@cache
def _about(code: str, subject: str) -> Words:
    language, words = _catalogue(code), subject_of(code, subject)
    return Words(
        code,
        words.WORDS,
        getattr(words, "LANES", {}),
        words.COUNTS,
        language.NUMERALS,
        language.MONTHS,
        language.UNITS,
        language.DECIMAL,
        language.THOUSANDS,
        language.QUOTES,
        language.form,
    )
