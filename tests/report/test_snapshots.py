"""What people and programs get to see, as text files beside this one, reviewed like code.

After a meant change: delete a snapshot, run this test once (it writes it and fails), review it.
"""

from __future__ import annotations

import json
import re
import shutil
from itertools import pairwise
from pathlib import Path

import pytest

from klantreis.report import NAMES

HERE = Path(__file__).parent
FILES = sorted((HERE / "files").glob("*.yaml"))
FORMATS = ("full", "concise", "json")
OTHERS = tuple(name for name in NAMES if name not in FORMATS)


@pytest.fixture
def folder(tmp_path):
    """The files in a repository: what findings are called must not depend on where the tests run."""
    shutil.copytree(HERE / "files", tmp_path / "klantreizen")
    (tmp_path / ".git").mkdir()
    return tmp_path / "klantreizen"


@pytest.mark.parametrize("output_format", FORMATS)
@pytest.mark.parametrize("file", FILES, ids=lambda path: path.stem)
def test_the_output_is_the_one_reviewed(klantreis, monkeypatch, folder, file, output_format):
    monkeypatch.delenv("FORCE_COLOR", raising=False)
    result = klantreis(folder, "validate", file.name, "--no-lint", "--output-format", output_format)
    compare(result.out + result.err, f"{file.stem}.{output_format}.txt")


@pytest.mark.parametrize("output_format", OTHERS)
def test_what_programs_read_is_what_was_reviewed(klantreis, monkeypatch, folder, output_format):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795219200")
    monkeypatch.delenv("GITHUB_ACTIONS", raising=False)
    arguments = ("validate", "slips.yaml", "twice.yaml", "weg.yaml", "--no-lint", "--output-format", output_format)
    result = klantreis(folder, *arguments)
    assert result.code == 2
    # A new version is no new output.
    seen = re.sub(r'("(?:semanticV|v)ersion": )"[0-9]+[.][0-9]+[.][0-9]+[^"]*"(?=,\n {10})', r'\1"…"', result.out)
    compare(seen, f"all.{output_format}.txt")


def compare(seen, name):
    snapshot = HERE / "snapshots" / name
    if not snapshot.exists():
        snapshot.write_text(seen, "utf-8")
        pytest.fail(f"{snapshot.name} was written: review it")
    assert seen == snapshot.read_text("utf-8")


def test_json_is_json_with_a_version(klantreis):
    found = json.loads(klantreis(HERE / "files", "validate", ".", "--no-lint", "--output-format", "json").out)
    assert found["version"] == 1
    assert found["checked"]["files"] == len(FILES)
    assert {"code", "name", "severity", "message", "hint", "file", "place", "related"} <= set(found["findings"][0])


def test_colour_is_for_terminals_only(klantreis, monkeypatch):
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert "\x1b[" in klantreis(HERE / "files", "validate", "slips.yaml").out
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b[" not in klantreis(HERE / "files", "validate", "slips.yaml").out


@pytest.mark.parametrize("stem", [path.stem for path in FILES])
def test_the_caret_stands_under_what_is_meant(klantreis, stem):
    lines = klantreis(HERE / "files", "validate", f"{stem}.yaml").out.splitlines()
    for above, below in pairwise(lines):
        if set(below.partition("│ ")[2]) in ({" ", "^"}, {"^"}):
            assert above.lstrip().startswith(">")
            assert below.index("│") == above.index("│")
