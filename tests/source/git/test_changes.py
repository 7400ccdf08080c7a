"""Which files differ between any two states; a file that moved is one file."""

from __future__ import annotations

import os

import pytest
from tests.source.git.clones import alone, begun, committed, git

from klantreis.source.git import ids
from klantreis.source.git.changes import FileChange, changed_files
from klantreis.source.git.repository import GitError, repository_at, run
from klantreis.source.git.revisions import Index, Worktree, head_or_nothing, resolve

LONG = "".join(f"regel {number}\n" for number in range(20))
OTHER = "".join(f"heel iets anders {number}\n" for number in range(20))


@pytest.fixture(autouse=True)
def _alone(monkeypatch, tmp_path):
    alone(monkeypatch, tmp_path / "home")


@pytest.fixture
def here(tmp_path):
    return begun(tmp_path / "r", {"a.yaml": LONG, "b.yaml": OTHER, "sub/c.yaml": "c\n"})


def state(repository, name):
    named = {"work tree": Worktree(), "index": Index()}
    return named.get(name) or resolve(repository, name)


def changes(folder, old="HEAD", new="work tree", paths=()):
    """The changes, without ids."""
    repository = repository_at(folder)
    found = changed_files(repository, state(repository, old), state(repository, new), paths)
    return [(change.status, change.old_path, change.new_path) for change in found]


def put(folder, name, text, *, add=False):
    (folder / name).parent.mkdir(parents=True, exist_ok=True)
    (folder / name).write_text(text, "utf-8")
    if add:
        git(folder, "add", "--", name)


def test_between_a_state_and_itself_nothing_differs(here):
    for name in ("HEAD", "index", "work tree"):
        assert changes(here, name, name) == []
    assert changes(here) == []


@pytest.mark.parametrize(("old", "new"), [("HEAD~1", "HEAD"), ("HEAD~1", "index"), ("HEAD~1", "work tree")])
def test_a_commit_differs_from_what_came_after_it(here, old, new):
    git(here, "rm", "--quiet", "b.yaml")
    committed(here, {"a.yaml": LONG + "meer\n", "nieuw.yaml": "nieuw\n"})
    expected = [("modified", "a.yaml", "a.yaml"), ("deleted", "b.yaml", None), ("added", None, "nieuw.yaml")]
    assert changes(here, old, new) == expected


def test_turned_around_what_was_added_is_deleted(here):
    committed(here, {"a.yaml": LONG + "meer\n", "nieuw.yaml": "nieuw\n"})
    for new in ("HEAD", "index", "work tree"):
        assert changes(here, new, "HEAD~1") == [
            ("modified", "a.yaml", "a.yaml"), ("deleted", "nieuw.yaml", None),
        ]  # fmt: skip


def test_the_ids_are_those_of_the_contents_and_none_for_the_work_tree(here):
    put(here, "a.yaml", "toegevoegd\n", add=True)
    put(here, "a.yaml", "nu\n")
    repository = repository_at(here)
    old, added = (git(here, "rev-parse", name).strip() for name in ("HEAD:a.yaml", ":a.yaml"))
    head = resolve(repository, "HEAD")
    assert changed_files(repository, head, Index()) == [FileChange("a.yaml", "a.yaml", old, added, "modified")]
    assert changed_files(repository, head, Worktree()) == [FileChange("a.yaml", "a.yaml", old, None, "modified")]
    assert changed_files(repository, Index(), Worktree()) == [FileChange("a.yaml", "a.yaml", added, None, "modified")]
    assert changed_files(repository, Worktree(), Index()) == [FileChange("a.yaml", "a.yaml", None, added, "modified")]


@pytest.mark.parametrize(
    "name", ["met spatie.yaml", "ë/ü.yaml", "-streep.yaml", "regel\neinde.yaml", "*.yaml", '"q".yaml']
)
@pytest.mark.parametrize("add", [True, False])
def test_a_file_of_any_name_is_new(here, name, add):
    put(here, name, "nieuw\n")
    if add:
        git(here, "add", "--all")
    assert changes(here) == [("added", None, name)]


def test_a_file_that_git_ignores_is_not_there(here):
    committed(here, {".gitignore": "geheim.yaml\n"})
    put(here, "geheim.yaml", "x\n")
    assert changes(here) == []


