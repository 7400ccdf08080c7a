"""English: how it counts and writes numbers, and the words of every view, a file each."""

from __future__ import annotations

DECIMAL, THOUSANDS = ".", ","
QUOTES = ("“", "”")
NUMERALS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
UNITS = {
    "minute": ("minute", "minutes"),
    "hour": ("hour", "hours"),
    "day": ("day", "days"),
    "week": ("week", "weeks"),
    "month": ("month", "months"),
    "year": ("year", "years"),
}


def form(number: float) -> int:
    """Give which of a noun's forms goes with a number: 0 is the singular, 1 the plural."""
    return int(number != 1)
