"""The schema of the settings takes what klantreis takes, and refuses what it refuses."""

from __future__ import annotations

import tomllib
from datetime import date
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from klantreis.config import KEYS, config_in
from klantreis.errors import KlantreisError
from klantreis.lint.plan import make_plan
from klantreis.lint.schema import settings_schema

GOOD = (
    "",
    'klantreis = 1\nfiles = ["**/*.yaml"]\n',
    'select = ["all", "experience", "K4", "K403", "ends-low"]\n',
    '[rules.ends-low]\nseverity = "off"\nbelow = -0.5\n',
    '[rules.K206]\nseverity = "error"\n',
    '[per-file-ignores]\n"archief/**" = ["evidence"]\n',
)
BAD = (
    'selct = ["all"]\n',
    "select = 3\n",
    'select = ["no-such-rule"]\n',
    '[rules.no-such-rule]\nseverity = "off"\n',
    '[rules.ends-low]\nseverity = "loud"\n',
    "[rules.ends-low]\nbelow = 9\n",
    '[rules.ends-low]\nbelow = "low"\n',
    '[rules.unknown-key]\nseverity = "off"\n',
)


def accepted(folder: Path, text: str) -> bool:
    (folder / "klantreis.toml").write_text(text, "utf-8")
    try:
        make_plan(config_in(folder), date(2026, 11, 21))
    except KlantreisError:
        return False
    return True


@pytest.mark.parametrize("text", GOOD)
def test_what_klantreis_takes_fits_the_schema(tmp_path, text):
    assert accepted(tmp_path, text)
    assert Draft202012Validator(settings_schema()).is_valid(tomllib.loads(text))


@pytest.mark.parametrize("text", BAD)
def test_what_klantreis_refuses_does_not(tmp_path, text):
    assert not accepted(tmp_path, text)
    assert not Draft202012Validator(settings_schema()).is_valid(tomllib.loads(text))


def test_every_setting_is_in_it_with_its_meaning():
    properties = settings_schema()["properties"]
    assert set(properties) == set(KEYS)
    assert all(form["description"].endswith(".") for form in properties.values())
