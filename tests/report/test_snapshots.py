"""What people and programs get to see, as text files beside this one, reviewed like code.

After a meant change: delete a snapshot, run this test once (it writes it and fails), review it.
"""

from __future__ import annotations

import json
from itertools import pairwise
from pathlib import Path

import pytest

HERE = Path(__file__).parent
FILES = sorted((HERE / "files").glob("*.yaml"))
FORMATS = ("full", "concise", "json")


@pytest.mark.parametrize("output_format", FORMATS)
@pytest.mark.parametrize("file", FILES, ids=lambda path: path.stem)
def test_the_output_is_the_one_reviewed(klantreis, monkeypatch, file, output_format):
    monkeypatch.delenv("FORCE_COLOR", raising=False)
    result = klantreis(HERE / "files", "validate", file.name, "--output-format", output_format)
    seen = result.out + result.err
    snapshot = HERE / "snapshots" / f"{file.stem}.{output_format}.txt"
    if not snapshot.exists():
        snapshot.write_text(seen, "utf-8")
        pytest.fail(f"{snapshot.name} was written: review it")
    assert seen == snapshot.read_text("utf-8")


def test_json_is_json_with_a_version(klantreis):
    found = json.loads(klantreis(HERE / "files", "validate", ".", "--output-format", "json").out)
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
