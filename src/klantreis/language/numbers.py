"""Numbers, dates and durations as a language writes them."""

from __future__ import annotations

import calendar
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation

from klantreis.language.words import Words
from klantreis.model.time import Duration, Period

MINUS = "\u2212"
_QUARTER = 3
_CERTAIN = 9
"""Decimals that a sum of a few floats still knows."""
_HAIR = 1e-9


def number(value: float, words: Words, digits: int | None = None) -> str:
    """Give a number with the language's signs and a true minus; halves are rounded away from zero.

    Without `digits` it keeps at most two decimals and no trailing zeros.
    """
    try:
        # A mean that is a hair below a half, for floats are binary, is a half.
        exact = Decimal(str(round(value, _CERTAIN))).quantize(
            Decimal(1).scaleb(-(2 if digits is None else digits)), ROUND_HALF_UP
        )
    except InvalidOperation:  # more digits than a Decimal rounds
        return str(value)
    text = f"{abs(exact):,f}"
    if digits is None and "." in text:
        text = text.rstrip("0").rstrip(".")
    whole, _, rest = text.partition(".")
    text = whole.replace(",", words.thousands) + (words.decimal + rest if rest else "")
    return MINUS + text if exact < 0 else text


def signed(value: float, words: Words) -> str:
    """Give an emotion: one decimal, with its sign unless it is zero."""
    text = number(value, words, 1)
    if not any(char in "123456789" for char in text):
        return "0"
    return text if text.startswith(MINUS) else f"+{text}"


def percent(share: float, words: Words) -> str:
    """Give a share of 0 to 1 as a percentage."""
    return f"{number(share * 100, words)}%"


def whole_percent(share: float, words: Words) -> str:
    """Give a part as a whole percentage, rounded down: 100% only for all of it, and 0% only for nothing."""
    whole = int(share * 100 + _HAIR)
    return f"{number(max(1, whole) if share > 0 else 0, words)}%"


def day(period: Period, words: Words) -> str:
    """Give a date as precise as it was written: `1 okt 2026`, `okt 2026`, `Q4 2026`, `2026`."""
    start, end = period.start, period.end
    if start == end:
        return on_day(start, words)
    months = end.month - start.month + 1
    if months == 1:
        return f"{words.months[start.month - 1]} {start.year}"
    return f"Q{(start.month + 2) // 3} {start.year}" if months == _QUARTER else str(start.year)


def on_day(when: date, words: Words) -> str:
    """Give a day: `1 okt 2026`."""
    return f"{when.day} {words.months[when.month - 1]} {when.year}"


def duration(length: Duration, words: Words) -> str:
    """Give a duration in the language: `2–4 weken`."""
    if length.unit == "ongoing":
        return words["ongoing"]
    low, high = number(length.low, words), number(length.high, words)
    unit = words.unit(length.unit, length.high)
    return f"{high if low == high else f'{low}–{high}'} {unit}"


def later(when: date, length: Duration) -> date | None:
    """Give the day a duration later, its longest; None when ongoing or beyond the calendar."""
    try:
        if length.unit in ("month", "year") and length.high == int(length.high):
            months = when.month - 1 + int(length.high) * (12 if length.unit == "year" else 1)
            year, month = when.year + months // 12, months % 12 + 1
            return date(year, month, min(when.day, calendar.monthrange(year, month)[1]))
        # The longest of the two ends, in days.
        return when + timedelta(days=length.days * 2 * length.high / (length.low + length.high))
    except (ValueError, OverflowError, ZeroDivisionError, calendar.IllegalMonthError):
        return None
