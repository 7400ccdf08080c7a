"""Whatever is put before it, the real command ends soon, within bounds, with words and a place."""

from __future__ import annotations

import os
import re
import subprocess
import sys

import pytest
from tests.conftest import MEMORY

# Only whether a file is correct: what a good journey is, is tested elsewhere.
VALIDATE = ("validate", "--no-lint")

HEAD = "klantreis: 1\ntitle: T\n"
PHASES = "phases:\n  - title: A\n"
STEPS = PHASES + "    touchpoints:\n"
GOOD = HEAD + PHASES
MIB = 1024 * 1024

# A name, the bytes of the file, what must be said (with its place, where there is one).
BAD: dict[str, tuple[str | bytes, str]] = {
    "empty file": ("", ":1:1: error K007"),
    "only comments": ("# a\n# b\n", ":1:1: error K007"),
    "a list at the top": ("- a\n- b\n", ":1:1: error K106"),
    "a scalar at the top": ("hallo\n", ":1:1: error K106"),
    "a number at the top": ("42\n", ":1:1: error K106"),
    "tabs": ("klantreis: 1\nphases:\n\t- A\n", ":3:1: error K002"),
    "an unclosed quote": ('klantreis: 1\ntitle: "T\n' + PHASES, ":2:8: error K002"),
    "an unclosed bracket": (HEAD + "tags: [a, b\n", ":3:7: error K002"),
    "duplicate keys": (HEAD + "title: U\n" + PHASES, ":3:1: error K003"),
    "duplicate keys, deep": (HEAD + STEPS + "      - {title: a, emotion: {score: 1, score: 2}}\n", ":6:40: error K003"),
    "an unknown key": (HEAD + "personna: x\n" + PHASES, "Did you mean `persona`?"),
    "a list where text belongs": (HEAD + "goal: [a, b]\n" + PHASES, ":3:7: error K114"),
    "a mapping where text belongs": (HEAD + "goal: {a: 1, b: 2}\n" + PHASES, ":3:7: error K106"),
    "nothing where text belongs": ("klantreis: 1\ntitle: null\n" + PHASES, ":2:8: error K105"),
    "text where a list of mappings belongs": (HEAD + "metrics: hoog\n" + PHASES, ":3:10: error K106"),
    "an emotion of 3": (HEAD + STEPS + "      - {title: a, emotion: 3}\n", ":6:29: error K108"),
    "an emotion of blij": (HEAD + STEPS + "      - {title: a, emotion: blij}\n", ":6:29: error K106"),
    "a bad date": (HEAD + "reviewed: 2026-13-45\n" + PHASES, ":3:11: error K109"),
    "an unknown version": ("klantreis: 99\ntitle: T\n" + PHASES, ":1:12: error K101"),
    "an unknown kind": ("klantreis: 1\nkind: kaart\n", ":2:7: error K103"),
    "a python object": (HEAD + "goal: !!python/object/apply:os.system ['touch pwned']\n" + PHASES, ":3:7: error K006"),
    "yaml 1.1": ("%YAML 1.1\n---\n" + GOOD, ":1:1: error K009"),
    "yaml 1.24": ("%YAML 1.24\n---\n" + GOOD, ":1:1: error K009"),
    "latin-1": (GOOD.replace("A", "é").encode("latin-1"), ":4:12: error K001"),
    "random bytes": (bytes((n * 7919 + n * n * 31) % 256 for n in range(4000)), "error K001"),
    "nul bytes": (GOOD.encode() + b"\0\0\0", ":5:1: error K001"),
    "utf-16 cut off": (b"\xff\xfek\0l\0a", "error K001"),
    "utf-32": (GOOD.encode("utf-32"), "error K001"),
    "an alias bomb": (
        HEAD
        + "x-0: &x0 [a,a,a,a,a,a,a,a,a]\n"
        + "".join(f"x-{n}: &x{n} [{','.join([f'*x{n - 1}'] * 9)}]\n" for n in range(1, 12))
        + PHASES,
        "error K004",
    ),
    "a merge bomb": (
        HEAD
        + "x-0: &x0 {"
        + ",".join(f"k{n}: 1" for n in range(2000))
        + "}\n"
        + "".join(f"x-{n}: {{<<: [{','.join(['*x0'] * 99)}]}}\n" for n in range(1, 99))
        + PHASES,
        "error K004",
    ),
    "an alias in itself": (HEAD + "x-a: &a [*a]\n" + PHASES, ":3:10: error K005"),
    "a merge with itself": (HEAD + "x-a: &a {<<: *a}\n" + PHASES, ":3:14: error K005"),
    "20,000 nested brackets": (HEAD + "tags: " + "[" * 20_000, "error K004"),
    "20,000 nested braces": ("{a: " * 20_000, "error K004"),
    "20,000 nested lists": ("- " * 20_000, "error K004"),
    "6 MB": (HEAD + "goal: " + "x" * 6 * MIB, ":1:1: error K004"),
    "a line of 1 MB": (HEAD + "goal: [" + "x" * MIB + "\n" + PHASES, "error K002"),
    "a title of 1 MB many times": (
        HEAD + "goal: &a " + "x" * MIB + "\n" + PHASES + f"    barriers: [{','.join(['*a'] * 5_000)}]\n",
        "error K004",
    ),
    "a key of 1 MB": (HEAD + "? " + "k" * MIB + "\n: 1\n" + PHASES, "error K104"),
    "a number of 1 MB": (HEAD + STEPS + "      - {title: a, emotion: " + "9" * MIB + "}\n", "error K106"),
    "20,000 numbers for texts, one wrong": (HEAD + f"tags: [{','.join(['1'] * 20_000)}, []]\n" + PHASES, "error K106"),
    "5,000 wrong items": (HEAD + f"tags: [{','.join(['[]'] * 5_000)}]\n" + PHASES, "error K106"),
    "2,000 sentences split by a colon": (
        HEAD + PHASES + f"    barriers: [{','.join(f'{{zin {n}: b}}' for n in range(2_000))}]\n",
        "error K114",
    ),
    "1,000 references that lead nowhere": (
        HEAD + STEPS + "".join(f"      - {{title: stap {n}, next: weg {n}}}\n" for n in range(1000)),
        "error K210",
    ),
    "a chain of 2,000 initiatives": (
        "klantreis: 1\nkind: roadmap\ntitle: R\nfrom: a\nto: b\ninitiatives:\n"
        + "".join(f"  - {{title: i{n}, depends_on: i{(n + 1) % 2000}}}\n" for n in range(2000)),
        "error K216",
    ),
    "1,000 globs that never meet": (
        HEAD + STEPS + "".join(f"      - {{title: s{n}, events: 'n{n:04}*{'ab*' * 20}'}}\n" for n in range(1000)),
        "",
    ),
    "2,000 documents": ("klantreis: 1\n---\n" * 2_000, "error K105"),
    "a name that looks like a path": (
        HEAD + "persona: ../../etc/passwd\nid: /etc/passwd\n" + PHASES,
        ":4:5: error K111",
    ),
}


