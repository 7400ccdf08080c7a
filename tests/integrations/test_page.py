"""What docs/ci.md says is true: its snippets are read by those they are for, its commands run."""

from __future__ import annotations

import re
import shlex
import subprocess
import sys

import pytest
import yaml
from tests.integrations.conftest import ROOT

from klantreis.report import NAMES

PAGE = (ROOT / "docs" / "ci.md").read_text("utf-8")
SNIPPETS = re.findall(r"^```yml\n(.*?)^```", PAGE, re.MULTILINE | re.DOTALL)
COMMANDS = [
    line for block in re.findall(r"^```sh\n(.*?)^```", PAGE, re.MULTILINE | re.DOTALL) for line in block.splitlines()
]
ACTION = yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))


def snippets(word):
    found = [text for text in SNIPPETS if word in text]
    assert found
    return found


def accepted(*command):
    shown = subprocess.run([sys.executable, "-m", *command], capture_output=True, text=True, timeout=120, check=False)
    assert shown.returncode == 0, shown.stdout + shown.stderr


@pytest.mark.parametrize("number", [0, 1])
def test_the_workflows_are_workflows(tmp_path, number):
    file = tmp_path / "klantreis.yml"
    file.write_text(snippets("runs-on:")[number])
    accepted("check_jsonschema", "--builtin-schema", "vendor.github-workflows", str(file))


def test_the_workflow_gives_inputs_that_the_action_has():
    [step] = [
        step
        for text in snippets("runs-on:")
        for step in yaml.safe_load(text)["jobs"]["klantreis"]["steps"]
        if "klantreis@" in step.get("uses", "")
    ]
    assert set(step["with"]) <= set(ACTION["inputs"])


def test_every_input_is_on_the_page():
    assert all(f"| `{name}` |" in PAGE for name in ACTION["inputs"])


def test_the_include_is_of_gitlab(tmp_path):
    [text] = snippets("include:")
    file = tmp_path / ".gitlab-ci.yml"
    file.write_text(text)
    accepted("check_jsonschema", "--builtin-schema", "vendor.gitlab-ci", str(file))
    job = (ROOT / "integrations" / "gitlab" / "klantreis.gitlab-ci.yml").read_text("utf-8")
    assert all(name in job for name in yaml.safe_load(text)["klantreis"]["variables"])


def test_the_hooks_are_a_configuration_of_pre_commit(tmp_path):
    [text] = snippets("repos:")
    file = tmp_path / ".pre-commit-config.yaml"
    file.write_text(text)
    accepted("pre_commit", "validate-config", str(file))
    known = {hook["id"] for hook in yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))}
    assert {hook["id"] for hook in yaml.safe_load(text)["repos"][0]["hooks"]} <= known
    assert all(f"| `{name}` |" in PAGE for name in known)


@pytest.mark.parametrize("line", COMMANDS)
def test_the_commands_run(klantreis, users, line):
    words = shlex.split(re.split(r"[|>]", line)[0])
    assert words[0] == "klantreis"
    result = klantreis(users, *words[1:])
    assert result.code == 1
    assert "K104" in result.out
    for name in re.findall(r"--output-file (\S+)", line):
        assert "K104" in (users / name).read_text()


def test_every_format_is_on_the_page():
    assert re.findall(r"^\| `([a-z]+)` \| .*\n", PAGE.partition("## GitHub")[0], re.MULTILINE) == list(NAMES)


def test_the_options_for_lint_that_the_page_names_are_there(klantreis, users):
    shown = klantreis(users, "lint", "--help").out
    assert all(option in shown for option in ("--fix", "--unsafe-fixes", "--fail-on"))
