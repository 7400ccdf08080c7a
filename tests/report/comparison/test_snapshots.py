"""What people and programs get to see, as text files beside this one, reviewed like code.

After a meant change: delete a snapshot, run this test once (it writes it and fails), review it.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.report.comparison import made

from klantreis.report.comparison import NAMES

HERE = Path(__file__).parent / "snapshots"
REPORTS = {
    "michiel": lambda: made.report_of(made.michiel(), "Michiel Mobiel bestelt met zijn smartphone"),
    "repair": lambda: made.report_of(made.repair(), "Emma has her bike mended"),
    "workspace": made.workspace_diff,
    "hostile": made.hostile,
}
ENDINGS = {"text": "txt", "markdown": "md", "json": "json", "csv": "csv"}
SHOWN = [(report, name) for report in REPORTS for name in NAMES if (report, name) not in {
    ("michiel", "json"), ("hostile", "json"), ("hostile", "csv"), ("workspace", "json"),
}]  # fmt: skip
"""What others prove better than a picture of it is left out."""


@pytest.mark.parametrize(("report", "name"), SHOWN)
def test_the_output_is_the_one_reviewed(report, name):
    snapshot = HERE / f"{report}.{ENDINGS[name]}"
    seen = made.written(name, REPORTS[report]()).encode()
    if not snapshot.exists():
        snapshot.write_bytes(seen)
        pytest.fail(f"{snapshot.name} was written: review it")
    assert seen.decode() == snapshot.read_bytes().decode()


def test_every_snapshot_is_of_something():
    known = {f"{report}.{ENDINGS[name]}" for report, name in SHOWN}
    assert {path.name for path in HERE.iterdir()} == known
