"""Parts of a journey with their paths, so that nobody walks it again.

`Parts` gathers them on demand, for whatever holds a journey: a subject of the linter, a side of a comparison.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from klantreis.findings import Path
from klantreis.model.journey import Journey, Phase
from klantreis.model.scores import channels
from klantreis.model.touchpoint import MetricValue, Opportunity, Pain, Touchpoint

PAINS = ("pain point", "barrier")
"""The sorts of items, as an outline names them, that hurt or stop the customer."""


@dataclass(frozen=True, slots=True)
class Step:
    """A touchpoint with its place in the journey; `number` counts from 0 over all phases."""

    path: Path
    phase: Phase
    phase_number: int
    touchpoint: Touchpoint
    number: int

    @property
    def channels(self) -> frozenset[str]:
        """Its channels by id; empty when it is no contact or nobody said."""
        return channels(self.touchpoint)


@dataclass(frozen=True, slots=True)
class PainAt:
    """A pain or barrier; `step` is None for a barrier of the phase."""

    path: Path
    pain: Pain
    phase: Phase
    step: Step | None


@dataclass(frozen=True, slots=True)
class OpportunityAt:
    """An opportunity; `step` is None for one of the phase."""

    path: Path
    opportunity: Opportunity
    phase: Phase
    step: Step | None


@dataclass(frozen=True, slots=True)
class MetricAt:
    """A figure with the metric's name as written; `step` and `phase` are None for the journey's own."""

    path: Path
    name: str
    value: MetricValue
    phase: Phase | None
    step: Step | None


@dataclass(frozen=True, slots=True)
class FeelingAt:
    """One point of the emotion curve; `step` is None where the phase itself has it."""

    path: Path
    score: float
    phase: Phase
    step: Step | None


Phases = Sequence[tuple[Path, Phase]]


def opportunities(phases: Phases, steps: Sequence[Step]) -> Iterator[OpportunityAt]:
    """Give the opportunities of phases, then those of touchpoints."""
    for path, phase in phases:
        for n, item in enumerate(phase.opportunities):
            yield OpportunityAt((*path, "opportunities", n), item, phase, None)
    for step in steps:
        for n, item in enumerate(step.touchpoint.opportunities):
            yield OpportunityAt((*step.path, "opportunities", n), item, step.phase, step)


def figures(journey: Journey, phases: Phases, steps: Sequence[Step]) -> list[MetricAt]:
    """Give the figures of a journey itself, of its phases and of its touchpoints."""
    found = [MetricAt(("metrics", name), name, value, None, None) for name, value in journey.metrics.items()]
    for path, phase in phases:
        if phase.metrics:
            found += [MetricAt((*path, "metrics", n), n, value, phase, None) for n, value in phase.metrics.items()]
    for step in steps:
        if own := step.touchpoint.metrics:
            found += [MetricAt((*step.path, "metrics", n), n, value, step.phase, step) for n, value in own.items()]
    return found


def curve(phases: Phases, steps: Sequence[Step]) -> list[FeelingAt]:
    """Give the emotions in order; a phase's own counts where none of its touchpoints has one."""
    by_phase: list[list[FeelingAt]] = [[] for _ in phases]
    for step in steps:
        if (emotion := step.touchpoint.emotion) is not None:
            by_phase[step.phase_number].append(FeelingAt((*step.path, "emotion"), emotion.score, step.phase, step))
    for (path, phase), own in zip(phases, by_phase, strict=True):
        if not own and phase.emotion:
            own.append(FeelingAt((*path, "emotion"), phase.emotion.score, phase, None))
    return [feeling for own in by_phase for feeling in own]


class Parts:
    """The parts of a journey, each gathered once, when it is first asked for."""

    @property
    def journey(self) -> Journey:
        """The journey itself."""
        raise NotImplementedError

    @cached_property
    def phases(self) -> list[tuple[Path, Phase]]:
        """The phases with their paths."""
        return [(("phases", p), phase) for p, phase in enumerate(self.journey.phases)]

    @cached_property
    def steps(self) -> list[Step]:
        """All touchpoints, in the customer's order."""
        found: list[Step] = []
        for p, phase in enumerate(self.journey.phases):
            for t, touchpoint in enumerate(phase.touchpoints):
                found.append(Step(("phases", p, "touchpoints", t), phase, p, touchpoint, len(found)))
        return found

    @cached_property
    def contacts(self) -> list[tuple[Step, frozenset[str]]]:
        """The touchpoints that are contacts, with their channels by id."""
        return [(step, found) for step in self.steps if (found := step.channels)]

    @cached_property
    def pains(self) -> list[PainAt]:
        """All pains of touchpoints, in the customer's order (no barriers)."""
        return [
            PainAt((*step.path, "pains", n), pain, step.phase, step)
            for step in self.steps
            for n, pain in enumerate(step.touchpoint.pains)
        ]

    @cached_property
    def barriers(self) -> list[PainAt]:
        """All barriers of phases."""
        return [
            PainAt((*path, "barriers", n), pain, phase, None)
            for path, phase in self.phases
            for n, pain in enumerate(phase.barriers)
        ]

    @cached_property
    def opportunities(self) -> list[OpportunityAt]:
        """All opportunities, of phases and touchpoints."""
        return list(opportunities(self.phases, self.steps))

    @cached_property
    def metrics(self) -> list[MetricAt]:
        """All figures: of the journey, its phases and its touchpoints."""
        return figures(self.journey, self.phases, self.steps)

    @cached_property
    def feelings(self) -> list[FeelingAt]:
        """The points of the emotion curve, as `klantreis.model.scores.feelings` counts them."""
        return curve(self.phases, self.steps)

    @cached_property
    def truths(self) -> list[Step]:
        """The moments of truth, in the customer's order."""
        return [step for step in self.steps if step.touchpoint.moment_of_truth is not None]
