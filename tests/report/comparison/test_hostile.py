"""Texts from strangers stay texts, in every format."""

from __future__ import annotations

import json
import re

import pytest
from tests.report.comparison import made

from klantreis.report.comparison import FORMATS, NAMES

COMMANDING = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


@pytest.mark.parametrize("name", NAMES)
def test_nothing_commands_the_terminal(name):
    text = made.written(name, made.hostile())
    assert COMMANDING.search(text) is None
    text.encode("utf-8")


def test_json_stays_json():
    found = json.loads(made.written("json", made.hostile()))
    assert found["journeys"][0]["title"] == made.HOSTILE


def test_a_format_that_is_none_is_none():
    assert "xml" not in FORMATS
    assert list(FORMATS) == list(NAMES)
    assert len(FORMATS) == len(NAMES)
    with pytest.raises(KeyError):
        FORMATS["xml"]
