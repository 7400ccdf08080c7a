"""Text on lines of a width."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from klantreis.report.comparison.flow import HARD, flow
from klantreis.report.text import width


def shown(*pieces, lead=None, most=100):
    return ["".join(text for _, text in line) for line in flow(list(pieces), lead, most=most)]


def test_the_lead_begins_the_first_line_and_indents_the_others():
    assert shown(("", "een twee drie vier vijf zes"), lead=[("", "  ▲ ")], most=24) == [
        "  ▲ een twee drie vier",
        "    vijf zes",
    ]


def test_a_word_that_fits_on_no_line_is_cut():
    assert shown(("", "a" * 45), most=20) == ["a" * 20, "a" * 20, "a" * 5]


def test_pieces_touch_where_no_space_is_between_them():
    assert shown(("bold", "titel"), ("dim", ", en"), ("", " meer")) == ["titel, en meer"]


def test_a_style_stays_with_its_text():
    assert list(flow([("bold", "een twee")], most=20)) == [[("bold", "een"), ("", " "), ("bold", "twee")]]


def test_nothing_is_one_empty_line():
    assert shown(("", "")) == [""]


def bare(text):
    return "".join(text.split())


@given(st.lists(st.text(max_size=60), max_size=6), st.integers(20, 60))
@settings(max_examples=150, deadline=None, derandomize=True)
def test_no_line_is_too_wide_and_no_word_is_lost(texts, most):
    lines = shown(*(("", text) for text in texts), most=most)
    assert all(width(line) <= most for line in lines)
    assert len(bare("".join(lines))) == sum(len(bare(text)) for text in texts)


def test_what_a_hard_space_joins_stays_on_one_line():
    assert shown(("", f"{'a' * 14} 9{HARD}stappen"), most=20) == ["a" * 14, "9 stappen"]
