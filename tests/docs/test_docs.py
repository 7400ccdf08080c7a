"""What the docs say is true: examples in them are read, commands and options are all there."""

from __future__ import annotations

import re
import subprocess
import sys
from datetime import date
from functools import partial
from pathlib import Path

import pytest
from tests.cli.run import run

from klantreis import rules
from klantreis.cli import COMMANDS
from klantreis.cli.app import app
from klantreis.config import KEYS
from klantreis.engine.review import review
from klantreis.engine.run import Input
from klantreis.lint.plan import make_plan
from klantreis.model.kinds import model_of
from klantreis.render.kit.fonts import FACES, truetype
from klantreis.render.theme_file import look_of
from klantreis.source.locate import Texts
from klantreis.source.reader import parse

ROOT = Path(__file__).parents[2]
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
BLOCK = re.compile(r"^```yaml\n(.*?)^```", re.MULTILINE | re.DOTALL)


def blocks():
    for page in PAGES:
        if page.name == "themes.md":
            continue  # themes are no documents; their own test reads them
        for number, match in enumerate(BLOCK.finditer(page.read_text("utf-8"))):
            yield pytest.param(match.group(1), id=f"{page.name}-{number}")


@pytest.mark.parametrize("text", list(blocks()))
def test_yaml_in_the_docs_is_of_the_format(text):
    parsed = parse(text)
    assert parsed.problems == []
    data = parsed.documents[0] if parsed.documents else None
    if isinstance(data, list):
        data = {"title": "x", "phases": [{"title": "x", "touchpoints": data}]}
    if data is not None:
        model_of(data.get("kind", "journey")).model_validate(data)


@pytest.mark.parametrize("text", BLOCK.findall((ROOT / "docs" / "themes.md").read_text("utf-8")))
def test_themes_in_the_docs_are_themes(tmp_path, text):
    house = ROOT / "examples" / "michiel-mobiel" / "huisstijl"
    for logo in house.glob("*.svg"):
        (tmp_path / logo.name).write_bytes(logo.read_bytes())
    (tmp_path / "fonts").mkdir()
    for face in FACES:
        (tmp_path / "fonts" / f"merk-{face}.ttf").write_bytes(truetype(face))
    (tmp_path / "thema.yml").write_text(text, "utf-8")
    assert look_of(str(tmp_path / "thema.yml"), tmp_path).colours["paper"].startswith("#")


def test_the_pages_that_come_from_the_code_are_up_to_date():
    check = [sys.executable, str(ROOT / "tools" / "build_docs.py"), "--check"]
    done = subprocess.run(check, capture_output=True, text=True, check=False, timeout=60)
    assert done.stdout + done.stderr == ""


def test_every_command_and_option_is_documented():
    import typer

    page = (ROOT / "docs" / "commands.md").read_text("utf-8")
    commands = typer.main.get_command(app).commands
    assert len(commands) == len(COMMANDS)
    for name, command in commands.items():
        assert f"## `klantreis {name}" in page
        for parameter in command.params:
            for option in parameter.opts:
                assert not option.startswith("--") or option in page, (name, option)


def test_every_finding_has_a_code_of_its_own_and_a_sentence():
    assert len({rule.code for rule in rules.ALL}) == len({rule.name for rule in rules.ALL}) == len(rules.ALL)
    assert all(rule.about.endswith(".") for rule in rules.ALL)


def test_the_finding_in_the_readme_is_what_is_printed(capsys, monkeypatch, tmp_path):
    readme = (ROOT / "README.md").read_text("utf-8")
    shown = re.search(r"\$ klantreis validate kaart.yaml\n(.*?)```", readme, re.DOTALL)[1]
    (tmp_path / "kaart.yaml").write_text(
        "klantreis: 1\ntitle: Ik wil een nieuwe site\npersona: Michiel\nlanguage: nl\nphases:\n"
        "  - title: Oriëntatie\n    touchpoints:\n      - title: Offerte\n"
        "        chanel: email\n        emotion: -1.5\n",
        "utf-8",
    )
    assert partial(run, capsys, monkeypatch)(tmp_path, "validate", "kaart.yaml").out.strip() == shown.strip()


def test_what_the_linter_says_in_the_readme_is_what_it_says(capsys, monkeypatch, tmp_path):
    readme = (ROOT / "README.md").read_text("utf-8")
    command, shown = re.search(r"\$ klantreis (lint klacht.yaml.*)\n(.*?)```", readme, re.DOTALL).groups()
    (tmp_path / "klacht.yaml").write_text(
        "klantreis: 1\ntitle: Ik wil mijn klacht opgelost krijgen\npersona: Gerda Geduld\nphases:\n"
        "  - title: Klagen\n    touchpoints:\n      - {title: Belt, channel: phone, emotion: 0.5}\n"
        "  - title: Oplossen\n    touchpoints:\n      - {title: Wacht, channel: none, emotion: 0}\n"
        "      - title: Krijgt een standaardbrief\n        channel: post\n        emotion: -1\n",
        "utf-8",
    )
    assert partial(run, capsys, monkeypatch)(tmp_path, *command.split()).out.strip() == shown.strip()


def test_the_exception_that_the_docs_show_is_needed(findings_of):
    page = (ROOT / "docs" / "linter.md").read_text("utf-8")
    text = next(match.group(1) for match in BLOCK.finditer(page) if "ignore[" in match.group(1))
    names = [item.finding.rule.name for item in findings_of(text)]
    assert not {"ends-low", "unused-ignore"} & set(names)


@pytest.mark.parametrize(
    ("page", "language", "file", "block"),
    [
        ("in-tien-minuten", "nl", "klantreizen/bankrekening.yaml", 1),
        ("in-ten-minutes", "en", "journeys/bank-account.yaml", 0),
    ],
)
def test_what_the_linter_says_in_the_first_ten_minutes_is_what_it_says(
    capsys, monkeypatch, tmp_path, page, language, file, block
):
    text = (ROOT / "docs" / f"{page}.md").read_text("utf-8")
    klantreis = partial(run, capsys, monkeypatch)
    klantreis(tmp_path, "init", ".", "--language", language)
    (tmp_path / file).write_text([match.group(1) for match in BLOCK.finditer(text)][block], "utf-8")
    ended = klantreis(tmp_path, "lint", file, "--today", "2026-11-21")
    shown = re.search(rf"```text\n({re.escape(file)}:.*?)\n```", text, re.DOTALL)[1]
    *findings, summary = shown.split("\n\n")
    assert all(finding.strip() in ended.out for finding in findings)
    assert summary.strip() == ended.err.strip()


@pytest.fixture
def findings_of():
    def found(text):
        inputs = [Input("a.yaml", None, named=True, data=text.encode())]
        return review(inputs, None, make_plan(None, date(2026, 11, 21)), Texts(lambda _name: text)).found

    return found


def test_every_setting_is_documented():
    pages = "".join((ROOT / "docs" / name).read_text("utf-8") for name in ("linter.md", "workspace.md"))
    assert [key for key in KEYS if f"`{key}`" not in pages] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_in_the_docs_lead_somewhere(page):
    for target in re.findall(r"\]\((?!https?:|#)([^)#]+)", page.read_text("utf-8")):
        assert (page.parent / target).exists(), target
