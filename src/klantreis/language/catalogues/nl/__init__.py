"""Dutch: how it counts and writes numbers, and the words of every view, a file each."""

from __future__ import annotations

DECIMAL, THOUSANDS = ",", "."
QUOTES = ("“", "”")
NUMERALS = ("nul", "één", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf", "twaalf")
MONTHS = ("jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec")
UNITS = {
    "minute": ("minuut", "minuten"),
    "hour": ("uur", "uur"),
    "day": ("dag", "dagen"),
    "week": ("week", "weken"),
    "month": ("maand", "maanden"),
    "year": ("jaar", "jaar"),
}


def form(number: float) -> int:
    """Give which of a noun's forms goes with a number: 0 is the singular, 1 the plural."""
    return int(number != 1)
