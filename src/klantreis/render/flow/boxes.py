"""A flow in pixels: plain data, for who draws it."""

from __future__ import annotations

from dataclasses import dataclass

from klantreis.render.flow.items import Edge, FlowStep
from klantreis.render.flow.place import Region

TRACK = 10.0
"""How far apart lines run that run beside each other, in pixels."""
PAD = 12.0
"""The ground of a phase beside its cards."""
PILL, PILLS = 20.0, 38.0
"""The width of the mark of a hand-over: of one, and of both."""

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle in pixels."""

    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True, eq=False)
class Placed:
    """A step with its card: `body` is the height above the ways at its foot."""

    step: FlowStep
    box: Box
    body: float


@dataclass(frozen=True, slots=True, eq=False)
class Line:
    """An edge with the corners it runs through, and where its mark of a hand-over stands (its middle)."""

    edge: Edge
    points: tuple[Point, ...]
    pill: Point | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Layout:
    """A flow in pixels from 0, 0. `start` is the line from what sets it off, `plain` as in `Grid`."""

    width: float
    height: float
    cards: tuple[Placed, ...]
    lines: tuple[Line, ...]
    regions: tuple[tuple[Region, Box], ...]
    start: tuple[Point, ...] = ()
    plain: bool = False


def pill_width(edge: Edge) -> float:
    """Give the width of the mark of a hand-over, 0 without one."""
    return PILLS if edge.channel and edge.team else PILL if edge.channel or edge.team else 0.0
