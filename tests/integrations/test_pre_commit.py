"""The hooks, run by pre-commit in a repository."""

from __future__ import annotations

import subprocess
import sys

import pytest
from tests.integrations.conftest import RIGHT, WRONG, clean_environment, git

CONFIG = """repos:
  - repo: {source}
    rev: {commit}
    hooks: [{hooks}]
"""


@pytest.fixture
def pre_commit(source, users, tmp_path):
    """Run hooks over all files of the user's repository; give exit code and output."""

    def run(*hooks):
        commit = git(source, "rev-parse", "HEAD").strip()
        written = CONFIG.format(source=source, commit=commit, hooks=", ".join(f"{{id: {hook}}}" for hook in hooks))
        (users / ".pre-commit-config.yaml").write_text(written)
        git(users, "add", "--all")
        shown = subprocess.run(
            [sys.executable, "-m", "pre_commit", "run", "--all-files", "--color=never"], cwd=users, check=False,
            env=clean_environment(PRE_COMMIT_HOME=str(tmp_path / "home")), capture_output=True, text=True, timeout=500,
        )  # fmt: skip
        return shown.returncode, shown.stdout + shown.stderr

    return run


@pytest.mark.integration
def test_the_hooks_check_what_is_committed(pre_commit, users):
    code, shown = pre_commit("klantreis-validate", "klantreis-lint")
    assert code == 1
    assert shown.count("klantreizen/fiets.yaml:3:1") == 2, shown
    assert ".github" not in shown
    (users / "klantreizen" / "fiets.yaml").write_text(RIGHT)
    code, shown = pre_commit("klantreis-validate")
    assert code == 0, shown
    assert "Passed" in shown


@pytest.mark.integration
def test_the_hook_for_one_style_writes_files(pre_commit, users):
    file = users / "klantreizen" / "fiets.yaml"
    file.write_text(WRONG.replace("personna: anna\n", "tags:    [a,   b]\n"))
    code, shown = pre_commit("klantreis-fmt")
    assert code == 1, shown
    assert "files were modified by this hook" in shown, shown
    assert pre_commit("klantreis-fmt")[0] == 0
