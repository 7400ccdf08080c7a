"""What files held: by id and by name, many at once, in any state, never too large."""

from __future__ import annotations

import subprocess

import pytest
from tests.source.git.clones import alone, begun, committed, git

from klantreis.source.git import repository as running
from klantreis.source.git.blobs import (
    files_of,
    holds,
    in_shares,
    in_turn,
    index_files,
    object_ids,
    read_files,
    read_many,
    tree_files,
)
from klantreis.source.git.repository import GitError, repository_at
from klantreis.source.git.revisions import Index, Worktree, resolve
from klantreis.source.reader import MAX_BYTES

NAMES = [
    "a.yaml",
    "-streep.yaml",
    "met spatie.yaml",
    "ë/ü.yaml",
    "*.yaml",
    ":(top)x.yaml",
    "regel\neinde.yaml",
    "terug.yaml\r",
]


@pytest.fixture(autouse=True)
def _alone(monkeypatch, tmp_path):
    alone(monkeypatch, tmp_path / "home")


@pytest.fixture
def here(tmp_path):
    return begun(tmp_path / "r", {name: f"{name}!\n" for name in NAMES})


def test_files_are_read_by_revision_and_path_whatever_they_are_called(here):
    blobs = read_many(repository_at(here), [f"HEAD:{name}" for name in NAMES])
    assert blobs.found == {f"HEAD:{name}": f"{name}!\n".encode() for name in NAMES}
    assert (blobs.missing, blobs.too_large) == (set(), {})


def test_what_is_not_there_is_missing_and_no_file_is_nothing_else(here):
    asked = ["HEAD:weg.yaml", "HEAD:ë", "HEAD", "0" * 40, "weg:a.yaml", "HEAD:weg\nweg", "-x\ny"]
    blobs = read_many(repository_at(here), [*asked, "HEAD:a.yaml"])
    assert (blobs.missing, list(blobs.found)) == (set(asked), ["HEAD:a.yaml"])
    with pytest.raises(GitError, match=r"weg\.yaml: no such file there"):
        blobs.read("HEAD:weg.yaml", "weg.yaml")


def test_content_that_looks_like_an_answer_of_git_is_read_as_content(here):
    tricky = f"{'0' * 40} blob 4\nabc\n\n{'1' * 40} missing\n"
    committed(here, {"a.yaml": tricky, "leeg.yaml": ""})
    blobs = read_many(repository_at(here), ["HEAD:a.yaml", "HEAD:leeg.yaml", "HEAD:-streep.yaml"])
    assert blobs.found == {
        "HEAD:a.yaml": tricky.encode(), "HEAD:leeg.yaml": b"", "HEAD:-streep.yaml": b"-streep.yaml!\n",
    }  # fmt: skip


def test_a_file_that_is_too_large_is_told_with_its_size_and_never_loaded(here):
    committed(here, {"groot.yaml": "x" * (MAX_BYTES + 1), "net.yaml": "x" * MAX_BYTES})
    blobs = read_many(repository_at(here), ["HEAD:groot.yaml", "HEAD:net.yaml"])
    assert (blobs.too_large, list(blobs.found)) == ({"HEAD:groot.yaml": MAX_BYTES + 1}, ["HEAD:net.yaml"])
    with pytest.raises(GitError, match=r"groot\.yaml: larger than 1\.5 MiB"):
        blobs.read("HEAD:groot.yaml", "groot.yaml")


def test_a_thousand_blobs_take_two_processes(here, monkeypatch):
    repository = repository_at(here)
    oids = [
        subprocess.run(["git", "hash-object", "-w", "--stdin"], cwd=here, input=str(n).encode(), capture_output=True,
                       check=True).stdout.decode().strip()
        for n in range(3)
    ]  # fmt: skip
    started = []
    start = running._start
    monkeypatch.setattr(running, "_start", lambda *rest, **named: started.append(rest[2]) or start(*rest, **named))
    assert read_many(repository, oids * 400).found == {oid: str(n).encode() for n, oid in enumerate(oids)}
    assert [words[0] for words in started] == ["cat-file", "cat-file"]


def test_much_is_read_in_shares_that_together_are_all(here, monkeypatch):
    monkeypatch.setattr("klantreis.source.git.blobs._AT_ONCE", 20)
    repository = repository_at(here)
    oids = [file.oid for file in tree_files(repository, resolve(repository, "HEAD"))]
    shares = [share.found for share in in_shares(repository, oids)]
    assert len(shares) > 2
    assert [oid for share in shares for oid in share] == list(dict.fromkeys(oids))


