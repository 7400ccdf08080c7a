"""Unified diffs: what `patch` makes of them is the new text, and large files take no longer than they must."""

from __future__ import annotations

import re
import shutil
import subprocess
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from klantreis.edit.diff import diff

OLD = "klantreis: 1\ntitle: Kaart {n}\nphases:\n- title: Begin   # hier\n  touchpoints: [Belt]\n---\n"
NEW = "klantreis: 1\ntitle: Kaart {n}\nphases:\n  - title: Begin  # hier\n    touchpoints: Belt\n---\n"
SIDES = [
    ("a\nb\nc\n", "a\nb\n"), ("", "a\n"), ("a\n", ""), ("a", "a\nb"), ("a\nb", "a\nb\n"), ("a\nb\n", "b\na"),
    ("\n".join("abcdefghijklmnop"), "\n".join("abXdefghijklmnYp\n")), ("a\tb\n \nc\n", "a\tb\n \nd\n"),
    (OLD.format(n=1) * 300, NEW.format(n=1) * 300), (OLD.format(n=1) * 30, NEW.format(n=2) * 20),
]  # fmt: skip


def patched(old, shown):
    """Make a diff's changes, checking every line that it expects."""
    lines, found, at = old.split("\n"), [], 0
    changes = shown.split("\n")[2:]
    for line in changes:
        if head := re.fullmatch(r"@@ -(\d+)(?:,(\d+))? \+(\d+)(?:,(\d+))? @@", line):
            start = int(head[1]) - (head[2] != "0")
            found += lines[at:start]
            at = start
            assert len(found) == int(head[3]) - (head[4] != "0")
        elif line[0] == "+":
            found.append(line[1:])
        elif line[0] != "\\":
            assert lines[at] == line[1:]
            at += 1
            found += [line[1:]] if line[0] == " " else []
    return found + lines[at:]


@pytest.mark.skipif(shutil.which("patch") is None, reason="no patch here")
@pytest.mark.parametrize(("old", "new"), SIDES)
def test_patch_makes_the_new_text_of_the_old_one(old, new, tmp_path):
    file = tmp_path / "a.yaml"
    file.write_text(old)
    shown = diff("a.yaml", old, new) + "\n"
    subprocess.run(["patch", "-s", "--fuzz=0", "a.yaml"], cwd=tmp_path, input=shown.encode(), check=True)
    assert (file.read_text() if file.exists() else "") == new


@settings(max_examples=80, deadline=None)
@given(st.lists(st.sampled_from("abc")), st.lists(st.sampled_from("abcd")), st.integers(0, 3))
def test_a_diff_of_any_lines_leads_from_the_one_to_the_other(head, tail, times):
    old = "".join(f"{line}\n" for line in head * (times * 60 + 1) + tail)
    new = "".join(f"{line}\n" for line in tail + head * (times * 60))
    shown = diff("a", old, new)
    assert (patched(old, shown) if shown else old.split("\n")) == new.split("\n")


@pytest.mark.parametrize("name", ["Kaart", "{n}"])
def test_thousands_of_documents_are_compared_in_a_moment(name):
    old, new = ("".join(text.replace("{n}", name.format(n=n)) for n in range(3000)) for text in (OLD, NEW))
    began = time.perf_counter()
    shown = diff("a.yaml", old, new)
    assert time.perf_counter() - began < 2
    assert patched(old, shown) == new.split("\n")


def test_one_changed_line_is_shown_with_three_around_it():
    old = "\n".join("abcdefghij") + "\n"
    assert diff("a", old, old.replace("e", "x")) == "--- a\n+++ a\n@@ -2,7 +2,7 @@\n b\n c\n d\n-e\n+x\n f\n g\n h"


def test_nothing_is_shown_where_only_the_ends_of_lines_differ():
    assert diff("a", "a\r\nb\r\n", "a\nb\n") == ""


def test_the_diff_cannot_command_a_terminal():
    shown = diff("a\x1b.yaml", "a: \x1b[31m\n", "b: 1")
    assert "\x1b" not in shown
    assert shown.splitlines()[-1] == "\\ No newline at end of file"
