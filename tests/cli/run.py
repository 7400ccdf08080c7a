"""Runs the command line in this process, as a user would from a folder."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING

from klantreis import __main__ as program

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


@dataclass(frozen=True)
class Result:
    code: int
    out: str
    err: str


def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, folder: Path, *arguments: str) -> Result:
    monkeypatch.chdir(folder)
    monkeypatch.setattr(sys, "argv", ["klantreis", *arguments])
    try:
        program.main()
    except SystemExit as stop:
        code = stop.code
    seen = capsys.readouterr()
    return Result(int(code or 0), seen.out, seen.err)
