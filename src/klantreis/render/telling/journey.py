"""A map in Markdown: the curve, then phase by phase every touchpoint with what its lanes hold."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from klantreis.language.numbers import signed
from klantreis.language.words import Words, words_of
from klantreis.model.setting import Setting
from klantreis.model.ways import loop_places
from klantreis.render.content.choice import Choice
from klantreis.render.kit.curve import Point
from klantreis.render.kit.items import Lane, MapData, PhaseHead, Step
from klantreis.render.telling.bars import bars
from klantreis.render.telling.head import heading
from klantreis.render.telling.marks import GUESS, TRUTH, bold, led, listed, plain


def journey(setting: Setting, choice: Choice, data: MapData, level: int) -> Iterator[str]:
    """Give the map below its head; `level` is that of the headings of its phases."""
    words = words_of(setting.journey.language)
    curve = any(lane.drawing == "curve" for lane in data.lanes)
    if curve:
        yield from heading(level, words["curve"])
        yield from _extremes(data.points)
        yield f"{words.about('markdown')['curve-told']}"
        yield ""
        yield from bars(data.points, data.phases, words)
    for place, phase in zip(choice.phases_of(setting.journey), data.phases, strict=True):
        yield from _phase(place + 1, phase, data, level, words, curve=curve)
    if data.loop and any(lane.drawing == "loop" for lane in data.lanes):
        yield from heading(level, words.lanes["loop"][0])
        yield _loop(setting, data)
    yield from _legend(data, words)


def _extremes(points: Sequence[Point]) -> Iterator[str]:
    named = [point for point in points if point.names]
    if named:
        told = [f"{', '.join(point.names).capitalize()}: {plain(point.title)} (**{point.text}**)" for point in named]
        yield f"{'. '.join(told)}."


def _phase(number: int, phase: PhaseHead, data: MapData, level: int, words: Words, *, curve: bool) -> Iterator[str]:
    place = data.phases.index(phase)
    yield from heading(level, f"{number}. {plain(phase.title)}")
    points = [point for point in data.points if phase.first < point.place < phase.first + phase.span] if curve else []
    mean = f"{words['mean'].lower()} **{signed(_mean(points), words)}**" if points else ""
    whole = next((point for point in points if point.whole), None)
    line = " · ".join(filter(None, (plain(phase.below), mean, plain(whole.word) if whole else "")))
    if line:
        yield from (led(line), "")
    yield from _filled(data.lanes, "phase", place, words)
    if not phase.steps and _shown(data.lanes):
        yield from ("", f"*{words.about('markdown')['no-touchpoints']}*")
    for offset, step in enumerate(phase.steps):
        column = phase.first + offset
        lines = list(_filled(data.lanes, "touchpoint", column, words, skip="touchpoints"))
        point = next((point for point in points if not point.whole and int(point.place) == column), None)
        meta = _meta(step, point, words, card=_shown(data.lanes))
        if meta or lines or _shown(data.lanes):
            yield from heading(level + 1, f"{number}.{offset + 1} {plain(step.title)}")
            yield from ([led(meta), ""] if meta else [])
            yield from lines


def _shown(lanes: Sequence[Lane]) -> bool:
    return any(lane.key == "touchpoints" for lane in lanes)


def _mean(points: Sequence[Point]) -> float:
    return sum(point.score for point in points) / len(points)


def _filled(lanes: Sequence[Lane], scope: str, place: int, words: Words, skip: str = "") -> Iterator[str]:
    for lane in lanes:
        for row in lane.rows:
            if row.scope == scope and lane.key != skip:
                yield from listed(lane.title, row.cells[place], words)


def _meta(step: Step, point: Point | None, words: Words, *, card: bool) -> str:
    """Give how the customer feels, then where and by whom, then what must be known of it."""
    parts = []
    if point:
        names = f" ({', '.join(point.names)})" if point.names else ""
        parts.append(" ".join(filter(None, (bold(point.text), plain(point.word)))) + names)
    if card:
        begins = words[f"by-{step.initiator}"] if step.initiator else ""
        owner = f"{words['owner'].lower()} {plain(step.owner)}" if step.owner else ""
        parts += [plain(step.channel), owner, *(plain(text) for _, text in step.marks), begins]
        parts += [words["switch"] if step.switch else "", f"{TRUTH} {words['moment_of_truth']}" if step.truth else ""]
        parts += [f"{GUESS} {words['assumption']}" if step.assumed else ""]
    return " · ".join(filter(None, parts))


def _loop(setting: Setting, data: MapData) -> str:
    places = loop_places(setting.journey)
    if data.loop is None or places is None:
        return ""
    leaves = bold(setting.journey.phases[places[0]].title)
    return " ".join(filter(None, (f"{leaves} → {plain(data.loop.label)}.", plain(data.loop.note))))


def _legend(data: MapData, words: Words) -> Iterator[str]:
    """Say what the two marks mean, where they stand."""
    marks = {"truth": (TRUTH, "moment_of_truth"), "assumed": (GUESS, "unchecked-mark")}
    found = [f"{marks[key][0]} {words[marks[key][1]]}" for key, _ in data.legend if key in marks]
    if found:
        yield from ("", f"*{words['legend']}: {' · '.join(found)}*")
