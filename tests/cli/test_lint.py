"""`klantreis lint`: exit codes, choosing rules, mending, counting."""

from __future__ import annotations

import json
import os
import shutil
from pathlib import Path

import pytest

EXAMPLES = Path(__file__).parents[2] / "examples"
TODAY = ("--today", "2026-11-21")
JOURNEY = """# De kaart van Sanne.
klantreis: 1
id: rekening
title: Ik wil een bankrekening
persona: Sanne
phases:
  - id: begin
    title: Begin
    touchpoints:
      - {id: opent-app, title: Opent de app, channel: app, emotion: 0}
      - title: Vraagt het haar moeder   # zo begint het altijd
        channel: word-of-mouth
        emotion: 1
      - title: Wacht op de brief
        channel: post
        emotion: -1.5
"""
SKETCH = "klantreis: 1\ntitle: Ik wil een rekening\nphases:\n  - title: Oriëntatie\n    touchpoints: Vraagt het\n"


@pytest.fixture
def folder(files):
    return files({"a.yaml": JOURNEY})


@pytest.mark.parametrize(
    "example", sorted(path.parent for path in EXAMPLES.glob("*/klantreis.toml")), ids=lambda p: p.name
)
def test_the_examples_lint_clean(klantreis, example):
    ended = klantreis(example, "lint", *TODAY, "--fail-on", "info", "--output-format", "concise")
    assert (ended.code, ended.out) == (0, "")


def test_a_sketch_of_five_lines_gets_few_findings(klantreis, files):
    ended = klantreis(files({"a.yaml": SKETCH}), "lint", "a.yaml", *TODAY, "--output-format", "concise")
    assert 1 <= len(ended.out.splitlines()) <= 8


@pytest.mark.parametrize(("fail_on", "code"), [("error", 0), ("warning", 1), ("info", 1), ("never", 0)])
def test_the_mildest_finding_that_fails_can_be_chosen(klantreis, folder, fail_on, code):
    assert klantreis(folder, "lint", "a.yaml", "--select", "ends-low", "--fail-on", fail_on).code == code


def test_suggestions_alone_do_not_fail_a_run_unless_asked(klantreis, folder):
    only = ("lint", "a.yaml", "--select", "touchpoint-without-id")
    assert klantreis(folder, *only).code == 0
    assert klantreis(folder, *only, "--fail-on", "info").code == 1


def test_rules_can_be_chosen_with_commas_or_one_by_one(klantreis, folder):
    one = klantreis(folder, "lint", "a.yaml", "--select", "ends-low,K315", "--output-format", "json").out
    two = klantreis(folder, "lint", "a.yaml", "--select", "ends-low", "--select", "K315", "--output-format", "json").out
    assert one == two
    assert {item["name"] for item in json.loads(one)["findings"]} == {"ends-low", "touchpoint-without-id"}


def test_an_unknown_rule_is_said_with_what_was_meant(klantreis, folder):
    ended = klantreis(folder, "lint", "a.yaml", "--select", "end-low")
    assert ended.code == 2
    assert "Did you mean `ends-low`?" in ended.err


def test_validate_tells_of_warnings_and_not_of_suggestions(klantreis, folder):
    out = klantreis(folder, "validate", "a.yaml", "--output-format", "concise").out
    assert "ends-low" in out
    assert "touchpoint-without-id" not in out


def test_validate_without_the_linter_says_only_whether_it_is_correct(klantreis, folder):
    ended = klantreis(folder, "validate", "a.yaml", "--no-lint", "--strict")
    assert (ended.code, ended.out) == (0, "")


def test_warnings_fail_validate_only_when_it_is_strict(klantreis, folder):
    assert klantreis(folder, "validate", "a.yaml").code == 0
    assert klantreis(folder, "validate", "a.yaml", "--strict").code == 1


def test_fixing_writes_small_edits_and_keeps_every_other_byte(klantreis, folder):
    ended = klantreis(folder, "lint", "a.yaml", "--select", "K315", "--fix")
    assert ended.code == 0
    assert "Mended 1 finding in 1 file" in ended.err
    expected = JOURNEY.replace(
        "      - title: Vraagt", "      - id: vraagt-het-haar-moeder\n        title: Vraagt"
    ).replace("      - title: Wacht", "      - id: wacht-op-de-brief\n        title: Wacht")
    assert (folder / "a.yaml").read_text("utf-8") == expected
    assert klantreis(folder, "lint", "a.yaml", "--select", "K315").out == ""


def test_a_diff_shows_and_writes_nothing(klantreis, folder):
    ended = klantreis(folder, "lint", "a.yaml", "--select", "K315", "--diff")
    assert ended.code == 1
    assert "+      - id: wacht-op-de-brief" in ended.out
    assert (folder / "a.yaml").read_text("utf-8") == JOURNEY
    assert klantreis(folder, "lint", "a.yaml", "--select", "ends-low", "--diff").code == 0


