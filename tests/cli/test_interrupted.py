"""Ctrl-C while files are mended: every file is whole, as it was or as it should become."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time

import pytest

JOURNEY = """klantreis: 1
title:   Reis {}
phases:
  - title: Begin
    touchpoints: [Zoekt, Vindt, Koopt]   # en klaar
"""
FILES = 120
COMMANDS = {"lint": ("lint", ".", "--select", "touchpoint-without-id", "--fix"), "fmt": ("fmt", ".")}


def contents(folder):
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


def start(folder, command):
    return subprocess.Popen(
        [sys.executable, "-m", "klantreis", *COMMANDS[command]],
        cwd=folder,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )


@pytest.mark.parametrize("command", COMMANDS)
def test_every_file_is_whole(tmp_path, command):
    whole, stopped = tmp_path / "whole", tmp_path / "stopped"
    whole.mkdir()
    for number in range(FILES):
        (whole / f"{number:03}.yaml").write_text(JOURNEY.format(number), "utf-8")
    shutil.copytree(whole, stopped)
    old = contents(whole)
    with start(whole, command) as running:
        running.communicate(timeout=60)
    new = contents(whole)
    with start(stopped, command) as running:
        until = time.monotonic() + 60
        while (stopped / "000.yaml").read_bytes() == old["000.yaml"] and time.monotonic() < until:
            time.sleep(0.001)
        os.kill(running.pid, signal.SIGINT)
        _out, err = running.communicate(timeout=60)
    after = contents(stopped)
    assert (running.returncode, b"stopped" in err) == (130, True)
    assert set(after) == set(old)
    assert all(after[name] in (old[name], new[name]) for name in old)
    assert old != after != new
