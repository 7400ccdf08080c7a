"""Which lanes a map has, in which order, and what stands in them: only where something fills them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from klantreis.model.journey import CustomLane, Journey, Phase
from klantreis.model.scores import feelings
from klantreis.model.text import slug, under
from klantreis.model.touchpoint import Touchpoint
from klantreis.render.content import cells
from klantreis.render.content.cells import Context
from klantreis.render.content.custom import custom
from klantreis.render.kit.clean import clean
from klantreis.render.kit.items import Cell, Lane, LoopData, Note, Row, Step

PhaseCell = Callable[[Phase, Context], Cell]
StepCell = Callable[[Touchpoint, Context], Cell]


@dataclass(frozen=True, slots=True)
class Spec:
    """A lane: what it takes from each touchpoint and from each phase."""

    key: str
    step: StepCell | None = None
    phase: PhaseCell | None = None


def _description(place: Touchpoint | Phase, _: Context) -> Cell:
    return (Note(clean(place.description)),) if place.description else ()


SPECS = (
    Spec("goal", phase=cells.goal),
    Spec("touchpoints"),
    Spec("image", step=cells.image),
    Spec("emotion"),
    Spec("thoughts", step=cells.thoughts),
    Spec("actions", step=lambda step, _: cells.texts(step.actions)),
    Spec("description", step=_description, phase=_description),
    Spec("questions", phase=cells.questions),
    Spec("expectation", step=lambda step, _: cells.texts([step.expectation] if step.expectation else [])),
    Spec("experience", step=lambda step, _: cells.texts([step.experience] if step.experience else [])),
    Spec("moment_of_truth", step=cells.truth),
    Spec("pains", step=cells.pains),
    Spec("gains", step=cells.gains),
    Spec("barriers", phase=cells.barriers),
    Spec("opportunities", step=cells.opportunities, phase=cells.opportunities),
    Spec("motivations", phase=cells.motivations),
    Spec("content", phase=cells.content),
    Spec("core_values", step=cells.core_values),
    Spec("metrics", step=cells.metrics, phase=cells.metrics),
    Spec("artefacts", step=lambda step, context: cells.blueprint(step.artefacts, context)),
    Spec("frontstage", step=lambda step, context: cells.blueprint(step.frontstage, context)),
    Spec("backstage", step=lambda step, context: cells.blueprint(step.backstage, context)),
    Spec("support_processes", step=lambda step, context: cells.blueprint(step.support_processes, context)),
    Spec("next", step=cells.following),
    Spec("replaces", step=cells.replaces, phase=cells.replaces),
    Spec("tags", step=cells.tags),
    Spec("evidence", step=cells.evidence, phase=cells.evidence),
    Spec("loop"),
)
"""The lanes in the order of the map: the customer's side first, then ours, then what it rests on."""

_ALIASES = {
    "touchpoint": "touchpoints",
    "channel": "touchpoints",
    "owner": "touchpoints",
    "duration": "touchpoints",
    "loyalty_loop": "loop",
}
_BEHIND = ("backstage", "support_processes")


def build(context: Context, steps: tuple[tuple[Step, ...], ...], loop: LoopData | None) -> tuple[Lane, ...]:
    """Give the lanes that something fills; `steps` are the cards of the touchpoints, by phase."""
    journey = context.setting.journey
    lanes: list[Lane] = []
    for spec in SPECS:
        title, hint = context.words.lanes[spec.key]
        if spec.key == "touchpoints":
            if any(steps):
                cards: list[Cell] = [(card,) for group in steps for card in group or ()]
                lanes.append(Lane(spec.key, title, hint, (Row("touchpoint", _spread(journey, cards)),)))
        elif spec.key == "emotion":
            if feelings(journey):
                lanes.append(Lane(spec.key, title, hint, drawing="curve"))
        elif spec.key == "loop":
            if loop:
                lanes.append(Lane(spec.key, title, hint, drawing="loop"))
        elif rows := _rows(spec.step, spec.phase, context, wide_first=spec.key == "description"):
            lanes.append(Lane(spec.key, title, hint, rows))
    return _mark_visibility(_with_custom(lanes, context))


def _rows(
    step: StepCell | None, phase: PhaseCell | None, context: Context, *, wide_first: bool = False
) -> tuple[Row, ...]:
    journey = context.setting.journey
    rows: list[Row] = []
    if step is not None:
        found = [step(touchpoint, context) for touchpoint in journey.touchpoints()]
        if any(found):
            rows.append(Row("touchpoint", _spread(journey, found)))
    if phase is not None:
        wide = tuple(phase(part, context) for part in journey.phases)
        if any(wide):
            rows.insert(0 if wide_first else len(rows), Row("phase", wide))
    return tuple(rows)


def _spread(journey: Journey, found: list[Cell]) -> tuple[Cell, ...]:
    """Give a cell a column: a phase without touchpoints has one empty column."""
    rest = iter(found)
    return tuple(
        next(rest) if phase.touchpoints else ()
        for phase in journey.phases
        for _ in range(max(1, len(phase.touchpoints)))
    )


def _with_custom(lanes: list[Lane], context: Context) -> list[Lane]:
    filled = {lane.key: lane for lane in lanes}
    for own in context.setting.journey.custom_lanes:
        if rows := _custom_rows(own, context):
            filled[_own_key(own)] = Lane(_own_key(own), clean(own.title), "", rows)
    return [filled[key] for key in order(context.setting.journey.custom_lanes) if key in filled]


def order(own_lanes: list[CustomLane]) -> list[str]:
    """Give the keys of all lanes in the order of the map, a custom one (`x-…`) after the lane it names.

    One that names no lane stands at the end, before the evidence.
    """
    keys = [spec.key for spec in SPECS]
    waiting = list(own_lanes)
    while waiting:
        ready = [own for own in waiting if _leader(own, keys) in keys]
        for own in reversed(ready):  # so that two after the same lane keep their order
            keys.insert(keys.index(_leader(own, keys)) + 1, _own_key(own))
        if not ready:
            end = keys.index("evidence")
            return [*keys[:end], *map(_own_key, waiting), *keys[end:]]
        waiting = [own for own in waiting if own not in ready]
    return keys


def _own_key(own: CustomLane) -> str:
    return f"x-{own.id}"


def _leader(own: CustomLane, keys: list[str]) -> str:
    written = own.after.strip()
    for key in (written, written.replace("-", "_"), _ALIASES.get(written, ""), f"x-{written}", f"x-{slug(written)}"):
        if key in keys:
            return key
    return ""


def _custom_rows(own: CustomLane, context: Context) -> tuple[Row, ...]:
    def take(place: Touchpoint | Phase, _: Context) -> Cell:
        return custom(under(own.id, place.lanes), own.kind, context)

    return _rows(take, take, context, wide_first=True)


def _mark_visibility(lanes: list[Lane]) -> tuple[Lane, ...]:
    """Mark the first lane behind the line of visibility, where anything in sight stands above it."""
    for place, lane in enumerate(lanes):
        if lane.key in _BEHIND:
            lanes[place] = Lane(lane.key, lane.title, lane.hint, lane.rows, lane.drawing, visibility=True)
            break
    return tuple(lanes)