@pytest.mark.parametrize("how", ["committed", "added", "moved by hand", "moved and changed by hand"])
def test_a_file_that_was_renamed_is_one_file_however_it_was_done(here, how):
    if how in ("committed", "added"):
        (here / "klantreizen").mkdir()
        git(here, "mv", "a.yaml", "klantreizen/ä b.yaml")
    else:
        put(here, "klantreizen/ä b.yaml", LONG + ("meer\n" if "changed" in how else ""))
        (here / "a.yaml").unlink()
    if how == "committed":
        git(here, "commit", "--quiet", "--message=x")
    old = "HEAD~1" if how == "committed" else "HEAD"
    assert changes(here, old) == [("renamed", "a.yaml", "klantreizen/ä b.yaml")]


def test_two_files_that_changed_places_are_not_mistaken_for_each_other(here):
    (here / "a.yaml").rename(here / "x.yaml")
    (here / "b.yaml").rename(here / "y.yaml")
    assert changes(here) == [("renamed", "a.yaml", "x.yaml"), ("renamed", "b.yaml", "y.yaml")]


def test_a_new_file_that_is_nothing_like_the_deleted_one_is_new(here):
    (here / "a.yaml").unlink()
    put(here, "nieuw.yaml", OTHER.upper())
    assert changes(here) == [("deleted", "a.yaml", None), ("added", None, "nieuw.yaml")]


def test_a_copy_is_new(here):
    committed(here, {"kopie.yaml": LONG, "a.yaml": LONG + "meer\n"})
    assert changes(here, "HEAD~1", "HEAD") == [("modified", "a.yaml", "a.yaml"), ("added", None, "kopie.yaml")]


def test_a_file_taken_out_of_the_index_and_left_in_the_folder_is_compared_with_what_it_was(here):
    git(here, "rm", "--quiet", "--cached", "a.yaml")
    assert changes(here) == []
    put(here, "a.yaml", "anders\n")
    assert changes(here) == [("modified", "a.yaml", "a.yaml")]
    assert changes(here, "HEAD", "index") == [("deleted", "a.yaml", None)]


def test_many_files_taken_out_of_the_index_are_compared_by_one_process_whatever_they_are_called(here, monkeypatch):
    names = [
        "-streep.yaml",
        "regel\neinde.yaml",
        "terug\r.yaml",
        '"q".yaml',
        "*.yaml",
        *(f"{n}.yaml" for n in range(30)),
    ]
    committed(here, {name: f"{name}!\n" for name in names})
    git(here, "rm", "--quiet", "-r", "--cached", ".")
    put(here, "7.yaml", "anders\n")
    put(here, '"q".yaml', "anders\n")
    asked = []
    monkeypatch.setattr(ids, "run", lambda *arguments, **how: asked.append(arguments) or run(*arguments, **how))
    assert changes(here) == [("modified", name, name) for name in ('"q".yaml', "7.yaml")]
    assert len(asked) <= 4


def test_a_broken_index_is_told_of_by_its_own_name(here):
    (here / ".git" / "index").write_bytes(b"stuk")
    with pytest.raises(GitError) as error:
        changes(here)
    assert "klantreis-" not in error.value.message


def test_permissions_and_times_alone_are_no_change(here):
    (here / "a.yaml").chmod(0o755)
    os.utime(here / "b.yaml", (1, 1))
    assert changes(here) == []
    assert changes(here, "index") == []


def test_a_change_in_the_same_moment_and_of_the_same_size_is_seen(here):
    for number in range(10):
        put(here, "sub/c.yaml", f"{number}\n", add=True)
        put(here, "sub/c.yaml", "x\n")
        assert changes(here, "index") == [("modified", "sub/c.yaml", "sub/c.yaml")]


def test_a_file_that_became_a_link_is_gone(here):
    (here / "a.yaml").unlink()
    (here / "a.yaml").symlink_to("b.yaml")
    assert changes(here) == [("deleted", "a.yaml", None)]
    committed(here, {})
    assert changes(here, "HEAD", "HEAD~1") == [("added", None, "a.yaml")]


def test_submodules_and_links_are_no_files(here, tmp_path):
    other = begun(tmp_path / "ander", {"x.yaml": "x\n"})
    git(here, "submodule", "--quiet", "add", str(other), "onder")
    (here / "link.yaml").symlink_to("a.yaml")
    assert changes(here) == [("added", None, ".gitmodules")]


