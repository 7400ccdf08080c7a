"""Phases beside those of a framework: which is which, and what stands out of order."""

from __future__ import annotations

from itertools import combinations, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from klantreis.model.journey import Phase
from klantreis.model.organisation import Organisation
from klantreis.model.stages import expected, misplaced, places_in

OWN = Organisation(
    kind="organisation", title="o", frameworks=[{"id": "eigen", "title": "Eigen weg", "phases": ["Doen", "Laten"]}]
)


@pytest.mark.parametrize("written", ["four-phases", "Four phases"])
def test_a_built_in_framework_is_known_by_id_and_name(written):
    assert [phase.id for phase in expected(written)] == ["bewustwording", "orientatie", "koop", "gebruik"]


@pytest.mark.parametrize("written", ["eigen", "Eigen weg"])
def test_an_own_framework_is_known_by_id_and_title(written):
    assert [phase.nl for phase in expected(written, OWN)] == ["Doen", "Laten"]


def test_a_framework_that_nobody_knows_asks_for_nothing():
    assert expected("zes-fasen", OWN) == ()


@pytest.mark.parametrize(
    ("phase", "place"),
    [
        ({"title": "Gebruiken en verbinden"}, 3),
        ({"title": "Use and connect"}, 3),
        ({"id": "koop", "title": "Tekenen"}, 2),
        ({"id": "tekenen", "title": "Tekenen", "was": "koop"}, 2),
        ({"id": "iets-anders", "title": "Oriëntatie"}, 1),
        ({"title": "Mijmeren"}, None),
    ],
)
def test_a_phase_is_recognised_by_id_former_id_or_title(phase, place):
    assert places_in(expected("four-phases"), [Phase(**phase)]) == [place]


@given(st.lists(st.integers(0, 5), max_size=8))
def test_what_remains_never_falls_and_nothing_less_would_do(ranks):
    wrong = misplaced(ranks)
    kept = [rank for position, rank in enumerate(ranks) if position not in wrong]
    assert all(one <= other for one, other in pairwise(kept))
    longer = combinations(ranks, len(kept) + 1)
    assert not any(all(one <= other for one, other in pairwise(some)) for some in longer)
