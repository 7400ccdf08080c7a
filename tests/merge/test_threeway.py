"""The merge as the driver calls it: bytes in, bytes out, or nothing when in doubt."""

from __future__ import annotations

import codecs
import subprocess
import time

import pytest

from klantreis.merge import Labels, Merged, merge
from klantreis.source.reader import MAX_BYTES

BASE = "klantreis: 1\ntitle: A\ngoal: B\nphases:\n  - C\n"
OURS = BASE.replace("title: A", "title: AA")
THEIRS = BASE.replace("goal: B", "goal: BB")
BOTH = OURS.replace("goal: B", "goal: BB")
OTHER = BASE.replace("title: A", "title: AAA")


def three(*texts, **options):
    return merge(*(text if isinstance(text, bytes) else text.encode() for text in texts), **options)


def test_what_both_sides_changed_is_in_the_result():
    assert three(BASE, OURS, THEIRS) == Merged(BOTH.encode())


def test_sides_that_are_equal_or_unchanged_are_given_back_even_if_they_are_no_yaml():
    assert three("x", "[", "[") == three("x", "[", "x") == three("x", "x", "[") == Merged(b"[")


def test_labels_and_the_size_of_markers_are_those_of_git():
    merged = three(BASE, OURS, OTHER, labels=Labels("abc123", "HEAD", "feature/één"), marker_size=9)
    lines = merged.data.decode().split("\n")
    assert lines[1:6] == ["<<<<<<<<< HEAD", "title: AA", "=========", "title: AAA", ">>>>>>>>> feature/één"]


def test_without_labels_markers_stand_alone():
    assert b"<<<<<<<\ntitle: AA\n=======\ntitle: AAA\n>>>>>>>\n" in three(BASE, OURS, OTHER).data


def test_a_label_cannot_break_out_of_its_line():
    merged = three(BASE, OURS, OTHER, labels=Labels("", "a\nx-boos: 1\r\x1b[31m", "b\u2028c"))
    assert b"<<<<<<< ax-boos: 1[31m\n" in merged.data
    assert b">>>>>>> bc\n" in merged.data


def test_the_base_is_shown_where_the_repository_asks_for_it():
    merged = three(BASE, OURS, OTHER, labels=Labels("base", "ours", "theirs"), style="diff3")
    shown = "<<<<<<< ours\ntitle: AA\n||||||| base\ntitle: A\n=======\ntitle: AAA\n>>>>>>> theirs\n"
    assert shown in merged.data.decode()


def test_the_base_of_comments_is_shown_too():
    base, ours, theirs = (BASE.replace("goal", f"# {word}\ngoal") for word in ("een", "twee", "drie"))
    merged = three(base, ours, theirs, style="diff3")
    assert b"<<<<<<<\n# twee\n|||||||\n# een\n=======\n# drie\n>>>>>>>\ngoal: B\n" in merged.data


@pytest.mark.parametrize("which", range(8))
def test_line_ends_are_those_of_the_side_that_changed_them(which):
    windows = [bool(which & bit) for bit in (1, 2, 4)]
    texts = [
        text.replace("\n", "\r\n") if ends else text for text, ends in zip((BASE, OURS, THEIRS), windows, strict=True)
    ]
    merged = three(*texts)
    wanted = windows[2] if windows[1] == windows[0] else windows[1]
    assert merged.data.decode() == (BOTH.replace("\n", "\r\n") if wanted else BOTH)


def test_markers_end_as_the_other_lines_do():
    merged = three(*(text.replace("\n", "\r\n") for text in (BASE, OURS, OTHER)))
    assert merged.data.count(b"\r\n") == merged.data.count(b"\n")


def test_a_byte_order_mark_stays():
    merged = three(*(codecs.BOM_UTF8 + text.encode() for text in (BASE, OURS, THEIRS)))
    assert merged.data == codecs.BOM_UTF8 + BOTH.encode()


def test_the_last_line_break_is_added_or_taken_away_by_the_side_that_did_so():
    assert three(BASE, OURS.rstrip("\n"), THEIRS).data == BOTH.rstrip("\n").encode()
    assert three(BASE.rstrip("\n"), OURS, THEIRS.rstrip("\n")).data == BOTH.encode()


def test_a_file_that_both_sides_added_is_merged_without_a_base():
    merged = three("", OURS + "tags: [x]\n", OURS.replace("goal", "trigger: T\ngoal"))
    assert merged == Merged((OURS.replace("goal", "trigger: T\ngoal") + "tags: [x]\n").encode())


