"""The fixed words of a gap and a diff.

What the map says too (the names of the scores, units, months) comes from `klantreis.language.words`.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from klantreis.language.words import Words, words_of


@dataclass(frozen=True, slots=True)
class Terms:
    """The words of a report in one language, with those of the map in `words`."""

    words: Words
    own: Words

    def __getitem__(self, key: str) -> str:
        return self.own[key]

    @property
    def language(self) -> str:
        """The language's code."""
        return self.words.language

    def count(self, key: str, number: int) -> str:
        """Give a number with its word: `2 open vragen`."""
        return self.own.count(key, number).replace("\u00a0", " ")

    def topic(self, topic: str) -> str:
        """Give what a topic is called."""
        return self.own[f"topic-{topic}"]

    def verdict(self, verdict: str) -> str:
        """Give a verdict in a word or two."""
        return self.own["open-question" if verdict == "open" else verdict]


@cache
def terms_of(language: str) -> Terms:
    """Give the words for a journey's language: Dutch when empty, English for one we do not know."""
    words = words_of(language)
    return Terms(words, words.about("comparison"))
