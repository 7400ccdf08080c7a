"""Where the steps and phases of both sides stand, and what became of each."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise

from klantreis.compare.gap import Item
from klantreis.compare.judgement.verdict import Verdict
from klantreis.compare.pair import Pair
from klantreis.render.content.cells import Context
from klantreis.render.content.steps import step_cards
from klantreis.render.gap.columns import Cell, Columns
from klantreis.render.gap.shapes import ORDER, Head, Marks, Place
from klantreis.render.gap.tellings import TITLE
from klantreis.render.gap.words import Terms
from klantreis.render.kit.clean import clean
from klantreis.render.kit.theme import phase_role
from klantreis.wording import shortened

Fates = dict[int, tuple[str, str]]
"""What became of a step, by its place in the row: a word, and the same in people's words."""


def tints(pair: Pair) -> dict[int, int]:
    """The colour of each old phase: that of the phase it lives on in."""
    count = len(pair.new.journey.phases)
    phases = range(len(pair.old.journey.phases))
    gone = [phase for phase in phases if phase not in pair.matching.phases]
    return {
        phase: phase_role(pair.matching.phases.get(phase, count + (gone.index(phase) if phase in gone else 0)))
        for phase in phases
    }


def places(cells: Sequence[Cell], context: Context, tint: dict[int, int], fates: Fates) -> tuple[Place, ...]:
    """Give one side's steps with their cards."""
    cards = [
        replace(card, colour=tint.get(phase, card.colour), title=shortened(card.title, TITLE))
        for phase, group in enumerate(step_cards(context))
        for card in group
    ]
    found = []
    for place, cell in enumerate(cells):
        fate, note = fates.get(place, ("", ""))
        found.append(Place(cell, None if cell.step is None else cards[cell.step], fate, note))
    return tuple(found)


def old_fates(pair: Pair, columns: Columns, terms: Terms) -> Fates:
    """Say what became of the steps of the old journey; nothing of those that stay."""
    matching, found = pair.matching, {}
    linked: dict[int, list[int]] = {}
    for old, new in columns.links:
        linked.setdefault(old, []).append(new)
    for place, cell in enumerate(columns.old):
        if place in linked:
            if not any(_meet(cell, columns.new[there]) for there in linked[place]):
                found[place] = ("moved", terms["moved-away"])
        elif cell.step is None:
            continue
        elif cell.step in matching.dropped:
            why = pair.drops[matching.dropped[cell.step]].why or ""
            found[place] = ("gone", terms[f"dropped-{why}" if why else "dropped"])
        else:
            key = "absorbed" if cell.step in matching.absorbed else "unsaid" if pair.plan else "removed"
            found[place] = ("gone", terms[key])
    return found


def new_fates(columns: Columns, terms: Terms) -> Fates:
    """Say which steps of the new journey are new, or stood elsewhere."""
    linked: dict[int, list[int]] = {}
    for old, new in columns.links:
        linked.setdefault(new, []).append(old)
    found = {}
    for place, cell in enumerate(columns.new):
        if place not in linked:
            if cell.step is not None:
                found[place] = ("came", terms["came"])
        elif not any(_meet(cell, columns.old[here]) for here in linked[place]):
            found[place] = ("moved", terms["moved-here"])
    return found


def _meet(one: Cell, other: Cell) -> bool:
    return one.first <= other.last and other.first <= one.last


def heads(pair: Pair, columns: Columns, tint: dict[int, int]) -> tuple[tuple[Head, ...], ...]:
    """The phases: in one row where both sides share them, else a row a side."""
    olds, news = pair.old.journey.phases, pair.new.journey.phases
    back: dict[int, list[int]] = {}
    for old, new in pair.matching.phases.items():
        back.setdefault(new, []).append(old)
    bands = {band.phase: band for band in columns.old_bands}
    shared: list[Head] = []
    for band in columns.new_bands:
        mine = [bands[old] for old in back.get(band.phase, [])]
        first, last = min([band.first, *(b.first for b in mine)]), max([band.last, *(b.last for b in mine)])
        title, was = clean(news[band.phase].title), ", ".join(clean(olds[b.phase].title) for b in mine)
        fate = "" if mine else "new"
        shared.append(Head(title, was if was != title else "", phase_role(band.phase), first, last, fate))
    shared += [
        Head(clean(olds[band.phase].title), "", tint[band.phase], band.first, band.last, "gone")
        for band in columns.old_bands
        if band.phase not in pair.matching.phases
    ]
    shared.sort(key=lambda head: head.first)
    if all(one.last < other.first for one, other in pairwise(shared)):
        return (tuple(shared),)
    above = [Head(clean(olds[b.phase].title), "", tint[b.phase], b.first, b.last, "") for b in columns.old_bands]
    below = [Head(clean(news[b.phase].title), "", phase_role(b.phase), b.first, b.last, "") for b in columns.new_bands]
    return tuple(above), tuple(below)


def marks(columns: Columns, items: Iterable[Item]) -> tuple[tuple[float, Marks], ...]:
    """What changes at each step, by verdict, at the middle of where it stands."""
    olds, news = {c.step: c for c in columns.old}, {c.step: c for c in columns.new}
    found: dict[float, dict[Verdict, int]] = {}
    for item in items:
        change = item.judged.change
        if change.at.sort != "touchpoint" or change.topic == "details":
            continue
        cell = news.get(change.at.new) if change.at.new is not None else olds.get(change.at.old)
        if cell is not None:
            counts = found.setdefault(cell.middle, {})
            counts[item.judged.verdict] = counts.get(item.judged.verdict, 0) + 1
    return tuple((at, tuple((v, counts[v]) for v in ORDER if v in counts)) for at, counts in sorted(found.items()))
