"""Everything that is written otherwise is found, and what was found leads from the one journey to the other."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.compare.made import dreams, oddities, read, relatives, strangers

from klantreis.compare.applying import apply
from klantreis.compare.edits import Edit, edits_of, plain
from klantreis.compare.matching import match
from klantreis.model.journey import Journey

law = settings(max_examples=60, deadline=None, derandomize=True, database=None,
               suppress_health_check=list(HealthCheck))  # fmt: skip


def journey(*steps: Any, **more: Any) -> Journey:
    return read({"title": "Reis", "phases": [{"title": "Koop", "touchpoints": list(steps)}]} | more)


def leads(old: Journey, new: Journey) -> list[Edit]:
    edits = edits_of(old, new)
    assert apply(plain(old), edits) == plain(new)
    return edits


@law
@given(st.one_of(relatives(), strangers(), dreams()))
def test_what_was_edited_leads_from_the_one_to_the_other(pair):
    for old, new in (pair, pair[::-1]):
        leads(old, new)
        apply(plain(old), edits_of(old, new, match(new, old)))


@law
@given(oddities())
def test_it_does_so_for_whatever_the_format_allows(found):
    old, new, _ = found
    leads(old, new)
    leads(new, old)
    assert edits_of(old, old) == edits_of(new, new) == []


@law
@given(relatives())
def test_no_edit_is_told_twice_and_none_says_nothing(pair):
    edits = edits_of(*pair)
    assert len(set(map(repr, edits))) == len(edits)
    for edit in edits:
        assert edit.before != edit.after or edit.place is not None


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ({"emotion": 1}, {"emotion": 2}, [("emotion", "", {"score": 1.0}, {"score": 2.0})]),
        ({"owner": "Sales"}, {}, [("owner", "", "Sales", None)]),
        ({"metrics": {"csat": 6, "nps": 1}}, {"metrics": {"nps": 1, "csat": 7}},
         [("metrics", "csat", {"value": 6.0}, {"value": 7.0})]),
        ({"pains": ["Traag", "Duur"]}, {"pains": ["Duur", {"title": "Te duur", "id": "duur-2"}]},
         [("pains", "traag", {"id": "traag", "title": "Traag"}, None),
          ("pains", "duur-2", None, {"id": "duur-2", "title": "Te duur"})]),
        ({"thoughts": ["Ja", "Nee"]}, {"thoughts": ["Nee", "Ja"]},
         [("thoughts", "", ["Ja", "Nee"], ["Nee", "Ja"])]),
        ({"pains": ["Traag", "Duur", "Ver"]}, {"pains": ["Ver", "Traag", "Duur"]}, [("pains", "ver", None, None)]),
        ({"pains": "Duur"}, {"pains": {"title": "Duur", "severity": "high"}},
         [("pains", "duur", {"id": "duur", "title": "Duur"}, {"id": "duur", "title": "Duur", "severity": "high"})]),
    ],
)  # fmt: skip
def test_an_edit_names_the_key_and_the_item(before, after, expected):
    edits = leads(journey({"title": "Belt"} | before), journey({"title": "Belt"} | after))
    assert [(edit.key, edit.item, edit.before, edit.after) for edit in edits] == expected
    assert {(edit.sort, edit.name) for edit in edits} == {("touchpoint", "belt")}


def test_short_and_long_forms_say_the_same():
    short = journey({"title": "Belt", "pains": "Traag", "emotion": 1, "next": "exit", "metrics": {"csat": 7}})
    long = journey({
        "id": "belt", "title": "Belt", "pains": [{"id": "traag", "title": "Traag"}], "emotion": {"score": 1.0},
        "next": [{"to": "exit"}], "metrics": {"csat": {"value": 7}}, "automated": False, "owner": None,
    })  # fmt: skip
    assert leads(short, long) == []


def test_a_step_put_elsewhere_is_one_edit():
    steps = ["Zoekt", "Belt", "Wacht", "Koopt"]
    edits = leads(journey(*steps), journey("Zoekt", "Wacht", "Koopt", "Belt"))
    assert edits == [Edit("touchpoint", "belt", place=3, phase="koop")]


def test_a_step_that_goes_to_another_phase_says_where_it_came_from():
    old = read({"title": "R", "phases": [{"title": "A", "touchpoints": ["Belt"]}, {"title": "B"}]})
    new = read({"title": "R", "phases": [{"title": "A"}, {"title": "B", "touchpoints": ["Belt"]}]})
    assert leads(old, new) == [Edit("touchpoint", "belt", place=0, phase="b", before="a")]


def test_a_step_with_another_id_is_the_same_one_by_its_former_id():
    edits = leads(journey("Belt"), journey({"title": "Appt", "was": "belt"}))
    assert [(edit.key, edit.after) for edit in edits] == [("id", "appt"), ("title", "Appt"), ("was", ["belt"])]


def test_ids_that_stand_twice_in_a_broken_file_are_told_apart():
    step = {"title": "Belt", "pains": ["Duur", "Duur"]}
    old, new = journey(step, step), journey(step, {"title": "Belt", "pains": ["Duur"]}, "Wacht")
    assert leads(old, old) == []
    assert [edit.name for edit in leads(old, new)] == ["wacht", "belt#2"]


def test_signals_and_metrics_without_a_name_lose_nothing():
    content = {"title": "Film", "signals": {"": 1, "klik": 2}}
    old = read({"title": "R", "phases": [{"title": "A", "content": [content], "metrics": {"": 5, "csat": 1}}]})
    new = read({"title": "R", "phases": [{"title": "A", "metrics": {"": 6, "csat": 2}}]})
    leads(old, new)
    leads(new, old)


def test_a_key_that_nobody_knows_is_kept():
    old, new = journey({"title": "Belt", "x-ticket": 1}), journey({"title": "Belt", "x-ticket": 2})
    [edit] = leads(old, new)
    assert (edit.key, edit.before, edit.after) == ("x-", {"x-ticket": 1}, {"x-ticket": 2})
