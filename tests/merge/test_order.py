"""Three orders as one."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from klantreis.merge.order import merged_order, moved

KEYS = st.permutations(list("abcde"))


def order(base, ours, theirs, kept=None):
    found = merged_order(base, ours, theirs, set(kept if kept is not None else base + ours + theirs))
    return None if found is None else "".join(found)


@pytest.mark.parametrize(
    ("base", "ours", "theirs", "found"),
    [
        ("abc", "abc", "cab", "cab"), ("abc", "bac", "bac", "bac"), ("abcde", "bacde", "abced", "baced"),
        ("abc", "abxc", "abc", "abxc"), ("abc", "abxc", "abyc", "abxyc"), ("abc", "abyc", "abxc", "abxyc"),
        ("abc", "abxyc", "abyc", "abxyc"), ("abc", "xabc", "yabc", "xyabc"), ("ab", "abpq", "abmz", "abmzpq"),
        ("abc", "cab", "abxc", "cabx"), ("abc", "cabx", "cabx", "cabx"), ("", "xy", "yz", "xyz"),
        ("abcd", "bcad", "bcda", None), ("ab", "axb", "abx", None), ("ab", "axyb", "ayxb", None),
    ],
)  # fmt: skip
def test_moves_and_additions_of_both_sides_are_put_together(base, ours, theirs, found):
    assert order(base, ours, theirs) == found
    assert order(base, theirs, ours) == found


def test_an_addition_follows_the_nearest_one_above_it_that_is_left():
    assert order("abc", "abxc", "ac", kept="axc") == "axc"


@given(KEYS, KEYS, KEYS)
@settings(derandomize=True, database=None, deadline=None)
def test_swapping_the_sides_gives_the_same_order(base, ours, theirs):
    assert order(base, ours, theirs) == order(base, theirs, ours)


@given(KEYS, KEYS)
@settings(derandomize=True, database=None, deadline=None)
def test_the_order_of_the_only_side_that_changed_it_is_taken(base, ours):
    assert order(base, ours, base) == order(base, ours, ours) == "".join(ours)


@given(KEYS, KEYS)
@settings(derandomize=True, database=None, deadline=None)
def test_what_does_not_move_stands_in_the_order_it_had(base, side):
    staying = [key for key in side if key not in moved(base, side)]
    assert staying == [key for key in base if key in staying]