@pytest.mark.parametrize("what", BAD)
def test_bad_files_are_told_of_with_a_place(process, files, what):
    content, said = BAD[what]
    folder = files({"kaart.yaml": content})
    ended = process(folder, *VALIDATE, "kaart.yaml", "--output-format", "concise")
    assert ended.code == (1 if said else 0)
    assert "Traceback" not in ended.out + ended.err
    assert said in ended.out
    if said:
        assert re.match(r"kaart\.yaml:\d+:\d+: (error|warning) K\d{3} ", ended.out)
    assert ended.memory <= MEMORY
    assert os.listdir(folder) == ["kaart.yaml"]


@pytest.mark.parametrize("what", ["a line of 1 MB", "random bytes", "5,000 wrong items", "a title of 1 MB many times"])
def test_the_frames_of_bad_files_stay_readable(process, files, what):
    ended = process(files({"kaart.yaml": BAD[what][0]}), *VALIDATE, "kaart.yaml")
    assert ended.code == 1
    assert max(map(len, ended.out.splitlines())) < 400


@pytest.mark.parametrize(
    "content",
    [
        b"\xef\xbb\xbf" + GOOD.encode(),
        GOOD.encode("utf-16"),
        GOOD.replace("\n", "\r\n").encode(),
        GOOD.replace("\n", "\r").encode(),
    ],
    ids=["byte order mark", "utf-16", "crlf", "cr"],
)
def test_other_ways_to_write_text_are_fine(klantreis, files, content):
    assert klantreis(files({"a.yaml": content}), *VALIDATE, "a.yaml", "--strict").code == 0


def test_both_places_of_duplicate_keys_are_shown(klantreis, files):
    result = klantreis(files({"a.yaml": HEAD + "x-a:\n  b: {c: 1, c: 2}\n" + PHASES}), *VALIDATE, "a.yaml")
    assert "a.yaml:4:13" in result.out
    assert "the first is here: a.yaml:4:7" in result.out


def test_two_journeys_with_one_id_are_shown_at_both_places(klantreis, files):
    result = klantreis(files({"a.yaml": GOOD, "b.yaml": GOOD}), *VALIDATE, "a.yaml", "b.yaml")
    assert result.code == 1
    assert "b.yaml:2:8" in result.out
    assert "the first is here: a.yaml:2:8" in result.out


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("weg.yaml", "no such file"),
        ("kart.yaml", "Did you mean `kaart.yaml`?"),
        ("leeg", "no YAML files"),
        ("*.json", "nothing matches"),
        ("kaart.yaml/x", "kaart.yaml/x"),
        ("a\0b", "no such file"),
        ("x" * 5000, "klantreis:"),
        ("", "klantreis:"),
    ],
)
def test_paths_that_lead_nowhere_are_said_and_end_in_2(klantreis, files, path, said):
    folder = files({"kaart.yaml": GOOD})
    (folder / "leeg").mkdir()
    result = klantreis(folder, *VALIDATE, path)
    assert (result.code, result.out) == (2, "")
    assert said in result.err


