"""The JSON is what its published schema says, for every example and for whatever a stranger writes."""

from __future__ import annotations

import copy
import json

import jsonschema
import pytest
from tests.report.comparison import made

from klantreis.report.comparison import Report
from klantreis.report.comparison.json import plain
from klantreis.report.comparison.schema import schema

EXAMPLES = sorted(folder.name for folder in made.EXAMPLES.iterdir() if (folder / "klantreis.toml").exists())


def strict(form):
    """A schema that bears no key it does not name."""
    if isinstance(form, dict):
        form = {key: strict(value) for key, value in form.items()}
        if "properties" in form:
            form["additionalProperties"] = False
    return [strict(item) for item in form] if isinstance(form, list) else form


def validator(form):
    jsonschema.Draft202012Validator.check_schema(form)
    return jsonschema.Draft202012Validator(form, format_checker=jsonschema.Draft202012Validator.FORMAT_CHECKER)


def problems(report, form=None):
    data = json.loads(made.written("json", report))
    return [f"{error.json_path}: {error.message}" for error in validator(form or schema()).iter_errors(data)]


def pairs(name):
    found = made.documents(*map(str, sorted((made.EXAMPLES / name).rglob("*.yaml"))))
    journeys = [item for item in found.values() if item.kind == "journey"]
    organisation = next((item for item in found.values() if item.kind == "organisation"), None)
    roadmaps = {(item.from_, item.to): item for item in found.values() if item.kind == "roadmap"}
    for old in journeys:
        for new in journeys:
            plan = new.of == old.id
            yield made.gap(old, new, plan=plan, roadmap=roadmaps.get((old.id, new.id)), organisation=organisation)


@pytest.mark.parametrize("name", EXAMPLES)
def test_every_example_fits_the_schema(name):
    for found in pairs(name):
        report = made.report_of(found, kind="gap" if found.comparison.plan else "diff")
        assert problems(report, strict(schema())) == []


@pytest.mark.parametrize("make", [made.hostile, made.workspace_diff, lambda: Report("gap", ())])
def test_the_odd_ones_fit_the_schema_too(make):
    assert problems(make(), strict(schema())) == []


@pytest.mark.parametrize(
    "spoil",
    [
        lambda data: data.update(version=2),
        lambda data: data["journeys"][0].pop("title"),
        lambda data: data["journeys"][0]["differences"][0].update(verdict="fine"),
        lambda data: data["journeys"][0]["differences"][0].update(size=4),
        lambda data: data["journeys"][0]["differences"][0]["place"].pop("old_step"),
        lambda data: data["journeys"][0]["roadmap"].update(share=1.5),
        lambda data: data["journeys"][0]["opportunities"][0].update(impact=9),
    ],
)
def test_the_schema_is_not_content_with_anything(spoil):
    data = json.loads(made.written("json", made.report_of(made.repair())))
    assert validator(schema()).is_valid(data)
    spoiled = copy.deepcopy(data)
    spoil(spoiled)
    assert not validator(schema()).is_valid(spoiled)


@pytest.fixture(scope="module")
def repair():
    return json.loads(made.written("json", made.report_of(made.repair())))["journeys"][0]


def test_every_difference_is_in_it_with_codes_and_words(repair):
    assert len(repair["differences"]) == len(made.repair().items)
    dropped = next(item for item in repair["differences"] if item["what"] == "dropped")
    assert (dropped["topic"], dropped["verdict"], dropped["id"]) == ("steps", "improvement", "fills-in-a-form")
    assert "Fills in a paper form" in dropped["told"]["what"]
    assert dropped["told"]["why"]
    assert dropped["place"]["old_step"] == {"id": "fills-in-a-form", "title": "Fills in a paper form"}
    assert dropped["place"]["new_step"] is None
    assert dropped["place"]["new_phase"] == {"id": "mending", "title": "Mending"}


def test_the_roadmap_says_what_is_covered_what_is_idle_and_what_is_late(repair):
    roadmap = repair["roadmap"]
    assert roadmap["share"] == round(roadmap["covered"] / roadmap["total"], 6)
    assert roadmap["idle"] == ["new-logo"]
    assert roadmap["late"] == [{"initiative": "slots", "needs": "price-list"}]
    slots = next(item for item in roadmap["initiatives"] if item["id"] == "slots")
    assert (slots["owner"], slots["start"], slots["end"]) == ("Web", "2027-01-01", "2027-06-30")


def test_counts_and_differences_agree(repair):
    for verdict, count in repair["counts"].items():
        assert count == sum(1 for item in repair["differences"] if item["verdict"] == verdict)


def test_the_language_of_the_words_is_said():
    told = json.loads(made.written("json", made.report_of(made.michiel())))["journeys"][0]
    assert told["language"] == "nl"
    assert any("vervalt" in item["told"]["what"] for item in told["differences"])


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (float("inf"), None), (float("nan"), None), ({"a": (1, 2)}, {"a": [1, 2]}), ({3, 1}, [1, 3]), (True, True),
        ({1: None}, {"1": None}), (object, "<class 'object'>"),
    ],
)  # fmt: skip
def test_what_json_cannot_hold_is_made_to_fit(value, expected):
    assert plain(value) == expected


def test_what_has_no_end_ends():
    endless: list[object] = []
    endless.append(endless)
    json.dumps(plain(endless))
