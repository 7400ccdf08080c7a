"""What is taken whole."""

from __future__ import annotations

import pytest

from klantreis.merge.choosing import changed, three_lines


@pytest.mark.parametrize(
    ("base", "ours", "theirs", "found"),
    [("a", "b", "a", "b"), ("a", "a", "b", "b"), ("a", "b", "b", "b"), ("a", "b", "c", None), (None, "b", "c", None)],
)
def test_what_one_side_changed_counts(base, ours, theirs, found):
    assert changed(base, ours, theirs) == changed(base, theirs, ours) == found


@pytest.mark.parametrize(
    ("base", "ours", "theirs", "found"),
    [
        (["# a"], ["# b"], ["# a"], ["# b"]), (["# a"], ["# b"], ["# c"], None),
        (["# a"], ["", "# a"], ["# b"], ["# b"]),
        ([], ["# b"], ["# a"], ["# a", "# b"]), ([], ["", "# a"], ["# b"], ["", "# a", "# b"]),
        ([], [""], ["# a"], ["# a"]),
        ([], ["# a", "# b"], ["# a"], ["# a", "# b"]), (["# a"], [], ["# a", "# b"], None), ([""], ["", ""], [], []),
    ],
)  # fmt: skip
def test_comments_that_both_sides_added_all_stay_and_blank_lines_give_way(base, ours, theirs, found):
    assert three_lines(base, ours, theirs) == three_lines(base, theirs, ours) == found
