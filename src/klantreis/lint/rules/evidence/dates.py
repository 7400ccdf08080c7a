"""Dates and spans as the rules of this group count and say them."""

from __future__ import annotations

import calendar
from datetime import date, timedelta

from klantreis.model.time import DAYS, Duration

_MONTHS = {"month": 1, "year": 12}
_TWO_YEARS = 730
_TWO_MONTHS = 60


def due(last: date, every: Duration) -> date | None:
    """Give the day by which something must be done again; None when it never must.

    Months and years are counted on the calendar, so that six months after 21 May is 21 November.
    Of a range the longer end counts.
    """
    try:
        months = every.high * _MONTHS.get(every.unit, 0)
        if months and months == int(months):
            return _months_later(last, int(months))
        return last + timedelta(days=every.high * DAYS.get(every.unit, float("inf")))
    except (OverflowError, ValueError):
        # Ongoing, or later than the calendar goes.
        return None


def _months_later(day: date, months: int) -> date:
    years, month = divmod(day.month - 1 + months, 12)
    year = day.year + years
    if year > date.max.year:
        raise OverflowError
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def span(days: int) -> str:
    """Give a number of days in the unit that people would use, rounded down."""
    if days >= _TWO_YEARS:
        return f"{days // 365} years"
    if days >= _TWO_MONTHS:
        return f"{int(days / DAYS['month'])} months"
    return f"{days} days"