def test_a_folder_without_journeys_says_what_is_missing(klantreis, files):
    result = klantreis(files({"a.yaml": "naam: iets anders\n"}), *VALIDATE, ".")
    assert result.code == 2
    assert "klantreis: 1" in result.err


def test_one_unreadable_file_hides_no_finding_in_the_others(klantreis, files):
    folder = files({"a.yaml": HEAD, "b.yaml": GOOD.replace("T", "U")})
    result = klantreis(folder, *VALIDATE, "a.yaml", "weg.yaml", "b.yaml", "--output-format", "concise")
    assert result.code == 2
    assert result.out.startswith("a.yaml:1:1: error K105 missing-key")
    assert "weg.yaml: no such file" in result.err


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_permission_is_said(klantreis, files):
    folder = files({"a.yaml": GOOD})
    (folder / "a.yaml").chmod(0)
    assert "Permission denied" in klantreis(folder, *VALIDATE, "a.yaml").err


def test_a_file_that_fails_while_it_is_read_is_said(klantreis, files, monkeypatch):
    def fail(*_args: object, **_kwargs: object) -> None:
        raise PermissionError(13, "Permission denied")

    folder = files({"a.yaml": GOOD})
    monkeypatch.setattr("pathlib.Path.open", fail)
    result = klantreis(folder, *VALIDATE, "a.yaml")
    assert (result.code, result.err.splitlines()[0]) == (2, "klantreis: a.yaml: cannot be read: Permission denied.")


def test_a_folder_with_a_yaml_name_is_walked(klantreis, files):
    folder = files({"map.yaml/a.yaml": GOOD, "map.yaml/b.yaml/c.yaml": GOOD.replace("T", "U")})
    assert "Checked 2 files" in klantreis(folder, *VALIDATE, "map.yaml").err


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no FIFOs")
def test_it_never_waits_on_a_fifo(process, files):
    folder = files({"a.yaml": GOOD})
    os.mkfifo(folder / "pijp.yaml")
    ended = process(folder, *VALIDATE, "pijp.yaml", limit=20)
    assert ended.code == 2
    assert "not an ordinary file" in ended.err
    assert process(folder, *VALIDATE, ".", limit=20).code == 0


def test_devices_are_not_read(process, files):
    ended = process(files({"a.yaml": GOOD}), *VALIDATE, "/dev/zero", limit=20)
    assert (ended.code, "not an ordinary file" in ended.err) == (2, True)


def test_links_in_a_circle_and_links_to_nowhere_end(process, files):
    folder = files({"a.yaml": GOOD, "map/b.yaml": GOOD.replace("T", "U")})
    (folder / "map" / "terug").symlink_to(folder)
    (folder / "zelf.yaml").symlink_to(folder / "zelf.yaml")
    (folder / "weg.yaml").symlink_to(folder / "nergens.yaml")
    assert "Checked 2 files" in process(folder, *VALIDATE, ".", limit=20).err
    for link in ("zelf.yaml", "weg.yaml"):
        ended = process(folder, *VALIDATE, link, limit=20)
        assert (ended.code, "Traceback" in ended.err) == (2, False)


def test_a_reader_that_stops_reading_is_no_mistake(files):
    folder = files({"a.yaml": HEAD + "".join(f"tags{n}: x\n" for n in range(3000)) + PHASES})
    command = f"{sys.executable} -m klantreis validate a.yaml --output-format concise | head -1"
    ended = subprocess.run(["sh", "-c", command], cwd=folder, capture_output=True, text=True, timeout=60, check=False)
    assert ended.stdout.count("\n") == 1
    assert "Traceback" not in ended.stderr
    assert "Broken" not in ended.stderr


ESCAPES = "\\e[31m\\e]0;pwned\\a\\u202e\\u2066\\x9b31m"


@pytest.mark.parametrize("output_format", ["full", "concise", "json"])
@pytest.mark.parametrize("colour", ["", "1"])
def test_no_escape_sequence_in_a_file_reaches_the_terminal(process, files, output_format, colour):
    text = (
        f'klantreis: 1\ntitle: "{ESCAPES}"\nid: "{ESCAPES}"\n"{ESCAPES}": 1\nstate: "{ESCAPES}"\npersona: "{ESCAPES}"\n'
        f'phases:\n  - title: "{ESCAPES}A"\n    metrics: {{"{ESCAPES}": 1}}\n    touchpoints:\n'
        f'      - title: "{ESCAPES}b"\n        emotion: "{ESCAPES}"\n        next: "{ESCAPES}"\n'
    )
    folder = files(
        {"a.yaml": text, "b.yaml": b"klantreis: 1\ntitle: \x1b[31mrood\x07\n", "c\x1b[31m.yaml": "klantreis: 1\n"}
    )
    ended = process(
        folder,
        "validate",
        "--no-lint",
        "a.yaml",
        "b.yaml",
        "c\x1b[31m.yaml",
        "weg\x1b[31m",
        "--output-format",
        output_format,
        env={"FORCE_COLOR": colour},
    )
    assert ended.code == 2
    ours = re.compile(r"\x1b\[[0-9;]*m") if colour else re.compile(r"(?!)")
    for seen in (ended.out, ended.err):
        assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", ours.sub("", seen))
