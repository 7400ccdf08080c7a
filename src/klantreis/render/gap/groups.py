"""The list of differences, under the step or phase they are about; and the steps as a table."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from klantreis.compare.change import At
from klantreis.compare.gap import Item
from klantreis.compare.pair import Pair
from klantreis.compare.side import Side
from klantreis.render.gap.columns import Columns
from klantreis.render.gap.places import tints
from klantreis.render.gap.shapes import ORDER, Entry, Group, Marks, Place, Row, Work
from klantreis.render.gap.words import Terms
from klantreis.render.kit.clean import clean
from klantreis.render.kit.curve import Point
from klantreis.render.kit.theme import phase_role


def _key(at: At) -> tuple[str, int, int]:
    """One key for all that is said of one step or phase: by the new side where it has one."""
    if at.sort == "journey":
        return "journey", 0, 0
    return (at.sort, 1, at.new) if at.new is not None else (at.sort, 0, at.old or 0)


def groups(pair: Pair, terms: Terms, entries: Iterable[tuple[Item, Entry]]) -> tuple[Group, ...]:
    """The differences under the journey, then phase by phase and step by step, as the customer meets them."""
    held: dict[tuple[str, int, int], list[Entry]] = {}
    ats: dict[tuple[str, int, int], At] = {}
    for item, entry in entries:
        at = item.judged.change.at
        held.setdefault(_key(at), []).append(entry)
        ats.setdefault(_key(at), at)
    back = {new: old for old, new in sorted(pair.matching.phases.items(), reverse=True)}

    def rank(key: tuple[str, int, int]) -> tuple[float, int, int, int]:
        at = ats[key]
        if at.sort == "journey":
            return -1.0, 0, 0, 0
        old = at.old_phase if at.old_phase is not None else back.get(at.new_phase or 0)
        new = at.new_phase if at.new_phase is not None else pair.matching.phases.get(at.old_phase or 0)
        phase = float(new) if new is not None else (old or 0) + 0.5
        return phase, 0 if at.sort == "phase" else 1, at.old if at.old is not None else at.new or 0, at.new or 0

    return tuple(_group(pair, terms, ats[key], held[key]) for key in sorted(held, key=rank))


def _group(pair: Pair, terms: Terms, at: At, entries: list[Entry]) -> Group:
    shown = sorted((e for e in entries if e.topic != "details"), key=lambda e: (ORDER.index(e.verdict), -e.size))
    details = tuple(e for e in entries if e.topic == "details")
    if at.sort == "journey":
        return Group("", terms["journey"], "", None, tuple(shown), details)
    new = clean(_titles(pair.new, at.sort)[at.new]) if at.new is not None else ""
    olds = [clean(title) for title in _origins(pair, at)]
    was = ", ".join(dict.fromkeys(old for old in olds if old != new)) if new else ""
    number = at.new_phase if at.new_phase is not None else at.old_phase or 0
    side = pair.new if at.new_phase is not None else pair.old
    colour = phase_role(number) if at.new_phase is not None else tints(pair)[number]
    kicker = terms["phase"] if at.sort == "phase" else clean(side.journey.phases[number].title)
    by = _common(shown)
    rest = tuple(replace(e, by=()) if by else e for e in shown)
    return Group(kicker, new or ", ".join(olds), was, colour, rest, tuple(replace(e, by=()) for e in details), by)


def _common(entries: Sequence[Entry]) -> tuple[Work, ...]:
    """Who works on everything here that somebody works on; nobody when that differs."""
    found = {entry.by for entry in entries if entry.by}
    return found.pop() if len(found) == 1 else ()


def _origins(pair: Pair, at: At) -> list[str]:
    """The titles of what a step or phase comes of."""
    titles = _titles(pair.old, at.sort)
    found = pair.matching.became if at.sort == "touchpoint" else pair.matching.phases
    numbers = [old for old, new in sorted(found.items()) if new == at.new]
    if not numbers and at.old is not None:
        numbers = [at.old]
    return [titles[number] for number in numbers]


def _titles(side: Side, sort: str) -> list[str]:
    if sort == "phase":
        return [phase.title for phase in side.journey.phases]
    return [step.touchpoint.title for step in side.steps]


def rows(
    old: Sequence[Place],
    new: Sequence[Place],
    columns: Columns,
    points: tuple[tuple[Point, ...], tuple[Point, ...]],
    marks: tuple[tuple[float, Marks], ...],
) -> tuple[Row, ...]:
    """The steps of both sides as a table: in the order of the columns, what belongs together on one line."""
    counts, felt = dict(marks), tuple({p.place: p.text for p in side if not p.whole} for side in points)
    linked: dict[int, list[int]] = {}
    for here, there in columns.links:
        linked.setdefault(there, []).append(here)
    lines: list[tuple[float, Row]] = []
    for place, item in enumerate(new):
        if item.card is None:
            continue
        before = [old[here] for here in linked.get(place, [])]
        titles = " + ".join(b.card.title for b in before if b.card)
        was = " ".join(filter(None, (felt[0].get(b.cell.middle, "") for b in before)))
        feeling = " → ".join(filter(None, (was, felt[1].get(item.cell.middle, ""))))
        lines.append((item.cell.first, Row(titles, item.card.title, feeling, counts.get(item.cell.middle, ()))))
    for item in old:
        if item.fate == "gone" and item.card:
            row = Row(item.card.title, f"– {item.note}", felt[0].get(item.cell.middle, ""),
                      counts.get(item.cell.middle, ()))  # fmt: skip
            lines.append((item.cell.first, row))
    return tuple(row for _, row in sorted(lines, key=lambda line: line[0]))
