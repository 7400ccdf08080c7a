"""Differences stand in the order of the journey."""

from __future__ import annotations

import pytest
from tests.report.comparison import made

from klantreis.report.comparison.order import sections

BASE = """
id: nu
title: Nu
phases:
  - id: een
    title: Een
    touchpoints: [{id: a, title: A, emotion: 0}, {id: b, title: B, emotion: 0}, {id: c, title: C, emotion: 0}]
  - {id: twee, title: Twee, touchpoints: [{id: d, title: D, emotion: 0}]}
  - {id: drie, title: Drie, touchpoints: [{id: e, title: E, emotion: 0}]}
"""


def titles(after, *, plan=False):
    old, new = made.models(BASE)[0], made.models(after)[0]
    found = sections(made.gap(old, new, plan=plan))
    return [(section.title, [group.title for group in section.groups]) for section in found if section.title]


def test_steps_that_go_stand_behind_what_came_before_them_and_lives_on():
    after = """
id: nu
title: Nu
phases:
  - {id: een, title: Een, touchpoints: [{id: b, title: B, emotion: 1}, {id: n, title: N}]}
  - {id: twee, title: Twee, touchpoints: [{id: d, title: D, emotion: 1}]}
  - {id: drie, title: Drie, touchpoints: [{id: e, title: E, emotion: 0}]}
"""
    assert titles(after) == [("Een", ["A", "B", "C", "N"]), ("Twee", ["D"])]


def test_a_phase_that_goes_stands_between_its_neighbours():
    after = """
id: nu
title: Nu
phases:
  - id: een
    title: Een
    touchpoints: [{id: a, title: A, emotion: 1}, {id: b, title: B, emotion: 0}, {id: c, title: C, emotion: 0}]
  - {id: drie, title: Drie, touchpoints: [{id: e, title: E, emotion: 1}]}
"""
    assert [title for title, _ in titles(after)] == ["Een", "Twee", "Drie"]


def test_a_first_phase_that_goes_stands_first():
    after = """
id: nu
title: Nu
phases:
  - {id: drie, title: Drie, touchpoints: [{id: e, title: E, emotion: 1}]}
"""
    assert next(title for title, _ in titles(after)) == "Een"


def test_a_step_dropped_from_a_phase_that_another_replaces_stands_in_that_one():
    after = """
id: straks
title: Straks
state: dream
of: nu
phases:
  - {id: nieuw, title: Nieuw, replaces: een, touchpoints: [{id: a, title: A, emotion: 1}]}
  - {id: twee, title: Twee, touchpoints: [{id: d, title: D, emotion: 0}]}
  - {id: drie, title: Drie, touchpoints: [{id: e, title: E, emotion: 0}]}
"""
    found = dict(titles(after, plan=True))
    assert {"A", "B", "C"} <= set(found["Nieuw"])
    assert "Een" not in found


@pytest.mark.parametrize("make", [made.michiel, made.repair, lambda: made.large().compared[0].gap])
def test_nothing_is_lost_and_nothing_told_twice(make):
    found = make()
    shown = [item for section in sections(found) for group in section.groups for item in (*group.items, *group.details)]
    assert sorted(map(id, shown)) == sorted(map(id, found.items))


def test_the_whole_journey_comes_before_its_phases():
    found = sections(made.repair())
    assert [section.title for section in found][:1] == [""] or all(section.title for section in found)
    assert [section.title for section in found if section.title] == ["Noticing", "Mending", "Riding"]
