"""Small pieces of sentences: who does what, and when."""

from __future__ import annotations

import pytest
from tests.report.comparison import made

from klantreis.model.roadmap import Initiative
from klantreis.report.comparison import phrases
from klantreis.report.comparison.words import terms_of

NL, EN = terms_of("nl"), terms_of("en")


def initiative(**keys):
    return Initiative.model_validate({"id": "a", "title": "A", **keys})


@pytest.mark.parametrize(
    ("dates", "expected"),
    [
        ({"start": "2027-01", "end": "2027-Q2"}, "jan 2027 – Q2 2027"),
        ({"start": "2027-Q1", "end": "2027-Q1"}, "Q1 2027"),
        ({"start": "2027-03-01"}, "vanaf 1 mrt 2027"),
        ({"end": "2027"}, "tot en met 2027"),
        ({}, ""),
    ],
)
def test_when_is_as_precise_as_it_was_written(dates, expected):
    assert phrases.when(initiative(**dates), NL) == expected


def test_an_owner_is_called_as_the_organisation_calls_the_team():
    found = made.michiel()
    assert phrases.owner_of(initiative(owner="webwinkel"), found) == "Webwinkel"
    assert phrases.owner_of(initiative(owner="Klantcontact"), found) == "Klantcontact"
    assert phrases.owner_of(initiative(owner="iemand anders"), found) == "iemand anders"
    assert phrases.owner_of(initiative(), found) == ""


def test_initiatives_stand_in_the_order_in_which_they_end_and_undated_ones_last():
    old, new, roadmap = made.models("""
id: nu
title: Nu
phases: [{title: P, touchpoints: [{id: a, title: A}, {id: b, title: B}, {id: c, title: C}]}]
---
id: straks
title: Straks
state: dream
of: nu
drops: [a, b, c]
phases: [{title: P}]
---
kind: roadmap
id: plan
title: Plan
from: nu
to: straks
initiatives:
  - {id: ooit, title: Ooit, closes: a}
  - {id: laat, title: Laat, closes: b, end: 2028}
  - {id: vroeg, title: Vroeg, closes: c, start: 2026, end: 2027-Q1}
""")
    found = made.gap(old, new, roadmap=roadmap)
    assert [done.id for done, _ in phrases.busy(found)] == ["vroeg", "laat", "ooit"]
    assert [phrases.subjects(items) for _, items in phrases.busy(found)] == [["C"], ["B"], ["A"]]


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        ("state: current", ""),
        ("{state: dream, of: a}", "droom"),
        ("{state: dream, of: a, horizon: near}", "droom, over 1 tot 2 jaar"),
        ("{state: dream, of: a, horizon: 2028-Q1}", "droom, tegen Q1 2028"),
    ],
)
def test_a_dream_says_how_far_away_it_is(keys, expected):
    keys = keys.strip("{}").replace(", ", "\n")
    journey = made.models(f"id: x\ntitle: X\n{keys}\nphases: [{{title: P}}]")[0]
    assert phrases.horizon(journey, NL.words) == expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (None, ""), (True, "ja"), (-1.5, "−1,5"), (1200, "1.200"), (["a", 2], "a, 2"), ({"a": 1}, "a: 1"), ("x", "x"),
    ],
)  # fmt: skip
def test_a_plain_value_reads_as_people_write_it(value, expected):
    assert phrases.plain_text(value, NL) == expected
