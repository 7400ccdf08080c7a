"""`klantreis fmt`: what it writes, says and leaves alone."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

MESSY = "klantreis: 1\ntitle: Kaart\nphases:\n- title: Begin   # hier\n  touchpoints: [Belt]\n"
TIDY = "klantreis: 1\ntitle: Kaart\nphases:\n  - title: Begin  # hier\n    touchpoints: Belt\n"
BROKEN = "klantreis: 1\ntitle: Kaart\nphasen: [A]\n"


def test_files_are_put_in_the_one_form(klantreis, files):
    folder = files({"a.yaml": MESSY, "b.yaml": TIDY, "c.yaml": "iets: anders\n"})
    done = klantreis(folder, "fmt", ".")
    assert (done.code, done.out) == (0, "")
    assert done.err == "Formatted 1 file, 1 was so already.\n"
    assert (folder / "a.yaml").read_text("utf-8") == TIDY
    assert (folder / "c.yaml").read_text("utf-8") == "iets: anders\n"


def test_a_second_run_changes_nothing(klantreis, files):
    folder = files({"a.yaml": MESSY})
    klantreis(folder, "fmt", "a.yaml")
    before = (folder / "a.yaml").stat().st_mtime_ns
    assert klantreis(folder, "fmt", "a.yaml").code == 0
    assert (folder / "a.yaml").stat().st_mtime_ns == before


def test_check_names_what_would_change_and_writes_nothing(klantreis, files):
    folder = files({"a.yaml": MESSY, "b.yaml": TIDY})
    done = klantreis(folder, "fmt", "--check", ".")
    assert (done.code, done.out) == (1, "a.yaml\n")
    assert done.err == "1 file would change, 1 was so already.\n"
    assert (folder / "a.yaml").read_text("utf-8") == MESSY
    assert klantreis(folder, "fmt", "--check", "b.yaml").code == 0


def test_diff_shows_what_would_change_and_writes_nothing(klantreis, files):
    folder = files({"a.yaml": MESSY})
    done = klantreis(folder, "fmt", "--diff", "a.yaml")
    assert done.code == 1
    assert "--- a.yaml\n+++ a.yaml\n" in done.out
    assert "+    touchpoints: Belt\n" in done.out
    assert (folder / "a.yaml").read_text("utf-8") == MESSY


def test_a_diff_of_nothing_but_line_ends_says_so(klantreis, files):
    done = klantreis(files({"a.yaml": TIDY.replace("\n", "\r\n")}), "fmt", "--diff", "a.yaml")
    assert (done.code, done.out) == (1, "a.yaml: only the ends of lines would change\n")


def test_a_file_with_mistakes_is_left_alone_and_the_others_are_not(klantreis, files):
    folder = files({"a.yaml": MESSY, "b.yaml": BROKEN})
    done = klantreis(folder, "fmt", ".")
    assert done.code == 1
    assert "b.yaml: it has mistakes: Unknown key `phasen`." in done.err
    assert done.err.endswith("Formatted 1 file, 1 left as it was.\n")
    assert (folder / "b.yaml").read_text("utf-8") == BROKEN
    assert (folder / "a.yaml").read_text("utf-8") == TIDY


def test_the_workspace_is_meant_without_paths(klantreis, files):
    folder = files({"klantreis.toml": "", "kaarten/a.yaml": MESSY})
    assert klantreis(folder, "fmt").code == 0
    assert (folder / "kaarten" / "a.yaml").read_text("utf-8") == TIDY


def test_standard_input_goes_to_standard_output(process, files):
    done = process(files({}), "fmt", "-", stdin=MESSY.encode())
    assert (done.code, done.out) == (0, TIDY)


def test_standard_input_with_mistakes_gives_nothing(process, files):
    done = process(files({}), "fmt", "-", "--stdin-filename", "kaart.yaml", stdin=BROKEN.encode())
    assert (done.code, done.out) == (1, "")
    assert "kaart.yaml: it has mistakes" in done.err


def test_standard_output_that_is_closed_is_said(files):
    command = ["sh", "-c", '"$0" -m klantreis fmt - >&-', sys.executable]
    done = subprocess.run(command, input=MESSY.encode(), cwd=files({}), capture_output=True, check=False, timeout=60)
    assert done.returncode == 2
    assert b"standard output is closed" in done.stderr
    assert b"Formatted" not in done.stderr


def test_a_path_that_is_missing_is_said(klantreis, files):
    folder = files({"a.yaml": MESSY})
    done = klantreis(folder, "fmt", "a.yaml", "weg.yaml")
    assert done.code == 2
    assert "weg.yaml: no such file or folder." in done.err
    assert (folder / "a.yaml").read_text("utf-8") == TIDY


def test_nothing_to_format_is_said(klantreis, files):
    done = klantreis(files({"c.yaml": "iets: anders\n"}), "fmt", ".")
    assert done.code == 2
    assert "begins with `klantreis: 1`" in done.err


def test_encoding_and_permissions_stay(klantreis, files):
    data = b"\xff\xfe" + MESSY.encode("utf-16-le")
    folder = files({"a.yaml": data, "b.yaml": b"\xef\xbb\xbf" + MESSY.replace("\n", "\r\n").encode()})
    os.chmod(folder / "a.yaml", 0o640)
    assert klantreis(folder, "fmt", ".").code == 0
    assert (folder / "a.yaml").read_bytes() == b"\xff\xfe" + TIDY.encode("utf-16-le")
    assert (folder / "a.yaml").stat().st_mode & 0o777 == 0o640
    assert (folder / "b.yaml").read_bytes() == b"\xef\xbb\xbf" + TIDY.encode()


def test_a_link_stays_a_link(klantreis, files):
    folder = files({"echt/a.yaml": MESSY})
    (folder / "a.yaml").symlink_to("echt/a.yaml")
    assert klantreis(folder, "fmt", "a.yaml").code == 0
    assert (folder / "a.yaml").is_symlink()
    assert (folder / "echt" / "a.yaml").read_text("utf-8") == TIDY


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_read_only_file_is_said(klantreis, files):
    folder = files({"a.yaml": MESSY})
    os.chmod(folder / "a.yaml", 0o444)
    done = klantreis(folder, "fmt", "a.yaml")
    assert done.code == 2
    assert "a.yaml: cannot be written: it may not be written." in done.err
