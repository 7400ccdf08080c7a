"""The formats that others defined are what others say they are."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest
from lxml import etree
from tests.report.made import HOSTILE, all_that_can_be, located, outcome, written

from klantreis.errors import PathError
from klantreis.report import NAMES

SCHEMAS = Path(__file__).parent / "schemas"
JSON_SCHEMAS = {
    "sarif": "sarif-2.1.0-rtm.5.json",
    "gitlab": "gitlab-code-quality.schema.json",
    "rdjson": "rdjson.schema.json",
}
RUNS = {
    "no findings": ([], outcome(checked=3)),
    "everything": all_that_can_be(),
    "hostile": ([located(HOSTILE, hint=HOSTILE, file=HOSTILE)], outcome(PathError(HOSTILE, HOSTILE))),
    "a thousand": ([located() for _ in range(1000)], outcome()),
}


def validator(name):
    schema = json.loads((SCHEMAS / JSON_SCHEMAS[name]).read_text("utf-8"))
    made = jsonschema.validators.validator_for(schema)
    made.check_schema(schema)
    return made(schema, format_checker=made.FORMAT_CHECKER)


@pytest.mark.parametrize("run", RUNS, ids=lambda run: run.replace(" ", "-"))
@pytest.mark.parametrize("name", JSON_SCHEMAS)
def test_what_others_read_fits_their_schema(name, run):
    data = json.loads(written(name, *RUNS[run]))
    problems = [f"{error.json_path}: {error.message}" for error in validator(name).iter_errors(data)]
    assert problems == []


@pytest.mark.parametrize("name", JSON_SCHEMAS)
def test_the_schema_is_not_content_with_anything(name):
    assert list(validator(name).iter_errors({"runs": 1, "diagnostics": 1}))


@pytest.mark.parametrize("run", RUNS, ids=lambda run: run.replace(" ", "-"))
def test_junit_fits_the_schema_that_jenkins_reads(run):
    schema = etree.XMLSchema(etree.parse(SCHEMAS / "junit.xsd"))
    report = etree.fromstring(written("junit", *RUNS[run]).encode("utf-8", "strict"))
    assert schema.validate(report), schema.error_log


@pytest.mark.parametrize("run", RUNS, ids=lambda run: run.replace(" ", "-"))
def test_the_counts_in_junit_are_those_of_its_tests(run):
    suite = etree.fromstring(written("junit", *RUNS[run]).encode()).find("testsuite")
    assert int(suite.get("tests")) == len(suite.findall("testcase")) > 0
    assert int(suite.get("failures")) == len(suite.findall("testcase/failure"))
    assert int(suite.get("errors")) == len(suite.findall("testcase/error"))
    assert int(suite.get("skipped")) == len(suite.findall("testcase/skipped"))


@pytest.mark.parametrize("name", NAMES)
def test_every_format_can_be_empty(name):
    written(name, [], outcome(checked=0))
