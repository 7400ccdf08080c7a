"""From one journey to another by what was edited: the proof that a comparison found everything."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from klantreis.compare.edits import Edit, Flat, Plain, Sort, flat, free
from klantreis.compare.ordering import Order, reorder


def apply(data: Mapping[str, Plain], edits: Sequence[Edit]) -> dict[str, Plain]:
    """Give the new journey as plain data, from the old one and what was edited."""
    laid = flat(data)
    by_element: dict[tuple[str, str], list[Edit]] = {}
    for edit in edits:
        by_element.setdefault((edit.sort, edit.name), []).append(edit)

    def made(sort: Sort, name: str, old: dict[str, Plain]) -> dict[str, Plain]:
        return _with(old, [edit for edit in by_element.get((sort, name), ()) if edit.key])

    phases = [edit for edit in edits if edit.sort == "phase" and not edit.key]
    steps = [edit for edit in edits if edit.sort == "touchpoint" and not edit.key]
    left = _without(laid, steps)
    built: dict[str, dict[str, Plain]] = {}
    for name in reorder(list(laid.phases), _order(phases)):
        came = next((edit.after for edit in phases if edit.after is not None and f"+{edit.name}" == name), None)
        phase = dict(came) if came is not None else made("phase", name, laid.phases[name])
        here = free(phase["id"], built)
        inside = reorder(left.get(name, []), _order([edit for edit in steps if edit.phase == here]))
        new = {f"+{edit.name}": edit.after for edit in steps if edit.after is not None}
        touchpoints = [new[step] if step in new else made("touchpoint", step, laid.steps[step]) for step in inside]
        built[here] = phase | ({"touchpoints": touchpoints} if touchpoints else {})
    return made("journey", "", laid.own) | {"phases": list(built.values())}


def _without(laid: Flat, steps: Sequence[Edit]) -> dict[str, list[str]]:
    """What stands in each phase once all that goes or moves is taken out."""
    gone = {edit.name for edit in steps if edit.after is None}
    return {phase: [name for name in names if name not in gone] for phase, names in laid.inside.items()}


def _order(edits: Sequence[Edit]) -> Order[str]:
    """Came and moved, as an order; what goes with its whole element has no place."""
    return Order(
        tuple(edit.name for edit in edits if edit.place is None),
        tuple((f"+{edit.name}", edit.place) for edit in edits if edit.place is not None and edit.after is not None),
        tuple((edit.name, edit.place) for edit in edits if edit.place is not None and edit.after is None),
    )


def _with(old: Mapping[str, Plain], edits: Sequence[Edit]) -> dict[str, Plain]:
    made = dict(old)
    by_key: dict[str, list[Edit]] = {}
    for edit in edits:
        by_key.setdefault(edit.key, []).append(edit)
    for key, found in by_key.items():
        value = found[0].after if not found[0].item else _with_items(made[key], found)
        if value is None:
            made.pop(key, None)
        else:
            made[key] = value
    return made


def _with_items(value: Plain, edits: Sequence[Edit]) -> Plain:
    if isinstance(value, dict):
        made = {**value, **{edit.item: edit.after for edit in edits}}
        return {name: item for name, item in made.items() if item is not None}
    items = {item["id"]: item for item in value}
    items |= {edit.item: edit.after for edit in edits if edit.after is not None}
    came = {edit.item for edit in edits if edit.before is None and edit.after is not None}
    placed = [(edit.item, edit.place) for edit in edits if edit.place is not None]
    names = reorder(
        [item["id"] for item in value],
        Order(
            tuple(edit.item for edit in edits if edit.after is None and edit.place is None),
            tuple(pair for pair in placed if pair[0] in came),
            tuple(pair for pair in placed if pair[0] not in came),
        ),
    )
    return [items[name] for name in names]
