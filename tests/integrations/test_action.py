"""The action for GitHub, its steps run as a runner runs them."""

from __future__ import annotations

import re
import subprocess

import pytest
import yaml
from tests.integrations.conftest import PROGRAMS, RIGHT, ROOT, clean_environment

STEPS = yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))


@pytest.fixture
def runner(users, tmp_path):
    """Run a step of the action in the user's repository, with inputs."""
    temporary = tmp_path / "runner"
    temporary.mkdir()
    outputs = temporary / "outputs"

    def run(number, source=ROOT, programs=PROGRAMS, **inputs):
        given = {name: about["default"] for name, about in STEPS["inputs"].items()} | inputs
        known = {f"inputs.{name}": value for name, value in given.items()}
        known |= {"github.action_path": str(source), "steps.install.outputs.bin": str(programs)}
        step = STEPS["runs"]["steps"][number]

        def filled(text):
            return re.sub(r"\$\{\{ (.+?) \}\}", lambda match: known[match.group(1)], text)

        environment = clean_environment(
            **{name: filled(value) for name, value in step["env"].items()},
            RUNNER_TEMP=str(temporary), GITHUB_OUTPUT=str(outputs), GITHUB_ACTIONS="true",
            GITHUB_STEP_SUMMARY=str(temporary / "summary.md"),
        )  # fmt: skip
        return subprocess.run(
            ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]],
            cwd=users / filled(step.get("working-directory", ".")), env=environment, capture_output=True, text=True,
            timeout=300, check=False,
        )  # fmt: skip

    return run


def test_it_shows_findings_beside_the_lines(runner, tmp_path):
    shown = runner(1)
    assert shown.returncode == 1
    assert "::error file=klantreizen/fiets.yaml,line=3," in shown.stdout
    assert "K104" in (tmp_path / "runner" / "summary.md").read_text()


def test_a_clean_repository_passes(runner, users):
    (users / "klantreizen" / "fiets.yaml").write_text(RIGHT)
    shown = runner(1, args="--no-lint")
    assert (shown.returncode, shown.stdout) == (0, "")


def test_in_another_folder_the_names_are_those_of_the_repository(runner):
    shown = runner(1, args="fiets.yaml", **{"working-directory": "klantreizen"})
    assert "::error file=klantreizen/fiets.yaml," in shown.stdout


def test_quotes_keep_a_path_together(runner, users):
    (users / "een map").mkdir()
    (users / "klantreizen" / "fiets.yaml").rename(users / "een map" / "x y.yaml")
    assert "file=een map/x y.yaml," in runner(1, args="'een map/x y.yaml'").stdout


@pytest.mark.parametrize("args", ["$(touch gemaakt)", "; touch gemaakt", "`touch gemaakt`", "| touch gemaakt"])
def test_nothing_in_the_arguments_is_run(runner, users, args):
    shown = runner(1, args=args)
    assert shown.returncode == 2
    assert not (users / "gemaakt").exists()


def test_arguments_that_cannot_be_read_fail_the_step(runner):
    shown = runner(1, args="'open")
    assert shown.returncode != 0
    assert "No closing quotation" in shown.stderr
    assert "::error file" not in shown.stdout


@pytest.mark.parametrize("command", ["render", "validate; touch gemaakt", ""])
def test_another_command_is_refused(runner, users, command):
    shown = runner(1, command=command)
    assert shown.returncode == 2
    assert "validate or lint" in shown.stdout
    assert not (users / "gemaakt").exists()


@pytest.mark.integration
def test_it_installs_klantreis_from_its_own_checkout(runner, source, tmp_path):
    shown = runner(0, source)
    assert shown.returncode == 0, shown.stdout + shown.stderr
    programs = (tmp_path / "runner" / "outputs").read_text().removeprefix("bin=").strip()
    shown = runner(1, source, programs)
    assert "::error file=klantreizen/fiets.yaml,line=3," in shown.stdout, shown.stderr
    shown = runner(0, source, version="0.0.0")
    assert shown.returncode == 2
    assert "another version" in shown.stdout
