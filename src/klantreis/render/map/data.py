"""A journey turned into a map: every text chosen and worded, nothing yet placed."""

from __future__ import annotations

from dataclasses import replace

from klantreis.language.numbers import duration, signed
from klantreis.language.words import Words, words_of
from klantreis.model.journey import Journey
from klantreis.model.scores import Feeling, assumed, feelings
from klantreis.model.setting import Setting
from klantreis.model.ways import loop_places
from klantreis.render.content import header
from klantreis.render.content.cells import Context
from klantreis.render.content.choice import ALL, Choice, left_out
from klantreis.render.content.names import Names
from klantreis.render.content.steps import step_cards
from klantreis.render.kit.clean import clean, language_tag
from klantreis.render.kit.curve import Point
from klantreis.render.kit.items import LoopData, MapData, PhaseHead, Step
from klantreis.render.kit.theme import phase_role
from klantreis.render.map import lanes
from klantreis.render.map.shown import only


def build(setting: Setting, choice: Choice = ALL) -> MapData:
    """Give the map of a journey: the lanes and phases that are chosen. Raises `UsageError` for unknown phases."""
    journey = setting.journey
    words = words_of(journey.language)
    context = Context(setting, words, Names(setting, words))
    steps = step_cards(context)
    phases = _phases(context, steps)
    loop = loop_of(journey, words)
    made = tuple(lane for lane in lanes.build(context, steps, loop) if choice.lane(lane.key))
    points = _points(journey, words, phases)
    language = language_tag(journey.language)
    places = choice.phases_of(journey)
    whole = MapData(
        clean(journey.id),
        language,
        header.header(context),
        sum(phase.span for phase in phases),
        phases,
        made,
        points,
        loop,
        header.sources(setting, context),
        (),
        "",
        words["made"],
        dict(words.fixed),
        left_out(journey, places, words),
    )
    data = only(whole, places)
    return replace(data, legend=_legend(data, words), summary=_summary(data.points, words))


def _phases(context: Context, steps: tuple[tuple[Step, ...], ...]) -> tuple[PhaseHead, ...]:
    heads, first = [], 0
    for index, phase in enumerate(context.setting.journey.phases):
        span = max(1, len(phase.touchpoints))
        parts = [duration(phase.duration, context.words)] if phase.duration else []
        parts += [f"{context.words['zoom']} “{clean(phase.zoom)}”"] if phase.zoom else []
        heads.append(
            PhaseHead(phase.id, clean(phase.title), " · ".join(parts), first, span, phase_role(index), steps[index])
        )
        first += span
    return tuple(heads)


def _points(journey: Journey, words: Words, phases: tuple[PhaseHead, ...]) -> tuple[Point, ...]:
    found = feelings(journey)
    if not found:
        return ()
    heads = {id(phase): head for phase, head in zip(journey.phases, phases, strict=True)}
    high = max(range(len(found)), key=lambda i: found[i].score)
    low = min(range(len(found)), key=lambda i: found[i].score)
    named: dict[int, list[str]] = {}
    if found[high].score > found[low].score:
        named.setdefault(high, []).append(words["high"])
        named.setdefault(low, []).append(words["low"])
    named.setdefault(len(found) - 1, []).append(words["end"])
    return tuple(
        _point(feeling, heads[id(feeling.phase)], tuple(named.get(i, ())), words) for i, feeling in enumerate(found)
    )


def _point(feeling: Feeling, head: PhaseHead, names: tuple[str, ...], words: Words) -> Point:
    step = feeling.touchpoint
    if step is None:
        place, title = head.first + head.span / 2, head.title
    else:
        place = head.first + next(i for i, other in enumerate(feeling.phase.touchpoints) if other is step) + 0.5
        title = clean(step.title)
    truth = step is not None and step.moment_of_truth is not None
    guess = assumed((step or feeling.phase).evidence)
    text = signed(feeling.score, words)
    return Point(place, feeling.score, text, clean(feeling.word), names, truth, title, whole=step is None, guess=guess)


def loop_of(journey: Journey, words: Words) -> LoopData | None:
    """Give the loyalty loop by place; None where there is none, or it names no phase."""
    written, places = journey.loyalty_loop, loop_places(journey)
    if written is None or places is None:
        return None
    leaves, enters = places
    skipped = tuple(range(enters)) if enters <= leaves else tuple(range(leaves + 1, enters))
    name = clean(journey.phases[enters].title)
    label = words["loop-self" if enters == leaves else "loop"].format(phase=name)
    if skipped:
        label += f": {words.spelled('skipped', len(skipped))}"
    return LoopData(leaves, enters, label, clean(written.note), skipped)


def _legend(data: MapData, words: Words) -> tuple[tuple[str, str], ...]:
    """Give the marks that are on the map, each with its meaning."""
    items = [item for lane in data.lanes for row in lane.rows for cell in row.cells for item in cell]
    guess = any(getattr(item, "assumed", False) or getattr(item, "tone", "") == "assumed" for item in items)
    cards = [item for item in items if isinstance(item, Step)]
    curve = any(lane.drawing == "curve" for lane in data.lanes)
    points = data.points if curve else ()
    wanted = (
        ("truth", "moment_of_truth", any(card.truth for card in cards) or any(point.truth for point in points)),
        ("up", "positive", curve),
        ("down", "negative", curve),
        ("assumed", "unchecked-mark", guess or any(point.guess for point in points)),
        ("offline", "offline", any(card.offline for card in cards)),
        ("customer", "by-customer", any(card.initiator == "customer" for card in cards)),
        ("organisation", "by-organisation", any(card.initiator == "organisation" for card in cards)),
        ("visibility", "visibility", any(lane.visibility for lane in data.lanes)),
        ("switch", "switch", any(card.switch for card in cards)),
    )
    return tuple((mark, words[key]) for mark, key, shown in wanted if shown)


def _summary(points: tuple[Point, ...], words: Words) -> str:
    """Give the curve in words, for who cannot see it."""
    told = [f"{point.title} {point.text}" + (f" ({', '.join(point.names)})" if point.names else "") for point in points]
    return f"{words['curve']}: {'; '.join(told)}." if told else ""
