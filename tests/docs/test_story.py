"""The story of Michiel Mobiel, in the docs and in the README, is what the commands really say."""

from __future__ import annotations

import re
import shlex
import shutil
from functools import partial
from pathlib import Path

import pytest
from tests.cli.run import run
from tests.source.git.clones import alone, committed, git

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs" / "van-nu-naar-droom.md"
PAGES = PAGE.read_text("utf-8") + (ROOT / "README.md").read_text("utf-8")
BLOCKS = re.findall(r"```console\n\$ klantreis ((?:gap|roadmap) [^\n]*)\n(.+?)```", PAGES, re.DOTALL)

BEFORE = """        title: Maakt een verplicht account
        channel: web
        owner: webwinkel
        actions: Bedenkt een wachtwoord met leesteken
        thoughts: Ik wil een pan, geen lidmaatschap
        emotion: {score: -1.4, word: geïrriteerd}
        expectation: Naam, adres, klaar.
        experience: Elf velden en een bevestigingsmail.
        pains:
          - id: account-verplicht
            title: Account is verplicht
            severity: high
            evidence: [sitecijfers, treingesprekken]
        opportunities:
          - id: bestellen-als-gast
            title: Bestellen als gast
            solves: account-verplicht
            impact: 5
            effort: 2
            evidence: sitecijfers
        metrics:
          drop-off: {value: 47, target: 10, date: 2026-10, evidence: sitecijfers}
        duration: 6 minuten
"""
AFTER = """        title: Vult naam en adres in
        channel: web
        owner: webwinkel
        actions: Laat zijn telefoon het formulier invullen
        thoughts: Eindelijk, geen wachtwoord
        emotion: {score: 0.4, word: opgelucht}
        expectation: Naam, adres, klaar.
        experience: Drie velden, en een vinkje voor wie toch een account wil.
        metrics:
          drop-off: {value: 14, target: 10, date: 2026-12, evidence: sitecijfers}
        duration: 1 minuut
"""


@pytest.fixture
def folder(tmp_path):
    return Path(shutil.copytree(ROOT / "examples" / "michiel-mobiel", tmp_path / "demo"))


def test_the_page_shows_commands():
    assert len(BLOCKS) >= 5


@pytest.mark.parametrize(("command", "shown"), BLOCKS, ids=[f"{n}" for n in range(len(BLOCKS))])
def test_what_a_command_says_stands_on_the_page_in_that_order(capsys, monkeypatch, folder, command, shown):
    result = run(capsys, monkeypatch, folder, *shlex.split(command))
    assert result.code == 0, result.err
    at = 0
    for part in re.split(r"^ *…\n", shown, flags=re.MULTILINE):
        if part.strip():
            assert part.strip("\n") in result.out[at:]
            at = result.out.index(part.strip("\n"), at)


def change_of_selma(folder: Path) -> None:
    file = folder / "klantreizen" / "michiel-mobiel.yaml"
    text = file.read_text("utf-8")
    assert BEFORE in text
    file.write_text(text.replace(BEFORE, AFTER), "utf-8")
    roadmap = folder / "roadmap.yaml"
    plan = roadmap.read_text("utf-8")
    assert plan.count("    status: doing\n    metrics:\n      drop-off: 10\n") == 1
    done = "    status: done\n    metrics:\n      drop-off: 10\n"
    roadmap.write_text(plan.replace("    status: doing\n    metrics:\n      drop-off: 10\n", done), "utf-8")


def test_the_comment_under_the_change_of_selma_is_on_the_page(capsys, monkeypatch, tmp_path, folder):
    alone(monkeypatch, tmp_path / "thuis")
    git(folder, "init", "--quiet", "--initial-branch=main")
    committed(folder, {})
    git(folder, "switch", "--quiet", "--create", "als-gast")
    change_of_selma(folder)
    committed(folder, {}, "Bestellen als gast")
    klantreis = partial(run, capsys, monkeypatch, folder)
    assert klantreis("validate").code == 0
    comment = klantreis("diff", "main...HEAD", "--output-format", "markdown").out
    quoted = [
        line.removeprefix(">").removeprefix(" ") for line in PAGE.read_text("utf-8").splitlines() if line[:1] == ">"
    ]
    assert "\n".join(quoted).strip() == comment.strip()
