"""Where along a picture each version stands, and the dates below it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime

from klantreis.engine.history.timeline import Moment
from klantreis.engine.history.words import Words

_STRIDES = (1, 2, 3, 6, 12, 24, 60, 120, 240)
_YEAR = 12
_FEW_DAYS = 62
_MARK_ROOM = 130


@dataclass(frozen=True, slots=True)
class Box:
    """The size of a picture, and where in it the figures are drawn."""

    width: float
    height: float
    left: float
    right: float
    top: float
    bottom: float


LARGE = Box(960, 280, 40, 60, 14, 30)
SMALL = Box(320, 112, 8, 12, 10, 22)


@dataclass(frozen=True, slots=True)
class Mark:
    """A place along an axis, and what is written there; `anchor` is how the text stands to it."""

    at: float
    text: str
    anchor: str = "middle"


class Clock:
    """Where along a picture each moment stands: by its day, or evenly where all fell on a few."""

    def __init__(self, moments: Sequence[Moment]) -> None:
        self.days: list[float] = []
        latest: datetime | None = None
        for moment in moments:
            # A commit that was moved keeps the day it was written: time still runs one way.
            if moment.when is not None and (latest is None or moment.when > latest):
                latest = moment.when
            self.days.append(latest.timestamp() / 86_400 if latest else 0.0)
        self.dated = bool(self.days) and self.days[-1] - self.days[0] > 1
        if self.dated and moments[-1].when is None:
            # What was not committed yet comes after all that was.
            self.days[-1] += (self.days[-1] - self.days[0]) / 30
        if not self.dated:
            self.days = [float(number) for number in range(len(moments))]
        self.first = next((moment.when for moment in moments if moment.when), None)
        self.last = latest

    def along(self, box: Box) -> list[float]:
        """Give the place of each moment, from left to right."""
        span = self.days[-1] - self.days[0] or 1.0
        room = box.width - box.left - box.right
        return [box.left + (day - self.days[0]) / span * room for day in self.days]

    def marks(self, box: Box, words: Words) -> tuple[Mark, ...]:
        """Give what is written below: months or years, or the first and the last day."""
        ends = (box.left, box.width - box.right)
        if not self.dated or self.first is None or self.last is None or self._span() < _FEW_DAYS:
            first, last = words.day(self.first), words.day(self.last)
            start = Mark(ends[0], first, "start")
            return (start,) if first == last else (start, Mark(ends[1], last, "end"))
        if box is SMALL:
            first, last = (words.month(when.year, when.month) for when in (self.first, self.last))
            return (Mark(ends[0], first, "start"), Mark(ends[1], last, "end"))
        most = max(2, round((ends[1] - ends[0]) / _MARK_ROOM))
        months = self._months()
        stride = next((stride for stride in _STRIDES if len(months) / stride <= most), _STRIDES[-1])
        room = (ends[1] - ends[0]) / (self.days[-1] - self.days[0])
        return tuple(
            Mark(ends[0] + (_days(when) - self.days[0]) * room, _named(when, stride, words))
            for when in months
            if _fits(when, stride)
        )

    def _span(self) -> float:
        return self.days[-1] - self.days[0]

    def _months(self) -> list[date]:
        if self.first is None or self.last is None:
            return []
        begin, end = (when.year * 12 + when.month - 1 for when in (self.first, self.last))
        return [date(month // 12, month % 12 + 1, 1) for month in range(begin + 1, end + 1)]


def _named(when: date, stride: int, words: Words) -> str:
    return str(when.year) if stride >= _YEAR else words.month(when.year, when.month)


def _days(when: date) -> float:
    # Not in the zone of this machine: the same history is the same picture everywhere.
    return datetime(when.year, when.month, when.day, tzinfo=UTC).timestamp() / 86_400


def _fits(when: date, stride: int) -> bool:
    return (when.year * 12 + when.month - 1) % stride == 0