def test_mending_can_fail_a_run(klantreis, folder):
    shutil.copy(folder / "a.yaml", folder / "b.yaml")
    assert klantreis(folder, "lint", "a.yaml", "--select", "K315", "--fix").code == 0
    assert klantreis(folder, "lint", "b.yaml", "--select", "K315", "--fix", "--exit-non-zero-on-fix").code == 1


def test_an_ignore_that_nothing_needs_is_taken_out(klantreis, files):
    folder = files(
        {"a.yaml": JOURNEY.replace("klantreis: 1\n", "klantreis: 1\n# klantreis: ignore-file[flat-curve]\n")}
    )
    klantreis(folder, "lint", "a.yaml", "--select", "all", "--ignore", "K315", "--fix")
    assert "ignore-file" not in (folder / "a.yaml").read_text("utf-8")


def test_a_missing_version_is_added(klantreis, files):
    folder = files({"a.yaml": JOURNEY.replace("klantreis: 1\n", "")})
    klantreis(folder, "lint", "a.yaml", "--select", "ends-low", "--fix")
    assert (folder / "a.yaml").read_text("utf-8") == JOURNEY


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write every file")
def test_a_read_only_file_stays_and_is_named(klantreis, folder):
    (folder / "a.yaml").chmod(0o444)
    ended = klantreis(folder, "lint", "a.yaml", "--select", "K315", "--fix")
    assert ended.code == 2
    assert "a.yaml" in ended.err


def test_standard_input_cannot_be_mended(process, folder):
    ended = process(folder, "lint", "-", "--fix", stdin=JOURNEY.encode())
    assert ended.code == 2
    assert "Name the file" in ended.err


def test_statistics_count_by_rule(klantreis, folder):
    out = klantreis(folder, "lint", "a.yaml", "--select", "ends-low,K315", "--statistics").out
    assert [line.split()[:3] for line in out.splitlines()] == [
        ["1", "K315", "touchpoint-without-id"], ["1", "K403", "ends-low"]
    ]  # fmt: skip


def test_a_day_that_is_none_is_said(klantreis, folder):
    ended = klantreis(folder, "lint", "a.yaml", "--today", "morgen")
    assert ended.code == 2
    assert "--today 2026-11-21" in ended.err


def test_the_summary_is_honest_about_what_was_ignored(klantreis, files):
    folder = files({"a.yaml": JOURNEY.replace("emotion: -1.5", "emotion: -1.5 # klantreis: ignore[ends-low] later")})
    assert "(1 ignored)" in klantreis(folder, "lint", "a.yaml", "--select", "ends-low").err


def test_settings_choose_rules_and_a_file_may_extend_another(klantreis, files):
    folder = files({
        "a.yaml": JOURNEY,
        "regels/basis.toml": 'select = ["ends-low", "K315"]\n[rules.ends-low]\nbelow = -2\nseverity = "error"\n',
        "klantreis.toml": 'extends = "regels/basis.toml"\nignore = ["K315"]\n[rules.ends-low]\nbelow = -1\n',
    })  # fmt: skip
    assert "error K403 ends-low" in klantreis(folder, "lint", "--output-format", "concise").out
    shown = json.loads(klantreis(folder, "config", "--output-format", "json").out)
    assert shown["settings"]["select"]["from"] == "regels/basis.toml"
    assert shown["settings"]["ignore"]["from"] == "klantreis.toml"
    assert shown["settings"]["extends"] == {"value": ["regels/basis.toml"], "from": "klantreis.toml"}
    by_name = {rule["name"]: rule for rule in shown["rules"]}
    assert by_name["touchpoint-without-id"]["severity"] == "off"
    rule = by_name["ends-low"]
    assert rule["severity_from"] == "regels/basis.toml"
    assert rule["options"]["below"] == {"value": -1, "from": "klantreis.toml"}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('extends = "../elders.toml"\n', "leads out of the workspace"),
        ('extends = "klantreis.toml"\n', "leads back to itself"),
        ('extends = "weg.toml"\n', "not there"),
        ('selct = ["ends-low"]\n', "Did you mean `select`?"),
        ('select = "ends-low"\n', "list of texts"),
        ("rules = 3\n", "must be a table"),
        ("[rules]\nends-low = 3\n", "must be a table"),
        ('baseline = "/etc/passwd"\n', "leads out of the workspace"),
        ('[per-file-ignores]\n"../*" = ["ends-low"]\n', "leads out of the workspace"),
    ],
)
def test_settings_that_cannot_be_used_are_said_in_words(klantreis, files, text, words):
    folder = files({"a.yaml": JOURNEY, "klantreis.toml": text})
    ended = klantreis(folder, "lint")
    assert ended.code == 2
    assert words in ended.err


def test_explain_and_rules_know_codes_and_names(klantreis, folder):
    assert klantreis(folder, "explain", "K403").out == klantreis(folder, "explain", "ends-low").out
    assert "K403  ends-low" in klantreis(folder, "rules", "experience").out
    assert "Did you mean `ends-low`?" in klantreis(folder, "explain", "end-low").err
    assert [item["code"] for item in json.loads(klantreis(folder, "rules", "K403", "--output-format", "json").out)] == [
        "K403"
    ]
