"""A plan in people's words, once for every format: `board_of(plan)` gives what stands on it, and where."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from klantreis.compare.change import Change
from klantreis.compare.forecast import State, forecast
from klantreis.compare.gap import Item
from klantreis.compare.plan import Plan, Slot, Work
from klantreis.compare.sentences import tell
from klantreis.compare.topics.measures import own_steps
from klantreis.engine.roadmap.cards import Card, card_of
from klantreis.engine.roadmap.words import Terms, terms_of
from klantreis.language.numbers import signed, whole_percent
from klantreis.model.journey import Journey
from klantreis.model.scores import experience_score, feelings, remembered_score
from klantreis.wording import shortened

_CLEAR = 0.25
_MONTHS = 3


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure above the board: `tone` is `good`, `bad` or `ink`."""

    label: str
    value: str
    below: str
    tone: str = "ink"


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the timeline: its name, a line below it, and how far into it today is (0 to 1), if it is."""

    label: str
    below: str
    today: float | None = None


@dataclass(frozen=True, slots=True)
class Lane:
    """The work of one owner."""

    owner: str
    cards: tuple[Card, ...]


@dataclass(frozen=True, slots=True)
class Stage:
    """The journey at a moment, in words. `points` are the emotions in the customer's order, with the titles.

    `share` is how much of the work is done, `part` the same from 0 to 1. `news` tells what changes since
    the stage before it, `initiatives` what is finished in it. `left` is true of the dream itself, shown
    when the roadmap does not lead all the way to it.
    """

    label: str
    mean: str
    remembered: str
    tone: str
    pains: int
    pain_titles: tuple[str, ...]
    steps: int
    share: str
    part: float
    points: tuple[tuple[float, str], ...]
    news: tuple[str, ...]
    initiatives: tuple[str, ...]
    complete: bool
    left: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Board:
    """A roadmap over time, ready to be shown. `dream` are the emotions of the dream, to hold beside each stage."""

    plan: Plan
    states: tuple[State, ...]
    terms: Terms
    id: str
    title: str
    lead: str
    route: str
    figures: tuple[Figure, ...]
    columns: tuple[Column, ...]
    lanes: tuple[Lane, ...]
    dropped: tuple[tuple[str, str], ...]
    warnings: tuple[str, ...]
    open: tuple[str, ...]
    stages: tuple[Stage, ...]
    dream: tuple[tuple[float, str], ...]


def board_of(plan: Plan) -> Board:
    """Put a plan in words. Raises `ValueError` for a gap without a roadmap."""
    gap, terms = plan.gap, terms_of(plan.gap.comparison.language)
    roadmap = gap.roadmap
    if roadmap is None:
        raise ValueError("a gap without a roadmap")
    old, new = gap.comparison.old.journey, gap.comparison.new.journey
    states = forecast(plan)
    cards = {id(work): card_of(work, plan, terms) for work in plan.works}
    quoted = terms.words.quoted
    route = terms["from-to"].format(old=quoted(_title(old.title)), new=quoted(_title(new.title)))
    return Board(
        plan, tuple(states), terms, roadmap.id, _title(roadmap.title), _lead(roadmap.description), route,
        tuple(_figures(plan, states, terms)),
        tuple(_column(slot, plan, terms) for slot in plan.slots),
        tuple(Lane(_owner(lane, terms, cards), tuple(cards[id(work)] for work in lane)) for _, lane in plan.lanes()),
        tuple((_title(item.title), _lead(item.description)) for item in plan.dropped),
        tuple(f"{card.title}: {warning}" for card in cards.values() for warning in card.warnings),
        tuple(told(gap.open_items, terms)),
        tuple(_stages(plan, states, terms)), _points(new),
    )  # fmt: skip


def _owner(lane: list[Work], terms: Terms, cards: dict[int, Card]) -> str:
    return cards[id(lane[0])].owner or terms["nobody"]


def _title(text: str) -> str:
    return shortened(text, 120)


def _lead(text: str) -> str:
    return shortened(text, 400)


def _figures(plan: Plan, states: list[State], terms: Terms) -> list[Figure]:
    coverage, dream = plan.gap.coverage, plan.gap.comparison.new.journey
    now, last = states[0], states[-1]
    found = []
    if coverage is not None:
        below = terms["covered"].format(covered=coverage.covered, total=coverage.total)
        whole = coverage.share in (None, 1)
        found.append(Figure(
            terms["coverage"], share_text(coverage.share, terms), below if coverage.total else terms["nothing"],
            "good" if whole else "ink",
        ))  # fmt: skip
    for key, before, after, aim in (
        ("mean", now.mean, last.mean, experience_score(dream)),
        ("remembered", now.remembered, last.remembered, remembered_score(dream)),
    ):
        below = "" if after == aim else f"{terms['state-dream']}: {score(aim, terms)}"
        found.append(Figure(terms[key], _arrow(score(before, terms), score(after, terms)), below, _tone(after)))
    counts = _arrow(str(len(now.pains)), str(len(last.pains)))
    steps = f"{terms['steps']}: {_arrow(str(now.steps), str(last.steps))}"
    return [*found, Figure(terms["pains"], counts, steps, "good" if len(last.pains) < len(now.pains) else "ink")]


def _arrow(before: str, after: str) -> str:
    return before if before == after else f"{before} → {after}"


def score(value: float | None, terms: Terms) -> str:
    """Give an emotion in words; a dash when there is none."""
    return "–" if value is None else signed(value, terms.words)


def share_text(share: float | None, terms: Terms) -> str:
    """Give a part as a whole percentage; a dash when there is nothing to have a part of."""
    return "–" if share is None else whole_percent(share, terms.words)


def _tone(value: float | None) -> str:
    return "ink" if value is None or abs(value) < _CLEAR else "good" if value > 0 else "bad"


def _column(slot: Slot, plan: Plan, terms: Terms) -> Column:
    if slot.start is None or slot.end is None:
        return Column(terms[slot.key], terms[f"{slot.key}-below"])
    today = (plan.today - slot.start).days / max(1, (slot.end - slot.start).days) if slot.holds(plan.today) else None
    return Column(*_period(slot, terms), today)


def _period(slot: Slot, terms: Terms) -> tuple[str, str]:
    """A quarter, a year, or several years, and the months below a quarter."""
    if slot.start is None or slot.end is None:
        return "", ""
    if slot.start.year != slot.end.year:
        return f"{slot.start.year}–{slot.end.year}", ""
    if slot.end.month - slot.start.month >= _MONTHS:
        return str(slot.start.year), ""
    months = terms.words.months
    below = f"{months[slot.start.month - 1]}–{months[slot.end.month - 1]}"
    return f"Q{(slot.start.month + 2) // 3} {slot.start.year}", below


def _stages(plan: Plan, states: list[State], terms: Terms) -> list[Stage]:
    gap = plan.gap
    found = [_stage(state, plan, terms) for state in states]
    if not states[-1].complete and gap.work:
        dream = gap.comparison.new.journey
        aim = experience_score(dream)
        remaining = tuple(item.judged.change.name for item in gap.items if _stays(item.judged.change))
        found.append(Stage(
            terms["state-dream"], score(aim, terms), score(remembered_score(dream), terms), _tone(aim),
            len(remaining), tuple(map(_title, remaining)), own_steps(dream),
            share_text(1, terms), 1.0, _points(dream), tuple(told(gap.open_items, terms)), (), complete=True, left=True,
        ))  # fmt: skip
    return found


def _stays(change: Change) -> bool:
    return change.topic == "pains" and change.what != "solved"


def _stage(state: State, plan: Plan, terms: Terms) -> Stage:
    return Stage(
        label_of(state, plan, terms), score(state.mean, terms), score(state.remembered, terms), _tone(state.mean),
        len(state.pains), tuple(map(_title, state.pains)), state.steps,
        "" if state.slot is None else share_text(state.share, terms), state.share or 0.0,
        _points(state.journey),
        tuple(told(state.newly, terms)), tuple(_title(item.title) for item in state.fresh), complete=state.complete,
    )  # fmt: skip


def told(items: Iterable[Item], terms: Terms) -> list[str]:
    """Give differences in sentences, each once."""
    return list(dict.fromkeys(tell(item.judged, terms.language).what for item in items))


def label_of(state: State, plan: Plan, terms: Terms) -> str:
    """Give a moment a name: `Na Q4 2026`."""
    if state.slot is None:
        return terms["state-today"]
    slot = plan.slots[state.slot]
    if slot.key == "period":
        return terms["state-after"].format(when=_period(slot, terms)[0])
    return terms[f"state-after-{slot.key}"]


def _points(journey: Journey) -> tuple[tuple[float, str], ...]:
    return tuple(
        (feeling.score, _title(feeling.touchpoint.title if feeling.touchpoint else feeling.phase.title))
        for feeling in feelings(journey)
    )
