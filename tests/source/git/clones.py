"""Real repositories for tests of what git is told of us, apart from the settings of whoever runs the tests."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

JOURNEY = """klantreis: 1
id: soeppan
title: Een soeppan kopen
phases:
  - id: koop
    title: Koop
    touchpoints:
      - id: zoekt
        title: Zoekt
        channel: web
        emotion: {score: 0.5, word: nieuwsgierig}
      - id: betaalt
        title: Betaalt
        channel: web
        emotion: {score: -1.5, word: zuur}
        pains:
          - {id: niet-mobiel, title: Kan niet mobiel}
"""
OTHER = "on: push\njobs: {a: {runs-on: x}}\n"


def alone(monkeypatch, home: Path) -> None:
    """Let git here know nothing but what a test tells it."""
    home.mkdir(parents=True, exist_ok=True)
    for name in list(os.environ):
        if name.startswith("GIT_"):
            monkeypatch.delenv(name)
    for name, value in {
        "HOME": str(home), "XDG_CONFIG_HOME": str(home / "xdg"), "GIT_CONFIG_NOSYSTEM": "1", "GIT_PAGER": "cat",
        "GIT_AUTHOR_NAME": "Truus", "GIT_AUTHOR_EMAIL": "truus@example.org", "GIT_EDITOR": "true",
        "GIT_COMMITTER_NAME": "Truus", "GIT_COMMITTER_EMAIL": "truus@example.org", "GIT_CEILING_DIRECTORIES": str(home),
        "GIT_ALLOW_PROTOCOL": "file",
    }.items():  # fmt: skip
        monkeypatch.setenv(name, value)


def git(folder: Path, *arguments: str, fails: bool = False) -> str:
    """Run git, which must succeed, or, with `fails`, must not; give all that it says."""
    done = subprocess.run(["git", *arguments], cwd=folder, capture_output=True, check=False, timeout=120)
    said = (done.stdout + done.stderr).decode("utf-8")
    assert bool(done.returncode) is fails, said
    return said


def begun(folder: Path, files: dict[str, str] | None = None) -> Path:
    """Begin a repository with a workspace in it, and one commit."""
    folder.mkdir(parents=True, exist_ok=True)
    git(folder, "init", "--quiet", "--initial-branch=main")
    return committed(folder, {"klantreis.toml": "", "klantreizen/soeppan.yaml": JOURNEY} if files is None else files)


def committed(folder: Path, files: dict[str, str], message: str = "Begin") -> Path:
    """Write files and commit all that changed."""
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(text.encode())
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--allow-empty", f"--message={message}")
    return folder


def python_in(folder: Path) -> Path:
    """Put a Python that holds klantreis in a folder of its own."""
    folder.mkdir(parents=True, exist_ok=True)
    program = folder / "python"
    program.write_text(f"#!/bin/sh\nexec '{sys.executable}' \"$@\"\n")
    program.chmod(0o755)
    return program
