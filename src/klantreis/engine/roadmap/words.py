"""The fixed words of a roadmap, in Dutch and English; those of the map come from `klantreis.language.words`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from klantreis.language.words import Words as MapWords
from klantreis.language.words import words_of

_NL = {
    "roadmap": "roadmap",
    "from-to": "Van {old} naar {new}",
    "coverage": "Dekking",
    "covered": "{covered} van de {total} veranderingen",
    "nothing": "niets te doen",
    "done": "Klaar",
    "now": "Nu",
    "next": "Straks",
    "later": "Later",
    "undated": "Nog geen datum",
    "done-below": "al gedaan",
    "now-below": "waar aan gewerkt wordt",
    "next-below": "binnen een half jaar",
    "later-below": "ooit, of nog een idee",
    "undated-below": "nog niet gepland",
    "today": "vandaag",
    "status-done": "klaar",
    "status-doing": "bezig",
    "status-planned": "gepland",
    "status-idea": "idee",
    "status-dropped": "gestopt",
    "status-": "status onbekend",
    "owner": "Eigenaar",
    "nobody": "Nog geen eigenaar",
    "initiatives": "Initiatieven",
    "initiative": "Initiatief",
    "when": "Wanneer",
    "status": "Status",
    "impact": "impact",
    "effort": "moeite",
    "weighed": "impact {impact}, moeite {effort}",
    "unknown": "onbekend",
    "derived": "geschat naar de kansen die het benut",
    "solves": "Lost op",
    "improves": "Werkt aan",
    "takes": "Benut",
    "reaches": "Doel",
    "target": "{name} naar {value}",
    "first": "Eerst",
    "from": "vanaf {when}",
    "until": "tot en met {when}",
    "closes-nothing": "Brengt de droom niet dichterbij: het sluit niets van de gap.",
    "is-overdue": "Had {when} klaar moeten zijn.",
    "is-late": "Wacht op {title}, dat pas later klaar is.",
    "is-late-ends": "Wacht op {title}, dat pas {when} klaar is.",
    "look-at": "Let op",
    "dropped": "Gestopt",
    "open": "Nog geen initiatief voor",
    "all-covered": "Voor alles wat de droom vraagt, is er een initiatief.",
    "states": "Zo wordt de klantreis",
    "state-today": "Nu",
    "state-after": "Na {when}",
    "state-after-undated": "Ooit",
    "state-after-now": "Na nu",
    "state-after-next": "Na straks",
    "state-after-later": "Na later",
    "state-after-done": "Nu",
    "state-dream": "De droom",
    "mean": "Gemiddeld",
    "remembered": "Onthouden",
    "pains": "Pijnpunten",
    "steps": "Stappen",
    "so-far": "gedaan",
    "changes": "Wat er verandert",
    "end": "Dit blijft over",
    "legend-curve": "de emotiecurve op dat moment",
    "legend-dream": "de droom",
    "legend-arrow": "moet eerst klaar zijn",
    "legend-late": "wacht op iets dat later klaar is",
    "legend-bar": "balk: impact, streepje: moeite",
    "timeline": "Tijdlijn",
    "chart": "Emotiecurve {when}: gemiddeld {mean}, onthouden {remembered}",
    "made": "gemaakt met klantreis",
    "more": "en nog {count}",
    "and": "en",
    "moment": "Moment",
    "start": "Begin",
    "ends": "Einde",
    "no-initiatives": "Er staan nog geen initiatieven op.",
}
_EN = {
    "roadmap": "roadmap",
    "from-to": "From {old} to {new}",
    "coverage": "Coverage",
    "covered": "{covered} of {total} changes",
    "nothing": "nothing to do",
    "done": "Done",
    "now": "Now",
    "next": "Next",
    "later": "Later",
    "undated": "No date yet",
    "done-below": "finished",
    "now-below": "being worked on",
    "next-below": "within half a year",
    "later-below": "one day, or still an idea",
    "undated-below": "not planned yet",
    "today": "today",
    "status-done": "done",
    "status-doing": "doing",
    "status-planned": "planned",
    "status-idea": "idea",
    "status-dropped": "dropped",
    "status-": "status unknown",
    "owner": "Owner",
    "nobody": "No owner yet",
    "initiatives": "Initiatives",
    "initiative": "Initiative",
    "when": "When",
    "status": "Status",
    "impact": "impact",
    "effort": "effort",
    "weighed": "impact {impact}, effort {effort}",
    "unknown": "unknown",
    "derived": "estimated by the opportunities it takes",
    "solves": "Solves",
    "improves": "Works on",
    "takes": "Takes",
    "reaches": "Target",
    "target": "{name} to {value}",
    "first": "First",
    "from": "from {when}",
    "until": "until {when}",
    "closes-nothing": "Brings the dream no closer: it closes nothing of the gap.",
    "is-overdue": "Should have been done by {when}.",
    "is-late": "Waits for {title}, which is finished later.",
    "is-late-ends": "Waits for {title}, which is finished only by {when}.",
    "look-at": "Look at",
    "dropped": "Dropped",
    "open": "No initiative yet for",
    "all-covered": "Everything the dream asks for has an initiative.",
    "states": "What the journey becomes",
    "state-today": "Today",
    "state-after": "After {when}",
    "state-after-undated": "One day",
    "state-after-now": "After now",
    "state-after-next": "After next",
    "state-after-later": "After later",
    "state-after-done": "Today",
    "state-dream": "The dream",
    "mean": "Mean",
    "remembered": "Remembered",
    "pains": "Pain points",
    "steps": "Steps",
    "so-far": "done",
    "changes": "What changes",
    "end": "This is left",
    "legend-curve": "the emotion curve at that moment",
    "legend-dream": "the dream",
    "legend-arrow": "must be done first",
    "legend-late": "waits for what is finished later",
    "legend-bar": "bar: impact, tick: effort",
    "timeline": "Timeline",
    "chart": "Emotion curve {when}: mean {mean}, remembered {remembered}",
    "made": "made with klantreis",
    "more": "and {count} more",
    "and": "and",
    "moment": "Moment",
    "start": "Start",
    "ends": "End",
    "no-initiatives": "There are no initiatives on it yet.",
}

_COUNTS_NL = {"pain": ("pijnpunt", "pijnpunten"), "step": ("stap", "stappen")}
_COUNTS_EN = {"pain": ("pain point", "pain points"), "step": ("step", "steps")}


@dataclass(frozen=True, slots=True)
class Terms:
    """The words of a roadmap in one language; `words` are those of the map."""

    words: MapWords
    fixed: Mapping[str, str]
    counts: Mapping[str, tuple[str, str]]

    def __getitem__(self, key: str) -> str:
        return self.fixed[key]

    @property
    def language(self) -> str:
        """The language's code."""
        return self.words.language

    def count(self, key: str, number: int) -> str:
        """Give a number with its noun: `1 pijnpunt`."""
        return f"{number} {self.counts[key][number != 1]}"

    def listed(self, items: tuple[str, ...] | list[str], most: int = 6) -> str:
        """Give a list in a sentence: `a, b en c`, or `a, b en nog 3`."""
        if len(items) > most:
            return f"{', '.join(items[: most - 1])} {self['more'].format(count=len(items) - most + 1)}"
        return items[0] if len(items) == 1 else f"{', '.join(items[:-1])} {self['and']} {items[-1]}" if items else ""


CATALOGUES = {"nl": Terms(words_of("nl"), _NL, _COUNTS_NL), "en": Terms(words_of("en"), _EN, _COUNTS_EN)}


@cache
def terms_of(language: str) -> Terms:
    """Give the words for a language: Dutch when empty, English for one we do not know."""
    return CATALOGUES[words_of(language).language]
