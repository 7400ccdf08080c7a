"""The fixed words of the page around the views."""

from __future__ import annotations

WORDS = {
    "skip": "Naar de inhoud",
    "navigation": "Op deze pagina",
    "tables": "Als tabel",
    "scroll": "Schuif opzij voor de rest",
    "picture": "{name}, schuifbaar",
    "filter": "Filter",
    "clear": "Toon alles",
    "channel": "Kanaal",
    "team": "Team",
    "evidence": "Bewijs",
    "proven": "bewezen",
    "guess": "aanname",
    "unsaid": "zonder bewijs",
    "shown": "{shown} van {total} getoond",
    "fold": "Lanen inklappen",
    "lit": "{title} uitgelicht. Met Escape komt alles terug.",
    "basis": "Waar dit op rust",
    "about": "Meer over {name}",
    "bio": "Wie",
    "goals": "Wil bereiken",
    "frustrations": "Ergert zich aan",
    "preferred": "Liefst via",
}
COUNTS = {
    "touchpoint": ("contactmoment", "contactmomenten"),
    "journey": ("klantreis", "klantreizen"),
}
