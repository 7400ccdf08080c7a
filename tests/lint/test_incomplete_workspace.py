"""What nobody uses can only be told when every document is known."""

from __future__ import annotations

from datetime import date

import pytest

from klantreis.lint.plan import Chosen, make_plan

SHARED = """
klantreis: 1
kind: organisation
title: Webbouwers
teams: [Marketing, Sales]
segments: [Starters, Groeiers]
core_values: [Helder, Dichtbij]
---
kind: persona
name: Michiel Mobiel
---
title: Ik wil een nieuwe website
owner: Marketing
segment: Starters
phases: [{title: Aankoop, touchpoints: [{title: Tekent, core_values: Helder}]}]
"""
BROKEN = {
    "a document with a mistake": "klantreis: 1\ntitle: Ik wil een webwinkel\nphasen: []\n",
    "a file that cannot be read": "klantreis: 1\ntitle: [Ik wil een webwinkel\n",
    "a document of an unknown kind": "klantreis: 1\nkind: wens\ntitle: Ik wil een webwinkel\n",
}
RULES = ("core-value-tasted-nowhere", "unused-persona", "unused-team", "unused-segment")


def told(findings, *texts, rule):
    plan = make_plan(None, date(2026, 11, 21), Chosen(select=(rule,)))
    return [item.finding.message for item in findings(*texts, plan=plan) if item.finding.rule.name == rule]


@pytest.mark.parametrize("rule", RULES)
def test_what_nobody_uses_is_told_when_all_is_known(findings, rule):
    assert len(told(findings, SHARED, rule=rule)) == 1


@pytest.mark.parametrize("rule", RULES)
@pytest.mark.parametrize("broken", BROKEN.values(), ids=BROKEN)
def test_it_is_not_told_beside_what_is_not_known(findings, rule, broken):
    assert told(findings, SHARED, broken, rule=rule) == []


def test_a_finding_in_the_second_document_of_a_file_stands_there(findings):
    text = 'klantreis: 1\ntitle: "no"\nphases: Aankoop\n---\nkind: persona\nname: no\n'
    plan = make_plan(None, date(2026, 11, 21), Chosen(select=("yaml-readers-differ",)))
    found = [
        (item.finding.where.file, item.finding.where.document, item.place.line) for item in findings(text, plan=plan)
    ]
    assert found == [("0.yaml", 1, 6)]
