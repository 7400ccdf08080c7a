"""A history on the terminal: how each figure went, and the versions in which one changed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from klantreis.engine.history.telling import goal, is_alone, measures, notes, subject, summary, tone, versions, why
from klantreis.engine.history.timeline import Series, Timeline
from klantreis.engine.history.words import Words
from klantreis.report.history.spark import sparkline
from klantreis.report.text import Line, Piece, safe, width
from klantreis.wording import shortened

SHOWN = 20
"""How many versions are shown unless said."""
_SPARK = 32
_MOST_METRICS = 30
_MOST_SKIPPED = 5
_NAME, _SUBJECT = 44, 48
_LEAST = 10
"""A title cut shorter than this says nothing."""
_STYLES = {"better": "green", "worse": "red", "good": "green", "bad": "red"}
_COLUMNS = ("mean", "remembered", "pains", "evidence", "coverage", "steps")


def lines(timeline: Timeline, shown: int = SHOWN) -> Iterator[Line]:
    """Give the history in the journey's language; at most `shown` versions, 0 for all of them."""
    words = Words(timeline.language)
    yield [("bold", safe(shortened(timeline.title, 100)))]
    yield [("dim", f"{safe(timeline.file)}: {summary(timeline, words)}")]
    for note in notes(timeline, words):
        yield [("yellow", note)]
    if timeline.all_series:
        yield []
        yield from _courses(timeline, words)
        yield []
        yield from _versions(timeline, words, shown)
    yield from _skipped(timeline, words)


def _courses(timeline: Timeline, words: Words) -> Iterator[Line]:
    metrics = timeline.metrics[:_MOST_METRICS]
    rows = [_course(series, words) for series in (*measures(timeline), *metrics)]
    # Of one version alone there is no course.
    alone = is_alone(timeline)
    head = [("", ""), ("", "" if alone else words["course"]), ("", "" if alone else words["first"]), ("", words["now"])]
    head += [("", "" if alone else words["change"])]
    rows = [[("dim", text) for _, text in head], *rows]
    if alone:
        rows = [[row[0], ("", ""), ("", ""), row[3], ("", ""), *row[6:]] for row in rows]
    yield from aligned(rows, right=(2, 3, 4))
    left = len(timeline.metrics) - len(metrics)
    if left:
        yield [("dim", f"… {words.count('more', left)}")]


def _course(series: Series, words: Words) -> list[Piece]:
    kind = series.measure.kind
    verdict = series.verdict if series.last is not None else "unknown"
    row = [
        ("", _named(series)),
        ("cyan", sparkline(series.values, _SPARK)),
        ("", words.value(kind, series.first, series.unit)),
        ("bold", words.value(kind, series.last, series.unit)),
        ("", words.difference(kind, series.change)),
        (_STYLES.get(verdict, "dim"), words.verdict(series)),
    ]
    if series.target is not None:
        row.append(("green" if series.met else "dim", goal(series, words)))
    return row


def _named(series: Series) -> str:
    """What it is called, cut where it costs least: a long title of a touchpoint, not the metric behind it."""
    where, colon, metric = series.name.rpartition(": ")
    room = _NAME - len(colon + metric)
    name = shortened(where, room) + colon + metric if colon and room >= _LEAST else series.name
    return safe(shortened(name, _NAME))


def _versions(timeline: Timeline, words: Words, shown: int) -> Iterator[Line]:
    telling = versions(timeline)
    kept = telling[-shown:] if shown else telling
    columns = [series for series in timeline.measures if series.key in _COLUMNS]
    head = [("dim", words[key]) for key in ("date", "commit")] + [("dim", safe(series.short)) for series in columns]
    rows = [[*head, ("dim", words["what"])]]
    rows += [_version(timeline, number, before, columns, words) for number, before in kept]
    if len(kept) < len(telling):
        yield [("dim", f"… {words.count('hidden', len(telling) - len(kept))}")]
    yield from aligned(rows, right=range(2, 2 + len(columns)))


def _version(
    timeline: Timeline, number: int, before: int | None, columns: Sequence[Series], words: Words
) -> list[Piece]:
    moment = timeline.moments[number]
    row = [("", words.day(moment.when)), ("yellow", moment.commit[:7])]
    for series in columns:
        value = words.value(series.measure.kind, series.values[number], series.unit)
        row.append((_STYLES.get(tone(series, number, before, words), ""), value))
    return [*row, ("" if moment.commit else "yellow", subject(moment, words, _SUBJECT))]


def _skipped(timeline: Timeline, words: Words) -> Iterator[Line]:
    skipped = timeline.skipped
    if not skipped:
        return
    yield []
    yield [("bold", f"{words['skipped']}:")]
    rows = [
        [
            ("", f"  {words.day(moment.when)}"),
            ("yellow", moment.commit[:7] or words["worktree"]),
            ("", why(moment, words)),
        ]
        for moment in skipped[-_MOST_SKIPPED:]
    ]
    yield from aligned(rows)
    if len(skipped) > _MOST_SKIPPED:
        yield [("dim", f"  … {words.count('more', len(skipped) - _MOST_SKIPPED)}")]


def aligned(rows: Sequence[Sequence[Piece]], right: Sequence[int] = ()) -> Iterator[Line]:
    """Give rows of pieces with their columns below each other, two spaces between; empty columns take no room."""
    count = max(map(len, rows), default=0)
    widths = [max((width(row[n][1]) for row in rows if n < len(row)), default=0) for n in range(count)]
    for row in rows:
        line: Line = []
        for n, (style, text) in enumerate(row):
            if not widths[n]:
                continue
            gap = " " * (widths[n] - width(text))
            line += [("", "  ")] if line else []
            line += [("", gap), (style, text)] if n in right else [(style, text), ("", gap)]
        yield line
