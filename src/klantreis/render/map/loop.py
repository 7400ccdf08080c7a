"""The loyalty loop as a small graph under the phases, routed by Graphviz.

Graphviz gets ids and sizes only, never a text: nothing in a journey can reach its syntax. A node a
phase, as wide as the phase's columns less the gutter, ranks from left to right with the gutter
between them: so dot puts each node exactly under its phase, and routes the way back around them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from klantreis.render.kit.graphviz import INCH, GraphvizError, ask

NODE = 30.0
"""The height of a node in pixels; Graphviz counts 72 to the inch, and so do we."""


@dataclass(frozen=True, slots=True)
class Route:
    """Where the nodes stand (their middles) and how the loop runs.

    In pixels from the left of the first node and from the top of the nodes. `bend` are Bézier
    control points, 3n + 1 of them.
    """

    middles: tuple[float, ...]
    bend: tuple[tuple[float, float], ...]

    def path(self, x: float, y: float) -> str:
        """Give the loop as an SVG path with the first node's top left at x, y."""
        points = [f"{px + x:.1f} {py + y:.1f}" for px, py in self.bend]
        curves = "".join(f"C{' '.join(points[i : i + 3])}" for i in range(1, len(points) - 2, 3))
        return f"M{points[0]}{curves}"

    @property
    def depth(self) -> float:
        """How far below the top of the nodes the loop reaches, at most."""
        # Halfway between the lowest control point and the ends is where such an arc turns.
        low = max(y for _, y in self.bend)
        return max(self.bend[0][1], self.bend[-1][1]) * 0.25 + low * 0.75


class Shape(NamedTuple):
    """All that Graphviz needs to know: a width a phase and the gap between them in pixels, and the loop's ends."""

    widths: tuple[float, ...]
    gap: float
    leaves: int
    enters: int
    node: float = NODE


_routes: dict[Shape, Route] = {}
# A long-lived process must not keep every journey it ever drew.
_MOST = 1000


def route(shape: Shape) -> Route:
    """Give where Graphviz puts the phases and the loop. Raises `GraphvizError` without Graphviz."""
    if shape not in _routes:
        prepare([shape])
    return _routes[shape]


def prepare(shapes: list[Shape]) -> None:
    """Route many loops in one call of Graphviz: starting it costs more than its work."""
    if len(_routes) + len(shapes) > _MOST:
        _routes.clear()
    new = [shape for shape in dict.fromkeys(shapes) if shape not in _routes]
    if not new:
        return
    answers = _ask("\n".join(map(_source, new))).split("\nstop")
    for shape, answer in zip(new, answers, strict=False):
        way = _read(answer, len(shape.widths), shape.node)
        own = shape.leaves == shape.enters
        _routes[shape] = Route(way.middles, _small_loop(way.middles[shape.leaves], shape.node)) if own else way


def _small_loop(x: float, node: float) -> tuple[tuple[float, float], ...]:
    """Give a loop from a phase to itself: dot draws it as flat as the node is wide."""
    return ((x + 34, node), (x + 30, node + 46), (x - 30, node + 46), (x - 34, node))


def _source(shape: Shape) -> str:
    # Numbers only, so plain text will do: importing what writes DOT with care costs more than drawing a map.
    widths, gap, leaves, enters, node = shape
    high = f"{node / INCH:.4f}"
    nodes = [f"n{place} [width={width / INCH:.4f}]" for place, width in enumerate(widths)]
    order = [f"n{place} -> n{place + 1} [style=invis weight=100]" for place in range(len(widths) - 1)]
    way = f'n{leaves}:s -> n{enters}:s [constraint=false arrowhead=none comment=loop color="#ff0000"]'
    head = f'rankdir=LR ranksep={gap / INCH:.4f} nodesep=0.3 node [shape=box fixedsize=true height={high} label=""]'
    return "\n".join(["digraph {", head, *nodes, *order, way, "}\n"])


def _ask(source: str) -> str:
    return ask(source, "the loyalty loop")


def _read(plain: str, phases: int, node: float) -> Route:
    """Read dot's `plain` output: inches, y upwards, the ends of the loop at the nodes' lower edge."""
    middles, bend, line = [0.0] * phases, [], 0.0
    for row in plain.strip().splitlines():
        fields = row.split()
        if fields[0] == "node":
            middles[int(fields[1][1:])] = float(fields[2]) * 72
            line = float(fields[3]) * 72
        elif fields[0] == "edge" and fields[-1] == "#ff0000":
            numbers = [float(field) * 72 for field in fields[4 : 4 + 2 * int(fields[3])]]
            bend = list(zip(numbers[::2], numbers[1::2], strict=True))
    if not bend:
        raise GraphvizError("Graphviz drew no loop.")
    below = [(x, abs(line - y) + node / 2) for x, y in bend]
    reach = max(y for _, y in below) - node
    squeeze = min(1.0, 84 / reach) if reach else 1.0
    return Route(tuple(middles), tuple((x, node + (y - node) * squeeze) for x, y in below))
