"""Runs a whole process: its time, its memory, and whether it did what was expected.

Compiled Python is kept, in a folder of our own, as an installed program would have it: a shell with
PYTHONDONTWRITEBYTECODE would make us compile the checkout on every run, and nobody else.
"""

from __future__ import annotations

import atexit
import os
import shutil
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

_PROC = Path("/proc")
_PAUSE = 0.01
_COMPILED = tempfile.mkdtemp(prefix="klantreis-benchmark-pyc-")
_ENVIRONMENT = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"} | {
    "PYTHONPYCACHEPREFIX": _COMPILED
}
atexit.register(shutil.rmtree, _COMPILED, ignore_errors=True)


class BenchmarkError(Exception):
    """A command did not do what the benchmark needs."""


@dataclass(frozen=True)
class Command:
    """A command, the exit code it must leave with, and words that it must say."""

    arguments: tuple[str, ...]
    exit_code: int = 0
    says: str = ""


@dataclass(frozen=True)
class Usage:
    """What a process took: seconds, and the peak memory of its largest process."""

    wall: float
    peak_kib: int


def run(command: Command) -> Usage:
    """Run a command to its end. Raises `BenchmarkError` when it fails."""
    with tempfile.TemporaryFile() as said:
        before = time.perf_counter()
        process = subprocess.Popen(
            command.arguments, stdin=subprocess.DEVNULL, stdout=said, stderr=said, env=_ENVIRONMENT
        )
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - before
        process.returncode = os.waitstatus_to_exitcode(status)
        said.seek(0)
        _judge(command, process.returncode, said.read().decode("utf-8", "replace"))
    # macOS counts in bytes.
    return Usage(wall, usage.ru_maxrss // (1024 if sys.platform == "darwin" else 1))


def peak_of_tree(command: Command) -> int:
    """Give the peak memory (KiB) of a process and its children together, 0 where it cannot be seen.

    Sampled, with pages they share counted for each: rather too much than too little.
    """
    if not (_PROC / "self" / "statm").exists():
        return 0
    peak = 0
    nothing = subprocess.DEVNULL
    process = subprocess.Popen(command.arguments, stdin=nothing, stdout=nothing, stderr=nothing, env=_ENVIRONMENT)
    while process.poll() is None:
        peak = max(peak, sum(map(_resident, _tree(process.pid))))
        time.sleep(_PAUSE)
    if process.returncode != command.exit_code:
        raise BenchmarkError(f"{_short(command)} left with {process.returncode} instead of {command.exit_code}.")
    return peak


def _judge(command: Command, exit_code: int, said: str) -> None:
    if exit_code != command.exit_code:
        raise BenchmarkError(f"{_short(command)} left with {exit_code} instead of {command.exit_code}:\n{said[-2000:]}")
    if command.says not in said:
        raise BenchmarkError(f"{_short(command)} did not say “{command.says}”:\n{said[-2000:]}")


def _tree(pid: int) -> list[int]:
    found = [pid]
    for parent in found:
        try:
            children = (_PROC / str(parent) / "task" / str(parent) / "children").read_text()
        except OSError:
            continue
        found.extend(map(int, children.split()))
    return found


def _resident(pid: int) -> int:
    """Give the resident memory of a process in KiB, 0 when it is gone."""
    try:
        pages = int((_PROC / str(pid) / "statm").read_text().split()[1])
    except (OSError, IndexError):
        return 0
    return pages * os.sysconf("SC_PAGE_SIZE") // 1024


def _short(command: Command) -> str:
    name, (_, *rest) = Path(command.arguments[0]).name, command.arguments
    return " ".join((name, *rest[:3], *("…" for _ in rest[3:4])))
