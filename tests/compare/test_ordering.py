"""What came into a list, what went, and the fewest moves that explain the order."""

from __future__ import annotations

from itertools import combinations, permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from klantreis.compare.ordering import Order, order, reorder, rising

law = settings(max_examples=200, deadline=None, derandomize=True, database=None)
names = st.lists(st.integers(0, 12), unique=True)


@law
@given(names, names)
def test_what_became_of_a_list_leads_to_the_new_one(old, new):
    assert reorder(old, order(old, new)) == new


@law
@given(names)
def test_a_list_has_nothing_on_itself(old):
    assert order(old, old) == Order((), (), ())


@law
@given(st.lists(st.integers(0, 12), unique=True, min_size=2), st.data())
def test_one_thing_put_elsewhere_is_one_move(old, choose):
    new = list(old)
    name = new.pop(choose.draw(st.integers(0, len(old) - 1)))
    new.insert(choose.draw(st.integers(0, len(new))), name)
    assert len(order(old, new).moved) == (old != new)


@pytest.mark.parametrize("new", list(permutations(range(5))))
def test_no_fewer_moves_would_do(new):
    fewest = min(
        len(left)
        for size in range(6)
        for left in combinations(new, size)
        if [name for name in new if name not in left] == sorted(set(new) - set(left))
    )
    assert len(order(range(5), new).moved) == fewest


def test_the_other_way_round_as_many_have_moved():
    for new in permutations(range(5)):
        assert len(order(range(5), new).moved) == len(order(new, range(5)).moved)


def test_what_came_and_went_is_told_apart_from_what_moved():
    assert order("abcd", "xdab") == Order(("c",), (("x", 0),), (("d", 1),))


def test_the_longest_rising_run_is_found():
    assert rising([3, 0, 1, 4, 2]) in ({1, 2, 3}, {1, 2, 4})
    assert rising([]) == set()
    assert len(rising([5, 4, 3, 2, 1, 0])) == 1
