"""Touchpoints that one side moved to another phase: which moves are made first, and where."""

from __future__ import annotations

import pytest

from klantreis.merge.migration import plan, settled


def journey(**phases):
    return {"title": "A", "phases": [{"id": name, "touchpoints": steps.split()} for name, steps in phases.items()]}


def moves(base, ours, theirs):
    found = plan(base, ours, theirs)
    return [(move.step, move.phase, move.like, move.sides, move.idle) for move in found.moves], found.doubted


def edited(data, name):
    """The journey with one touchpoint written out."""
    steps = [phase["touchpoints"] for phase in data["phases"]]
    for some in steps:
        some[:] = [{"title": step, "emotion": 1} if step == name else step for step in some]
    return data


BASE = journey(p="a b", q="c")


def test_a_move_is_made_in_the_base_and_the_other_side():
    found = moves(BASE, journey(p="b", q="c a"), edited(journey(p="a b", q="c"), "a"))
    assert found == ([("a", "q", "ours", ("base", "theirs"), False)], set())


def test_a_move_of_what_the_other_side_left_alone_need_not_be_made():
    found = moves(BASE, BASE, journey(p="b", q="c a"))
    assert found == ([("a", "q", "theirs", ("base", "ours"), True)], set())


def test_a_move_of_both_sides_is_made_in_the_base():
    assert moves(BASE, journey(p="b", q="c a"), journey(p="b", q="a c"))[0][0][3] == ("base",)


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        (journey(p="b", q="c a"), journey(p="b", q="c", r="a")), (journey(p="b", q="c a"), journey(p="b", q="c")),
        (journey(p="b", q="c a"), journey(p="a b")), (journey(p="b", q="c", r="a"), journey(p="a b", q="c", r="d")),
        (journey(p="b", q="c", r="a"), journey(p="b", q="c")),
    ],
)  # fmt: skip
def test_a_move_that_the_other_side_stands_in_the_way_of_is_for_people_to_decide(ours, theirs):
    assert moves(BASE, ours, theirs)[1] == moves(BASE, theirs, ours)[1] == {"a"}


def test_the_touchpoint_stands_where_it_was_moved_to_and_keeps_what_was_written():
    theirs = edited(journey(p="a b", q="d c"), "a")
    base, ours, other = settled(BASE, journey(p="b", q="c a"), theirs)
    assert (base, ours) == (journey(p="b", q="c a"), journey(p="b", q="c a"))
    assert other == edited(journey(p="b", q="d c a"), "a")


def test_a_new_phase_is_there_for_the_touchpoint_that_moved_to_it():
    base, _, theirs = settled(BASE, journey(p="b", r="a", q="c"), edited(journey(p="a b", q="c"), "a"))
    assert (base, theirs) == (journey(p="b", r="a", q="c"), edited(journey(p="b", r="a", q="c"), "a"))


def test_a_phase_that_lost_its_last_touchpoint_has_none():
    base, _, _ = settled(
        journey(p="a", q="c"),
        {"phases": [{"id": "p"}, *journey(q="c a")["phases"]]},
        edited(journey(p="a", q="c"), "a"),
    )
    assert base["phases"][0] == {"id": "p"}


@pytest.mark.parametrize("odd", [{}, None, {"phases": "een"}, {"phases": [{"id": "p"}, {"id": "p"}]}, []])
def test_data_without_phases_to_move_between_is_left_alone(odd):
    assert plan(odd, BASE, BASE).moves == plan(BASE, odd, BASE).moves == []
