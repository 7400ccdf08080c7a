"""Merges as folders: what was, what each side made of it, and what it becomes.

Without a conflict `expected.yaml` is the merged file; with one it holds the markers; `expected.none`
says that git's own merge of lines has to do it.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.merge.written import chosen

from klantreis.merge import Labels, merge
from klantreis.merge.proof import errors

CASES = sorted(path for path in (Path(__file__).parent / "cases").iterdir() if path.is_dir())
LABELS = Labels("base", "ours", "theirs")


def versions(case):
    return [(case / f"{name}.yaml").read_bytes() for name in ("base", "ours", "theirs")]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_case_becomes_what_is_expected(case):
    base, ours, theirs = versions(case)
    merged = merge(base, ours, theirs, LABELS)
    if (case / "expected.none").exists():
        assert merged is None
        return
    assert merged is not None
    assert merged.data.decode() == (case / "expected.yaml").read_text()
    marked = merged.data.count(b"<<<<<<< ours\n")
    assert (merged.conflicts, merged.clean) == (marked, not marked)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_swapping_the_sides_of_a_case_swaps_no_more_than_the_sides_of_conflicts(case):
    base, ours, theirs = versions(case)
    merged, swapped = merge(base, ours, theirs), merge(base, theirs, ours)
    assert (merged is None) == (swapped is None)
    if merged is not None and swapped is not None:
        one, other = merged.data.decode(), swapped.data.decode()
        assert (chosen(one, "ours"), chosen(one, "theirs")) == (chosen(other, "theirs"), chosen(other, "ours"))
        assert merged.conflicts == swapped.conflicts


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_clean_case_has_no_mistake_that_neither_side_has(case):
    base, ours, theirs = versions(case)
    merged = merge(base, ours, theirs)
    if merged is not None and merged.clean:
        known = errors(ours.decode()) | errors(theirs.decode())
        assert errors(merged.data.decode()) <= known


def test_there_are_many_cases_of_each_kind():
    marked = [case for case in CASES if "<<<<<<<" in "".join(p.read_text() for p in case.glob("expected.yaml"))]
    left = [case for case in CASES if (case / "expected.none").exists()]
    clean = len(CASES) - len(marked) - len(left)
    assert (clean >= 40, len(marked) >= 15, len(left) >= 4) == (True, True, True)
