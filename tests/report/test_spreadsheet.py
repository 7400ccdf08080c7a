"""No text is a formula, wherever a spreadsheet cuts it."""

from __future__ import annotations

import pytest

from klantreis.report.spreadsheet import cell, row


@pytest.mark.parametrize("text", ["=1+1", "+1", "-x", "@SUM(A1)", "\t=1", "  =1", "＝1", "|x", "%x"])
def test_what_begins_like_a_formula_is_made_a_text(text):
    assert cell(text).startswith("'")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ja,=x", "ja,'=x"),
        ("ja;@x", "ja;'@x"),
        ("ja; =x", "ja;' =x"),
        ('"=x', "\"'=x"),
        ("a - b", "a - b"),
        ("1, 2", "1, 2"),
        ("Betaalt – met = erin", "Betaalt – met = erin"),
    ],
)
def test_only_what_a_cut_would_make_a_formula_is_changed(text, expected):
    assert cell(text) == expected


def test_every_cell_of_a_row_stands_in_quotation_marks():
    assert row(["a", 'b"c', ""], ";") == '"a";"b""c";""'
