"""No rule raises, whatever sound documents it gets, and what it finds is always the same and always said.

JSON is YAML, so the data is written as JSON.
"""

from __future__ import annotations

import json
import re
from datetime import date
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.lint.arbitrary import DOCUMENTS, lucky

from klantreis.check.load import load
from klantreis.engine.linting import is_sound
from klantreis.engine.run import Input, check
from klantreis.findings import Finding
from klantreis.lint.plan import Chosen, make_plan
from klantreis.lint.rules import ALL
from klantreis.source.locate import Texts, locate

EVERY_RULE = make_plan(None, date(2026, 11, 21), Chosen(select=("all",)))
TOGETHER, ALIKE = 0.3, 0.3
SETS = (
    ("journey",),
    ("journey", "dream", "roadmap"),
    ("organisation", "persona", "journey", "dream"),
    tuple(DOCUMENTS),
)
CODES = {rule.code for rule in ALL}
_NOTHING = re.compile(r"\bNone\b(?! of)")


@st.composite
def workspaces(draw: st.DrawFn) -> list[str]:
    """The texts of some files that belong together; a file may hold several documents."""
    some = st.lists(st.sampled_from(tuple(DOCUMENTS)), min_size=1, max_size=4)
    kinds = draw(st.one_of(st.sampled_from(SETS), some))
    random = draw(st.randoms(use_true_random=True))
    documents = [{"klantreis": 1} | DOCUMENTS[kind](lucky(random)) for kind in kinds]
    if random.random() < ALIKE:
        _dream_of_the_same(documents)
    files: list[str] = []
    for document in documents:
        text = json.dumps(document, ensure_ascii=False, indent=1)
        if files and random.random() < TOGETHER:
            files[-1] += f"\n---\n{text}"
        else:
            files.append(text)
    return files


def _dream_of_the_same(documents: list[dict[str, Any]]) -> None:
    """Let journeys share their phases, so that a dream has much to do with the journey it is of."""
    journeys = [document for document in documents if "phases" in document]
    for document in journeys[1:]:
        document["phases"] = journeys[0]["phases"]


@settings(max_examples=50, deadline=None, derandomize=True, database=None, suppress_health_check=list(HealthCheck))
@given(workspaces())
def test_whatever_a_sound_document_holds_every_rule_gives_places_and_sentences(files):
    inputs = [Input(f"{n}.yaml", None, named=True, data=text.encode()) for n, text in enumerate(files)]
    outcome = check(inputs, plan=EVERY_RULE)
    for source in inputs:
        assert all(map(is_sound, load(source.name, source.data, named=True).documents))
    assert check(inputs, plan=EVERY_RULE).findings == outcome.findings
    texts_by_name = {f"{n}.yaml": text for n, text in enumerate(files)}
    for found in locate(outcome.findings, Texts(texts_by_name.__getitem__)):
        lines = texts_by_name[found.finding.where.file].split("\n")
        assert 1 <= found.place.line <= len(lines)
        assert 1 <= found.place.column <= len(lines[found.place.line - 1]) + 1
        if found.finding.rule.code in CODES:
            said(found.finding)


def said(finding: Finding) -> None:
    assert finding.message.endswith("."), finding
    assert finding.hint.strip(), finding
    assert not _NOTHING.search(finding.message + finding.hint), finding
    assert len(finding.message) < 400, finding
