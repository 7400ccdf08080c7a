"""A journey's versions in a row, each with its figures, and how each figure went."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

from klantreis.engine.history.measures import MEASURES, WHOLE, Figure, Measure, Measured, Place
from klantreis.model.metrics import metric_info
from klantreis.model.organisation import Organisation

Gone = Literal["deleted", "absent", "invalid", "unreadable", "too-large", "lost"]
"""Why a version has no figures: the file was away, the journey was not in it, it held mistakes, it is no YAML,
it is larger than klantreis reads, or this clone does not have it."""
Verdict = Literal["better", "worse", "same", "changed", "unknown"]

LOST: tuple[Gone, ...] = ("invalid", "unreadable", "too-large", "lost")
"""What was there and could not be measured: these versions are skipped, and counted."""
_TINY = 0.005
"""Below this a change rounds to nothing where it is shown."""


@dataclass(slots=True)
class Moment:
    """A version: the commit that made it, or the files as they lie now (`commit` is empty, `when` is None).

    `measured` is None where it has no figures; `gone` then says why, `reason` in words.
    """

    commit: str
    when: datetime | None
    author: str
    subject: str
    path: str
    measured: Measured | None = None
    gone: Gone | None = None
    reason: str = ""
    coverage: float | None = None

    def value(self, key: str) -> float | None:
        """Give the value of a measure, by its key."""
        if self.measured is None:
            return None
        return self.coverage if key == "coverage" else self.measured.values.get(key)


@dataclass(frozen=True, slots=True)
class Series:
    """One measure over all moments of a timeline; None where a moment does not have it.

    `name` and `short` are in the journey's language; `now` is the number of the last moment that could be measured;
    `target` and `unit` are of a metric.
    """

    key: str
    measure: Measure
    name: str
    short: str
    values: tuple[float | None, ...]
    now: int
    target: float | None = None
    unit: str = ""

    @property
    def known(self) -> list[float]:
        """The values that are there, oldest first."""
        return [value for value in self.values if value is not None]

    @property
    def first(self) -> float | None:
        """The first value that is there."""
        return next(iter(self.known), None)

    @property
    def last(self) -> float | None:
        """The value now; None when the journey no longer has it."""
        return self.values[self.now]

    @property
    def change(self) -> float | None:
        """What was won or lost from the first to the last; None without two values to compare."""
        known = self.known
        return self.last - known[0] if self.last is not None and len(known) > 1 else None

    @property
    def verdict(self) -> Verdict:
        """Which way it went; `changed` where neither way is better."""
        change = self.change
        if change is None:
            return "unknown"
        if abs(change) < _TINY:
            return "same"
        if self.measure.better == "neither":
            return "changed"
        return "better" if (change > 0) == (self.measure.better == "higher") else "worse"

    @property
    def met(self) -> bool | None:
        """Whether the target is reached now; None without a target, or where neither way is better."""
        if self.target is None or self.last is None or self.measure.better == "neither":
            return None
        return self.last >= self.target if self.measure.better == "higher" else self.last <= self.target


@dataclass(slots=True)
class Timeline:
    """The history of one journey, oldest first.

    `earlier` counts the versions before the first one, left out because they were not asked for. `shallow`: this
    clone does not have the oldest ones. `committed` is False for a file that git does not have (yet).
    """

    file: str
    journey: str
    title: str
    language: str
    moments: tuple[Moment, ...]
    organisation: Organisation | None = None
    earlier: int = 0
    shallow: bool = False
    committed: bool = True
    all_series: tuple[Series, ...] = field(init=False)

    def __post_init__(self) -> None:
        """Lay the figures of all moments out by measure."""
        self.all_series = (*_measures(self), *_metrics(self))

    @property
    def measures(self) -> tuple[Series, ...]:
        """What is measured of every journey, as far as any version has it."""
        return tuple(series for series in self.all_series if series.measure.kind != "metric")

    @property
    def metrics(self) -> tuple[Series, ...]:
        """The metrics written by hand: those of the whole journey first, then in the customer's order."""
        return tuple(series for series in self.all_series if series.measure.kind == "metric")

    @property
    def skipped(self) -> list[Moment]:
        """The versions that were there and could not be measured."""
        return [moment for moment in self.moments if moment.gone in LOST]

    @property
    def now(self) -> int:
        """The number of the last moment that could be measured, 0 when none could."""
        return max((number for number, moment in enumerate(self.moments) if moment.measured), default=0)

    @property
    def commits(self) -> int:
        """How many of the moments are commits."""
        return sum(1 for moment in self.moments if moment.commit)

    def telling(self) -> list[int]:
        """Give which moments changed a figure, by number: the first, and each unlike the one before it that has any."""
        told = []
        before: tuple[float | None, ...] | None = None
        for number, moment in enumerate(self.moments):
            now = tuple(series.values[number] for series in self.all_series)
            if moment.measured is not None and now != before:
                told.append(number)
                before = now
        return told


