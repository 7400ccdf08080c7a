"""The files that CI systems read are what these systems say they are."""

from __future__ import annotations

import subprocess
import sys

import pytest
import yaml
from tests.integrations.conftest import ROOT

from klantreis.cli import COMMANDS

SCHEMAS = {
    "action.yml": "vendor.github-actions",
    "integrations/gitlab/klantreis.gitlab-ci.yml": "vendor.gitlab-ci",
}


@pytest.mark.parametrize("name", SCHEMAS)
def test_it_fits_its_schema(name):
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", SCHEMAS[name], name]
    shown = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=120, check=False)
    assert shown.returncode == 0, shown.stdout + shown.stderr


def test_the_hooks_are_what_pre_commit_reads():
    command = [sys.executable, "-m", "pre_commit", "validate-manifest", ".pre-commit-hooks.yaml"]
    shown = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=120, check=False)
    assert shown.returncode == 0, shown.stdout + shown.stderr


def test_every_hook_runs_a_command_that_is_there():
    hooks = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
    for hook in hooks:
        program, command, *_options = hook["entry"].split()
        assert program == "klantreis"
        assert command in COMMANDS
        assert hook["id"] == f"klantreis-{command}"


def test_what_a_workflow_gives_never_becomes_part_of_a_script():
    action = yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))
    for step in action["runs"]["steps"]:
        assert "${{" not in step["run"]
