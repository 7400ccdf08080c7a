"""A spreadsheet opens it with a double click, and runs nothing of it."""

from __future__ import annotations

import csv
import io
import re

import pytest
from tests.report.comparison import made

from klantreis.report.comparison.csv import COLUMNS, _text


def rows(report, separator):
    text = made.written("csv", report)
    assert text.startswith("\ufeff")
    return list(csv.DictReader(io.StringIO(text[1:]), delimiter=separator, strict=True))


def test_a_row_for_each_difference_with_the_place_it_stands_at():
    found = rows(made.report_of(made.michiel()), ";")
    assert len(found) == len(made.michiel().items)
    paying = [row for row in found if row["Stap"] == "Rekent af met zijn smartphone" and row["Onderwerp"] == "Emoties"]
    assert len(paying) == 1
    assert paying[0] | {"Wat er verschilt": "", "Waarom": ""} == {
        "Klantreis": "Now → dream", "Fase": "Intentie en koop", "Stap": "Rekent af met zijn smartphone",
        "Onderwerp": "Emoties", "Wat er verschilt": "", "Oordeel": "beter", "Grootte": "groot", "Voor": "-1,8",
        "Na": "1,6", "Waarom": "", "Werk": "heeft initiatief", "Initiatief": "Direct afrekenen met de smartphone",
        "Eigenaar": "Webwinkel", "Begin": "2027-05-01", "Einde": "2027-08-31",
    }  # fmt: skip


def test_channels_stand_there_by_name():
    found = rows(made.report_of(made.michiel()), ";")
    door = next(row for row in found if row["Stap"].startswith("Geeft zijn soep") and row["Onderwerp"] == "Kanalen")
    assert (door["Voor"], door["Na"]) == ("e-mail", "berichtenapp")


def test_english_has_commas_and_points():
    found = rows(made.report_of(made.repair()), ",")
    emotion = next(row for row in found if row["Topic"] == "Emotions" and row["Step"].startswith("Books"))
    assert (emotion["Before"], emotion["After"]) == ("-1.4", "1.1")
    assert len(found[0]) == len(COLUMNS)


def test_an_open_gap_says_so():
    found = rows(made.report_of(made.repair()), ",")
    form = next(row for row in found if row["Step"] == "Fills in a paper form" and row["Topic"] == "Steps")
    assert (form["Work"], form["Initiative"]) == ("open", "")


def test_journeys_that_cannot_be_compared_have_a_row():
    found = rows(made.workspace_diff(), ",")
    told = {row["Journey"]: (row["What differs"], row["Why"]) for row in found if not row["Verdict"]}
    assert told == {
        "A new one": ("New journey", ""),
        "An old one": ("Removed journey", ""),
        "HEAD~1:journeys/broken.yaml": ("Skipped", "there are mistakes in it"),
    }


@pytest.mark.parametrize(
    "text", ["=1+1", "+1", "-1+cmd|' /C calc'!A0", "@SUM(A1)", "\uff1d1+1", "|x", "%x", "\t=1", "\r\n=1"]
)
def test_a_text_that_begins_like_a_formula_is_text(text):
    assert _text(text).startswith("'")


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_no_cell_is_a_formula_whatever_a_spreadsheet_takes_for_a_separator(separator):
    for line in made.written("csv", made.hostile()).lstrip("\ufeff").splitlines():
        for cell in re.split(f"[{separator}]", line):
            bare = cell.strip('"')
            assert not re.match(r"[=+@]|-(?![0-9]+(,[0-9]+)?$)", bare), (cell, line)


def test_a_difference_stays_on_one_line():
    assert len(made.written("csv", made.hostile()).splitlines()) == 1 + len(rows(made.hostile(), ";"))