def _measures(timeline: Timeline) -> list[Series]:
    found = []
    for measure in MEASURES:
        values = tuple(moment.value(measure.key) for moment in timeline.moments)
        if any(value is not None for value in values):
            name, short = (measure.name(timeline.language, short=short) for short in (False, True))
            found.append(Series(measure.key, measure, name, short, values, timeline.now))
    return found


def _metrics(timeline: Timeline) -> list[Series]:
    names = _names(timeline.moments)
    by_key: dict[tuple[Place, str], list[Figure | None]] = {}
    titles: dict[Place, str] = {}
    for number, moment in enumerate(timeline.moments):
        if moment.measured is None:
            continue
        own = moment.measured
        titles |= {names.get(place, place): title for place, title in own.titles.items()}
        for (place, metric), figure in own.metrics.items():
            row = by_key.setdefault((_now(place, own, names), metric), [None] * len(timeline.moments))
            row[number] = figure
    order = {place: number for number, place in enumerate((WHOLE, *titles))}
    keys = sorted(by_key, key=lambda key: (key[0] != WHOLE, order.get(key[0], 0), key[1]))
    found = [_metric(timeline, place, metric, by_key[place, metric], titles) for place, metric in keys]
    return [series for series in found if series.known]


def _names(moments: tuple[Moment, ...]) -> dict[Place, Place]:
    """Lead from former ids to those of now: what a later version says of `was` holds for all versions before it."""
    names: dict[Place, Place] = {}
    for moment in reversed(moments):
        if moment.measured is None:
            continue
        for former, now in moment.measured.was.items():
            place = Place(former.level, now)
            if former not in moment.measured.titles:
                names.setdefault(former, names.get(place, place))
    return names


def _now(place: Place, own: Measured, names: dict[Place, Place]) -> Place:
    now = names.get(place, place)
    # An id that was given away and used again is two things in one version: each keeps its own.
    return place if now != place and now in own.titles else now


def _metric(
    timeline: Timeline, place: Place, metric: str, figures: list[Figure | None], titles: dict[Place, str]
) -> Series:
    info = metric_info(metric, timeline.organisation, timeline.language)
    called = info.title if info else metric
    where = titles.get(place, place.id)
    name = f"{where}: {called}" if where else called
    targets = [figure.target for figure in figures if figure is not None and figure.target is not None]
    # A phase and a touchpoint may share an id; the level then tells which is meant.
    key = metric if place == WHOLE else f"{place.id}/{metric}"
    if place.level == "phase" and Place("touchpoint", place.id) in titles:
        key = f"phase {key}"
    return Series(
        key,
        Measure(key, "metric", info.better if info else "neither", (name, key), (name, key)),
        name,
        key,
        tuple(figure.value if figure is not None else None for figure in figures),
        timeline.now,
        targets[-1] if targets else None,
        info.unit if info else "",
    )
