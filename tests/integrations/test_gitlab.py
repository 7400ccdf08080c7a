"""The job for GitLab, its script run in a shell."""

from __future__ import annotations

import json
import subprocess

import yaml
from tests.integrations.conftest import PROGRAMS, ROOT, clean_environment

JOB = yaml.safe_load((ROOT / "integrations" / "gitlab" / "klantreis.gitlab-ci.yml").read_text("utf-8"))["klantreis"]


def run(lines, folder, **variables):
    script = "\n".join(["set -e", *lines]).replace("/tmp/klantreis/bin", str(PROGRAMS))  # noqa: S108  as in the job
    return subprocess.run(
        ["sh", "-c", script], cwd=folder, env=clean_environment(**variables), capture_output=True, text=True,
        timeout=120, check=False,
    )  # fmt: skip


def test_it_writes_the_reports_that_it_says_it_has(users):
    shown = run(JOB["script"], users)
    assert shown.returncode == 1
    assert "klantreizen/fiets.yaml:3:1" in shown.stdout
    reports = JOB["artifacts"]["reports"]
    issues = json.loads((users / reports["codequality"]).read_text())
    assert issues[0]["location"]["path"] == "klantreizen/fiets.yaml"
    assert (users / reports["junit"]).read_text().startswith("<?xml")


def test_variables_choose_the_command_and_the_files(users):
    shown = run(JOB["script"], users, KLANTREIS_COMMAND="lint", KLANTREIS_ARGS="klantreizen/weg.yaml --fail-on never")
    assert shown.returncode == 2
    assert "klantreizen/weg.yaml: no such file" in shown.stderr


def test_without_a_source_it_says_what_to_set(users):
    shown = run(JOB["before_script"][:1], users)
    assert shown.returncode == 2
    assert "KLANTREIS_SOURCE" in shown.stdout


def test_reports_are_kept_when_the_job_fails():
    assert JOB["artifacts"]["when"] == "always"
