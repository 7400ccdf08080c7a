"""Texts from strangers stay texts, in every format."""

from __future__ import annotations

import json
import re

import pytest
from lxml import etree
from tests.report.made import HOSTILE, located, outcome, written

from klantreis.errors import PathError
from klantreis.report import NAMES

COMMANDING = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


def hostile(name):
    found = [located(HOSTILE, hint=HOSTILE, file=HOSTILE, element=HOSTILE, related=((HOSTILE, HOSTILE),))]
    return written(name, found, outcome(PathError(f"x.yaml: {HOSTILE}", HOSTILE)), text=HOSTILE)


@pytest.mark.parametrize("name", NAMES)
def test_nothing_commands_the_terminal(name):
    assert COMMANDING.search(hostile(name)) is None


@pytest.mark.parametrize("name", NAMES)
def test_it_can_be_written_as_utf_8(name):
    hostile(name).encode("utf-8")


@pytest.mark.parametrize("name", ["json", "gitlab", "sarif", "rdjson"])
def test_json_stays_json(name):
    json.loads(hostile(name))


def test_jsonl_has_one_object_a_line():
    lines = hostile("jsonl").splitlines()
    assert [json.loads(line)["type"] for line in lines] == ["finding", "error"]
    assert json.loads(lines[0])["message"] == HOSTILE


def test_a_workflow_command_cannot_begin_another():
    lines = hostile("github").splitlines()
    assert len(lines) == 2
    assert all(line.startswith("::error ") for line in lines)


def test_a_property_of_a_workflow_command_cannot_end_early():
    line = written("github", [located(file="a,line=9:b%.yaml", hint="")])
    assert "file=a%2Cline=9%3Ab%25.yaml,line=3," in line
    assert line.endswith("::Unknown key `personna`.\n")


def test_percent_signs_come_through_a_workflow_command():
    assert written("github", [located("100%0A zeker", hint="")]).endswith("::100%250A zeker\n")


def test_xml_quotes_what_it_must():
    report = etree.fromstring(hostile("junit").encode())
    assert "<b>vet</b>" in report.find("testsuite/testcase/failure").text
    assert "]]>" in report.find("testsuite/testcase/failure").get("message")


def test_a_cell_stays_a_cell():
    rows = [line for line in hostile("markdown").splitlines() if line.startswith("| error")]
    assert len(rows) == 1
    assert len(re.findall(r"(?<!\\)\|", rows[0])) == 5


def test_markup_in_a_title_is_shown_and_not_obeyed():
    text = written("markdown", [located("<img src=x> [klik](http://x.nl) @team #12 !7 www.x.nl **vet**", hint="")])
    assert "<img" not in text
    for mark in (r"\[klik\]", r"http\://", "@<!-- -->team", "#<!-- -->12", "!<!-- -->7", r"www\.x", r"\*\*vet"):
        assert mark in text
