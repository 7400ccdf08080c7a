"""What several files cite, and what is said while some of them cannot be read."""

from __future__ import annotations

from datetime import date

import pytest

from klantreis.lint.plan import Chosen, make_plan

PLAN = make_plan(None, date(2026, 11, 21), Chosen(select=("unused-evidence",)))
ORGANISATION = "klantreis: 1\nkind: organisation\ntitle: Bank van Morgen\nsources: [Klantpanel, Belredenen]\n"
CITES_ONE = "klantreis: 1\ntitle: Rekening openen\nphases: {title: Aanvraag, evidence: klantpanel}\n"
OWN = "klantreis: 1\ntitle: Klacht\nsources: [Enquête, Balie]\nphases: {title: Melden, evidence: enquete}\n"


def unused(findings, *texts):
    found = [item.finding for item in findings(*texts, plan=PLAN) if item.finding.rule.name == "unused-evidence"]
    return [(finding.where.file, finding.where.path) for finding in found]


def test_a_shared_source_is_used_when_another_file_cites_it(findings):
    assert unused(findings, ORGANISATION, CITES_ONE) == [("0.yaml", ("sources", 1))]


@pytest.mark.parametrize(
    "broken",
    ["klantreis: 1\ntitle: [", "klantreis: 1\ntitle: Klacht\nphases: {title: Melden, evidense: belredenen}\n"],
    ids=["unreadable", "with a mistake"],
)
def test_a_shared_source_may_be_cited_in_a_file_that_has_mistakes(findings, broken):
    assert unused(findings, ORGANISATION, CITES_ONE, broken) == []


def test_the_sources_of_a_journey_are_its_own_whatever_else_has_mistakes(findings):
    assert unused(findings, OWN, "klantreis: 1\ntitle: [") == [("0.yaml", ("sources", 1))]


def test_another_journey_does_not_cite_a_source_of_this_one(findings):
    other = "klantreis: 1\ntitle: Anders\nsources: Balie\nphases: {title: Melden, evidence: balie}\n"
    assert unused(findings, OWN, other) == [("0.yaml", ("sources", 1))]


def test_the_fix_takes_the_source_out_and_is_not_safe(findings):
    (found,) = (item.finding for item in findings(OWN, plan=PLAN))
    assert not found.fix.safe
    assert [edit.path for edit in found.fix.edits] == [("sources", 1)]
