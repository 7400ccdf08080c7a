"""What each side of a marked conflict says, and what both share."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from klantreis.source.conflicts import Conflicted, conflicted, woven
from klantreis.source.lines import lines

TEXT = "a\n<<<<<<< wij\nb\n=======\nc\n>>>>>>> zij\nd\n"


def test_each_side_has_what_it_says_and_what_both_share():
    assert conflicted(TEXT) == Conflicted("a\nb\nd\n", "a\nc\nd\n", "<<<<<<< wij", ">>>>>>> zij")


def test_what_both_come_from_is_left_out():
    assert conflicted(TEXT.replace("=======", "||||||| basis\nx\n=======")) == conflicted(TEXT)


def test_line_ends_of_windows_and_longer_markers_are_understood():
    found = conflicted(TEXT.replace("\n", "\r\n"))
    assert found == Conflicted("a\r\nb\r\nd\r\n", "a\r\nc\r\nd\r\n", "<<<<<<< wij", ">>>>>>> zij")
    longer = TEXT.replace("<<<<<<<", "<<<<<<<<<").replace("=======", "=========").replace(">>>>>>>", ">>>>>>>>>")
    assert conflicted(longer.replace("b\n", "b\n=======\n")).ours == "a\nb\n=======\nd\n"


def test_several_conflicts_are_all_read():
    assert conflicted(TEXT + TEXT).theirs == "a\nc\nd\na\nc\nd\n"


@pytest.mark.parametrize(
    "text", ["", "a\n", TEXT.replace(">>>>>>> zij\n", ""), TEXT.replace("=======\n", ""), "=======\n>>>>>>> x\n"]
)
def test_half_a_conflict_is_none(text):
    assert conflicted(text) is None


def test_what_differs_is_woven_between_markers():
    assert list(woven(["a", "b", "d"], ["a", "c", "d", "e"], "<", ">")) == [
        "a", "<", "b", "=======", "c", ">", "d", "<", "=======", "e", ">",
    ]  # fmt: skip


def test_lines_that_changed_places_are_shown_once_a_side():
    assert list(woven(["a", "b", "c"], ["b", "c", "a"], "<", ">")) == [
        "<", "a", "=======", ">", "b", "c", "<", "=======", "a", ">",
    ]  # fmt: skip


@given(st.lists(st.sampled_from("abcde")), st.lists(st.sampled_from("abcde")))
def test_each_side_can_be_read_back_from_what_is_woven(ours, theirs):
    found = conflicted("".join(f"{line}\n" for line in woven(ours, theirs, "<<<<<<< wij", ">>>>>>> zij")))
    if ours == theirs:
        assert found is None
    else:
        assert (found.ours, found.theirs) == tuple("".join(f"{line}\n" for line in side) for side in (ours, theirs))


def test_lines_that_come_back_all_the_time_take_no_more_work():
    compared = 0

    class Line(str):
        __slots__ = ()
        __hash__ = str.__hash__

        def __eq__(self, other):
            nonlocal compared
            compared += 1
            return str.__eq__(self, other)

    ours = [Line(sign) for sign in "xa" * 5_000]
    theirs = [Line(sign) for sign in "xb" * 5_000]
    assert list(woven(ours, theirs, "<", ">"))[:2] == ["x", "<"]
    assert compared < 100_000


def test_a_journey_with_conflicts_is_shown_as_values_between_markers():
    text = (
        "klantreis: 1\nid: a\nphases:\n  - title: B\n"
        "<<<<<<< wij\x1b[31m\n    touchpoints: C\n=======\n    touchpoints: D\n>>>>>>> zij\n"
    )
    assert lines(text.replace("\x1b", "\u202e").encode()).splitlines()[1:] == [
        "journey a",
        "  journey klantreis: 1",
        "  journey id: a",
        "phase b",
        "  b title: B",
        "<<<<<<< wij<U+202E>[31m",
        "  b touchpoints: C",
        "=======",
        "  b touchpoints: D",
        ">>>>>>> zij",
    ]


@pytest.mark.parametrize("broken", ["touchpoints: [C", "touchpoints: C\n    touchpoints: E"])
def test_where_one_side_cannot_be_read_the_file_is_shown_as_it_is(broken):
    text = f"klantreis: 1\nphases:\n  - title: B\n<<<<<<< wij\n    {broken}\n=======\n    touchpoints: D\n>>>>>>> zij\n"
    assert lines(text.encode()) == text


def test_marks_within_a_text_are_text():
    text = "klantreis: 1\ngoal: |\n  <<<<<<< wij\n  b\n  =======\n  c\n  >>>>>>> zij\n"
    assert "  journey goal | <<<<<<< wij\n" in lines(text.encode())
