"""What the journey rests on. Only between two states: nobody has seen a dream.

- `risen`, `fallen`: the share of steps that rest on a source. `before`, `after`: 0 to 1.
- `proven`: a step, phase or pain rests on a source, and did not. `unproven`: no longer.
  `before`, `after`: what its sources are called. `facts`: `assumption` (whether the other side is one).
- `reviewed`: checked again with customers, or for the first time. `unreviewed`: the date went back or
  away. `before`, `after`: dates as written.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from klantreis.compare.change import JOURNEY, Address, At, Change
from klantreis.compare.pair import Pair
from klantreis.compare.topics.names import Names
from klantreis.compare.topics.recurring import Place, place_at, recurring_pains, staying, tells
from klantreis.model.journey import Journey
from klantreis.model.scores import assumed, evidence_count, proven

WHATS = ("risen", "fallen", "proven", "unproven", "reviewed", "unreviewed")


def changes(pair: Pair) -> Iterator[Change]:
    """Give what is known better or worse; nothing of a plan."""
    if pair.plan:
        return
    yield from _share(pair.old.journey, pair.new.journey)
    yield from _reviewed(pair)
    names = Names(pair)
    for number, phase, there, other in pair.phases:
        at, told = pair.at_phase(number, there), (pair.told(phase, other, "evidence"),)
        yield from _rests(names, at, (other.title, other.id), (phase.evidence, other.evidence), told)
    for old, new in pair.steps:
        step, told = new.touchpoint, (pair.told(old, new, "evidence"),)
        both = old.touchpoint.evidence, step.evidence
        yield from _rests(names, pair.at(old, new), (step.title, step.id), both, told)
    for before, after in recurring_pains(pair):
        for place, stays in staying(pair, before, after) if before and after else ():
            edits = tells(pair, (place,), ())[:1] if _rest(place) == _rest(stays) else ()
            called = stays.item.title, stays.item.id
            both = place.item.evidence, stays.item.evidence
            yield from _rests(names, place_at(pair, place, stays), called, both, edits)


def _share(old: Journey, new: Journey) -> Iterator[Change]:
    here, there = evidence_count(old), evidence_count(new)
    if not here.total or not there.total:
        return
    before, after = round(here.proven / here.total, 4), round(there.proven / there.total, 4)
    if before != after:
        yield Change("evidence", "risen" if after > before else "fallen", JOURNEY, new.title, "", before, after)


def _reviewed(pair: Pair) -> Iterator[Change]:
    before, after = pair.old.journey.reviewed, pair.new.journey.reviewed
    ends = [(date.end, date.start) if date else None for date in (before, after)]
    if ends[0] == ends[1]:
        return
    later = ends[0] is None or (ends[1] is not None and ends[1] > ends[0])
    was, now = (str(date) if date else None for date in (before, after))
    told = (pair.told(None, None, "reviewed"),)
    what = "reviewed" if later else "unreviewed"
    yield Change("evidence", what, JOURNEY, pair.new.journey.title, "", was, now, tells=told)


def _rests(
    names: Names, at: At, called: tuple[str, str], both: tuple[Sequence[str], Sequence[str]], told: tuple[Address, ...]
) -> Iterator[Change]:
    before, after = both
    if before == after or proven(before) == proven(after):
        return
    what = "proven" if proven(after) else "unproven"
    facts = {"assumption": assumed(before if what == "proven" else after)}
    was, now = ([names.source(item) for item in side if proven([item])] for side in both)
    yield Change("evidence", what, at, *called, was, now, facts, told)


def _rest(place: Place) -> dict[str, object]:
    return {key: value for key, value in place.item.__dict__.items() if key != "evidence"}
