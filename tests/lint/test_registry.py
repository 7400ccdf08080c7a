"""The registry of rules: none lacks a page, a stable code, a file of its own name."""

from __future__ import annotations

import inspect
import re
import sys
from collections import Counter

import pytest

from klantreis import rules as format_rules
from klantreis.lint.page import page_of
from klantreis.lint.rule import GROUPS
from klantreis.lint.rules import ALL

CODES = {group: f"K{number}" for number, group in enumerate(GROUPS, start=3)}


def by_name(rule):
    return rule.name


def test_no_code_or_name_is_used_twice():
    used = [key for rule in (*ALL, *format_rules.ALL) for key in (rule.code, rule.name)]
    assert [key for key, times in Counter(used).items() if times > 1] == []


def test_rules_stand_in_the_order_of_their_codes():
    assert [rule.code for rule in ALL] == sorted(rule.code for rule in ALL)


@pytest.mark.parametrize("rule", ALL, ids=by_name)
def test_a_rule_has_a_page(rule):
    page = page_of(rule.doc)
    assert page.about.endswith(".")
    assert len(page.about) <= 100


@pytest.mark.parametrize("rule", ALL, ids=by_name)
def test_the_page_names_every_option_and_no_other(rule):
    assert [line.partition(":")[0] for line in page_of(rule.doc).options] == list(rule.options)


@pytest.mark.parametrize("rule", ALL, ids=by_name)
def test_the_page_says_whether_there_is_a_fix_and_whether_it_is_safe(rule):
    assert page_of(rule.doc).fix.lower().startswith(rule.fix or "none")


@pytest.mark.parametrize("rule", ALL, ids=by_name)
def test_one_id_everywhere(rule):
    assert re.fullmatch(r"[a-z]+(-[a-z]+)*", rule.name)
    assert re.fullmatch(rf"{CODES[rule.group]}\d\d", rule.code)
    if rule.on != "ignore":
        module = inspect.getmodule(rule.check)
        assert module is sys.modules[f"klantreis.lint.rules.{rule.group}.{rule.name.replace('-', '_')}"]
        assert module.RULE is rule


@pytest.mark.parametrize("rule", ALL, ids=by_name)
def test_a_rule_cites_the_ideas_behind_it(rule):
    assert rule.ideas
    assert all(1 <= idea <= 30 for idea in rule.ideas)
