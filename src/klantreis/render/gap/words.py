"""The fixed words of the gap's page and picture."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from klantreis.language.words import Words, words_of


@dataclass(frozen=True, slots=True)
class Terms:
    """The words of the gap in one language, with those of the map."""

    words: Words
    fixed: Mapping[str, str]

    def __getitem__(self, key: str) -> str:
        return self.fixed[key]


def terms_of(language: str) -> Terms:
    """Give the words of a language: Dutch when empty, English for one we do not know."""
    words = words_of(language)
    return Terms(words, words.about("gap").fixed)
