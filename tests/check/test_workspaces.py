"""Workspaces as folders: what `validate` finds in each is in its `expected.txt`, one line a finding.

Dropping a folder into `workspaces` is a new test. `code file:line:column` is all that is compared.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest

WORKSPACES = sorted(path for path in (Path(__file__).parent / "workspaces").iterdir() if path.is_dir())


def lines(out: str) -> list[str]:
    found = json.loads(out)["findings"]
    return [f"{f['code']} {f['file']}:{f['place']['line']}:{f['place']['column']} {f['message']}" for f in found]


@pytest.mark.parametrize("workspace", WORKSPACES, ids=lambda path: path.name)
def test_a_workspace_gives_what_is_expected(klantreis, workspace):
    result = klantreis(workspace, "validate", "--no-lint", "--output-format", "json")
    assert lines(result.out) == (workspace / "expected.txt").read_text("utf-8").splitlines()


def test_references_resolve_wherever_the_files_stand(klantreis, tmp_path):
    for name in ("michiel-mobiel", "klacht"):
        example = Path(__file__).parents[2] / "examples" / name
        assert klantreis(example, "validate", "--strict", "--no-lint").code == 0


def test_a_broken_file_silences_what_may_stand_in_it_and_nothing_else(findings):
    reis = (
        "klantreis: 1\ntitle: T\npersona: lotte\nowner: Zorg\n"
        "phases: [{title: A, touchpoints: [{title: a, channel: fax, next: b}]}]\n"
    )
    broken = "klantreis: 1\nkind: persona\nname: 'Lotte\n"
    assert [f.finding.rule.name for f in findings(reis, broken)] == ["unknown-step", "yaml-syntax"]


@pytest.mark.parametrize("written", ["Lotte", "lotte", "Lotte Luier", "lotte-l", "Een ander", "李雷", "lot"])
def test_a_persona_is_found_by_id_name_and_former_id_or_is_inline(findings, written):
    reis = f"klantreis: 1\ntitle: T\npersona: {written}\nphases: [A]\n"
    persona = "klantreis: 1\nkind: persona\nid: lotte\nwas: lotte-l\nname: Lotte Luier\n"
    found = [f.finding.message for f in findings(reis, persona)]
    assert found == (["No persona `lot`."] if written == "lot" else [])


def test_one_mistake_does_not_hide_the_next(findings):
    """Every mistake is told once, structure and references in one run."""
    text = (
        "klantreis: 1\ntitle: T\npersona: weg\nreviewed: gisteren\nsources: [{title: s, kind: gerucht}]\n"
        "phases:\n  - title: A\n    evidence: [s, x]\n    touchpoints:\n"
        "      - {title: a, emotion: 9, channel: fax, metrics: {cast: 1}}\n"
        "      - {title: b, pains: [{severity: high}], zoom: weg}\n"
    )
    assert [f.finding.rule.name for f in findings(text)] == [
        "unknown-persona",
        "bad-date",
        "unknown-choice",
        "unknown-evidence",
        "out-of-range",
        "undeclared-channel",
        "unknown-metric",
        "missing-key",
        "unknown-journey",
    ]
