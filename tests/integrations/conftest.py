"""klantreis as a repository, and how CI systems run what is in it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PROGRAMS = Path(sys.executable).parent

WRONG = """klantreis: 1
title: Een fiets kopen
personna: anna
phases: [{title: Kiezen, touchpoints: [Bezoekt de winkel]}]
"""
RIGHT = WRONG.replace("personna: anna\n", "")


def pytest_runtest_setup(item):
    """Those that run whole recipes, or install klantreis, need a minute and more: CI asks for them, and skips none."""
    if item.get_closest_marker("integration") and os.environ.get("KLANTREIS_INTEGRATION") != "required":
        pytest.skip("runs a recipe or an installation as CI does; KLANTREIS_INTEGRATION=required runs it")


def git(folder, *arguments):
    settings = ("-c", "user.name=t", "-c", "user.email=t@example.org", "-c", "commit.gpgsign=false")
    shown = subprocess.run(
        ["git", *settings, *arguments], cwd=folder, capture_output=True, check=True, timeout=60, env=clean_environment()
    )
    return shown.stdout.decode()


def clean_environment(**more):
    """The environment without what git and CI systems tell their children."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("GIT_", "GITHUB_", "PRE_COMMIT"))}
    return kept | more


@pytest.fixture
def source(tmp_path):
    """This working tree, as it is now, as a repository with one commit."""
    if not (ROOT / ".git").exists():
        pytest.skip("not a checkout: which files belong to klantreis is not known here")
    target = tmp_path / "source"
    listed = git(ROOT, "ls-files", "--cached", "--others", "--exclude-standard", "-z", "--", ":!tests", ":!benchmarks")
    for name in filter(None, listed.split("\0")):
        if (ROOT / name).is_file():
            (target / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / name, target / name)
    return committed(target)


@pytest.fixture
def users(tmp_path):
    """The repository of a user, with one journey that is wrong, and other YAML."""
    folder = tmp_path / "users"
    (folder / "klantreizen").mkdir(parents=True)
    (folder / "klantreizen" / "fiets.yaml").write_text(WRONG)
    (folder / ".github").mkdir()
    (folder / ".github" / "ci.yml").write_text("on: push\njobs: {}\n")
    (folder / "klantreis.toml").write_text("")
    return committed(folder)


def committed(folder):
    git(folder, "init", "--quiet", "--initial-branch=main")
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--message=Begin")
    return folder
