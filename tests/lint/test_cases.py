"""Cases as files: dropping one into `cases/RULE` as `fail-….yaml` or `pass-….yaml` is a new test.

Only that rule runs on it. A failing case says in comments what is found, sorted by place:
`# expect: K403 ends-low 9:18`. `# today: 2026-11-21` sets the day (that one unless said), and
`# options: below = -1` the rule's options, as TOML, one line each; `# known: RULE ELEMENT` what
stands in the baseline.
"""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Callable
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from klantreis.config import Config, LintSettings
from klantreis.config.settings import BASELINE
from klantreis.engine.review import review
from klantreis.engine.run import Input
from klantreis.lint.page import page_of
from klantreis.lint.plan import Chosen, make_plan
from klantreis.lint.rules import ALL, by_name
from klantreis.source.locate import Located, Texts

CASES = Path(__file__).parent / "cases"
FAIL = sorted(CASES.glob("*/fail-*.yaml"))
PASS = sorted(CASES.glob("*/pass-*.yaml"))
TODAY = date(2026, 11, 21)
_EXPECT = re.compile(r"^# expect: (K\d{3}) ([a-z0-9-]+) (\d+:\d+)$", re.MULTILINE)
_KNOWN = re.compile(r"^# known: (\S+) (\S+)$", re.MULTILINE)
_OPTION = re.compile(r"^# options: (.+)$", re.MULTILINE)
_TODAY = re.compile(r"^# today: (.+)$", re.MULTILINE)
# The page of what a baseline tells has no example of its own: it stands in the baseline, not in the map.
WITH_EXAMPLE = [rule for rule in ALL if rule.name != "stale-baseline"]

ABOUT_COMMENTS = {rule.name for rule in ALL if rule.on == "ignore"}

Findings = Callable[..., list[Located]]


def name(path: Path) -> str:
    return f"{path.parent.name}/{path.stem}"


def about_comments(text: str, rule: str, today: date) -> list[Located]:
    """What is wrong with a comment shows only beside what the rules find."""
    inputs = [Input("a.yaml", None, named=True, data=text.encode())]
    found = review(inputs, None, make_plan(None, today, Chosen(select=("all",))), Texts(lambda _name: text)).found
    return [item for item in found if item.finding.rule.name == rule]


def beside_a_baseline(text: str, today: date) -> list[Located]:
    """What a baseline holds beside a file is written in it: `# known: ends-low journey/x/…`, a line each."""
    with TemporaryDirectory() as name:
        root = Path(name)
        known: dict[str, dict[str, int]] = {}
        for rule, element in _KNOWN.findall(text):
            known.setdefault(rule, {})[element] = 1
        baseline = {"version": 1, "files": {"a.yaml": known}}
        (root / BASELINE).write_text(json.dumps(baseline, indent=1), "utf-8")
        (root / "a.yaml").write_text(text, "utf-8")
        inputs = [Input("a.yaml", root / "a.yaml", named=True, data=text.encode())]
        texts = Texts(lambda name: (root / Path(name).name).read_text("utf-8"))
        return review(inputs, Config(root), make_plan(None, today, Chosen(select=("all",))), texts).found


def lint(findings: Findings, text: str, rule: str, folder: Path | None = None) -> list[tuple[str, str, str]]:
    options = tomllib.loads("\n".join(_OPTION.findall(text)))
    today = date.fromisoformat(match[1]) if (match := _TODAY.search(text)) else TODAY
    settings = LintSettings(rules={rule: options} if options else {})
    plan = make_plan(Config(Path(), lint=settings), today, Chosen(select=(rule,)))
    if rule == "stale-baseline":
        found = [item for item in beside_a_baseline(text, today) if item.finding.rule.name == rule]
    elif rule in ABOUT_COMMENTS:
        found = about_comments(text, rule, today)
    else:
        found = findings(text, plan=plan, folder=folder)
    return [(f.finding.rule.code, f.finding.rule.name, f"{f.place.line}:{f.place.column}") for f in found]


@pytest.mark.parametrize("case", FAIL, ids=name)
def test_a_failing_case_is_found_where_it_is(findings, case):
    text = case.read_text("utf-8")
    assert lint(findings, text, case.parent.name, case.parent) == _EXPECT.findall(text)


@pytest.mark.parametrize("case", FAIL, ids=name)
def test_a_failing_case_expects_its_rule_and_no_other(case):
    assert {rule for _code, rule, _at in _EXPECT.findall(case.read_text("utf-8"))} == {case.parent.name}


@pytest.mark.parametrize("case", PASS, ids=name)
def test_a_passing_case_passes(findings, case):
    assert lint(findings, case.read_text("utf-8"), case.parent.name, case.parent) == []


@pytest.mark.parametrize("case", FAIL, ids=name)
def test_every_finding_says_what_is_wrong_in_a_sentence_and_what_to_do(findings, case):
    plan = make_plan(None, TODAY, Chosen(select=(case.parent.name,)))
    for item in findings(case.read_text("utf-8"), plan=plan, folder=case.parent):
        assert item.finding.message.endswith(".")
        assert item.finding.hint.strip()
        assert not re.search(r"\bNone\b(?! of)", f"{item.finding.message} {item.finding.hint}")
        assert len(item.finding.message) < 250


def test_every_folder_of_cases_is_named_after_a_rule():
    assert {folder.name for folder in CASES.iterdir()} <= set(by_name())


@pytest.mark.parametrize("rule", ALL, ids=lambda rule: rule.name)
def test_every_rule_has_two_failing_and_two_passing_cases(rule):
    assert len(list((CASES / rule.name).glob("fail-*.yaml"))) >= 2
    assert len(list((CASES / rule.name).glob("pass-*.yaml"))) >= 2


@pytest.mark.parametrize("rule", WITH_EXAMPLE, ids=lambda rule: rule.name)
def test_the_bad_example_of_its_page_is_found_and_the_good_one_is_not(findings, rule):
    page = page_of(rule.doc)
    assert {code for code, _name, _at in lint(findings, f"klantreis: 1\n{page.bad}", rule.name)} == {rule.code}
    assert lint(findings, f"klantreis: 1\n{page.good}", rule.name) == []
