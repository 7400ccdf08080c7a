"""What stands below what within a phase, and what beside it: Graphviz says.

Steps that follow each other stand below each other; what some customers do instead stands beside it.
Graphviz gets ids and sizes only, never a text.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from klantreis.render.flow.items import Edge, Flow, FlowPhase
from klantreis.render.kit.graphviz import GraphvizError, ask

_UNIT = 2.0
"""How far apart Graphviz puts two neighbours of a rank, in inches: their width and the gap."""
_BROAD = 5
"""The most columns of a phase."""
_EDGES = 250
"""The most edges of a phase that are laid out: more need more columns than a page has, and minutes to find that out."""

Ranks = list[tuple[int, int, int]]
"""The steps of a phase: number, column, rank."""


def ranked(flow: Flow) -> tuple[list[Ranks], bool]:
    """Give the rank and the column of every step in its phase, and whether Graphviz failed to."""
    graphs = [_graph(phase, flow.edges) for phase in flow.phases]
    chains: list[Ranks] = [[(step.number, 0, rank) for rank, step in enumerate(phase.steps)] for phase in flow.phases]
    forked = [place for place, graph in enumerate(graphs) if 0 < len(graph) <= _EDGES]
    if not forked:
        return chains, False
    try:
        answers = ask("\n".join(_source(graphs[place]) for place in forked), "the flow").split("\nstop")
        for place, answer in zip(forked, answers, strict=False):
            found = _read(answer, [step.number for step in flow.phases[place].steps], graphs[place])
            # So many ways at once make no page: then each stands below the one before.
            if max(column for _, column, _ in found) < _BROAD:
                chains[place] = found
    except GraphvizError:
        return chains, True
    return chains, False


_Graph = list[tuple[int, int, int]]
"""Edges within a phase: places of both steps in it, and how much it matters that the edge is straight."""


def _graph(phase: FlowPhase, edges: Sequence[Edge]) -> _Graph:
    """Give what leads on within a phase; nothing when one step simply follows the other."""
    places = {step.number: place for place, step in enumerate(phase.steps)}
    found: _Graph = []
    for edge in edges:
        source, target = places.get(edge.source, -1), places.get(edge.target, -1)
        # Who skips a step passes it by: it stays in line, or every optional step would cost a column.
        if edge.kind not in ("loop", "skip") and 0 <= source < target:
            found.append((source, target, 5 if edge.share is None else 1 + round(9 * edge.share)))
    if all(target == source + 1 for source, target, _ in found):
        return []
    reached = {target for _, target, _ in found}
    # What nothing in its phase leads to stands below the step before it, as in the list.
    return found + [(place - 1, place, 0) for place in range(1, len(phase.steps)) if place not in reached]


def _source(graph: _Graph) -> str:
    import graphviz

    source = graphviz.Digraph(
        graph_attr={"nodesep": "1", "ranksep": "1"},
        node_attr={"shape": "box", "fixedsize": "true", "width": "1", "height": "1", "label": ""},
    )
    for place in sorted({place for edge in graph for place in edge[:2]}):
        source.node(f"n{place}")
    for tail, head, weight in graph:
        source.edge(f"n{tail}", f"n{head}", weight=str(weight))
    return str(source.source)


def _read(plain: str, numbers: Sequence[int], graph: _Graph) -> Ranks:
    """Turn Graphviz's places into ranks and columns. Raises `GraphvizError` when a step is missing."""
    at: dict[int, tuple[float, float]] = {}
    for row in plain.strip().splitlines():
        fields = row.split()
        if fields[0] == "node":
            at[int(fields[1][1:])] = (float(fields[2]), -float(fields[3]))
    if len(at) != len(numbers):
        raise GraphvizError("Graphviz lost a step.")
    heights = {y: rank for rank, y in enumerate(sorted({round(y, 1) for _, y in at.values()}))}
    left = min(x for x, _ in at.values())
    columns = _columns({place: ((x - left) / _UNIT, heights[round(y, 1)]) for place, (x, y) in at.items()})
    if _leans_right(columns, graph):
        wide = max(columns.values())
        columns = {place: wide - column for place, column in columns.items()}
    used = {column: place for place, column in enumerate(sorted(set(columns.values())))}
    return [(number, used[columns[place]], heights[round(at[place][1], 1)]) for place, number in enumerate(numbers)]


def _columns(at: Mapping[int, tuple[float, int]]) -> dict[int, int]:
    """Give each step a column near where it stands, one of its own in its rank."""
    found: dict[int, int] = {}
    last: dict[int, int] = {}
    for place, (x, rank) in sorted(at.items(), key=lambda item: (item[1][1], item[1][0], item[0])):
        found[place] = last[rank] = max(int(x + 0.49), last.get(rank, -1) + 1)
    return found


def _leans_right(columns: Mapping[int, int], graph: _Graph) -> bool:
    """Tell whether the way that most customers take stands right of the others."""
    onward: dict[int, tuple[int, int]] = {}
    for tail, head, weight in graph:
        onward[tail] = max(onward.get(tail, (-1, 0)), (weight, -head))
    main, here = {0}, 0
    while here in onward:
        here = -onward[here][1]
        main.add(here)
    others = [column for place, column in columns.items() if place not in main]
    if not others:
        return False
    return sum(columns[place] for place in main) / len(main) > sum(others) / len(others)
