"""A journey on its way to the dream: some of its steps as they are, some as they are dreamed of.

    halfway(pair, {("new", 4), ("old", 2)})

It keeps the order of the journey as it is. A step of the dream stands where the first of the steps was
that become it; a new one behind the step that it follows in the dream.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field

from klantreis.compare.pair import Pair
from klantreis.model.journey import Journey, Phase
from klantreis.model.touchpoint import Touchpoint

Spot = tuple[str, int]


@dataclass(slots=True)
class _Column:
    """A phase in the making: its steps, each with its number in the dream, None for one that is as it is now."""

    phase: Phase
    steps: list[tuple[int | None, Touchpoint]] = field(default_factory=list)
    emptied: bool = False


def halfway(pair: Pair, reached: Collection[Spot]) -> Journey:
    """Give the journey of which some spots (see `klantreis.compare.forecast`) are the dream's already."""
    columns = _old_columns(pair, reached)
    _add_new(pair, reached, columns)
    phases = [
        column.phase.model_copy(update={"touchpoints": [step for _, step in column.steps]})
        for column in columns
        if column.steps or not column.emptied
    ]
    return pair.old.journey.model_copy(update={"phases": phases})


def _old_columns(pair: Pair, reached: Collection[Spot]) -> list[_Column]:
    """The phases as they are, with the steps in them that stay, and those of the dream in the place of theirs."""
    became, placed = pair.matching.became, set()
    columns = [_Column(_phase(pair, number, phase, reached)) for number, phase in enumerate(pair.old.journey.phases)]
    for step in pair.old.steps:
        column, there = columns[step.phase_number], became.get(step.number)
        if there is not None and ("new", there) in reached:
            if there not in placed:
                placed.add(there)
                column.steps.append((there, pair.new.steps[there].touchpoint))
                column.steps += [
                    (other, pair.new.steps[other].touchpoint)
                    for other in pair.matching.split.get(step.number, ())
                    if other != there
                ]
            column.emptied = True
        elif there is None and ("old", step.number) in reached:
            column.emptied = True
        else:
            column.steps.append((there, step.touchpoint))
    return columns


def _phase(pair: Pair, number: int, phase: Phase, reached: Collection[Spot]) -> Phase:
    """A phase with the feeling of the dream once the work at it is done."""
    there = pair.matching.phases.get(number)
    if there is None or ("new phase", there) not in reached:
        return phase
    dreamed = pair.new.journey.phases[there]
    return phase.model_copy(update={"emotion": dreamed.emotion, "title": dreamed.title, "duration": dreamed.duration})


def _add_new(pair: Pair, reached: Collection[Spot], columns: list[_Column]) -> None:
    """Put in the steps that only the dream has; phases of its own come with their first step."""
    back = {there: columns[here] for here, there in sorted(pair.matching.phases.items(), reverse=True)}
    for step in pair.came:
        if ("new", step.number) not in reached:
            continue
        column = back.get(step.phase_number)
        if column is None:
            column = back[step.phase_number] = _Column(step.phase)
            earlier = [back[number] for number in range(step.phase_number) if number in back]
            after = max((columns.index(other) for other in earlier), default=-1)
            columns.insert(after + 1, column)
        column.steps.insert(_place(column, step.number), (step.number, step.touchpoint))


def _place(column: _Column, number: int) -> int:
    """Where a step of the dream goes: behind the last one of the dream's that comes before it, else before the next."""
    before = [place for place, (there, _) in enumerate(column.steps) if there is not None and there < number]
    if before:
        return before[-1] + 1
    after = (place for place, (there, _) in enumerate(column.steps) if there is not None and there > number)
    return next(after, len(column.steps))
