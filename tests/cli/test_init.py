"""`init` writes a workspace that validates, renders and teaches, and never overwrites."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import pytest
from tests.cli.run import run

EXAMPLES = sorted(path.name for path in (Path(__file__).parents[2] / "examples").iterdir() if path.is_dir())


@pytest.fixture
def klantreis(capsys, monkeypatch):
    return partial(run, capsys, monkeypatch)


@pytest.mark.parametrize("arguments", [(), ("--language", "en"), *(("--example", name) for name in EXAMPLES)])
def test_what_it_writes_validates_without_a_word(klantreis, tmp_path, arguments):
    assert klantreis(tmp_path, "init", "x", *arguments).code == 0
    # An example stays as it is; the day on which it is fresh is its own.
    today = () if "--example" not in arguments else ("--today", "2026-11-21")
    result = klantreis(tmp_path / "x", "lint", "--fail-on", "info", *today)
    assert (result.code, result.out) == (0, "")


@pytest.mark.parametrize("arguments", [(), ("--language", "en")])
def test_what_it_tells_to_do_next_works(klantreis, tmp_path, arguments):
    told = klantreis(tmp_path, "init", "x", *arguments).err
    command = next(line.split() for line in told.splitlines() if "render" in line)
    assert klantreis(tmp_path / "x", *command[1:]).code == 0
    assert (tmp_path / "x" / command[-1]).read_text("utf-8").startswith("<!doctype html>")


def test_every_file_points_the_editor_at_the_schema_beside_it(klantreis, tmp_path):
    klantreis(tmp_path, "init")
    for file in tmp_path.rglob("*.yaml"):
        first = file.read_text("utf-8").splitlines()[0]
        assert (file.parent / first.partition("$schema=")[2]).resolve() == tmp_path / "klantreis.schema.json"
    assert (tmp_path / "klantreis.schema.json").is_file()


def test_an_example_comes_with_its_pictures_and_its_house_style(klantreis, tmp_path):
    klantreis(tmp_path, "init", "x", "--example", "michiel-mobiel")
    result = klantreis(tmp_path / "x", "render", "michiel-mobiel", "-o", "k.svg", "--theme", "huisstijl/thema.yml")
    assert (result.code, result.err) == (0, "Drawn: k.svg\n")


def test_it_never_overwrites(klantreis, tmp_path):
    (tmp_path / "organisatie.yaml").write_text("mine")
    result = klantreis(tmp_path, "init")
    assert result.code == 2
    assert "organisatie.yaml is already there" in result.err
    assert [path.name for path in tmp_path.iterdir()] == ["organisatie.yaml"]
    assert (tmp_path / "organisatie.yaml").read_text() == "mine"


def test_a_file_in_the_place_of_the_folder_is_said(klantreis, tmp_path):
    (tmp_path / "x").write_text("")
    result = klantreis(tmp_path, "init", "x")
    assert (result.code, "a file, not a folder" in result.err) == (2, True)


@pytest.mark.parametrize(
    ("arguments", "word"),
    [
        (("--example", "klaht"), "Did you mean `klacht`?"),
        (("--example", "zzz"), "nieuwe-website"),
        (("--language", "fr"), "nl"),
    ],
)
def test_a_mistyped_name_gets_the_right_one(klantreis, tmp_path, arguments, word):
    result = klantreis(tmp_path, "init", "x", *arguments)
    assert result.code == 2
    assert word in result.err
    assert not (tmp_path / "x").exists()


def test_the_help_names_every_example(klantreis, tmp_path):
    shown = " ".join(klantreis(tmp_path, "init", "--help").out.split())
    assert all(name in shown for name in EXAMPLES)
