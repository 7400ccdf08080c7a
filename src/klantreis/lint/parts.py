"""Parts of a journey with their paths, as rules look at them, and how they are gathered."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

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
