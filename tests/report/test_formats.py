"""What each format says, beside the shape that its schema checks."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest
from lxml import etree
from tests.report.made import all_that_can_be, every_kind, located, outcome, written

from klantreis.errors import PathError
from klantreis.findings import Fix, Severity
from klantreis.lint.rules import ALL
from klantreis.report import FORMATS, NAMES, format_of
from klantreis.report.markdown import MOST_BYTES

MISSING = outcome(PathError("weg.yaml: no such file or folder.", "Look again."), checked=0)
MACHINES = tuple(name for name in NAMES if name not in ("full", "concise"))


def test_a_format_is_imported_when_it_is_asked_for():
    code = "import sys, klantreis.report; print(sorted(m for m in sys.modules if m.startswith('klantreis.report.')))"
    shown = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert shown.stdout.strip() == "['klantreis.report.text']"


def test_every_name_is_a_format():
    assert list(FORMATS) == list(NAMES)
    assert all(callable(FORMATS[name]) for name in NAMES)
    with pytest.raises(KeyError):
        format_of("../../os")


@pytest.mark.parametrize("name", MACHINES)
def test_what_cannot_be_read_is_said(name):
    assert "weg.yaml" in written(name, [], MISSING)


@pytest.mark.parametrize("name", NAMES)
def test_two_runs_say_the_same(name, monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795219200")
    assert written(name, *all_that_can_be()) == written(name, *all_that_can_be())


def test_sarif_knows_the_rule_of_each_result():
    run = json.loads(written("sarif", every_kind()))["runs"][0]
    rules = run["tool"]["driver"]["rules"]
    assert all(rules[result["ruleIndex"]]["id"] == result["ruleId"] for result in run["results"])
    assert [result["level"] for result in run["results"]] == ["error", "warning", "note", "error"]
    assert run["columnKind"] == "unicodeCodePoints"
    assert run["results"][3]["relatedLocations"][0]["message"]["text"] == "the first"


def test_sarif_carries_the_page_of_a_rule_and_no_address_that_is_not_there():
    found = [located(rule=rule.rule, severity=rule.severity) for rule in ALL]
    rules = json.loads(written("sarif", found))["runs"][0]["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == sorted(rule.code for rule in ALL)
    for rule in rules:
        assert "```yaml" in rule["help"]["markdown"]
        assert rule["fullDescription"]["text"] in rule["help"]["text"]
        assert "helpUri" not in rule


def test_sarif_says_whether_everything_could_be_read():
    def invocation(result):
        return json.loads(written("sarif", [], result))["runs"][0]["invocations"][0]

    assert invocation(outcome()) == {"executionSuccessful": True}
    assert not invocation(MISSING)["executionSuccessful"]
    assert "no such file" in invocation(MISSING)["toolExecutionNotifications"][0]["message"]["text"]


def test_gitlab_is_told_how_bad_each_is():
    issues = json.loads(written("gitlab", *all_that_can_be()))
    assert [issue["severity"] for issue in issues] == ["major", "minor", "info", "major", "major", "major"]
    assert len({issue["fingerprint"] for issue in issues}) == len(issues)


def test_github_gets_columns_within_one_line_only():
    one, several, note, _ = written("github", every_kind()).splitlines()
    assert one.startswith("::error file=klantreizen/kaart.yaml,line=3,endLine=3,col=1,endColumn=9,title=")
    assert several.startswith("::warning file=klantreizen/kaart.yaml,line=4,endLine=6,title=")
    assert note.startswith("::notice file=<stdin>,")


def test_junit_has_a_passing_test_when_all_is_well():
    suite = etree.fromstring(written("junit", [], outcome(checked=3)).encode()).find("testsuite")
    assert (suite.get("tests"), suite.get("failures"), suite.get("errors")) == ("1", "0", "0")
    assert suite.find("system-out").text == "3 checked, 3 without findings, 0 skipped"


def test_junit_fails_for_errors_and_warnings_and_skips_information():
    suite = etree.fromstring(written("junit", every_kind()).encode()).find("testsuite")
    assert [failure.get("type") for failure in suite.iter("failure")] == ["error", "warning", "error"]
    assert [skipped.text for skipped in suite.iter("skipped")] == ["<stdin>:3:1: Tip."]


@pytest.mark.parametrize("epoch", ["", "nu", "-1", "9" * 40])
def test_a_strange_date_of_the_build_is_not_used(monkeypatch, epoch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    assert 'timestamp="20' in written("junit", [])


def test_rdjson_counts_bytes():
    found = [located(place=(1, 5, 1, 7))]
    shown = json.loads(written("rdjson", found, text="één𐐀b: x\n"))["diagnostics"][0]["location"]["range"]
    assert shown == {"start": {"line": 1, "column": 10}, "end": {"line": 1, "column": 12}}


def test_rdjson_survives_a_place_that_is_not_in_the_text():
    found = [located(place=(9, 5, 9, 7))]
    shown = json.loads(written("rdjson", found, text="a\n"))["diagnostics"][0]["location"]["range"]
    assert shown["start"] == {"line": 9, "column": 5}


def test_a_summary_stays_short_and_says_what_it_left_out():
    text = written("markdown", [located("Ω" * 300, file=f"{n % 40}.yaml") for n in range(5000)])
    assert len(text.encode()) <= MOST_BYTES
    shown = text.count("| error |")
    assert f"… and {5000 - shown} more findings." in text


def test_a_summary_without_findings_says_so():
    assert written("markdown", [], outcome(checked=3)) == "## klantreis: no mistakes in 3 files\n"


def test_jsonl_has_the_objects_of_json():
    found = every_kind()
    lines = [json.loads(line) for line in written("jsonl", found).splitlines()]
    assert [{key: line[key] for key in line if key != "type"} for line in lines] == json.loads(written("json", found))[
        "findings"
    ]


@pytest.mark.parametrize(("safe", "mark"), [(True, "[*]"), (False, "[?]")])
def test_a_finding_that_can_be_mended_has_a_mark(safe, mark):
    first = written("full", [located(fix=Fix("Remove it", (), safe=safe))]).splitlines()[0]
    assert first.endswith(f"[K104 unknown-key] {mark}")
    assert json.loads(written("json", [located(fix=Fix("Remove it", (), safe=safe))]))["findings"][0]["fix"] == {
        "label": "Remove it",
        "safe": safe,
    }


def test_information_is_blue():
    first = next(iter(format_of("full")([located(severity=Severity.INFO)], _no_texts(), outcome())))
    assert ("bold blue", "info") in first


def _no_texts():
    from klantreis.source.locate import Texts

    return Texts(lambda _: "")
