"""What changed between two journeys, in the terms of the field, and without an opinion."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from klantreis.compare.edits import Plain, Sort

Topic = Literal[
    "scores", "steps", "phases", "emotions", "truths", "expectations", "pains", "opportunities", "channels",
    "metrics", "owners", "values", "loop", "evidence", "details",
]  # fmt: skip
"""What a change is about, in the order in which people want to hear it."""

Address = tuple[str, str, str, str]
"""What an edit is about: sort of element, its id, key, item (see `klantreis.compare.edits.Edit.address`)."""


@dataclass(frozen=True, slots=True)
class At:
    """Where a change stands: the journey as a whole, a phase, or a touchpoint, by number on either side.

    None on a side where there is none. Of a touchpoint, numbers count over all phases; `old_phase`
    and `new_phase` are the phases it stands in.
    """

    sort: Sort
    old: int | None = None
    new: int | None = None
    old_phase: int | None = None
    new_phase: int | None = None


JOURNEY = At("journey")


@dataclass(frozen=True, slots=True)
class Change:
    """One difference. `what` says which of its topic, such as `dropped`; see the topic's module.

    `name` is what changed, in people's words: the title of a step, a pain, a metric; `id` its id.
    `before` and `after` are plain values, None where there is none. `facts` is what a judgement and a
    sentence need beside them: numbers, titles, marks. `tells` are the edits it speaks of, so that
    what no topic speaks of can be told as a detail.
    """

    topic: Topic
    what: str
    at: At
    name: str
    id: str = ""
    before: Plain = None
    after: Plain = None
    facts: Mapping[str, Plain] = field(default_factory=dict)
    tells: tuple[Address, ...] = ()
