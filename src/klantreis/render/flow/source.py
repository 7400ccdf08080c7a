r"""The flow in DOT, for who works with Graphviz: texts as labels, and nothing in them its syntax.

A label is escaped twice over: backslashes, which Graphviz reads as line ends and names (`\N`), and the
angle brackets that would make it HTML. Ids are numbers, so that no `a:b` becomes a port.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from textwrap import wrap

import graphviz

from klantreis.language.numbers import percent
from klantreis.language.words import Words
from klantreis.render.flow.items import Edge, Flow, FlowPhase, FlowStep, Row, handed

_WIDE = 30
"""About how many signs a line of a label holds."""
_TITLE = 60
_MOST = 12
"""The most lines of a label: a word of ten thousand signs makes no picture."""
_FONT = "Arial"
_OUT = ("exit", "end", "away", "rest")


def source(flow: Flow, title: str, words: Words, colours: Mapping[str, str]) -> str:
    """Give the flow as a file for `dot`."""
    graph = graphviz.Digraph(
        "klantreis",
        graph_attr={
            "charset": "UTF-8",
            "label": _label([title], _TITLE),
            "labelloc": "t",
            "labeljust": "l",
            "fontname": _FONT,
            "fontsize": "22",
            "fontcolor": colours["ink"],
            "bgcolor": colours["paper"],
            "nodesep": "0.4",
            "ranksep": "0.5",
            "newrank": "true",
        },
        node_attr={
            "shape": "box",
            "style": "rounded,filled",
            "fontname": _FONT,
            "fontsize": "11",
            "margin": "0.18,0.1",
            "color": colours["faint"],
            "fillcolor": colours["card"],
            "fontcolor": colours["ink"],
        },
        edge_attr={"fontname": _FONT, "fontsize": "10", "color": colours["soft"], "fontcolor": colours["ink"]},
    )
    for phase in flow.phases:
        _phase(graph, phase, colours)
    if flow.start:
        _start(graph, flow, colours)
    for step in flow.steps():
        for place, row in enumerate(step.rows):
            if row.kind in _OUT or row.edge < 0:
                _out(graph, step, f"{_id(step.number)}o{place}", row, colours)
    told = {row.edge: row for step in flow.steps() for row in step.rows if row.edge >= 0}
    for place, edge in enumerate(flow.edges):
        _edge(graph, edge, told.get(place), words, colours)
    return str(graph.source)


def _id(number: int) -> str:
    return f"s{number}"


def _label(lines: Iterable[str], wide: int = _WIDE) -> str:
    """Give lines as a label in which nothing is syntax."""
    parts = [part for line in lines for part in wrap(line, wide, break_on_hyphens=False)]
    cut = [*parts[:_MOST], "…"] if len(parts) > _MOST else parts
    # Graphviz reads entities even in plain labels.
    label: str = graphviz.nohtml("\\n".join(graphviz.escape(part.replace("&", "&amp;")) for part in cut))
    return label


def _phase(graph: graphviz.Digraph, phase: FlowPhase, colours: Mapping[str, str]) -> None:
    with graph.subgraph(name=f"cluster_{phase.place}") as cluster:
        cluster.attr(
            label=_label([phase.title]),
            style="rounded,filled",
            color=colours["tag"],
            fillcolor=colours["tag"],
            fontcolor=colours[f"t{phase.colour}"],
            fontsize="14",
            labeljust="l",
            margin="14",
        )
        for step in phase.steps:
            _step(cluster, step, colours)


def _step(graph: graphviz.Digraph, step: FlowStep, colours: Mapping[str, str]) -> None:
    sign = "◆ " if step.truth else ""
    below = " · ".join(filter(None, (step.channel, step.owner)))
    marks = " · ".join(filter(None, (step.score, *(text for _, text in step.marks))))
    looks = {}
    if step.ghost:
        looks = {"style": "rounded,dashed", "fontcolor": colours["soft"]}
    elif step.assumed:
        looks = {"style": "rounded,filled,dashed", "color": colours["gold"]}
    graph.node(_id(step.number), _label([sign + step.title, below, marks]), **looks)


def _start(graph: graphviz.Digraph, flow: Flow, colours: Mapping[str, str]) -> None:
    first, text = next(step for step in flow.steps() if not step.ghost), flow.start or ("", "")
    graph.node("start", _label([" ".join(text)]), shape="plaintext", style="")
    graph.edge("start", _id(first.number), color=colours["soft"])


def _out(graph: graphviz.Digraph, step: FlowStep, key: str, row: Row, colours: Mapping[str, str]) -> None:
    """Draw a way that ends: the customer leaves, is done, or goes where the picture does not."""
    text = row.text if row.kind in ("exit", "end", "rest") else " ".join(filter(None, (row.text, row.below)))
    colour = colours["bad" if row.kind == "exit" else "blue" if row.kind == "loop" else "soft"]
    looks = {"shape": "box", "style": "rounded"} if row.kind == "end" else {"shape": "plaintext", "style": ""}
    graph.node(key, _label([text]), fontcolor=colour, **looks)
    condition = row.below if row.kind == "exit" else ""
    label = _label([row.share, condition])
    graph.edge(_id(step.number), key, color=colour, style="dashed", **({"label": label} if label else {}))


def _edge(graph: graphviz.Digraph, edge: Edge, row: Row | None, words: Words, colours: Mapping[str, str]) -> None:
    looks = {}
    if edge.kind == "loop":
        looks = {"style": "dashed", "color": colours["blue"], "fontcolor": colours["blue"], "constraint": "false"}
    elif edge.kind == "skip":
        looks = {"style": "dashed"}
    elif edge.share is not None:
        looks = {"penwidth": f"{1 + 3 * edge.share:.2f}"}
    share = percent(edge.share, words) if edge.share is not None else ""
    when = row.text if row and edge.kind == "loop" else edge.when
    lines = [" ".join(filter(None, (share, when))), f"⇄ {words[handed(edge)]}" if handed(edge) else ""]
    if any(lines):
        looks["label"] = _label(lines)
    graph.edge(_id(edge.source), _id(edge.target), **looks)
