"""The baseline: known findings are kept by element, survive moved lines, and leave when mended."""

from __future__ import annotations

import json

import pytest

OLD = """klantreis: 1
id: rekening
title: Ik wil een bankrekening
phases:
  - id: begin
    title: Begin
    touchpoints:
      - {id: a, title: Vraagt het, channel: web, emotion: 1}
      - {id: b, title: Wacht, channel: web, emotion: -1}
"""
ONLY = (
    "--select",
    "ends-low,touchpoint-without-id,stale-baseline",
    "--output-format",
    "concise",
    "--today",
    "2026-11-21",
)


@pytest.fixture
def workspace(files):
    return files({"klantreis.toml": "klantreis = 1\n", "a.yaml": OLD})


def known(folder):
    return json.loads((folder / "klantreis-baseline.json").read_text("utf-8"))["files"]


def test_what_is_known_is_not_told_again(klantreis, workspace):
    assert "ends-low" in klantreis(workspace, "lint", *ONLY).out
    assert klantreis(workspace, "lint", *ONLY, "--write-baseline").out == ""
    again = klantreis(workspace, "lint", *ONLY)
    assert (again.code, again.out) == (0, "")


def test_entries_are_elements_and_not_lines(klantreis, workspace):
    klantreis(workspace, "lint", *ONLY, "--write-baseline")
    assert known(workspace) == {"a.yaml": {"ends-low": {"journey/rekening/phases/begin/touchpoints/b/emotion": 1}}}


def test_moved_lines_change_nothing(klantreis, workspace):
    klantreis(workspace, "lint", *ONLY, "--write-baseline")
    (workspace / "a.yaml").write_text("# een woord vooraf\n\n" + OLD, "utf-8")
    assert klantreis(workspace, "lint", *ONLY).out == ""


def test_a_new_finding_is_told(klantreis, workspace):
    klantreis(workspace, "lint", *ONLY, "--write-baseline")
    (workspace / "a.yaml").write_text(OLD + "      - {title: Belt, channel: phone, emotion: -2}\n", "utf-8")
    out = klantreis(workspace, "lint", *ONLY).out
    assert "ends-low" in out
    assert "touchpoint-without-id" in out


def test_what_no_longer_occurs_is_told_of(klantreis, workspace):
    klantreis(workspace, "lint", *ONLY, "--write-baseline")
    (workspace / "a.yaml").write_text(OLD.replace("emotion: -1", "emotion: 1"), "utf-8")
    out = klantreis(workspace, "lint", *ONLY).out
    assert out.startswith("klantreis-baseline.json:3:")
    assert "stale-baseline" in out
    klantreis(workspace, "lint", *ONLY, "--write-baseline")
    assert known(workspace) == {}


def test_a_file_that_is_gone_is_stale_too(klantreis, workspace):
    klantreis(workspace, "lint", *ONLY, "--write-baseline")
    (workspace / "a.yaml").rename(workspace / "b.yaml")
    assert "stale-baseline" in klantreis(workspace, "lint", *ONLY).out


def test_writing_for_one_file_leaves_the_others_alone(klantreis, workspace):
    (workspace / "b.yaml").write_text(OLD.replace("id: rekening", "id: sparen"), "utf-8")
    klantreis(workspace, "lint", *ONLY, "--write-baseline")
    before = known(workspace)
    (workspace / "a.yaml").write_text(OLD.replace("emotion: -1", "emotion: 1"), "utf-8")
    klantreis(workspace, "lint", "a.yaml", *ONLY, "--write-baseline")
    assert known(workspace) == {"b.yaml": before["b.yaml"]}


def test_writing_for_one_rule_leaves_the_entries_of_others_alone(klantreis, workspace):
    klantreis(workspace, "lint", *ONLY, "--write-baseline")
    before = known(workspace)
    klantreis(workspace, "lint", "--select", "flat-curve", "--write-baseline")
    assert known(workspace) == before


def test_validate_knows_the_baseline_too(klantreis, workspace):
    assert "ends-low" in klantreis(workspace, "validate", "--output-format", "concise").out
    klantreis(workspace, "lint", "--write-baseline")
    assert klantreis(workspace, "validate", "--strict", "--output-format", "concise").out == ""
    assert "ends-low" in klantreis(workspace, "validate", "--no-baseline", "--output-format", "concise").out