def test_ids_are_given_without_reading(here):
    repository = repository_at(here)
    assert object_ids(repository, ["HEAD:a.yaml", "HEAD:weg"]) == {
        "HEAD:a.yaml": git(here, "rev-parse", "HEAD:a.yaml").strip()
    }


def test_a_damaged_repository_is_told_as_one(here):
    oid = git(here, "rev-parse", "HEAD:a.yaml").strip()
    path = here / ".git" / "objects" / oid[:2] / oid[2:]
    path.chmod(0o644)
    path.write_bytes(b"niets")
    with pytest.raises(GitError):
        read_many(repository_at(here), ["HEAD:a.yaml"]).read("HEAD:a.yaml")


def test_links_and_submodules_are_no_files(here, tmp_path):
    other = begun(tmp_path / "ander", {"b.yaml": "b\n"})
    git(here, "submodule", "--quiet", "add", str(other), "onder")
    (here / "link.yaml").symlink_to("a.yaml")
    (here / "map-link").symlink_to("ë")
    committed(here, {"uit.yaml": "x\n"})
    (here / "uit.yaml").chmod(0o755)
    repository = repository_at(here)
    expected = sorted([*NAMES, ".gitmodules", "uit.yaml"])
    for state in (resolve(repository, "HEAD"), Index(), Worktree()):
        assert sorted(file.path for file in files_of(repository, state)) == expected


def test_paths_choose_files_and_what_is_below_folders(here):
    repository = repository_at(here)
    for state in (resolve(repository, "HEAD"), Index(), Worktree()):
        assert [file.path for file in files_of(repository, state, ["ë"])] == ["ë/ü.yaml"]
        assert [file.path for file in files_of(repository, state, ["*.yaml"])] == ["*.yaml"]


def test_each_state_has_its_own_content(here):
    (here / "a.yaml").write_text("toegevoegd\n", "utf-8")
    git(here, "add", "a.yaml")
    (here / "a.yaml").write_text("nu\n", "utf-8")
    repository = repository_at(here)
    contents = [
        read_files(repository, state, files_of(repository, state, ["a.yaml"])).found["a.yaml"]
        for state in (resolve(repository, "HEAD"), Index(), Worktree())
    ]
    assert contents == [b"a.yaml!\n", b"toegevoegd\n", b"nu\n"]


def test_the_work_tree_has_new_files_and_not_those_that_are_gone_or_ignored(here):
    (here / ".gitignore").write_text("geheim.yaml\n", "utf-8")
    (here / "geheim.yaml").write_text("x\n", "utf-8")
    (here / "nieuw.yaml").write_text("x\n", "utf-8")
    (here / "a.yaml").unlink()
    paths = {file.path for file in files_of(repository_at(here), Worktree())}
    assert "nieuw.yaml" in paths
    assert not paths & {"a.yaml", "geheim.yaml"}


def test_a_file_in_conflict_has_no_single_content_in_the_index(here):
    git(here, "checkout", "--quiet", "-b", "tak")
    committed(here, {"a.yaml": "tak\n"})
    git(here, "checkout", "--quiet", "main")
    committed(here, {"a.yaml": "main\n"})
    git(here, "merge", "--quiet", "tak", fails=True)
    assert "a.yaml" not in {file.path for file in index_files(repository_at(here))}


def test_every_state_tells_whether_it_holds_something_at_a_path(here):
    repository = repository_at(here)
    (here / "nieuw").mkdir()
    (here / "nieuw" / "n.yaml").write_text("n\n")
    head = resolve(repository, "HEAD")
    for state in (head, Index(), Worktree()):
        assert all(holds(repository, state, path) for path in (*NAMES, "ë", "."))
        assert not holds(repository, state, "weg")
        assert holds(repository, state, "nieuw") is isinstance(state, Worktree)


def test_in_the_index_a_conflict_is_held_too(here):
    git(here, "switch", "--quiet", "--create", "ander")
    committed(here, {"a.yaml": "b\n"})
    git(here, "switch", "--quiet", "main")
    committed(here, {"a.yaml": "c\n"})
    git(here, "merge", "ander", fails=True)
    assert holds(repository_at(here), Index(), "a.yaml")


def test_files_are_given_in_turn_in_any_state(here):
    repository = repository_at(here)
    for state in (resolve(repository, "HEAD"), Index(), Worktree()):
        held = dict(in_turn(repository, state, files_of(repository, state)))
        assert held == {name: f"{name}!\n".encode() for name in NAMES}
