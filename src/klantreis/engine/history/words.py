"""The fixed words of a history in Dutch and English, and numbers and days as either language writes them."""

from __future__ import annotations

from datetime import datetime

from klantreis.engine.history.measures import Kind
from klantreis.engine.history.timeline import Series
from klantreis.language import numbers
from klantreis.language.words import words_of

DASH = "–"


class Words:
    """The words of one language."""

    def __init__(self, language: str) -> None:
        self._common = words_of(language)
        self._own = self._common.about("history")
        self.language = self._common.language

    def __getitem__(self, key: str) -> str:
        return self._own[key]

    def say(self, key: str, **parts: str) -> str:
        """Give a phrase with its parts filled in."""
        return self._own[key].format(**parts)

    def count(self, key: str, number: int) -> str:
        """Give a phrase about a number of things, or the one about a single thing (`key-one`, `one-version`)."""
        single = {"versions": "one-version"}.get(key, f"{key}-one")
        return (
            self._own[single] if number == 1 and single in self._own.fixed else self.say(key, n=self.number(number, 0))
        )

    def number(self, value: float, digits: int | None = None) -> str:
        """Give a number with the language's signs; without `digits` at most two, and no trailing zeros."""
        return numbers.number(value, self._common, digits)

    def value(self, kind: Kind, value: float | None, unit: str = "") -> str:
        """Give a figure of a kind: `+0,71`, `42%`, `12`; a dash for none."""
        if value is None:
            return DASH
        if kind == "share":
            return f"{self.number(100 * value, 0)}%"
        if kind == "score":
            return self._signed(value)
        return self.number(value) + ("%" if unit == "%" else "")

    def whole(self, value: float) -> str:
        """Give a whole emotion along an axis: `+2`."""
        return self._plus(value) + self.number(value, 0)

    def difference(self, kind: Kind, value: float | None) -> str:
        """Give a change of a figure, with its sign; of percentages in points."""
        if value is None:
            return ""
        if kind == "share":
            text = f"{self._plus(100 * value, 0)}{self.number(100 * value, 0)}"
        else:
            text = self._signed(value) if kind == "score" else self._plus(value) + self.number(value)
        if not any(char in "123456789" for char in text):
            return "0"
        return f"{text} {self['points']}" if kind == "share" else text

    def verdict(self, series: Series) -> str:
        """Give which way a measure went, in a word."""
        return self["lost"] if series.last is None else self[series.verdict]

    def day(self, when: datetime | None) -> str:
        """Give a day: `1 okt 2026`; `nu` for what was not committed."""
        return numbers.on_day(when, self._common) if when else self["now"]

    def month(self, year: int, month: int) -> str:
        """Give a month: `okt 2026`."""
        return f"{self._common.months[month - 1]} {year}"

    def _signed(self, value: float) -> str:
        return self._plus(value) + self.number(value, 2)

    def _plus(self, value: float, digits: int | None = None) -> str:
        return "+" if value > 0 and any(char in "123456789" for char in self.number(value, digits)) else ""