def test_paths_choose_by_either_name(here):
    git(here, "mv", "a.yaml", "sub/a.yaml")
    put(here, "b.yaml", "anders\n")
    moved = ("renamed", "a.yaml", "sub/a.yaml")
    assert changes(here, paths=["a.yaml"]) == [moved]
    assert changes(here, paths=["sub"]) == [moved]
    assert changes(here, paths=["sub/"]) == [moved]
    assert changes(here, paths=["b.yaml"]) == [("modified", "b.yaml", "b.yaml")]
    assert changes(here, paths=["su", "b"]) == []
    assert len(changes(here, paths=["."])) == 2


def test_a_merge_that_is_not_finished_is_told_as_a_conflict(here):
    git(here, "checkout", "--quiet", "-b", "tak")
    committed(here, {"a.yaml": "tak\n"})
    git(here, "checkout", "--quiet", "main")
    committed(here, {"a.yaml": "main\n", "b.yaml": "ook\n"})
    git(here, "merge", "--quiet", "tak", fails=True)
    assert changes(here) == [("conflicted", "a.yaml", "a.yaml")]
    assert changes(here, "HEAD", "index") == [("conflicted", "a.yaml", "a.yaml")]


@pytest.mark.parametrize("new", ["index", "work tree"])
def test_what_one_side_deleted_and_the_other_changed_is_a_conflict_too(here, new):
    git(here, "checkout", "--quiet", "-b", "tak")
    committed(here, {"a.yaml": LONG + "tak\n"})
    git(here, "checkout", "--quiet", "main")
    git(here, "rm", "--quiet", "a.yaml")
    committed(here, {})
    git(here, "merge", "--quiet", "tak", fails=True)
    assert changes(here, "HEAD", new) == [("conflicted", "a.yaml", "a.yaml")]


def test_a_file_that_is_only_promised_to_be_added_is_new(here):
    put(here, "nieuw.yaml", "x\n")
    git(here, "add", "--intent-to-add", "nieuw.yaml")
    assert changes(here) == [("added", None, "nieuw.yaml")]


def test_a_split_index_is_read_whole(here):
    git(here, "update-index", "--split-index")
    put(here, "a.yaml", "anders\n", add=True)
    put(here, "nieuw.yaml", "x\n")
    assert changes(here) == [("modified", "a.yaml", "a.yaml"), ("added", None, "nieuw.yaml")]


def test_before_the_first_commit_all_is_new(tmp_path):
    git(tmp_path, "init", "--quiet", "leeg")
    put(tmp_path / "leeg", "a.yaml", "a\n", add=True)
    put(tmp_path / "leeg", "b.yaml", "b\n")
    repository = repository_at(tmp_path / "leeg")
    found = changed_files(repository, head_or_nothing(repository), Worktree())
    assert [(change.status, change.new_path) for change in found] == [("added", "a.yaml"), ("added", "b.yaml")]
    assert len(changed_files(repository, head_or_nothing(repository), Index())) == 1


def test_line_ends_that_git_turns_are_no_change(here):
    git(here, "config", "core.autocrlf", "true")
    (here / "a.yaml").unlink()
    git(here, "checkout", "--quiet", "--", "a.yaml")
    assert (here / "a.yaml").read_bytes().startswith(b"regel 0\r\n")
    assert changes(here) == []
    (here / "a.yaml").rename(here / "z.yaml")
    assert changes(here) == [("renamed", "a.yaml", "z.yaml")]


def test_settings_of_the_repository_do_not_change_the_answer(here):
    for key, value in {
        "diff.renames": "false", "diff.noprefix": "true", "diff.relative": "true", "diff.orderFile": "weg",
        "color.ui": "always", "diff.external": "false", "diff.ignoreSubmodules": "none", "core.quotePath": "true",
        "diff.renameLimit": "1", "diff.autoRefreshIndex": "false", "status.showUntrackedFiles": "no",
    }.items():  # fmt: skip
        git(here, "config", key, value)
    git(here, "mv", "a.yaml", "sub/ä.yaml")
    os.utime(here / "b.yaml", (1, 1))
    put(here, "nieuw.yaml", "x\n")
    assert changes(here / "sub") == [("added", None, "nieuw.yaml"), ("renamed", "a.yaml", "sub/ä.yaml")]
