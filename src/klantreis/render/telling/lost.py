"""What a journey has that Mermaid's picture of it has not."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from klantreis.language.words import Words
from klantreis.model.journey import Journey, Phase
from klantreis.model.scores import assumed
from klantreis.model.touchpoint import Touchpoint

_BLUEPRINT = ("artefacts", "frontstage", "backstage", "support_processes")
_BRIEF = ("trigger", "scenario", "goal", "expectations", "business_goals", "description")


def lost(journey: Journey, phases: Sequence[Phase], words: Words, *, channels: bool) -> list[str]:
    """Name what is lost of these phases, with how often; `channels` tells whether the channels are."""
    steps = [step for phase in phases for step in phase.touchpoints]
    counted = [(key, number) for key, number in _counts(journey, phases, steps) if number]
    named = [words["brief"]] if any(getattr(journey, key) for key in _BRIEF) else []
    named += [words["channels"]] if channels and any(step.channel for step in steps) else []
    places: list[Phase | Touchpoint] = [*phases, *steps]
    emotions = [place.emotion for place in places]
    named += [words["words"]] if any(emotion and emotion.word for emotion in emotions) else []
    named += [words["loop"]] if journey.loyalty_loop else []
    return [words.count(key, number).replace("\u00a0", " ") for key, number in counted] + named


def _counts(journey: Journey, phases: Sequence[Phase], steps: Sequence[Touchpoint]) -> Iterator[tuple[str, int]]:
    def in_steps(*keys: str) -> int:
        return sum(len(getattr(step, key)) for step in steps for key in keys)

    places: list[Phase | Touchpoint] = [*phases, *steps]
    yield "pains", in_steps("pains")
    yield "barriers", sum(len(phase.barriers) for phase in phases)
    yield "opportunities", in_steps("opportunities") + sum(len(phase.opportunities) for phase in phases)
    yield "gains", in_steps("gains")
    yield "truths", sum(step.moment_of_truth is not None for step in steps)
    yield "guesses", sum(assumed(place.evidence) for place in places)
    yield "sources", len(journey.sources)
    yield "thoughts", in_steps("thoughts")
    yield "actions", in_steps("actions")
    yield "texts", sum(bool(text) for step in steps for text in (step.description, step.expectation, step.experience))
    yield "phase-texts", sum(_phase_texts(phase) for phase in phases)
    yield "content", sum(len(phase.content) for phase in phases)
    yield "metrics", len(journey.metrics) + in_steps("metrics") + sum(len(phase.metrics) for phase in phases)
    yield "core_values", in_steps("core_values")
    yield "blueprint", in_steps(*_BLUEPRINT)
    yield "branches", in_steps("next")
    yield "durations", sum(place.duration is not None for place in places)
    yield "marks", sum(step.optional or step.automated for step in steps)
    yield "lanes", len(journey.custom_lanes)
    yield "drops", len(journey.drops)


def _phase_texts(phase: Phase) -> int:
    why = phase.motivations.model_dump(exclude={"extensions"}).values() if phase.motivations else ()
    return bool(phase.goal) + bool(phase.description) + len(phase.questions) + sum(map(bool, why))
