"""A journey turned into a map: every text chosen and worded, nothing yet placed."""

from __future__ import annotations

from klantreis.language.numbers import duration, signed
from klantreis.language.words import Words, words_of
from klantreis.model.journey import Journey
from klantreis.model.scores import Feeling, assumed, feelings
from klantreis.model.setting import Setting
from klantreis.model.text import slug
from klantreis.render import header, lanes
from klantreis.render.cells import Context
from klantreis.render.clean import clean, language_tag
from klantreis.render.curve import Point
from klantreis.render.items import Lane, LoopData, MapData, PhaseHead, Step
from klantreis.render.names import Names
from klantreis.render.theme import phase_role


def build(setting: Setting) -> MapData:
    """Give the map of a journey, the same for every view."""
    journey = setting.journey
    words = words_of(journey.language)
    context = Context(setting, words, Names(setting, words))
    steps = lanes.step_cards(context)
    phases = _phases(context, steps)
    loop = loop_of(journey, words)
    made = lanes.build(context, steps, loop)
    points = _points(journey, words, phases)
    language = language_tag(journey.language)
    return MapData(
        clean(journey.id),
        language,
        header.header(context),
        sum(phase.span for phase in phases),
        phases,
        made,
        points,
        loop,
        header.sources(setting, context),
        _legend(steps, made, bool(points), words),
        _summary(points, words),
        words["made"],
        dict(words.fixed),
    )


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
    written = journey.loyalty_loop
    if written is None:
        return None
    places = {phase.id: place for place, phase in reversed(list(enumerate(journey.phases)))}
    enters = places.get(written.to, places.get(slug(written.to), -1))
    last = len(journey.phases) - 1
    leaves = places.get(written.from_, places.get(slug(written.from_), -1)) if written.from_ else last
    if enters < 0 or leaves < 0:
        return None
    skipped = tuple(range(enters)) if enters <= leaves else tuple(range(leaves + 1, enters))
    name = clean(journey.phases[enters].title)
    label = words["loop-self" if enters == leaves else "loop"].format(phase=name)
    if skipped:
        label += f": {words.spelled('skipped', len(skipped))}"
    return LoopData(leaves, enters, label, clean(written.note), skipped)


def _legend(
    steps: tuple[tuple[Step, ...], ...], made: tuple[Lane, ...], curve: bool, words: Words
) -> tuple[tuple[str, str], ...]:
    items = [item for lane in made for row in lane.rows for cell in row.cells for item in cell]
    guess = any(getattr(item, "assumed", False) or getattr(item, "tone", "") == "assumed" for item in items)
    cards = [card for group in steps for card in group]
    wanted = (
        ("truth", "moment_of_truth", any(card.truth for card in cards)),
        ("up", "positive", curve),
        ("down", "negative", curve),
        ("assumed", "unchecked-mark", guess),
        ("customer", "by-customer", any(card.initiator == "customer" for card in cards)),
        ("organisation", "by-organisation", any(card.initiator == "organisation" for card in cards)),
        ("visibility", "visibility", any(lane.visibility for lane in made)),
        ("switch", "switch", any(card.switch for card in cards)),
    )
    return tuple((mark, words[key]) for mark, key, shown in wanted if shown)


def _summary(points: tuple[Point, ...], words: Words) -> str:
    """Give the curve in words, for who cannot see it."""
    told = [f"{point.title} {point.text}" + (f" ({', '.join(point.names)})" if point.names else "") for point in points]
    return f"{words['curve']}: {'; '.join(told)}." if told else ""