def test_errors_of_the_format_never_enter_it(klantreis, workspace):
    (workspace / "a.yaml").write_text(OLD + "titel: x\n", "utf-8")
    klantreis(workspace, "lint", "--write-baseline")
    assert "unknown-key" in klantreis(workspace, "lint", *ONLY).out


@pytest.mark.parametrize(
    "text",
    [
        "{",
        "[]",
        '{"files": 3}',
        '{"files": {"a.yaml": {"ends-low": {"x": "1"}}}}',
        "\x00",
        '{"version": 9, "files": {}}',
    ],
)
def test_a_baseline_that_is_none_is_said_in_words(klantreis, workspace, text):
    (workspace / "klantreis-baseline.json").write_text(text, "utf-8")
    ended = klantreis(workspace, "lint")
    assert ended.code == 2
    assert "klantreis-baseline.json" in ended.err
    assert "Traceback" not in ended.err
    assert (workspace / "klantreis-baseline.json").read_text("utf-8") == text


def test_outside_of_a_workspace_there_is_none(klantreis, files):
    folder = files({"a.yaml": OLD})
    ended = klantreis(folder, "lint", "a.yaml", "--write-baseline")
    assert ended.code == 2
    assert "klantreis.toml" in ended.err


def test_its_place_can_be_set(klantreis, workspace):
    (workspace / "klantreis.toml").write_text('baseline = "ci/bekend.json"\n', "utf-8")
    (workspace / "b.yaml").write_text(OLD.replace("id: rekening", "id: sparen"), "utf-8")
    klantreis(workspace, "lint", *ONLY, "--write-baseline")
    before = json.loads((workspace / "ci" / "bekend.json").read_text("utf-8"))
    assert set(before["files"]) == {"a.yaml", "b.yaml"}
    assert klantreis(workspace, "lint", "a.yaml", *ONLY).out == ""
    klantreis(workspace, "lint", "a.yaml", *ONLY, "--write-baseline")
    assert json.loads((workspace / "ci" / "bekend.json").read_text("utf-8")) == before


def test_a_file_with_mistakes_was_not_judged_and_keeps_its_entries(klantreis, workspace):
    klantreis(workspace, "lint", *ONLY, "--write-baseline")
    before = known(workspace)
    (workspace / "a.yaml").write_text(OLD + "foo: 3\n", "utf-8")
    assert "stale-baseline" not in klantreis(workspace, "lint", *ONLY).out
    klantreis(workspace, "lint", *ONLY, "--write-baseline")
    assert known(workspace) == before


def test_where_a_file_is_broken_the_workspace_was_not_judged(klantreis, workspace):
    rule = ("--select", "unused-team,stale-baseline", "--output-format", "concise")
    (workspace / "o.yaml").write_text("klantreis: 1\nkind: organisation\ntitle: De Bank\nteams: Balie\n", "utf-8")
    klantreis(workspace, "lint", *rule, "--write-baseline")
    before = known(workspace)
    assert set(before) == {"o.yaml"}
    (workspace / "b.yaml").write_text("klantreis: 1\ntitle: [\n", "utf-8")
    assert "stale-baseline" not in klantreis(workspace, "lint", *rule).out
    klantreis(workspace, "lint", *rule, "--write-baseline")
    assert known(workspace) == before


def test_an_entry_of_a_rule_that_is_none_is_stale(klantreis, workspace):
    klantreis(workspace, "lint", *ONLY, "--write-baseline")
    path = workspace / "klantreis-baseline.json"
    path.write_text(path.read_text("utf-8").replace("ends-low", "ends-lowly"), "utf-8")
    assert "stale-baseline" in klantreis(workspace, "lint", *ONLY).out


def test_pruning_takes_out_and_adds_nothing(klantreis, workspace):
    klantreis(workspace, "lint", *ONLY, "--write-baseline")
    better = OLD.replace("emotion: -1", "emotion: 1") + "      - {title: Belt, channel: phone, emotion: -2}\n"
    (workspace / "a.yaml").write_text(better, "utf-8")
    assert "1 known finding of" in klantreis(workspace, "lint", *ONLY).out
    ended = klantreis(workspace, "lint", *ONLY, "--prune-baseline")
    assert known(workspace) == {}
    assert "touchpoint-without-id" in ended.out
