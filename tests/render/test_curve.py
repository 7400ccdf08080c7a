"""The curve is smooth and never goes beyond its points."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from klantreis.render.kit.curve import through

SCORES = st.lists(st.floats(-2, 2), min_size=2, max_size=20)


def at(scores: list[float]) -> list[tuple[float, float]]:
    """Give points a column apart."""
    return [(place * 168.0, score) for place, score in enumerate(scores)]


@given(SCORES)
def test_it_never_overshoots(scores: list[float]) -> None:
    curve = through(at(scores))
    for (x0, y0), (x1, y1) in pairwise(at(scores)):
        for step in range(33):
            assert min(y0, y1) - 1e-9 <= curve.at(x0 + (x1 - x0) * step / 32) <= max(y0, y1) + 1e-9


@given(SCORES)
def test_it_goes_through_its_points(scores: list[float]) -> None:
    curve = through(at(scores))
    for x, y in at(scores):
        assert curve.at(x) == pytest.approx(y)


@given(SCORES)
def test_its_control_points_stay_between_neighbours_too(scores: list[float]) -> None:
    curve = through(at(scores))
    for i, ((x0, y0), (x1, y1)) in enumerate(pairwise(at(scores))):
        third = (x1 - x0) / 3
        for control in (y0 + curve.slopes[i] * third, y1 - curve.slopes[i + 1] * third):
            assert min(y0, y1) - 1e-9 <= control <= max(y0, y1) + 1e-9


def test_one_point_is_a_curve() -> None:
    assert through([(10, 1)]).path() == "M10 1"


def test_the_area_closes_at_the_neutral_line() -> None:
    assert through([(0, 1), (90, -1)]).area(0).endswith("V0H0Z")