@pytest.mark.parametrize(
    "odd",
    [
        b"klantreis: 1\ntitle: [A\n", b"title: A\nphases: [B]\n", b"- klantreis: 1\n", b"klantreis: 1\n\ttitle: A\n",
        b"klantreis: 1\r\ntitle: A\nphases: [C]\n", b"klantreis: 1\rtitle: A\r", b"klantreis: 1\ntitle: \xe9\n",
        b"klantreis: 1\ntitle: A\n" + b"# lang\n" * (MAX_BYTES // 7), "klantreis: 1\ntitle: A\n".encode("utf-16"),
        b"{klantreis: 1, title: A}\n", b"klantreis: 1\ntitle: A\ntitle: B\n", b"? klantreis\n: 1\n", b"# niets\n",
        b"klantreis: 1\n---\n", b"&a klantreis: 1\n*a : 2\n", b"%YAML 1.2\n---\nklantreis: 1\ntitle: D\n", b"\0",
        b"klantreis: 1\ntitle: D\n--- {kind: persona, name: E}\n",
    ],
)  # fmt: skip
def test_a_side_that_cannot_be_merged_by_ids_leaves_it_to_git(odd):
    assert three(BASE, odd, THEIRS) is None
    assert three(BASE, OURS, odd) is None
    assert three(odd, OURS, THEIRS) is None


def test_a_file_of_another_program_is_left_to_git():
    assert three("a: 1\nb: 1\n", "a: 2\nb: 1\n", "a: 1\nb: 2\n") is None


def test_what_is_no_conflict_for_git_is_none_here(tmp_path):
    """Two texts far apart, and one of git's own merges as the judge."""
    text = BASE + "".join(f"  - title: Fase {n}\n    goal: Doel {n}\n    questions: Vraag {n}\n" for n in range(9))
    ours, theirs = text.replace("Doel 2", "Ander doel"), text.replace("Vraag 7", "Andere vraag")
    for name, version in (("b", text), ("o", ours), ("t", theirs)):
        (tmp_path / name).write_text(version)
    files = [str(tmp_path / name) for name in "obt"]
    by_git = subprocess.run(["git", "merge-file", "-p", *files], capture_output=True, check=True)
    assert three(text, ours, theirs).data == by_git.stdout


def test_a_mistake_that_a_side_already_has_does_not_stand_in_the_way():
    ours = OURS + "x-a: 1\nonbekend: 2\n"
    assert three(BASE, ours, THEIRS).data == ours.replace("goal: B", "goal: BB").encode()


def large(touchpoints):
    step = (
        "      - id: stap-{0}\n        title: Stap {0}\n        channel: [web, email]\n"
        "        emotion: {{score: -1, word: onzeker}}\n        pains:\n          - id: pijn-{0}\n"
        "            title: Duurt lang {0}\n            severity: high\n"
    )
    phases = "".join(
        f"  - id: fase-{n}\n    title: Fase {n}\n    touchpoints:\n"
        + "".join(step.format(f"{n}-{m}") for m in range(touchpoints // 10))
        for n in range(10)
    )
    return "klantreis: 1\ntitle: Groot\nphases:\n" + phases


def test_what_both_sides_changed_far_apart_in_a_large_file_is_merged():
    base = large(200)
    ours = base.replace("Stap 3-4\n", "Stap drie\n").replace("Duurt lang 7-7\n", "Duurt te lang\n")
    theirs = base.replace("title: Stap 3-4\n", "title: Stap 3-4\n        owner: x\n").replace(
        "id: stap-9-9\n", "id: z\n"
    )
    merged = three(base, ours, theirs)
    assert merged.data.decode() == theirs.replace("Stap 3-4\n", "Stap drie\n").replace("lang 7-7\n", "te lang\n")


def test_lists_that_both_sides_turned_round_take_bounded_time():
    rows = [f"  - regel {n}\n" for n in range(5000)]
    base, ours, theirs = (
        "klantreis: 1\ntitle: A\nphases: [B]\nbusiness_goals:\n" + "".join(some)
        for some in (rows, rows[::-1], rows[2500:] + rows[:2500])
    )
    begin = time.perf_counter()
    merged = three(base, ours, theirs)
    assert merged is not None
    assert merged.conflicts == 1
    assert time.perf_counter() - begin < 30
