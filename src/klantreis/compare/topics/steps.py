"""Steps that came, went, merged, split, moved, or became easier.

- `added`: comes of nothing. `facts`: `automated`, `feeling` (its score, or None), `plan`.
- `removed`: lives on in nothing, and nobody says why. `facts`: the same.
- `dropped`: a dream takes it away on purpose. `facts`: `why` (`superfluous`, `automated` or empty); `whole`,
  whether its whole phase goes; `note`, unless that says it; and those of `removed`.
- `restored`: a dream took it away once, and no longer does. `facts`: `why`, `note`.
- `absorbed`: its phase is replaced by another. `after`: the title of that phase.
- `merged`: several became one, `name`. `before`: their titles, `after`: its title.
- `split`: one, `name`, became several. `before`: its title, `after`: their titles.
- `replaced`: another step takes its place. `before`, `after`: the titles.
- `moved`: it stands elsewhere. `before`, `after`: the titles of the phases. `facts`: `phase` (whether
  they differ), `behind` (the title of the step that it now follows, empty at the start of a phase).
- `renamed`: the same step has another title. `before`, `after`: the titles.
- `automated`, `by-hand`: it remains and the customer does nothing any more; or does it again.
- `optional`, `required`: customers may skip it now; or no longer.
- `faster`, `slower`: it takes less or more time. `before`, `after`: as written, `before` a list where
  several became one. `facts`: `days` on both sides, None without end; `plan`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import isinf

from klantreis.compare.change import Change
from klantreis.compare.edits import Plain
from klantreis.compare.pair import Pair
from klantreis.compare.topics.moves import moves_of
from klantreis.compare.topics.replanned import replanned
from klantreis.model.parts import Step

WHATS = (
    "added", "removed", "dropped", "absorbed", "merged", "split", "replaced", "moved", "renamed", "restored",
    "automated", "by-hand", "optional", "required", "faster", "slower",
)  # fmt: skip


def changes(pair: Pair) -> Iterator[Change]:
    """Give what became of the steps."""
    yield from _gone(pair)
    yield from _came(pair)
    yield from _merged(pair)
    yield from _split(pair)
    yield from _replaced(pair)
    yield from _moved(pair)
    for old, new in pair.kept:
        yield from _renamed(pair, old, new)
    for olds, new in pair.origins:
        yield from _easier(pair, olds, new)


def _gone(pair: Pair) -> Iterator[Change]:
    matching, drops = pair.matching, pair.drops
    for step in pair.gone:
        at, title, told = pair.at(step, None), step.touchpoint.title, (pair.told(step, None),)
        if (drop := matching.dropped.get(step.number)) is not None:
            whole = matching.dropped_phases.get(step.phase_number) == drop
            note = None if whole else drops[drop].note
            facts = {"why": drops[drop].why or "", "note": note, "whole": whole, **_about(pair, step)}
            yield Change("steps", "dropped", at, title, step.touchpoint.id, before=title, facts=facts, tells=told)
        elif (phase := matching.absorbed.get(step.number)) is not None:
            after = pair.new.journey.phases[phase].title
            yield Change("steps", "absorbed", at, title, step.touchpoint.id, title, after, tells=told)
        elif said := None if pair.plan else replanned(pair.new, pair.old, step):
            facts = {"why": said.drop.why or "", "note": said.drop.note, "whole": False, **_about(pair, step)}
            tells = (*told, *said.tells)
            yield Change("steps", "dropped", at, title, step.touchpoint.id, before=title, facts=facts, tells=tells)
        else:
            facts = _about(pair, step)
            yield Change("steps", "removed", at, title, step.touchpoint.id, before=title, facts=facts, tells=told)


def _came(pair: Pair) -> Iterator[Change]:
    for step in pair.came:
        title, name, at, told = step.touchpoint.title, step.touchpoint.id, pair.at(None, step), (pair.told(None, step),)
        if said := None if pair.plan else replanned(pair.old, pair.new, step):
            facts = {"why": said.drop.why or "", "note": said.drop.note}
            tells = (*told, *said.tells)
            yield Change("steps", "restored", at, title, name, after=title, facts=facts, tells=tells)
        else:
            yield Change("steps", "added", at, title, name, after=title, facts=_about(pair, step), tells=told)


def _about(pair: Pair, step: Step) -> dict[str, Plain]:
    feeling = step.touchpoint.emotion
    return {
        "automated": step.touchpoint.automated,
        "feeling": feeling.score if feeling else None,
        "plan": pair.plan,
    }


def _merged(pair: Pair) -> Iterator[Change]:
    for number, numbers in pair.matching.merged.items():
        new, olds = pair.new.steps[number], [pair.old.steps[old] for old in numbers]
        titles = [old.touchpoint.title for old in olds]
        told = tuple(pair.told(old, None, key) for old in olds for key in ("", "id", "was", "title"))
        yield Change(
            "steps", "merged", pair.at(olds[0], new), new.touchpoint.title, new.touchpoint.id,
            titles, new.touchpoint.title, tells=told,
        )  # fmt: skip


def _split(pair: Pair) -> Iterator[Change]:
    for number, numbers in pair.matching.split.items():
        old, news = pair.old.steps[number], [pair.new.steps[new] for new in numbers]
        titles = [new.touchpoint.title for new in news]
        own = (pair.told(old, None, key) for key in ("id", "was", "title"))
        told = (*(pair.told(None, new) for new in news), *own)
        yield Change(
            "steps", "split", pair.at(old, news[0]), old.touchpoint.title, old.touchpoint.id,
            old.touchpoint.title, titles, tells=told,
        )  # fmt: skip


def _replaced(pair: Pair) -> Iterator[Change]:
    for number, there in pair.matching.replaced.items():
        if there not in pair.matching.merged:
            old, new = pair.old.steps[number], pair.new.steps[there]
            yield Change(
                "steps", "replaced", pair.at(old, new), new.touchpoint.title, new.touchpoint.id,
                old.touchpoint.title, new.touchpoint.title,
                tells=(pair.told(old, None), pair.told(None, new)),
            )  # fmt: skip


def _moved(pair: Pair) -> Iterator[Change]:
    olds = {step.touchpoint.id: step for step in pair.old.steps}
    for edit in moves_of(pair).steps:
        old = olds[edit.name]
        new = pair.new.steps[pair.forth[old.number]]
        before = pair.new.steps[new.number - 1] if new.number else None
        behind = before.touchpoint.title if before and before.phase_number == new.phase_number else ""
        facts = {"phase": (old.phase_number, new.phase_number) not in pair.phase_kin, "behind": behind}
        yield Change(
            "steps", "moved", pair.at(old, new), new.touchpoint.title, new.touchpoint.id,
            old.phase.title, new.phase.title, facts, (edit.address,),
        )  # fmt: skip


def _renamed(pair: Pair, old: Step, new: Step) -> Iterator[Change]:
    before, after = old.touchpoint.title, new.touchpoint.title
    merged_or_split = new.number in pair.matching.merged or old.number in pair.matching.split
    if before != after and not merged_or_split:
        told = tuple(pair.told(old, new, key) for key in ("title", "id", "was"))
        yield Change("steps", "renamed", pair.at(old, new), after, new.touchpoint.id, before, after, tells=told)


def _easier(pair: Pair, olds: Sequence[Step], new: Step) -> Iterator[Change]:
    """Several steps that became one go by themselves, or may be skipped, when all of them did or might."""
    after, at = new.touchpoint, pair.at(olds[0], new)
    for key, on, off in (("automated", "automated", "by-hand"), ("optional", "optional", "required")):
        was, now = all(getattr(old.touchpoint, key) for old in olds), getattr(after, key)
        if was != now and (now or not pair.plan or key == "automated"):
            told = (pair.told(olds[0], new, key),)
            yield Change("steps", on if now else off, at, after.title, after.id, was, now, tells=told)
    lengths = [old.touchpoint.duration for old in olds if old.touchpoint.duration]
    days = [sum(length.days for length in lengths), after.duration.days if after.duration else 0.0]
    # Of several that became one, those whose length is known may already take longer than it does.
    known = len(lengths) == len(olds) or (pair.plan and days[0] > days[1])
    if after.duration and known and days[0] != days[1]:
        before = [str(length) for length in lengths]
        facts = {"days": [None if isinf(number) else number for number in days], "plan": pair.plan}
        yield Change(
            "steps", "faster" if days[1] < days[0] else "slower", at, after.title, after.id,
            before if len(before) > 1 else before[0], str(after.duration), facts,
            (pair.told(olds[0], new, "duration"),),
        )  # fmt: skip
