"""Graphviz puts the phases exactly under their columns and routes the loop beneath them."""

from __future__ import annotations

import pytest

from klantreis.model.setting import Setting
from klantreis.render import prepare, render
from klantreis.render.kit import graphviz
from klantreis.render.kit.graphviz import GraphvizError
from klantreis.render.map import loop
from klantreis.render.map.loop import Route, Shape

WIDTHS = (326.0, 158.0, 494.0, 326.0)
GAP = 10.0


def route(widths: tuple[float, ...], gap: float, leaves: int, enters: int) -> Route:
    """Give the route of a loop."""
    return loop.route(Shape(widths, gap, leaves, enters))


def test_each_phase_stands_under_its_columns() -> None:
    left = 0.0
    for middle, width in zip(route(WIDTHS, GAP, 3, 1).middles, WIDTHS, strict=True):
        assert middle == pytest.approx(left + width / 2, abs=0.6)
        left += width + GAP


@pytest.mark.parametrize(("leaves", "enters"), [(3, 2), (3, 1), (3, 0), (1, 0), (0, 2)])
def test_the_loop_runs_from_where_it_leaves_to_where_it_comes_back(leaves: int, enters: int) -> None:
    found = route(WIDTHS, GAP, leaves, enters)
    assert found.bend[0][0] == pytest.approx(found.middles[leaves], abs=2)
    assert found.bend[-1][0] == pytest.approx(found.middles[enters], abs=60)


@pytest.mark.parametrize("leaves", range(4))
@pytest.mark.parametrize("enters", range(4))
def test_the_loop_stays_under_the_phases(leaves: int, enters: int) -> None:
    found = route(WIDTHS, GAP, leaves, enters)
    assert min(y for _, y in found.bend) >= loop.NODE - 1
    assert found.depth <= 140
    assert (len(found.bend) - 1) % 3 == 0


def test_a_loop_can_span_twenty_phases() -> None:
    assert len(route((158.0,) * 20, GAP, 19, 0).middles) == 20


def test_without_graphviz_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    def nothing(_name: str) -> list[object]:
        return []

    graphviz.program.cache_clear()
    monkeypatch.setattr("importlib.metadata.files", nothing)
    monkeypatch.setattr("sys.executable", "/nowhere/python")
    monkeypatch.setattr(graphviz, "which", lambda _name: None)
    try:
        with pytest.raises(GraphvizError) as caught:
            graphviz.program()
        assert "graphviz-pure" in caught.value.hint
    finally:
        graphviz.program.cache_clear()


def test_many_loops_take_one_call(monkeypatch: pytest.MonkeyPatch, journeys: dict[str, Setting]) -> None:
    asked: list[str] = []
    ask = loop._ask
    monkeypatch.setattr(loop, "_ask", lambda source: asked.append(source) or ask(source))
    monkeypatch.setattr(loop, "_routes", {})
    prepare(journeys.values())
    assert len(asked) == 1
    for setting in journeys.values():
        render(setting, "svg")
    assert len(asked) == 1


def test_a_prepared_loop_is_the_same_loop(monkeypatch: pytest.MonkeyPatch) -> None:
    shapes = [Shape(WIDTHS, GAP, leaves, enters) for leaves in range(4) for enters in range(4)]
    alone = [loop.route(shape) for shape in shapes]
    monkeypatch.setattr(loop, "_routes", {})
    loop.prepare(shapes)
    assert [loop.route(shape) for shape in shapes] == alone
