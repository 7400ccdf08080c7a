"""A figure over time as a small picture: steps, for a version holds until the next one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from klantreis.engine.history.timeline import Moment, Series, Timeline
from klantreis.engine.history.words import Words
from klantreis.render.history.clock import Box, Clock, Mark
from klantreis.render.kit.clean import clean

_MOST_DOTS = 40
_MOST_POINTS = 1_200
_BUCKETS = 500
_LINE = 17.0
"""How far apart two values must be written."""
_ROOM = 0.08
"""What a scale has to spare above and below its figures."""


@dataclass(frozen=True, slots=True)
class Dot:
    """A version on a line, and what is said of it."""

    x: float
    y: float
    label: str


@dataclass(frozen=True, slots=True)
class Trace:
    """One figure over time: its line, its dots, and its end with the value there, written at a height of its own."""

    path: str
    dots: tuple[Dot, ...]
    end: Dot
    role: str
    name: str
    text: float = 0


@dataclass(frozen=True, slots=True)
class Chart:
    """A picture: its traces, the marks along both axes, and the height of zero and of the target."""

    box: Box
    traces: tuple[Trace, ...]
    across: tuple[Mark, ...]
    up: tuple[Mark, ...]
    zero: float | None = None
    target: float | None = None
    label: str = ""


def chart(
    timeline: Timeline,
    shown: Sequence[tuple[Series, str]],
    box: Box,
    clock: Clock,
    scale: tuple[float, float] | None = None,
) -> Chart:
    """Draw figures over time, each in the colour of a role, on one scale: the one given, or their own."""
    words = Words(timeline.language)
    first = shown[0][0]
    low, high = scale or _scale(first)
    spread = high - low or 1.0

    def height(value: float) -> float:
        return box.top + (high - value) / spread * (box.height - box.top - box.bottom)

    across = clock.along(box)
    traces = _apart([_trace(timeline, series, role, words, across, height) for series, role in shown])
    if scale is not None:
        up = tuple(Mark(height(value), words.whole(value)) for value in (high, (low + high) / 2, low))
    else:
        up = ()
    target = first.target
    return Chart(
        box,
        traces,
        clock.marks(box, words),
        up,
        height(0) if scale is not None else None,
        height(target) if target is not None and low <= target <= high else None,
        ". ".join(told(series, words) for series, _ in shown),
    )


def _apart(traces: list[Trace]) -> tuple[Trace, ...]:
    """Give the traces with what is written at their ends far enough from each other to be read."""
    order = sorted(range(len(traces)), key=lambda n: traces[n].end.y)
    heights = [traces[n].end.y for n in order]
    lack = _LINE - (heights[-1] - heights[0]) if len(heights) > 1 else 0
    if lack > 0:
        heights = [heights[0] - lack / 2, heights[-1] + lack / 2]
    text = dict(zip(order, heights, strict=True))
    return tuple(replace(trace, text=round(text[n], 1)) for n, trace in enumerate(traces))


def told(series: Series, words: Words) -> str:
    """Give a figure's history in a sentence: `Gemiddelde emotie: van −0,82 naar −0,11, beter`."""
    kind = series.measure.kind
    ends = words.say(
        "from-now",
        first=words.value(kind, series.first, series.unit),
        last=words.value(kind, series.last, series.unit),
    )
    verdict = words.verdict(series)
    return clean(f"{series.name}: {ends}{', ' + verdict if verdict else ''}")


def _scale(series: Series) -> tuple[float, float]:
    figures = [*series.known, *([series.target] if series.target is not None else [])]
    low, high = min(figures), max(figures)
    spare = (high - low or abs(high) or 1.0) * _ROOM
    return low - spare, high + spare


def _trace(
    timeline: Timeline,
    series: Series,
    role: str,
    words: Words,
    across: Sequence[float],
    height: Callable[[float], float],
) -> Trace:
    places = [
        (number, across[number], height(value)) for number, value in enumerate(series.values) if value is not None
    ]
    changed = [place for n, place in enumerate(places) if not n or place[2] != places[n - 1][2]]
    dots = tuple(
        Dot(round(x, 1), round(y, 1), _said(timeline.moments[number], series, number, words))
        for number, x, y in changed
    )
    number, x, y = places[-1]
    end = Dot(round(x, 1), round(y, 1), words.value(series.measure.kind, series.values[number], series.unit))
    path = _steps(thinned([(x, y) for _, x, y in changed]), x)
    return Trace(path, dots if len(dots) <= _MOST_DOTS else (), end, role, series.short)


def _said(moment: Moment, series: Series, number: int, words: Words) -> str:
    figure = words.value(series.measure.kind, series.values[number], series.unit)
    subject = clean(moment.subject) if moment.commit else words["worktree"]
    return f"{words.day(moment.when)}: {figure} · {subject}"


def _steps(places: Sequence[tuple[float, float]], end: float) -> str:
    if not places:
        return ""
    path = [f"M{places[0][0]:.1f} {places[0][1]:.1f}"]
    path += [f"H{x:.1f}V{y:.1f}" for x, y in places[1:]]
    return "".join([*path, f"H{end:.1f}"])


def thinned(places: list[tuple[float, float]]) -> list[tuple[float, float]]:
    """Give no more places than a picture can show: of each narrow strip the first, highest, lowest and last."""
    if len(places) <= _MOST_POINTS:
        return places
    strips: dict[int, list[tuple[float, float]]] = {}
    begin, span = places[0][0], places[-1][0] - places[0][0] or 1.0
    for place in places:
        strips.setdefault(int((place[0] - begin) / span * _BUCKETS), []).append(place)
    kept = []
    for strip in strips.values():
        by_height = sorted(range(len(strip)), key=lambda n: strip[n][1])
        kept += [strip[n] for n in sorted({0, by_height[0], by_height[-1], len(strip) - 1})]
    return kept
