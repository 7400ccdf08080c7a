"""A journey's history as one HTML page: curves over time, figures, versions; no script, no network."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from klantreis.engine.history.telling import goal, is_alone, measures, notes, subject, summary, tone, versions, why
from klantreis.engine.history.timeline import Moment, Series, Timeline
from klantreis.engine.history.words import Words
from klantreis.language.words import words_of
from klantreis.render.history.charts import Chart, chart, told
from klantreis.render.history.clock import LARGE, SMALL, Clock
from klantreis.render.kit import theme
from klantreis.render.kit.clean import FONTS, clean, finish
from klantreis.render.kit.fonts import font_face
from klantreis.render.kit.templates import template
from klantreis.wording import shortened

SHOWN = 200
"""How many versions the table shows."""
_MOST_CARDS = 60
_TILES = ("mean", "remembered", "pains", "evidence", "coverage")
_COLUMNS = ("mean", "remembered", "pains", "opportunities", "evidence", "coverage", "steps")
_TONES = {"better": "good", "worse": "bad"}
_LINES = {"mean": "t0", "remembered": "gold"}
_EMOTION = (-2.0, 2.0)


@dataclass(frozen=True, slots=True)
class Tile:
    """A figure above the page: what it is, how much now, and where it came from."""

    label: str
    value: str
    below: str
    tone: str


@dataclass(frozen=True, slots=True)
class Card:
    """A figure with its course."""

    title: str
    value: str
    verdict: str
    tone: str
    target: str
    chart: Chart


@dataclass(frozen=True, slots=True)
class Row:
    """A version in the table: its figures, each with a tone where it changed."""

    day: str
    commit: str
    figures: tuple[tuple[str, str], ...]
    subject: str
    author: str


def render_html(timeline: Timeline) -> str:
    """Give the history of a journey as HTML; the same history gives the same text, always."""
    words = Words(timeline.language)
    own, metrics = _groups(timeline)
    shown, hidden = _table(timeline, words)
    page = template("history.html.j2").render(
        w=words,
        language=words.language,
        light=theme.LIGHT,
        dark=theme.DARK,
        theme=theme,
        fonts=FONTS,
        title=clean(timeline.title),
        kicker=f"{words_of(timeline.language)['map']} · {words['history']}",
        file=clean(timeline.file),
        summary=summary(timeline, words),
        notes=notes(timeline, words),
        tiles=[_tile(series, words) for series in timeline.measures if series.key in _TILES],
        emotion=_emotion(timeline),
        groups=[(words["measures"], own), (words["metrics"], metrics)],
        columns=[clean(series.short) for series in _columns(timeline)],
        rows=shown,
        hidden=hidden,
        skipped=[_skipped(moment, words) for moment in timeline.skipped[-SHOWN:]],
        skipped_more=words.count("more", len(timeline.skipped) - SHOWN) if len(timeline.skipped) > SHOWN else "",
        journey=clean(timeline.journey),
    )
    return finish(page, f"<style>{''.join(font_face(face) for face in ('regular', 'semibold'))}</style>")


def _tile(series: Series, words: Words) -> Tile:
    kind = series.measure.kind
    below = ""
    if series.change is not None and series.verdict != "same":
        below = f"{words['first']} {words.value(kind, series.first)} · {words.verdict(series)}"
    elif series.change is not None:
        below = words["same"]
    value = words.value(kind, series.last)
    return Tile(series.measure.name(words.language), value, below, _TONES.get(series.verdict, "ink"))


def _emotion(timeline: Timeline) -> Chart | None:
    shown = [(series, _LINES[series.key]) for series in timeline.measures if series.key in _LINES]
    return (
        chart(timeline, shown, LARGE, Clock(timeline.moments), _EMOTION) if shown and not is_alone(timeline) else None
    )


def _groups(timeline: Timeline) -> tuple[tuple[list[Card], list[str]], tuple[list[Card], list[str]]]:
    """The figures that changed as cards, the others in words: of our own, and of the metrics."""
    clock = Clock(timeline.moments)
    own = [series for series in measures(timeline) if series.key not in _LINES]
    return _cards(timeline, own, clock), _cards(timeline, timeline.metrics, clock)


def _cards(timeline: Timeline, group: Sequence[Series], clock: Clock) -> tuple[list[Card], list[str]]:
    words = Words(timeline.language)
    moving = [series for series in group if len(set(series.known)) > 1][:_MOST_CARDS]
    still = [series for series in group if series not in moving]
    return [_card(timeline, series, clock, words) for series in moving], [_still(series, words) for series in still]


def _card(timeline: Timeline, series: Series, clock: Clock, words: Words) -> Card:
    kind = series.measure.kind
    verdict = words.verdict(series)
    change = words.difference(kind, series.change)
    mood = _TONES.get(series.verdict, "ink")
    return Card(
        clean(shortened(series.name, 120)),
        words.value(kind, series.last, series.unit),
        f"{change} {verdict}".strip() if series.verdict != "same" else verdict,
        mood,
        goal(series, words),
        chart(timeline, [(series, "blue" if mood == "ink" else mood)], SMALL, clock),
    )


def _still(series: Series, words: Words) -> str:
    if len(set(series.known)) > 1:
        return told(series, words)
    value = words.value(series.measure.kind, series.first, series.unit)
    goal = f", {words['target']} {words.value(series.measure.kind, series.target, series.unit)}"
    gone = f" ({words['lost']})" if series.last is None else ""
    return clean(f"{series.name}: {value}{goal if series.target is not None else ''}{gone}")


def _columns(timeline: Timeline) -> list[Series]:
    return [series for series in timeline.measures if series.key in _COLUMNS]


def _table(timeline: Timeline, words: Words) -> tuple[list[Row], str]:
    """The versions that changed a figure, the newest first, and how many are left out."""
    telling = versions(timeline)
    kept = telling[-SHOWN:]
    rows = [_row(timeline, number, before, words) for number, before in reversed(kept)]
    return rows, words.count("hidden", len(telling) - len(kept)) if len(kept) < len(telling) else ""


def _row(timeline: Timeline, number: int, before: int | None, words: Words) -> Row:
    moment = timeline.moments[number]
    figures = tuple(
        (words.value(series.measure.kind, series.values[number]), tone(series, number, before, words))
        for series in _columns(timeline)
    )
    told_of, author = clean(subject(moment, words, 120)), clean(shortened(moment.author, 40))
    return Row(words.day(moment.when), moment.commit[:7], figures, told_of, author)


def _skipped(moment: Moment, words: Words) -> tuple[str, str, str]:
    return words.day(moment.when), moment.commit[:7] or words["worktree"], clean(why(moment, words))
