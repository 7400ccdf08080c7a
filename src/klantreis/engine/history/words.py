"""The fixed words of a history in Dutch and English, and numbers and days as either language writes them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from klantreis.engine.history.measures import Kind
from klantreis.engine.history.timeline import Series
from klantreis.language import numbers
from klantreis.language.words import words_of

DASH = "–"

_NL = {
    "history": "geschiedenis",
    "of": "van",
    "one-version": "1 versie",
    "versions": "{n} versies",
    "from-to": "van {first} tot {last}",
    "on": "op",
    "gone-now": "De klantreis is er nu niet meer: de cijfers zijn van de laatste versie die er was.",
    "skipped-count": "{n} overgeslagen",
    "skipped": "Overgeslagen",
    "course": "verloop",
    "first": "eerst",
    "now": "nu",
    "change": "verschil",
    "verdict": "oordeel",
    "target": "doel",
    "target-met": "doel gehaald",
    "better": "beter",
    "worse": "slechter",
    "same": "gelijk",
    "changed": "anders",
    "unknown": "",
    "lost": "weg",
    "date": "datum",
    "commit": "commit",
    "what": "wat",
    "by": "door",
    "worktree": "nog niet vastgelegd",
    "measures": "Hoe het de klant vergaat",
    "metrics": "Meetwaarden",
    "table": "Versie voor versie",
    "only-telling": "Alleen versies waarin een cijfer veranderde.",
    "hidden-one": "1 eerdere versie waarin een cijfer veranderde staat er niet bij.",
    "hidden": "{n} eerdere versies waarin een cijfer veranderde staan er niet bij.",
    "more-one": "en 1 meer",
    "more": "en nog {n}",
    "earlier-one": "1 oudere versie is niet gevraagd.",
    "earlier": "{n} oudere versies zijn niet gevraagd.",
    "shallow": "Deze kloon is niet volledig: oudere versies ontbreken. Haal ze op met: git fetch --unshallow",
    "uncommitted": "Nog niet vastgelegd in git: dit is alleen de stand van nu.",
    "nothing": "Geen versie kon worden gemeten.",
    "gone-deleted": "bestand verwijderd",
    "gone-absent": "klantreis niet in het bestand",
    "gone-invalid": "bevat fouten",
    "gone-unreadable": "niet te lezen",
    "gone-too-large": "te groot",
    "gone-lost": "niet in deze kloon",
    "points": "punt",
    "made": "gemaakt met klantreis",
    "from-now": "van {first} naar {last}",
    "emotion-chart": "Emotie door de tijd",
    "mean-line": "gemiddeld",
    "remembered-line": "onthouden",
}
_EN = {
    "history": "history",
    "of": "of",
    "one-version": "1 version",
    "versions": "{n} versions",
    "from-to": "from {first} to {last}",
    "on": "on",
    "gone-now": "The journey is no longer there: the figures are of its last version.",
    "skipped-count": "{n} skipped",
    "skipped": "Skipped",
    "course": "course",
    "first": "first",
    "now": "now",
    "change": "change",
    "verdict": "verdict",
    "target": "target",
    "target-met": "target met",
    "better": "better",
    "worse": "worse",
    "same": "the same",
    "changed": "changed",
    "unknown": "",
    "lost": "gone",
    "date": "date",
    "commit": "commit",
    "what": "what",
    "by": "by",
    "worktree": "not committed yet",
    "measures": "How the customer fares",
    "metrics": "Metrics",
    "table": "Version by version",
    "only-telling": "Only versions in which a figure changed.",
    "hidden-one": "1 earlier version in which a figure changed is not shown.",
    "hidden": "{n} earlier versions in which a figure changed are not shown.",
    "more-one": "and 1 more",
    "more": "and {n} more",
    "earlier-one": "1 older version was not asked for.",
    "earlier": "{n} older versions were not asked for.",
    "shallow": "This clone is not complete: older versions are missing. Get them with: git fetch --unshallow",
    "uncommitted": "Not committed to git yet: this is only how it is now.",
    "nothing": "No version could be measured.",
    "gone-deleted": "file deleted",
    "gone-absent": "journey not in the file",
    "gone-invalid": "holds mistakes",
    "gone-unreadable": "cannot be read",
    "gone-too-large": "too large",
    "gone-lost": "not in this clone",
    "points": "points",
    "made": "made with klantreis",
    "from-now": "from {first} to {last}",
    "emotion-chart": "Emotion over time",
    "mean-line": "mean",
    "remembered-line": "remembered",
}


class Words:
    """The words of one language, `nl` or `en`."""

    def __init__(self, language: str) -> None:
        self.language = "nl" if language == "nl" else "en"
        self._fixed: Mapping[str, str] = _NL if self.language == "nl" else _EN
        self._common = words_of(self.language)

    def __getitem__(self, key: str) -> str:
        return self._fixed[key]

    def say(self, key: str, **parts: str) -> str:
        """Give a phrase with its parts filled in."""
        return self._fixed[key].format(**parts)

    def count(self, key: str, number: int) -> str:
        """Give a phrase about a number of things, or the one about a single thing (`key-one`, `one-version`)."""
        single = {"versions": "one-version"}.get(key, f"{key}-one")
        return self._fixed[single] if number == 1 and single in self._fixed else self.say(key, n=self.number(number, 0))

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
