"""The fixed words of the map, in Dutch and English: exactly the words of docs and interface.

A language is a catalogue; to add one, copy `en`, translate, and add it to `CATALOGUES`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

_NL = {
    "map": "klantreis",
    "current": "huidig",
    "dream": "droom",
    "near": "over 1 tot 2 jaar",
    "far": "over 5 jaar",
    "by": "tegen",
    "mean": "Gemiddeld",
    "remembered": "Onthouden",
    "evidence": "Bewijs",
    "checked": "Getoetst",
    "peak": "piek",
    "end": "einde",
    "high": "hoogtepunt",
    "low": "dieptepunt",
    "of": "van",
    "unchecked": "nog niet",
    "again": "opnieuw op",
    "again-period": "opnieuw in",
    "no-emotion": "geen emoties genoteerd",
    "unsaid": "zonder bewijs",
    "by-customers": "bij klanten",
    "trigger": "Aanleiding",
    "scenario": "Scenario",
    "goal": "Doel van de klant",
    "expectations": "De klant verwacht",
    "business_goals": "Wij willen bereiken",
    "metrics": "Meetwaarden",
    "needs": "Behoeften",
    "preferences": "Voorkeuren",
    "makers": "Gemaakt door",
    "owner": "Eigenaar",
    "duration": "Duur",
    "drops": "Weggelaten",
    "superfluous": "overbodig",
    "automated": "geautomatiseerd",
    "segment": "Segment",
    "links": "Meer lezen",
    "sources": "Bronnen",
    "tags": "Labels",
    "target": "doel",
    "assumption": "aanname",
    "optional": "optioneel",
    "zoom": "zie",
    "by-customer": "klant begint",
    "by-organisation": "organisatie begint",
    "or": "of",
    "solves": "tegen",
    "exit": "haakt af",
    "on": "gaat naar",
    "picture": "beeld",
    "impact": "impact",
    "effort": "moeite",
    "severity": "ernst",
    "low-severity": "laag",
    "medium-severity": "middel",
    "high-severity": "hoog",
    "phase": "Fase",
    "loop": "bij een volgende aankoop direct naar “{phase}”",
    "loop-self": "blijft in “{phase}”",
    "legend": "Legenda",
    "moment_of_truth": "moment van de waarheid",
    "positive": "positief",
    "negative": "negatief",
    "made": "gemaakt met klantreis",
    "zmot": "vóór het zoeken",
    "fmot": "bij de keuze",
    "smot": "bij het gebruik",
    "umot": "bij het vertellen",
    "call": "vraagt",
    "serves": "voor",
    "information": "Waarom deze informatie",
    "timing": "Waarom nu",
    "motivation-sources": "Waarom daar",
    "choice": "Waarom deze keuze",
    "purchase": "Waar en wanneer gekocht",
    "exceeds": "Overtreft met",
    "interview": "interview",
    "survey": "enquête",
    "analytics": "webdata",
    "observation": "observatie",
    "support-log": "contactlog",
    "workshop": "workshop",
    "ongoing": "doorlopend",
    "none": "geen contact",
    "curve": "Emotiecurve",
    "unchecked-mark": "aanname, nog niet getoetst",
    "switch": "ander kanaal dan hiervoor",
    "missing": "beeld niet gevonden",
    "visibility": "zichtlijn: wat eronder staat, ziet de klant niet",
}
_EN = {
    "map": "customer journey",
    "current": "current",
    "dream": "dream",
    "near": "in 1 to 2 years",
    "far": "in 5 years",
    "by": "by",
    "mean": "Mean",
    "remembered": "Remembered",
    "evidence": "Evidence",
    "checked": "Checked",
    "peak": "peak",
    "end": "end",
    "high": "high point",
    "low": "low point",
    "of": "of",
    "unchecked": "not yet",
    "again": "again on",
    "again-period": "again in",
    "no-emotion": "no emotions noted",
    "unsaid": "without evidence",
    "by-customers": "with customers",
    "trigger": "Trigger",
    "scenario": "Scenario",
    "goal": "The customer’s goal",
    "expectations": "The customer expects",
    "business_goals": "We aim for",
    "metrics": "Metrics",
    "needs": "Needs",
    "preferences": "Preferences",
    "makers": "Made by",
    "owner": "Owner",
    "duration": "Duration",
    "drops": "Left out",
    "superfluous": "superfluous",
    "automated": "automated",
    "segment": "Segment",
    "links": "Read more",
    "sources": "Sources",
    "tags": "Tags",
    "target": "target",
    "assumption": "assumption",
    "optional": "optional",
    "zoom": "see",
    "by-customer": "customer begins",
    "by-organisation": "organisation begins",
    "or": "or",
    "solves": "against",
    "exit": "leave",
    "on": "go to",
    "picture": "picture",
    "impact": "impact",
    "effort": "effort",
    "severity": "severity",
    "low-severity": "low",
    "medium-severity": "medium",
    "high-severity": "high",
    "phase": "Phase",
    "loop": "next time straight to “{phase}”",
    "loop-self": "stays in “{phase}”",
    "legend": "Legend",
    "moment_of_truth": "moment of truth",
    "positive": "positive",
    "negative": "negative",
    "made": "made with klantreis",
    "zmot": "before searching",
    "fmot": "when choosing",
    "smot": "when using",
    "umot": "when telling others",
    "call": "asks",
    "serves": "for",
    "information": "Why this information",
    "timing": "Why then",
    "motivation-sources": "Why there",
    "choice": "Why this choice",
    "purchase": "Where and when they buy",
    "exceeds": "Exceeded by",
    "interview": "interview",
    "survey": "survey",
    "analytics": "analytics",
    "observation": "observation",
    "support-log": "support log",
    "workshop": "workshop",
    "ongoing": "ongoing",
    "none": "no contact",
    "curve": "Emotion curve",
    "unchecked-mark": "assumption, not yet checked",
    "switch": "another channel than before",
    "missing": "picture not found",
    "visibility": "line of visibility: the customer sees nothing below it",
}

_LANES_NL = {
    "goal": ("Doel", "van de klant in deze fase"),
    "touchpoints": ("Contactmoment", "waar, via wie"),
    "image": ("Beeld", ""),
    "emotion": ("Emotie", "van −2 tot +2; de stippellijn is neutraal"),
    "thoughts": ("Gedachten", "wat de klant denkt"),
    "actions": ("Klantacties", "wat de klant doet"),
    "description": ("Wat er gebeurt", ""),
    "questions": ("Vragen", "van de klant in deze fase"),
    "motivations": ("Motivaties", "waarom de klant zo zoekt en kiest"),
    "expectation": ("Verwachting", "wat de klant vooraf denkt"),
    "experience": ("Beleving", "wat er echt gebeurt"),
    "moment_of_truth": ("Moment van de waarheid", "hier kan en moet het beter dan verwacht"),
    "pains": ("Pijnpunten", "stippen: ernst"),
    "gains": ("Hoogtepunten", "wat verrast of blij maakt"),
    "barriers": ("Barrières", "wat de klant in deze fase tegenhoudt; stippen: ernst"),
    "opportunities": ("Kansen", "balk: impact, streepje: moeite"),
    "core_values": ("Kernwaarden", "wat de klant proeft"),
    "metrics": ("Meetwaarden", "streepje: doel"),
    "content": ("Content", "wat we in deze fase bieden"),
    "artefacts": ("Zichtbaar", "wat de klant ziet of vasthoudt"),
    "frontstage": ("Frontstage", "in het zicht van de klant"),
    "backstage": ("Backstage", "achter de schermen"),
    "support_processes": ("Ondersteunende processen", ""),
    "next": ("Vervolg", "wat de klant daarna doet"),
    "replaces": ("In plaats van", "stappen uit de huidige klantreis"),
    "tags": ("Labels", ""),
    "evidence": ("Bewijs", "waar dit op rust"),
    "loop": ("Loyaliteitslus", "waar een trouwe klant instapt"),
}
_LANES_EN = {
    "goal": ("Goal", "of the customer in this phase"),
    "touchpoints": ("Touchpoint", "where, through whom"),
    "image": ("Picture", ""),
    "emotion": ("Emotion", "from −2 to +2; the dotted line is neutral"),
    "thoughts": ("Thoughts", "what the customer thinks"),
    "actions": ("Actions", "what the customer does"),
    "description": ("What happens", ""),
    "questions": ("Questions", "of the customer in this phase"),
    "motivations": ("Motivations", "why the customer searches and chooses so"),
    "expectation": ("Expectation", "what the customer thinks beforehand"),
    "experience": ("Experience", "what really happens"),
    "moment_of_truth": ("Moment of truth", "where the expectation can and must be exceeded"),
    "pains": ("Pain points", "dots: severity"),
    "gains": ("Gains", "what delights"),
    "barriers": ("Barriers", "what stops the customer in this phase; dots: severity"),
    "opportunities": ("Opportunities", "bar: impact, tick: effort"),
    "core_values": ("Core values", "what the customer tastes"),
    "metrics": ("Metrics", "tick: target"),
    "content": ("Content", "what we offer in this phase"),
    "artefacts": ("Visible", "what the customer sees or holds"),
    "frontstage": ("Frontstage", "in the customer’s sight"),
    "backstage": ("Backstage", "behind the scenes"),
    "support_processes": ("Support processes", ""),
    "next": ("What follows", "what the customer does next"),
    "replaces": ("Instead of", "steps of the current journey"),
    "tags": ("Tags", ""),
    "evidence": ("Evidence", "what this rests on"),
    "loop": ("Loyalty loop", "where a loyal customer re-enters"),
}

_COUNTS_NL = {
    "touchpoint": ("contactmoment", "contactmomenten"),
    "assumption": ("aanname", "aannames"),
    "switch": ("kanaalwissel", "kanaalwissels"),
    "skipped": ("fase overgeslagen", "fasen overgeslagen"),
}
_COUNTS_EN = {
    "touchpoint": ("touchpoint", "touchpoints"),
    "assumption": ("assumption", "assumptions"),
    "switch": ("channel switch", "channel switches"),
    "skipped": ("phase skipped", "phases skipped"),
}
_NUMERALS_NL = ("nul", "één", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf", "twaalf")
_NUMERALS_EN = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_MONTHS_NL = ("jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec")
_MONTHS_EN = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_UNITS_NL = {
    "minute": ("minuut", "minuten"),
    "hour": ("uur", "uur"),
    "day": ("dag", "dagen"),
    "week": ("week", "weken"),
    "month": ("maand", "maanden"),
    "year": ("jaar", "jaar"),
}
_UNITS_EN = {
    "minute": ("minute", "minutes"),
    "hour": ("hour", "hours"),
    "day": ("day", "days"),
    "week": ("week", "weeks"),
    "month": ("month", "months"),
    "year": ("year", "years"),
}


@dataclass(frozen=True, slots=True)
class Words:
    """A language's fixed words. `decimal` and `thousands` are its signs in numbers."""

    language: str
    fixed: Mapping[str, str]
    lanes: Mapping[str, tuple[str, str]]
    counts: Mapping[str, tuple[str, str]]
    numerals: tuple[str, ...]
    months: tuple[str, ...]
    units: Mapping[str, tuple[str, str]]
    decimal: str
    thousands: str
    quotes: tuple[str, str] = ("“", "”")

    def __getitem__(self, key: str) -> str:
        return self.fixed[key]

    def count(self, key: str, number: int) -> str:
        """Give a number with its noun, to stay on one line: `9 contactmomenten`."""
        return f"{number} {self.counts[key][number != 1]}".replace(" ", "\u00a0")

    def spelled(self, key: str, number: int) -> str:
        """Give a number with its noun, up to twelve in letters: `twee fasen overgeslagen`."""
        numeral = self.numerals[number] if number < len(self.numerals) else str(number)
        return f"{numeral} {self.counts[key][number != 1]}"

    def quoted(self, text: str) -> str:
        """Give what somebody says or thinks, between quotation marks, unless it has them."""
        bare = text[0] in "“\"‘'„«" and text[-1] in "”\"’'“»" if len(text) > 1 else False
        return text if bare else f"{self.quotes[0]}{text}{self.quotes[1]}"


CATALOGUES = {
    "nl": Words("nl", _NL, _LANES_NL, _COUNTS_NL, _NUMERALS_NL, _MONTHS_NL, _UNITS_NL, ",", "."),
    "en": Words("en", _EN, _LANES_EN, _COUNTS_EN, _NUMERALS_EN, _MONTHS_EN, _UNITS_EN, ".", ","),
}


@cache
def words_of(language: str) -> Words:
    """Give the words for a journey's language: Dutch when empty, English for one we do not know."""
    code = language.strip().lower().replace("_", "-").split("-")[0]
    return CATALOGUES["nl"] if not code else CATALOGUES.get(code, CATALOGUES["en"])
