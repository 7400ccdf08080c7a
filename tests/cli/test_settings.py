"""Settings and ignore files from strangers are bounded, and said to be wrong in words."""

from __future__ import annotations

import pytest

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
    result = klantreis(tmp_path, "validate")
    assert (result.code, word in result.err) == (2, True)


@pytest.mark.parametrize("line", ["!", "[z-a]", "*a" * 30 + "b", "\\"])
def test_a_line_that_is_no_pattern_means_nothing(klantreis, tmp_path, line):
    (tmp_path / ".git").mkdir()
    (tmp_path / ".gitignore").write_text(f"{line}\nweg.yaml\n", "utf-8")
    for name in ("hier.yaml", "weg.yaml"):
        (tmp_path / name).write_text(JOURNEY, "utf-8")
    result = klantreis(tmp_path, "validate", ".")
    assert (result.code, result.err) == (0, "Checked 1 file: no mistakes.\n")


def test_a_file_that_only_calls_itself_a_picture(klantreis, tmp_path):
    (tmp_path / "a.png").write_text("no picture")
    text = JOURNEY.replace("[A]", "[{title: A, touchpoints: [{title: B, image: a.png}]}]")
    (tmp_path / "a.yaml").write_text(text, "utf-8")
    result = klantreis(tmp_path, "validate", "a.yaml")
    assert (result.code, "no picture that a map can show" in result.out) == (1, True)


def test_two_files_with_one_id_are_found_whichever_was_named(klantreis, tmp_path):
    (tmp_path / "klantreis.toml").write_text("klantreis = 1\n")
    for name in ("a", "b"):
        (tmp_path / f"{name}.yaml").write_text(JOURNEY, "utf-8")
    for name in ("a", "b"):
        result = klantreis(tmp_path, "validate", f"{name}.yaml")
        assert (result.code, result.out.startswith(f"{name}.yaml:2:8")) == (1, True)
