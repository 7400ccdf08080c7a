"""Cases as files: dropping one into `cases/pass` or `cases/fail` is a new test.

A failing case says in comments what is found in it, one line a finding, sorted by place:
`# expect: K104 unknown-key 9:11`. Its name begins with the name of the rule it is about.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from klantreis import rules
from klantreis.model.schema import schema_of_all
from klantreis.source.places import places
from klantreis.source.reader import read

CASES = Path(__file__).parent / "cases"
PASS = sorted((CASES / "pass").glob("*.yaml"))
FAIL = sorted((CASES / "fail").glob("*.yaml"))
EXAMPLES = sorted((Path(__file__).parents[2] / "examples").glob("**/*.yaml"))
_EXPECT = re.compile(rb"^# expect: (K\d{3}) ([a-z0-9-]+) (\d+:\d+)\r?$", re.MULTILINE)
# Two of each, spread over what people write: what the schema cannot miss.
SCHEMA_SEES = (
    "unknown-key-top", "unknown-key-deep", "missing-key-title", "missing-key-phases", "wrong-type-mapping-for-text",
    "wrong-type-list-for-mapping", "unknown-choice-state", "unknown-choice-severity", "out-of-range-emotion",
    "out-of-range-impact", "bad-date-form", "true-or-false-dutch", "format-version-newer", "split-sentence-phase",
)  # fmt: skip


def name(path: Path) -> str:
    return path.stem


def expected(path: Path) -> list[tuple[str, str, str]]:
    return [tuple(part.decode() for part in match) for match in _EXPECT.findall(path.read_bytes())]


@pytest.mark.parametrize("case", PASS, ids=name)
def test_odd_but_legal_files_pass_without_a_word(findings, case):
    assert [str(item) for item in findings(case.read_bytes(), folder=case.parent)] == []


@pytest.mark.parametrize("case", FAIL, ids=name)
def test_every_mistake_is_found_once_and_where_it_is(findings, case):
    found = findings(case.read_bytes(), folder=case.parent)
    seen = [(f.finding.rule.code, f.finding.rule.name, f"{f.place.line}:{f.place.column}") for f in found]
    assert seen == expected(case)


@pytest.mark.parametrize("case", FAIL, ids=name)
def test_every_failing_case_is_named_after_a_rule_it_shows(case):
    assert any(case.stem.startswith(rule) for _code, rule, _at in expected(case))


@pytest.mark.parametrize("case", FAIL, ids=name)
def test_every_finding_says_what_is_wrong_in_a_sentence(findings, case):
    for item in findings(case.read_bytes(), folder=case.parent):
        assert item.finding.message.endswith(".")
        assert "None" not in item.finding.message + item.finding.hint
        assert len(item.finding.message) < 250


def test_every_rule_has_two_failing_cases_or_more():
    shown = Counter(rule for case in FAIL for rule in {rule for _code, rule, _at in expected(case)})
    assert {rule.name for rule in rules.ALL if shown[rule.name] < 2} == set()


@pytest.mark.parametrize("case", [*PASS, *EXAMPLES], ids=name)
def test_what_passes_satisfies_the_json_schema_too(case):
    validator = Draft202012Validator(schema_of_all())
    _text, parsed = read(case.read_bytes())
    for document in parsed.documents:
        if document is not None:
            assert [error.message for error in validator.iter_errors(document)] == []


@pytest.mark.parametrize("case", SCHEMA_SEES)
def test_the_json_schema_sees_the_usual_mistakes_too(case):
    _text, parsed = read((CASES / "fail" / f"{case}.yaml").read_bytes())
    assert not Draft202012Validator(schema_of_all()).is_valid(parsed.documents[0])


@pytest.mark.parametrize("case", PASS, ids=name)
def test_every_value_of_a_passing_case_has_a_place_in_the_file(case):
    text, parsed = read(case.read_bytes())
    lines = len(text.splitlines()) + 1
    for document in places(text)[: len(parsed.documents)]:
        for node in document.nodes.values():
            assert 1 <= node.value.line <= node.value.end_line <= lines


@pytest.mark.parametrize("case", PASS, ids=name)
def test_the_data_of_a_passing_case_is_plain(case):
    _text, parsed = read(case.read_bytes())
    assert json.dumps(parsed.documents)
