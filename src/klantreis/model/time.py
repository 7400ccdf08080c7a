"""Dates and durations as people write them: `2026-Q3`, `6 maanden`, `2-4 weeks`."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date
from typing import Any

from pydantic_core import PydanticCustomError, core_schema

_DATE = re.compile(r"([0-9]{4})(?:-(?:[Qq]([1-4])|([0-9]{2})(?:-([0-9]{2}))?))?\Z")
_DURATION = re.compile(
    r"([0-9]{1,6}(?:\.[0-9]{1,6})?)(?:\s*(?:-|–|to|tot)\s*([0-9]{1,6}(?:\.[0-9]{1,6})?))?\s*([^\W\d_]+)\.?\Z",
    re.IGNORECASE,
)
_ISO_DURATION = re.compile(
    r"P(?:([0-9]{1,6})Y)?(?:([0-9]{1,6})M)?(?:([0-9]{1,6})W)?(?:([0-9]{1,6})D)?(?:T(?:([0-9]{1,6})H)?(?:([0-9]{1,6})M)?)?\Z"
)

_UNIT_WORDS = {
    "minute": "minute minutes min mins minuut minuten",
    "hour": "hour hours hr hrs h uur uren u",
    "day": "day days d dag dagen werkdag werkdagen",
    "week": "week weeks wk weken",
    "month": "month months mo maand maanden mnd",
    "year": "year years yr yrs jaar jaren jr",
}
_UNITS = {word: unit for unit, words in _UNIT_WORDS.items() for word in words.split()}
_ONGOING = {"ongoing", "doorlopend"}
DAYS = {"minute": 1 / 1440, "hour": 1 / 24, "day": 1.0, "week": 7.0, "month": 30.44, "year": 365.25}
"""Mean length of each unit in days; a month is a twelfth of a Julian year."""


class _Written:
    """A value class that pydantic reads from text (and from a bare year, which YAML calls a number)."""

    @classmethod
    def parse(cls, text: str) -> Any:
        raise NotImplementedError

    @classmethod
    def validate(cls, value: Any) -> Any:
        """Read a value out of YAML. Raises `PydanticCustomError`."""
        if isinstance(value, cls):
            return value
        if type(value) is int:
            value = str(value)
        if not isinstance(value, str):
            raise PydanticCustomError("string_type", "text expected")
        return cls.parse(value.strip())

    @classmethod
    def __get_pydantic_core_schema__(cls, _source: Any, _handler: Any) -> core_schema.CoreSchema:
        return core_schema.no_info_plain_validator_function(
            cls.validate, serialization=core_schema.to_string_ser_schema()
        )


@dataclass(frozen=True, slots=True)
class Period(_Written):
    """A day or a longer period, from its first day to its last, with the text it was written as."""

    start: date
    end: date
    text: str

    def __str__(self) -> str:
        return self.text

    @classmethod
    def parse(cls, text: str) -> Period:
        """Read `2026`, `2026-Q3`, `2026-09` or `2026-09-30`.

        Raises `PydanticCustomError` of type `bad_date`.
        """
        match = _DATE.match(text)
        if match is None:
            raise PydanticCustomError("bad_date", "not a date")
        year, (quarter, month, day) = int(match[1]), (int(part) if part else None for part in match.groups()[1:])
        try:
            if quarter:
                first, last = 3 * quarter - 2, 3 * quarter
            elif month is not None:
                first = last = month
            else:
                first, last = 1, 12
            start = date(year, first, 1 if day is None else day)
            last_day = calendar.monthrange(year, last)[1] if day is None else day
            end = date(year, last, last_day)
        except (ValueError, calendar.IllegalMonthError):
            raise PydanticCustomError("bad_date", "no such date") from None
        return cls(start, end, text)

    @classmethod
    def __get_pydantic_json_schema__(cls, _schema: Any, _handler: Any) -> dict[str, Any]:
        return {
            "anyOf": [
                {"type": "string", "pattern": r"^\d{4}(-([Qq][1-4]|\d{2}(-\d{2})?))?$"},
                {"type": "integer", "minimum": 1, "maximum": 9999},
            ],
            "examples": ["2026", "2026-Q3", "2026-09", "2026-09-30"],
        }


@dataclass(frozen=True, slots=True)
class Duration(_Written):
    """How long something takes: `low` to `high` of a unit, or ongoing (`unit` is `ongoing`)."""

    low: float
    high: float
    unit: str
    text: str

    def __str__(self) -> str:
        return self.text

    @property
    def days(self) -> float:
        """The mean length in days; infinite when ongoing."""
        return (self.low + self.high) / 2 * DAYS.get(self.unit, float("inf"))

    @classmethod
    def parse(cls, text: str) -> Duration:
        """Read `6 months`, `6 maanden`, `2-4 weeks`, `P6M` or `ongoing`.

        Raises `PydanticCustomError` of type `bad_duration`.
        """
        if text.lower() in _ONGOING:
            return cls(1, 1, "ongoing", text)
        if match := _DURATION.match(text):
            low, high, word = match.groups()
            unit = _UNITS.get(word.lower())
            if unit and float(high or low) >= float(low):
                return cls(float(low), float(high or low), unit, text)
        elif (match := _ISO_DURATION.match(text)) and any(match.groups()):
            return cls._from_iso(match, text)
        raise PydanticCustomError("bad_duration", "not a duration")

    @classmethod
    def _from_iso(cls, match: re.Match[str], text: str) -> Duration:
        names = ("year", "month", "week", "day", "hour", "minute")
        parts = [(int(n), unit) for n, unit in zip(match.groups(), names, strict=True) if n]
        if len(parts) == 1:
            return cls(parts[0][0], parts[0][0], parts[0][1], text)
        days = sum(n * DAYS[unit] for n, unit in parts)
        return cls(days, days, "day", text)

    @classmethod
    def __get_pydantic_json_schema__(cls, _schema: Any, _handler: Any) -> dict[str, Any]:
        return {"type": "string", "examples": ["6 months", "6 maanden", "2-4 weeks", "P6M", "ongoing"]}
