"""Figures: of the journey as a whole, of its phases, of its steps.

Of a plan, the value now against the target: the dream's, else the one that the journey has today.
(What a dream writes as a value is its target too: nobody has measured a dream.)

- `ahead`: still to be reached. `reached`: it is already. `below`: the dream aims at less than what is
  there today. `aimed`: neither way is better. `unmeasured`: the dream aims at it, and there is no value.
  `before`: the value, `after`: the target.

Between two states:

- `better`, `worse`: another value; `changed`: where neither way is better. `measured`, `forgotten`:
  there is a value now, or none any more. `added`, `removed`: the metric itself.
- `target-raised`, `target-lowered`, `target-set`, `target-dropped`. `before`, `after`: targets.

`id` is the metric's. `facts`: `unit`, `scale` (None where it has no end), `better` (`higher`, `lower`
or `neither`), `distance` (0 to 1: by the scale, or by the greater of the two where it begins at 0 or
has no end), `place` (the title of the step or phase, empty for the journey), `when` (dates on both
sides), `target`, `dreamed` (whether a new side says what it should be), `aim` (the target of today, where a dream
asks less than that).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import isfinite

from klantreis.compare.change import JOURNEY, Address, At, Change
from klantreis.compare.pair import Pair
from klantreis.compare.topics.names import Names
from klantreis.model.journey import Phase
from klantreis.model.metrics import MetricInfo
from klantreis.model.parts import Step
from klantreis.model.touchpoint import MetricValue

WHATS = (
    "ahead", "reached", "below", "aimed", "unmeasured",
    "better", "worse", "changed", "measured", "forgotten", "added", "removed",
    "target-raised", "target-lowered", "target-set", "target-dropped",
)  # fmt: skip

Element = Step | Phase | None
Figures = Mapping[str, MetricValue]


@dataclass(frozen=True, slots=True)
class _Spot:
    """A figure on both sides, with where it stands."""

    pair: Pair
    at: At
    place: str
    info: MetricInfo
    old: MetricValue | None
    new: MetricValue | None
    edits: tuple[Address, ...]


def changes(pair: Pair) -> Iterator[Change]:
    """Give what figures say."""
    names = Names(pair)
    for spot in _spots(pair, names):
        yield from _planned(spot) if pair.plan else _between(spot)


def _spots(pair: Pair, names: Names) -> Iterator[_Spot]:
    old, new = pair.old.journey, pair.new.journey
    yield from _at(pair, names, JOURNEY, "", [(None, old.metrics)], (None, new.metrics))
    for number, phase, there, other in pair.phases:
        at = pair.at_phase(number, there)
        yield from _at(pair, names, at, other.title, [(phase, phase.metrics)], (other, other.metrics))
    for olds, step in pair.origins:
        here = [(old, old.touchpoint.metrics) for old in olds if old.touchpoint.metrics]
        if here or step.touchpoint.metrics:
            at = pair.at(here[0][0] if here else olds[0], step)
            own = (step, step.touchpoint.metrics)
            yield from _at(pair, names, at, step.touchpoint.title, here or [(olds[0], {})], own)


def _at(
    pair: Pair, names: Names, at: At, place: str, olds: Sequence[tuple[Element, Figures]], new: tuple[Element, Figures]
) -> Iterator[_Spot]:
    """The figures of one place; the same by how the metric is written, else by which one is meant."""
    element, figures = new
    met = set()
    for own, before in olds:
        for name, value in before.items():
            other = _counterpart(names, name, before, figures)
            met.add(other)
            items = (name, "") if other in (None, name) else (name, "", other)
            edits = tuple(pair.told(own, element, "metrics", item) for item in items)
            here = pair.at(own, element) if isinstance(own, Step) and isinstance(element, Step) else at
            yield _Spot(pair, here, place, names.metric(name), value, figures[other] if other else None, edits)
    for name, value in figures.items():
        if name not in met:
            edits = tuple(pair.told(olds[0][0], element, "metrics", item) for item in (name, ""))
            yield _Spot(pair, at, place, names.metric(name), None, value, edits)


def _counterpart(names: Names, name: str, own: Figures, others: Figures) -> str | None:
    if name in others:
        return name
    meant = names.metric(name).id
    if [other for other in own if other not in others and names.metric(other).id == meant] != [name]:
        return None
    found = [other for other in others if other not in own and names.metric(other).id == meant]
    return found[0] if len(found) == 1 else None


def _planned(spot: _Spot) -> Iterator[Change]:
    old, new = spot.old, spot.new
    value = old.value if old else None
    dreamed = (new.target if new.target is not None else new.value) if new else None
    target = dreamed if dreamed is not None else old.target if old else None
    if target is None:
        return
    if value is None:
        if dreamed is not None:
            yield _change(spot, "unmeasured", None, target)
        return
    if spot.info.better == "neither":
        if value != target:
            yield _change(spot, "aimed", value, target)
    elif value == target:
        yield _change(spot, "reached", value, target)
    elif better(spot.info, value, target):
        yield _change(spot, "ahead", value, target)
    else:
        yield _change(spot, "reached" if dreamed is None else "below", value, target)


def _between(spot: _Spot) -> Iterator[Change]:
    old, new = spot.old, spot.new
    if old is None or new is None:
        figure = new or old
        if figure is not None:
            before, after = (None, figure.value) if old is None else (figure.value, None)
            yield _change(spot, "added" if old is None else "removed", before, after, spot.edits)
        return
    told = spot.edits if _told(old, new) else ()
    if old.value != new.value:
        yield _change(spot, _value_what(spot.info, old.value, new.value), old.value, new.value, told)
    if old.target != new.target:
        yield _change(spot, _target_what(old.target, new.target), old.target, new.target, told)


def _value_what(info: MetricInfo, before: float | None, after: float | None) -> str:
    if before is None or after is None:
        return "measured" if before is None else "forgotten"
    if info.better == "neither":
        return "changed"
    return "better" if better(info, before, after) else "worse"


def _target_what(before: float | None, after: float | None) -> str:
    if before is None or after is None:
        return "target-set" if before is None else "target-dropped"
    return "target-raised" if after > before else "target-lowered"


def better(info: MetricInfo, before: float, after: float) -> bool:
    """Tell whether a figure is better after than before."""
    return after > before if info.better == "higher" else after < before if info.better == "lower" else False


def distance(info: MetricInfo, before: float, after: float) -> float:
    """Give how far two figures are apart, 0 to 1.

    Where a scale begins at 0 or has no end, what counts is how many times more or less (from 1% to 2%
    is twice as much); on another one, such as 1 to 10, which part of it lies between.
    """
    if before == after:
        return 0.0
    low, high = info.scale or (0.0, float("inf"))
    bounded = low != 0 and isfinite(low) and isfinite(high)
    whole = high - low if bounded else max(abs(before), abs(after))
    return round(min(1.0, abs(after - before) / whole), 4) if isfinite(whole) and whole > 0 else 1.0


def _aim(spot: _Spot, what: str, target: float | None) -> float | None:
    """The target of today, where a dream that asks for more than there is, asks less than that."""
    today = spot.old.target if spot.old else None
    if what != "ahead" or today is None or target is None or not better(spot.info, target, today):
        return None
    return today


def _told(old: MetricValue, new: MetricValue) -> bool:
    """Whether sentences about the value and the target say everything that differs; the value's comes with its date."""
    dated = str(old.date) == str(new.date) or old.value != new.value
    return dated and old.evidence == new.evidence and old.extensions == new.extensions


def _change(
    spot: _Spot, what: str, before: float | None, after: float | None, told: tuple[Address, ...] = ()
) -> Change:
    info, figure = spot.info, spot.new or spot.old
    facts = {
        "unit": info.unit,
        "scale": [end if isfinite(end) else None for end in info.scale] if info.scale else None,
        "better": info.better,
        "distance": distance(info, before, after) if before is not None and after is not None else None,
        "place": spot.place,
        "when": [str(side.date) if side and side.date else None for side in (spot.old, spot.new)],
        "target": figure.target if figure else None,
        "aim": _aim(spot, what, after),
        "dreamed": spot.new is not None and (spot.new.target is not None or spot.new.value is not None),
    }
    return Change("metrics", what, spot.at, info.title, info.id, before, after, facts, told)
