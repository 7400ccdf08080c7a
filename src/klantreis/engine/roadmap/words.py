"""The fixed words of a roadmap; those of the map come from `klantreis.language.words`."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from klantreis.language.words import Words, words_of


@dataclass(frozen=True, slots=True)
class Terms:
    """The words of a roadmap in one language; `words` are those of the map."""

    words: Words
    own: Words

    def __getitem__(self, key: str) -> str:
        return self.own[key]

    @property
    def language(self) -> str:
        """The language's code."""
        return self.words.language

    def count(self, key: str, number: int) -> str:
        """Give a number with its noun: `1 pijnpunt`."""
        return self.own.count(key, number).replace("\u00a0", " ")

    def listed(self, items: tuple[str, ...] | list[str], most: int = 6) -> str:
        """Give a list in a sentence: `a, b en c`, or `a, b en nog 3`."""
        if len(items) > most:
            return f"{', '.join(items[: most - 1])} {self['more'].format(count=len(items) - most + 1)}"
        return items[0] if len(items) == 1 else f"{', '.join(items[:-1])} {self['and']} {items[-1]}" if items else ""


@cache
def terms_of(language: str) -> Terms:
    """Give the words for a language: Dutch when empty, English for one we do not know."""
    words = words_of(language)
    return Terms(words, words.about("roadmap"))
