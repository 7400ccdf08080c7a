"""A framework supplies a missing stage, by id, else by title in either language; it never adds phases."""

from __future__ import annotations

import pytest

from klantreis.model.kinds import model_of
from klantreis.model.stages import stages


def journey(framework, *phases):
    return model_of("journey").model_validate({"title": "T", "framework": framework, "phases": list(phases)})


@pytest.mark.parametrize(
    ("framework", "phase", "expected"),
    [
        ("four-phases", "Bewustwording", ("awareness",)),
        ("four-phases", "Oriëntatie en vergelijking", ("orientation", "consideration")),
        ("four-phases", "Orientation and comparison", ("orientation", "consideration")),
        ("four-phases", {"id": "koop", "title": "Beslissen"}, ("intent", "purchase")),
        ("five-phases", "Aankoopoverweging", ("consideration",)),
        ("service", "Support", ("support",)),
        ("Service", "Ondersteuning", ("support",)),
        ("service", {"title": "Ondersteuning", "stage": "use"}, ("use",)),
        ("service", "Iets anders", ()),
        ("", "Bewustwording", ()),
    ],
)
def test_a_built_in_framework_supplies_the_stage(framework, phase, expected):
    assert stages(journey(framework, phase)) == [expected]


def test_an_own_framework_comes_before_the_built_in_one():
    own = {"title": "service", "phases": [{"id": "begin", "title": "Begin", "stage": ["awareness", "orientation"]}]}
    organisation = model_of("organisation").model_validate({"kind": "organisation", "title": "O", "frameworks": own})
    assert stages(journey("service", "Begin", "Support"), organisation) == [("awareness", "orientation"), ()]
