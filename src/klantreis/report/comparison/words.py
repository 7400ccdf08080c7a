"""The fixed words of a gap and a diff, in Dutch and English.

What the map says too (the names of the scores, units, months) comes from `klantreis.language.words`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from klantreis.language.words import Words, words_of

_NL = {
    "gap": "Gap-analyse",
    "diff": "Verschillen",
    "journey": "Klantreis",
    "mean": "Gemiddeld",
    "remembered": "Onthouden",
    "steps": "Stappen van de klant",
    "pains": "Pijnpunten",
    "coverage": "Dekking roadmap",
    "covered": "{share}: voor {covered} van de {total} veranderingen is er een initiatief",
    "nothing-to-cover": "er is niets te doen",
    "differences": "Verschillen",
    "unknown": "onbekend",
    "plan-change": "Het plan is gewijzigd: dit is een droom naast een eerdere versie ervan.",
    "no-differences": "Geen verschillen.",
    "whole": "De hele klantreis",
    "phase": "Fase",
    "step": "Stap",
    "was": "was: {title}",
    "texts": "Anders opgeschreven",
    "opportunities": "Kansen, de beste eerst",
    "opportunity": "Kans",
    "at": "bij {title}",
    "impact": "Impact",
    "effort": "Moeite",
    "weighed": "impact {impact}, moeite {effort}",
    "dream-takes": "In de droom",
    "taken": "benut",
    "left": "blijft liggen",
    "nobody": "nog geen initiatief",
    "by-whom": "Wie het doet",
    "roadmap": "Roadmap",
    "initiative": "Initiatief",
    "owner": "Eigenaar",
    "when": "Wanneer",
    "status": "Status",
    "works-on": "Werkt aan",
    "open": "Nog geen initiatief voor",
    "open-mark": "nog geen initiatief",
    "idle": "Initiatieven die de droom niet dichterbij brengen",
    "late": "Initiatieven die wachten op iets dat later klaar is",
    "waits": "{title} wacht op {needed}, dat later klaar is ({end}).",
    "lookalikes": "Misschien dezelfde stap",
    "looks-like": "{new} lijkt op {old}. Is het dezelfde stap? Zet er dan {key} bij.",
    "from": "vanaf {when}",
    "until": "tot en met {when}",
    "undated": "nog niet gepland",
    "no-owner": "nog geen eigenaar",
    "legend": "▲ beter   ▼ slechter   ? open vraag   ● anders   (één teken: klein, drie: groot)",
    "improvement": "beter",
    "regression": "slechter",
    "neutral": "anders",
    "open-question": "open vraag",
    "size-1": "klein",
    "size-2": "middel",
    "size-3": "groot",
    "worse": "Wat slechter wordt",
    "added": "Nieuwe klantreis",
    "removed": "Verwijderde klantreis",
    "renamed": "Hernoemd",
    "same": "Ongewijzigd",
    "changed": "Gewijzigd",
    "skipped": "Overgeslagen",
    "topic": "Onderwerp",
    "what": "Wat er verschilt",
    "verdict": "Oordeel",
    "size": "Grootte",
    "before": "Voor",
    "after": "Na",
    "why": "Waarom",
    "gap-work": "Werk",
    "work-open": "open",
    "work-closed": "heeft initiatief",
    "start": "Begin",
    "end": "Einde",
    "yes": "ja",
    "no": "nee",
    "idea": "idee",
    "planned": "gepland",
    "doing": "bezig",
    "done": "klaar",
    "dropped": "gestopt",
    "gone": "weg",
    "come": "erbij",
    "cut": "… en nog {rest}.",
}
_EN = {
    "gap": "Gap analysis",
    "diff": "Differences",
    "journey": "Journey",
    "mean": "Mean",
    "remembered": "Remembered",
    "steps": "Steps for the customer",
    "pains": "Pain points",
    "coverage": "Roadmap coverage",
    "covered": "{share}: {covered} of {total} changes have an initiative",
    "nothing-to-cover": "there is nothing to do",
    "differences": "Differences",
    "unknown": "unknown",
    "plan-change": "The plan has changed: this is a dream beside an earlier version of itself.",
    "no-differences": "No differences.",
    "whole": "The whole journey",
    "phase": "Phase",
    "step": "Step",
    "was": "was: {title}",
    "texts": "Written otherwise",
    "opportunities": "Opportunities, the best first",
    "opportunity": "Opportunity",
    "at": "at {title}",
    "impact": "Impact",
    "effort": "Effort",
    "weighed": "impact {impact}, effort {effort}",
    "dream-takes": "In the dream",
    "taken": "taken",
    "left": "left",
    "nobody": "no initiative yet",
    "by-whom": "Who does it",
    "roadmap": "Roadmap",
    "initiative": "Initiative",
    "owner": "Owner",
    "when": "When",
    "status": "Status",
    "works-on": "Works on",
    "open": "No initiative yet for",
    "open-mark": "no initiative yet",
    "idle": "Initiatives that bring the dream no closer",
    "late": "Initiatives that wait for something finished later",
    "waits": "{title} waits for {needed}, which is finished later ({end}).",
    "lookalikes": "Perhaps the same step",
    "looks-like": "{new} looks like {old}. Is it the same step? Then add {key} to it.",
    "from": "from {when}",
    "until": "until {when}",
    "undated": "not planned yet",
    "no-owner": "no owner yet",
    "legend": "▲ better   ▼ worse   ? open question   ● different   (one sign: small, three: large)",
    "improvement": "better",
    "regression": "worse",
    "neutral": "different",
    "open-question": "open question",
    "size-1": "small",
    "size-2": "medium",
    "size-3": "large",
    "worse": "What gets worse",
    "added": "New journey",
    "removed": "Removed journey",
    "renamed": "Renamed",
    "same": "Unchanged",
    "changed": "Changed",
    "skipped": "Skipped",
    "topic": "Topic",
    "what": "What differs",
    "verdict": "Verdict",
    "size": "Size",
    "before": "Before",
    "after": "After",
    "why": "Why",
    "gap-work": "Work",
    "work-open": "open",
    "work-closed": "has initiative",
    "start": "Start",
    "end": "End",
    "yes": "yes",
    "no": "no",
    "idea": "idea",
    "planned": "planned",
    "doing": "doing",
    "done": "done",
    "dropped": "dropped",
    "gone": "gone",
    "come": "new",
    "cut": "… and {rest}.",
}
_TOPICS_NL = {
    "scores": "Cijfers", "steps": "Stappen", "phases": "Fasen", "emotions": "Emoties",
    "truths": "Momenten van de waarheid", "expectations": "Verwachtingen", "pains": "Pijnpunten",
    "opportunities": "Kansen", "channels": "Kanalen", "metrics": "Meetwaarden", "owners": "Eigenaren",
    "values": "Kernwaarden", "loop": "Loyaliteitslus", "evidence": "Bewijs", "details": "Teksten",
}  # fmt: skip
_TOPICS_EN = {
    "scores": "Scores", "steps": "Steps", "phases": "Phases", "emotions": "Emotions",
    "truths": "Moments of truth", "expectations": "Expectations", "pains": "Pain points",
    "opportunities": "Opportunities", "channels": "Channels", "metrics": "Metrics", "owners": "Owners",
    "values": "Core values", "loop": "Loyalty loop", "evidence": "Evidence", "details": "Texts",
}  # fmt: skip
_COUNTS_NL = {
    "improvement": ("beter", "beter"),
    "regression": ("slechter", "slechter"),
    "open": ("open vraag", "open vragen"),
    "neutral": ("anders", "anders"),
    "solved": ("opgelost", "opgelost"),
    "remaining": ("blijft", "blijven"),
    "new": ("nieuw", "nieuw"),
    "more": ("ander verschil", "andere verschillen"),
    "same": ("klantreis ongewijzigd", "klantreizen ongewijzigd"),
    "rows": ("andere klantreis", "andere klantreizen"),
}
_COUNTS_EN = {
    "improvement": ("better", "better"),
    "regression": ("worse", "worse"),
    "open": ("open question", "open questions"),
    "neutral": ("different", "different"),
    "solved": ("solved", "solved"),
    "remaining": ("remains", "remain"),
    "new": ("new", "new"),
    "more": ("more difference", "more differences"),
    "same": ("journey unchanged", "journeys unchanged"),
    "rows": ("more journey", "more journeys"),
}


@dataclass(frozen=True, slots=True)
class Terms:
    """The words of a report in one language, with those of the map in `words`."""

    words: Words
    fixed: Mapping[str, str]
    topics: Mapping[str, str]
    counts: Mapping[str, tuple[str, str]]

    def __getitem__(self, key: str) -> str:
        return self.fixed[key]

    @property
    def language(self) -> str:
        """The language's code."""
        return self.words.language

    def count(self, key: str, number: int) -> str:
        """Give a number with its word: `2 open vragen`."""
        return f"{number} {self.counts[key][number != 1]}"

    def verdict(self, verdict: str) -> str:
        """Give a verdict in a word or two."""
        return self.fixed["open-question" if verdict == "open" else verdict]


CATALOGUES = {
    "nl": Terms(words_of("nl"), _NL, _TOPICS_NL, _COUNTS_NL),
    "en": Terms(words_of("en"), _EN, _TOPICS_EN, _COUNTS_EN),
}


@cache
def terms_of(language: str) -> Terms:
    """Give the words for a journey's language: Dutch when empty, English for one we do not know."""
    return CATALOGUES[words_of(language).language]
