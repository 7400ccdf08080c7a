"""What every test may ask for: files to work on, and klantreis to run."""

from __future__ import annotations

import os
import resource
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import pytest
from tests.cli.run import run

from klantreis.engine.run import Input, check
from klantreis.lint.plan import Plan
from klantreis.source.decode import decode
from klantreis.source.locate import Located, Texts, locate

ROOT = Path(__file__).parents[1]
MEMORY = 300 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Ended:
    """How a process ended, and the most memory it took."""

    code: int
    out: str
    err: str
    memory: int


@pytest.fixture(autouse=True)
def no_step_of_github(monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep the tests' findings off the page of the run that they are tested in."""
    monkeypatch.delenv("GITHUB_STEP_SUMMARY", raising=False)


@pytest.fixture
def klantreis(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Callable[..., object]:
    """Run a command in a folder, in this process: `klantreis(folder, "validate", "a.yaml")`."""
    return partial(run, capsys, monkeypatch)


@pytest.fixture
def process() -> Callable[..., Ended]:
    """Run the real command as a process, with bytes on its standard input; it may not take long."""

    def start(
        folder: Path, *arguments: str, stdin: bytes = b"", limit: int = 60, env: dict[str, str] | None = None
    ) -> Ended:
        command = [sys.executable, "-m", "klantreis", *arguments]
        with subprocess.Popen(
            command, cwd=folder, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
            env={**os.environ, **(env or {})},
        ) as running:  # fmt: skip
            try:
                out, err = running.communicate(stdin, timeout=limit)
            except subprocess.TimeoutExpired:
                running.kill()
                raise
        most = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * 1024
        return Ended(running.returncode, out.decode("utf-8"), err.decode("utf-8"), most)

    return start


@pytest.fixture
def files(tmp_path: Path) -> Callable[..., Path]:
    """Write files by name into a folder of their own: `files({"a.yaml": "…"})`."""

    def write(contents: dict[str, str | bytes]) -> Path:
        for name, content in contents.items():
            path = tmp_path / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return tmp_path

    return write


@pytest.fixture
def findings() -> Callable[..., list[Located]]:
    """Check texts as files that were named together; give the findings with their places."""

    def found(*texts: str | bytes, folder: Path | None = None, plan: Plan | None = None) -> list[Located]:
        data = {f"{n}.yaml": text if isinstance(text, bytes) else text.encode() for n, text in enumerate(texts)}
        inputs = [Input(name, folder and folder / name, named=True, data=content) for name, content in data.items()]

        def text_of(name: str) -> str:
            text = decode(data[name])
            return text if isinstance(text, str) else data[name].decode("utf-8", "replace")

        return locate(check(inputs, plan=plan).findings, Texts(text_of))

    return found
