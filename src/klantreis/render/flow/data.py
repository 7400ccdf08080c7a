"""A journey turned into a flow: every text chosen and worded, nothing yet placed."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from klantreis.language.numbers import duration, percent, signed
from klantreis.language.words import Words
from klantreis.model.journey import Journey
from klantreis.model.scores import assumed
from klantreis.model.touchpoint import Touchpoint
from klantreis.model.ways import loop_places
from klantreis.render.content.cells import Context
from klantreis.render.content.choice import Choice
from klantreis.render.flow.items import Edge, Flow, FlowPhase, FlowStep, Outcome, Row, handed
from klantreis.render.flow.ways import NOWHERE, OUT, Hands, Way, rest, ways_of
from klantreis.render.kit.clean import clean
from klantreis.render.kit.theme import phase_role

GHOSTS = 1_000_000
"""The number of the first ghost: beyond any touchpoint's."""


def build(context: Context, choice: Choice) -> Flow:
    """Give the flow of a journey: the phases that are chosen. Raises `UsageError` for unknown phases."""
    return _Builder(context, choice).flow()


@dataclass(slots=True)
class _Builder:
    context: Context
    choice: Choice
    journey: Journey = field(init=False)
    words: Words = field(init=False)
    touchpoints: list[Touchpoint] = field(init=False)
    phase_of: list[int] = field(init=False)
    shown: frozenset[int] = field(init=False)
    hands: Hands = field(init=False)
    edges: list[Edge] = field(default_factory=list)
    rows: dict[int, list[Row]] = field(default_factory=dict)
    outcomes: list[Outcome] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.journey = self.context.setting.journey
        self.words = self.context.words.about("flow")
        self.touchpoints = list(self.journey.touchpoints())
        self.phase_of = [place for place, phase in enumerate(self.journey.phases) for _ in phase.touchpoints]
        self.shown = frozenset(self.choice.phases_of(self.journey))
        self.hands = Hands(self.journey)

    def flow(self) -> Flow:
        """Word it all."""
        by_source: dict[int, list[Way]] = {}
        for way in ways_of(self.journey):
            by_source.setdefault(way.source, []).append(way)
        for number, step in enumerate(self.touchpoints):
            if self.phase_of[number] in self.shown:
                self._ways(number, step, by_source.get(number, []))
        self._loop()
        return Flow(self._phases(), tuple(self.edges), tuple(self.outcomes), self._start())

    def _ways(self, number: int, step: Touchpoint, ways: list[Way]) -> None:
        if not ways:
            self._row(number, Row("end", text=self.words["end"]))
            self.outcomes.append(Outcome(number, self.words["end"]))
        for way in ways:
            self._way(number, way)
        if part := rest(step):
            share = percent(part, self.words)
            self._row(number, Row("rest", share, self.words["rest"]))
            self.outcomes.append(Outcome(number, self.words["rest"], share=share))

    def _way(self, number: int, way: Way) -> None:
        written = way.written
        when = clean(written.when) if written else ""
        share = percent(written.share, self.words) if written and written.share is not None else ""
        if way.target in (OUT, NOWHERE):
            self._out(number, way, share, when)
            return
        title = clean(self.touchpoints[way.target].title)
        edge = self._edge(way, when)
        condition = self.words["skips"] if way.skips else when
        hands = self.words[handed(edge)] if handed(edge) else ""
        self.outcomes.append(Outcome(number, title, condition, share, hands))
        if self.phase_of[way.target] not in self.shown:
            if not way.skips:
                self._row(number, Row("away", share, when, self.words["to"].format(step=title)))
            return
        if edge.row:
            below = self.words["to"].format(step=title)
            self._row(number, Row("way", share, when, below, len(self.edges)))
        self.edges.append(edge)

    def _edge(self, way: Way, when: str) -> Edge:
        share = way.written.share if way.written else None
        return Edge(
            way.source,
            way.target,
            "skip" if way.skips else "branch" if way.written else "next",
            share,
            when,
            bool(when) or share is not None,
            self.hands.channel(way.source, way.target),
            self.hands.team(way.source, way.target),
        )

    def _out(self, number: int, way: Way, share: str, when: str) -> None:
        if way.target == OUT:
            self._row(number, Row("exit", share, self.words["exit"], when))
            self.outcomes.append(Outcome(number, self.words["exit"], when, share))
        elif way.written:
            title = clean(way.written.to)
            self._row(number, Row("away", share, when, self.words["to"].format(step=title)))
            self.outcomes.append(Outcome(number, title, when, share))

    def _row(self, number: int, row: Row) -> None:
        self.rows.setdefault(number, []).append(row)

    def _loop(self) -> None:
        places = loop_places(self.journey)
        if places is None:
            return
        leaves, enters = places
        text, below = self.loop_words(leaves, enters)
        if leaves not in self.shown:
            return
        source, target = self._ends(leaves)[1], self._ends(enters)[0]
        if source < GHOSTS:
            title = self.journey.phases[enters].title if target >= GHOSTS else self.touchpoints[target].title
            self.outcomes.append(Outcome(source, clean(title), "; ".join(filter(None, (text, below)))))
        if enters not in self.shown:
            self._row(source, Row("loop", text=text, below=below))
            return
        self._row(source, Row("loop", text=text, below=below, edge=len(self.edges)))
        self.edges.append(Edge(source, target, "loop", row=True))

    def loop_words(self, leaves: int, enters: int) -> tuple[str, str]:
        """Say where the loyalty loop goes, what it skips, and what was noted."""
        words = self.context.words
        text = words["loop-self" if enters == leaves else "loop"].format(phase=clean(self.journey.phases[enters].title))
        skipped = enters if enters <= leaves else enters - leaves - 1
        if skipped and enters != leaves:
            text += f": {words.spelled('skipped', skipped)}"
        note = self.journey.loyalty_loop.note if self.journey.loyalty_loop else ""
        return text, clean(note)

    def _ends(self, phase: int) -> tuple[int, int]:
        """Give the first and the last step of a phase, its ghost when it has none."""
        numbers = [number for number, place in enumerate(self.phase_of) if place == phase]
        return (numbers[0], numbers[-1]) if numbers else (GHOSTS + phase, GHOSTS + phase)

    def _start(self) -> tuple[str, str] | None:
        # Phases before the first touchpoint are empty: nobody starts there.
        if not self.touchpoints or self.phase_of[0] not in self.shown:
            return None
        trigger = clean(self.journey.trigger)
        return (self.words["start"], trigger) if trigger else (self.words["start-plain"], "")

    def _phases(self) -> tuple[FlowPhase, ...]:
        found, number = [], 0
        for place, phase in enumerate(self.journey.phases):
            steps = tuple(self._step(number + at, place, step) for at, step in enumerate(phase.touchpoints))
            number += len(steps)
            if place not in self.shown:
                continue
            if not steps:
                ghost = FlowStep(GHOSTS + place, place, self.words["empty"], ghost=True)
                steps = (replace(ghost, rows=tuple(self.rows.get(ghost.number, ()))),)
            found.append(FlowPhase(place, clean(phase.title), phase_role(place), steps))
        return tuple(found)

    def _step(self, number: int, phase: int, step: Touchpoint) -> FlowStep:
        words, names = self.words, self.context.names
        channels = [names.channel(written) for written in step.channel]
        marks = [("optional", words["optional"])] if step.optional else []
        marks += [("automated", words["automated"])] if step.automated else []
        marks += [("clock", duration(step.duration, self.context.words))] if step.duration else []
        marks += [("zoom", words["zoom"].format(journey=clean(step.zoom)))] if step.zoom else []
        score = step.emotion.score if step.emotion else None
        return FlowStep(
            number,
            phase,
            clean(step.title),
            channels[0][1] if channels else "",
            f" {self.context.words['or']} ".join(name for name, _ in channels),
            names.team(step.owner) if step.owner else "",
            "" if score is None else signed(score, words),
            "soft" if not score else "good" if score > 0 else "bad",
            clean(step.emotion.word) if step.emotion else "",
            tuple(marks),
            step.moment_of_truth is not None,
            assumed(step.evidence),
            step.optional,
            step.automated,
            offline=names.offline(step.channel),
            rows=tuple(self.rows.get(number, ())),
        )
