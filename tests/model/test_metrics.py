"""What is known of a metric, and whose word counts."""

from __future__ import annotations

import pytest

from klantreis.model.builtin import METRICS
from klantreis.model.metrics import metric_info
from klantreis.model.organisation import Organisation


def organisation(*metrics):
    return Organisation.model_validate({"kind": "organisation", "title": "Bank van Morgen", "metrics": list(metrics)})


@pytest.mark.parametrize("id_", METRICS)
def test_every_built_in_metric_is_known_without_an_organisation(id_):
    found = metric_info(id_, None)
    assert (found.id, found.scale, found.better) == (id_, METRICS[id_].scale, METRICS[id_].better)
    assert not found.own


def test_a_built_in_metric_is_called_in_the_language_of_the_journey():
    assert metric_info("volume", None).title == "contact volume"
    assert metric_info("volume", None, "nl").title == "contactvolume"


def test_a_metric_is_found_by_a_title_whose_slug_is_its_id():
    assert metric_info("Drop off", None).id == "drop-off"
    assert metric_info("Klant-geluk!", organisation({"title": "Klant geluk"})).title == "Klant geluk"


def test_an_own_metric_takes_the_place_of_the_built_in_one_with_its_id():
    found = metric_info("csat", organisation({"id": "csat", "title": "Sterren", "scale": [1, 5]}))
    assert (found.title, found.scale, found.better, found.own) == ("Sterren", (1, 5), "higher", True)


@pytest.mark.parametrize("unit", ["", METRICS["drop-off"].unit_nl])
def test_an_own_metric_that_says_nothing_else_runs_and_points_as_the_built_in_one(unit):
    found = metric_info("drop-off", organisation({"id": "drop-off", "title": "Afhakers", "unit": unit}))
    assert (found.title, found.scale, found.better) == ("Afhakers", (0, 100), "lower")


def test_an_own_metric_in_another_unit_has_no_scale_until_it_says_so():
    found = metric_info("csat", organisation({"id": "csat", "title": "Tevreden klanten", "unit": "%"}))
    assert (found.scale, found.better) == (None, "higher")


def test_an_own_metric_that_says_which_way_is_better_is_believed():
    assert metric_info("ces", organisation({"id": "ces", "title": "Moeite", "better": "lower"})).better == "lower"


def test_an_own_metric_without_a_direction_is_better_neither_way():
    assert metric_info("rust", organisation("Rust")).better == "neither"
    assert metric_info("rust", organisation("Rust")).scale is None


@pytest.mark.parametrize("written", ["geluk", "", "!!!"])
def test_nothing_is_known_of_any_other_metric(written):
    assert metric_info(written, organisation("Rust")) is None
