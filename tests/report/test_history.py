"""The small parts of a history in words: rows of blocks, and columns below each other."""

from __future__ import annotations

import pytest

from klantreis.engine.history.words import Words
from klantreis.report.history.spark import sparkline
from klantreis.report.history.text import aligned


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ([], ""),
        ([None, None], ""),
        ([5], "▄"),
        ([5, 5, 5], "▄▄▄"),
        ([0, 1, 2, 3, 4, 5, 6, 7], "▁▂▃▄▅▆▇█"),
        ([-2, None, 2], "▁ █"),
        ([1, 2, None], "▁█"),
        ([None, 1, 2], " ▁█"),
    ],
)
def test_each_value_is_a_block_from_the_lowest_to_the_highest(values, expected):
    assert sparkline(values, 10) == expected


def test_more_values_than_room_keep_the_end():
    shown = sparkline(list(range(1000)), 20)
    assert (len(shown), shown[-1], shown[0]) == (20, "█", "▁")
    assert sparkline([*[0] * 999, 1], 20).endswith("▁█")


def test_columns_stand_below_each_other_also_with_wide_characters():
    rows = [[("", "é"), ("", ""), ("", "1")], [("", "日本"), ("", ""), ("", "23")]]
    assert ["".join(text for _, text in line) for line in aligned(rows, right=[2])] == ["é      1", "日本  23"]


@pytest.mark.parametrize(
    ("kind", "value", "nl", "en"),
    [
        ("score", -0.825, "−0,83", "−0.83"),
        ("score", 0.001, "0,00", "0.00"),
        ("score", -0.001, "0,00", "0.00"),
        ("score", 1, "+1,00", "+1.00"),
        ("share", 0.916, "92%", "92%"),
        ("count", 1234, "1.234", "1,234"),
        ("metric", 8.5, "8,5", "8.5"),
        ("metric", -3, "−3", "−3"),
        ("metric", 1e300, None, None),
        ("metric", None, "–", "–"),
    ],
)
def test_figures_are_written_as_a_language_does(kind, value, nl, en):
    shown = [Words(language).value(kind, value) for language in ("nl", "en")]
    assert nl is None or shown == [nl, en]


def test_a_change_has_its_sign_and_of_percentages_is_in_points():
    words = Words("nl")
    assert [words.difference("share", 0.125), words.difference("share", -0.5), words.difference("share", 0)] == [
        "+13 punt", "−50 punt", "0",
    ]  # fmt: skip
    assert [words.difference("count", -5), words.difference("metric", 0.98), words.difference("score", 0.625),
            words.difference("score", 0.001)] == [
        "−5", "+0,98", "+0,63", "0",
    ]  # fmt: skip


@pytest.mark.parametrize("language", ["nl", "en"])
def test_both_languages_have_all_words(language):
    assert Words(language).count("versions", 1) in ("1 versie", "1 version")
