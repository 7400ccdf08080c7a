"""Settings and ignore files from strangers are bounded, and said to be wrong in words."""

from __future__ import annotations

import json
import os

import pytest

# Only whether a file is correct: what a good journey is, is tested elsewhere.
VALIDATE = ("validate", "--no-lint")

JOURNEY = "klantreis: 1\ntitle: T\nphases: [A]\n"


@pytest.mark.parametrize(
    ("settings", "word"),
    [
        ('files = ["' + "*a" * 30 + 'b"]', "stars"),
        ('files = ["[z-a]"]', "not a glob"),
        ('files = ["!"]', "not a glob"),
        ("files = [" + '"a", ' * 300 + "]", "more than 200 globs"),
        ("files = " + "[" * 5000, "not TOML"),
        ("klantreis = " + "9" * 5000, "not TOML"),
        ("# " + "x" * 70_000, "larger than 64 KiB"),
    ],
)
def test_settings_that_cannot_be_used(klantreis, tmp_path, settings, word):
    (tmp_path / "klantreis.toml").write_text(settings, "utf-8")
    (tmp_path / ("a" * 60 + ".yaml")).write_text(JOURNEY, "utf-8")
    result = klantreis(tmp_path, *VALIDATE)
    assert (result.code, word in result.err) == (2, True)


@pytest.mark.parametrize("line", ["!", "[z-a]", "*a" * 30 + "b", "\\"])
def test_a_line_that_is_no_pattern_means_nothing(klantreis, tmp_path, line):
    (tmp_path / ".git").mkdir()
    (tmp_path / ".gitignore").write_text(f"{line}\nweg.yaml\n", "utf-8")
    for name in ("hier.yaml", "weg.yaml"):
        (tmp_path / name).write_text(JOURNEY, "utf-8")
    result = klantreis(tmp_path, *VALIDATE, ".")
    assert (result.code, result.err) == (0, "Checked 1 file: no mistakes.\n")


def test_a_file_that_only_calls_itself_a_picture(klantreis, tmp_path):
    (tmp_path / "a.png").write_text("no picture")
    text = JOURNEY.replace("[A]", "[{title: A, touchpoints: [{title: B, image: a.png}]}]")
    (tmp_path / "a.yaml").write_text(text, "utf-8")
    result = klantreis(tmp_path, *VALIDATE, "a.yaml")
    assert (result.code, "no picture that a map can show" in result.out) == (1, True)


def test_two_files_with_one_id_are_found_whichever_was_named(klantreis, tmp_path):
    (tmp_path / "klantreis.toml").write_text("klantreis = 1\n")
    for name in ("a", "b"):
        (tmp_path / f"{name}.yaml").write_text(JOURNEY, "utf-8")
    for name in ("a", "b"):
        result = klantreis(tmp_path, *VALIDATE, f"{name}.yaml")
        assert (result.code, result.out.startswith(f"{name}.yaml:2:8")) == (1, True)


@pytest.mark.parametrize("glob", ["*a*a*a*a*a*a*a*b", "**/*a*a*a*b.yaml"])
@pytest.mark.parametrize("setting", ['exclude = ["{}"]\n', '[per-file-ignores]\n"{}" = ["all"]\n'])
def test_a_glob_that_takes_for_ever_is_refused(klantreis, tmp_path, glob, setting):
    (tmp_path / "klantreis.toml").write_text(setting.format(glob), "utf-8")
    (tmp_path / ("a" * 240 + ".yaml")).write_text(JOURNEY, "utf-8")
    ended = klantreis(tmp_path, "lint")
    assert (ended.code, "too many stars" in ended.err) == (2, True)


@pytest.mark.parametrize("name", ["a\\u0000b", "map", "pijp"])
def test_extends_names_an_ordinary_file(klantreis, tmp_path, name):
    (tmp_path / "map").mkdir()
    os.mkfifo(tmp_path / "pijp")
    (tmp_path / "klantreis.toml").write_text(f'extends = "{name}"\n', "utf-8")
    ended = klantreis(tmp_path, "config")
    assert ended.code == 2
    assert "`extends`" in ended.err
    assert "Traceback" not in ended.err


def test_a_baseline_is_an_ordinary_file_in_the_workspace(process, tmp_path):
    (tmp_path / "w").mkdir()
    (tmp_path / "w" / "klantreis.toml").write_text("", "utf-8")
    (tmp_path / "w" / "a.yaml").write_text(JOURNEY, "utf-8")
    baseline = tmp_path / "w" / "klantreis-baseline.json"
    os.mkfifo(baseline)
    assert process(tmp_path / "w", "validate", limit=20).code == 2
    baseline.unlink()
    baseline.symlink_to(tmp_path / "buiten.json")
    ended = process(tmp_path / "w", "lint", "--write-baseline", limit=20)
    assert (ended.code, "leads out of the workspace" in ended.err) == (2, True)
    assert not (tmp_path / "buiten.json").exists()


@pytest.mark.parametrize("name", ["/etc/passwd", "../x.yaml", "a" * 5000])
def test_names_in_a_baseline_lead_from_the_workspace_down(klantreis, tmp_path, name):
    (tmp_path / "klantreis.toml").write_text("", "utf-8")
    (tmp_path / "a.yaml").write_text(JOURNEY, "utf-8")
    content = {"version": 1, "files": {name: {"ends-low": {"x": 1}}}}
    (tmp_path / "klantreis-baseline.json").write_text(json.dumps(content), "utf-8")
    ended = klantreis(tmp_path, "lint")
    assert (ended.code, "not a baseline" in ended.err) == (2, True)
