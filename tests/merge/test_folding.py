"""What is the same in all versions is folded to a line, and unfolded byte for byte."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.edit.written import FILES, journeys, text_of

from klantreis.merge import merge
from klantreis.merge.folding import folded
from klantreis.merge.pieces import DoubtError

TEXT = (
    "phases:\n  - title: A\n    touchpoints:\n      - id: a\n        title: B\n        goal: C\n\n"
    "      # boven\n      - id: d\n        title: E\n        goal: F\n"
)


def test_items_that_are_equal_are_one_line_and_those_that_differ_stay():
    other = TEXT.replace("goal: C", "goal: anders")
    folds = folded([TEXT, other, TEXT])
    assert [text.count("\n") for text in folds.texts] == [9, 9, 9]
    assert [folds.unfolded(text) for text in folds.texts] == [TEXT, other, TEXT]
    assert "title: E" not in "".join(folds.texts)


def test_the_outermost_equal_item_is_folded():
    assert [text.count("\n") for text in folded([TEXT, TEXT + "x: 1\n", TEXT]).texts] == [2, 3, 2]


def test_an_item_is_unfolded_at_the_depth_where_it_stands_now():
    folds = folded([TEXT, TEXT + "x: 1\n", TEXT])
    deeper = folds.texts[0].replace("  - ", "      - ")
    assert folds.unfolded(deeper) == "phases:\n" + "".join(
        f"    {line}\n" if line else "\n" for line in TEXT.split("\n")[1:-1]
    )


@pytest.mark.parametrize(
    "text",
    [TEXT + TEXT.replace("phases", "x-phases"), TEXT + "x-a: &a 1\n", TEXT + "x-a: zzfoldedzz\n", "", "a: [- b]\n"],
)
def test_what_is_there_twice_or_may_be_referred_to_is_not_folded(text):
    assert folded([text, text, text]).texts == [text] * 3


def test_a_text_that_keeps_the_blank_lines_below_it_is_not_folded():
    text = "a:\n  - b: |+\n      c\n    d: e\n"
    assert folded([text] * 3).texts == [text] * 3


def test_what_was_folded_is_never_left_in_a_text():
    folds = folded([TEXT, TEXT, TEXT])
    with pytest.raises(DoubtError):
        folds.unfolded(folds.texts[0].replace("- ", "x: "))


@given(st.lists(st.sampled_from([text_of(path).replace("\r\n", "\n") for path in FILES]), min_size=3, max_size=3))
@settings(derandomize=True, database=None, deadline=None, max_examples=20)
def test_unfolding_gives_any_texts_back(texts):
    folds = folded(texts)
    assert [folds.unfolded(text) for text in folds.texts] == texts


@given(journeys())
@settings(derandomize=True, database=None, deadline=None, max_examples=20)
def test_unfolding_gives_one_text_in_three_versions_back(made):
    text, _ = made
    texts = [text, text + "\nx-a: 1", "x-b: 2\n" + text]
    folds = folded(texts)
    assert [folds.unfolded(text) for text in folds.texts] == texts


def test_broken_yaml_in_what_is_the_same_everywhere_is_not_merged():
    text = "klantreis: 1\ntitle: A\nphases:\n  - title: B\n    goal: [C\n    questions: D\n  - title: E\n    goal: F\n"
    ours, theirs = text.replace("title: A", "title: AA"), text.replace("goal: F", "goal: FF")
    assert merge(text.encode(), ours.encode(), theirs.encode()) is None
