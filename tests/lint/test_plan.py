"""Which rules are on, how severe and with which options: settings, and what the command line adds."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from klantreis.config import Config, LintSettings
from klantreis.errors import ConfigError, UsageError
from klantreis.findings import Severity
from klantreis.lint.plan import Chosen, make_plan
from klantreis.lint.rules import ALL
from klantreis.lint.selectors import codes_of

TODAY = date(2026, 11, 21)


def plan_of(chosen=None, **settings):
    return make_plan(Config(Path(), lint=LintSettings(**settings)), TODAY, chosen)


def on(plan):
    return {item.rule.name: item for items in plan.active.values() for item in items}


def test_without_settings_the_usual_rules_are_on():
    assert set(on(make_plan(None, TODAY))) == {rule.name for rule in ALL if rule.on_by_default}


@pytest.mark.parametrize("name", ["ends-low", "K403"])
def test_select_takes_names_and_codes(name):
    assert set(on(plan_of(select=(name,)))) == {"ends-low"}


def test_select_takes_groups_prefixes_and_all():
    experience = {rule.name for rule in ALL if rule.group == "experience"}
    assert set(on(plan_of(select=("experience",)))) == experience == set(on(plan_of(select=("K4",))))
    assert set(on(plan_of(select=("all",)))) == {rule.name for rule in ALL}


def test_extend_select_adds_to_the_usual_ones():
    assert "no-dream" not in on(make_plan(None, TODAY))
    assert {"no-dream", "ends-low"} <= set(on(plan_of(extend_select=("no-dream",))))


def test_ignore_wins_over_select():
    assert "ends-low" not in on(plan_of(select=("experience",), ignore=("ends-low",)))


def test_the_command_line_wins_over_the_settings():
    chosen = Chosen(select=("ends-low", "flat-curve"), ignore=("flat-curve",))
    assert set(on(plan_of(chosen, select=("evidence",)))) == {"ends-low"}


def test_only_what_the_command_line_selects_is_on_whatever_the_settings_say():
    severe = {"ends-low": {"severity": "error"}}
    assert set(on(plan_of(Chosen(select=("flat-curve",)), rules=severe))) == {"flat-curve"}


@pytest.mark.parametrize("settings", [{"ignore": ("ends-low",)}, {"rules": {"ends-low": {"severity": "off"}}}])
@pytest.mark.parametrize("chosen", [Chosen(select=("ends-low",)), Chosen(extend_select=("ends-low",))])
def test_what_the_command_line_selects_is_on_although_the_settings_ignore_it(settings, chosen):
    assert on(plan_of(chosen, **settings))["ends-low"].severity is Severity.WARNING


def test_a_table_laid_over_last_wins_by_whichever_name():
    rules = {"ends-low": {"severity": "info", "below": -2}, "K403": {"severity": "error"}}
    item = on(plan_of(rules=rules))["ends-low"]
    assert (item.severity, item.options["below"]) == (Severity.ERROR, -2)


def test_a_rule_gets_the_severity_and_options_of_its_table():
    item = on(plan_of(rules={"ends-low": {"severity": "error", "below": -0.5}}))["ends-low"]
    assert (item.severity, dict(item.options)) == (Severity.ERROR, {"below": -0.5})


def test_severity_off_is_off():
    assert "ends-low" not in on(plan_of(rules={"ends-low": {"severity": "off"}}))


def test_a_severity_turns_a_rule_on_that_is_off_by_default():
    assert on(plan_of(rules={"no-dream": {"severity": "warning"}}))["no-dream"].severity is Severity.WARNING


def test_milder_rules_are_left_out_when_asked():
    assert all(item.severity is not Severity.INFO for item in on(plan_of(Chosen(least=Severity.WARNING))).values())


@pytest.mark.parametrize(
    ("settings", "words"),
    [
        ({"select": ("end-low",)}, "Did you mean `ends-low`?"),
        ({"ignore": ("experiense",)}, "Did you mean `experience`?"),
        ({"rules": {"ends-lo": {}}}, "Did you mean `ends-low`?"),
        ({"rules": {"ends-low": {"belw": 0}}}, "Did you mean `below`?"),
        ({"rules": {"ends-low": {"below": "laag"}}}, "low"),
        ({"rules": {"ends-low": {"below": 7}}}, "low"),
        ({"rules": {"ends-low": {"below": True}}}, "low"),
        ({"rules": {"ends-low": {"severity": "eror"}}}, "Did you mean `error`?"),
        ({"rules": {"unknown-key": {"severity": "off"}}}, "correct journey"),
        ({"ignore": ("unknown-key",)}, "klantreis rules"),
        ({"rules": {"comma-split-sentence": {"below": 1}}}, "only `severity`"),
        ({"per_file_ignores": {"*.yaml": ("ends-lo",)}}, "Did you mean `ends-low`?"),
    ],
)
def test_what_is_not_known_is_said_with_what_was_meant(settings, words):
    with pytest.raises(ConfigError) as error:
        plan_of(**settings)
    assert words in error.value.hint


def test_a_mistake_on_the_command_line_is_one_of_use():
    with pytest.raises(UsageError) as error:
        plan_of(Chosen(select=("end-low",)))
    assert not isinstance(error.value, ConfigError)


def test_rules_are_left_out_for_files_that_a_glob_matches():
    plan = plan_of(per_file_ignores={"archief/*.yaml": ("ends-low", "K5")})
    assert "K403" in plan.ignored("archief/oud.yaml")
    assert "K403" not in plan.ignored("klantreizen/nieuw.yaml")


def test_warnings_of_the_format_can_be_ignored_and_made_errors():
    plan = plan_of(ignore=("comma-split-sentence",), rules={"undeclared-channel": {"severity": "error"}})
    assert "K120" in plan.ignored("a.yaml")
    assert plan.levels == {"K206": Severity.ERROR}


def test_a_warning_of_the_format_can_be_off():
    assert "K206" in plan_of(rules={"undeclared-channel": {"severity": "off"}}).ignored("a.yaml")


def test_a_prefix_of_the_format_means_its_warnings():
    assert {"K206", "K221"} == plan_of(ignore=("K2",)).silent


def test_nothing_is_no_name_of_a_rule():
    assert codes_of("") is None
    assert codes_of("K99") is None
