"""What a flow is made of: steps, ways between them, phases. Plain data, worded, nothing yet placed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

RowKind = Literal["way", "exit", "end", "away", "rest", "loop"]
EdgeKind = Literal["next", "branch", "skip", "loop"]


@dataclass(frozen=True, slots=True, eq=False)
class Row:
    """A line at the foot of a card: one of the ways on, and how it ends when it ends here.

    `way` and `loop` are the start of edge number `edge`; the others lead out of the picture.
    """

    kind: RowKind
    share: str = ""
    text: str = ""
    below: str = ""
    edge: int = -1


@dataclass(frozen=True, slots=True, eq=False)
class FlowStep:
    """A touchpoint. `number` is its place in the whole journey, `phase` its phase's place.

    A `ghost` is no touchpoint but the place of a phase that has none.
    """

    number: int
    phase: int
    title: str
    icon: str = ""
    channel: str = ""
    owner: str = ""
    score: str = ""
    tone: Literal["good", "bad", "soft"] = "soft"
    word: str = ""
    marks: tuple[tuple[str, str], ...] = ()
    truth: bool = False
    assumed: bool = False
    optional: bool = False
    automated: bool = False
    ghost: bool = False
    offline: bool = False
    rows: tuple[Row, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class Edge:
    """A way from one step to another, by number; `share` is the part of customers that takes it, if anybody said.

    `row` tells that it begins at a row of its card. `channel` and `team` mark a hand-over.
    """

    source: int
    target: int
    kind: EdgeKind = "next"
    share: float | None = None
    when: str = ""
    row: bool = False
    channel: bool = False
    team: bool = False


def handed(edge: Edge) -> str:
    """Give the word for what an edge hands over: to another channel, another team or both; empty for nothing."""
    return "both" if edge.channel and edge.team else "switch" if edge.channel else "handover" if edge.team else ""


@dataclass(frozen=True, slots=True, eq=False)
class FlowPhase:
    """A phase that is shown, with its steps (a ghost if it has none). `place` counts the phases of the journey."""

    place: int
    title: str
    colour: int
    steps: tuple[FlowStep, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Outcome:
    """How a way of a step reads in a table."""

    step: int
    leads_to: str
    when: str = ""
    share: str = ""
    handed: str = ""


@dataclass(frozen=True, slots=True, eq=False)
class Flow:
    """A journey as a flow. `start` says what sets it off, empty when its beginning is not shown."""

    phases: tuple[FlowPhase, ...]
    edges: tuple[Edge, ...]
    outcomes: tuple[Outcome, ...]
    start: tuple[str, str] | None = None

    def steps(self) -> list[FlowStep]:
        """Give the steps in the customer's order."""
        return [step for phase in self.phases for step in phase.steps]
