"""Revisions by name: what each means, and what is said of one that is none."""

from __future__ import annotations

import pytest
from tests.source.git.clones import alone, begun, committed, git

from klantreis.source.git import revisions
from klantreis.source.git.blobs import tree_files
from klantreis.source.git.repository import GitError, repository_at
from klantreis.source.git.revisions import (
    Commit,
    Range,
    Worktree,
    head_or_nothing,
    is_revision,
    merge_base,
    parse_range,
    resolve,
    unborn,
)


@pytest.fixture(autouse=True)
def _alone(monkeypatch, tmp_path):
    alone(monkeypatch, tmp_path / "home")


@pytest.fixture
def here(tmp_path):
    folder = begun(tmp_path / "r", {"a.yaml": "een\n"})
    return committed(folder, {"a.yaml": "twee\n"}, "Tweede")


def oid(folder, name):
    return git(folder, "rev-parse", name).strip()


@pytest.mark.parametrize("name", ["HEAD", "main", "HEAD~1", "@", "v1.0", "licht", "funcție"])
def test_any_name_that_git_knows_is_a_commit(here, name):
    git(here, "tag", "--annotate", "v1.0", "--message=een", "HEAD~1")
    git(here, "tag", "licht")
    git(here, "branch", "funcție")
    assert resolve(repository_at(here), name) == Commit(oid(here, f"{name}^{{commit}}"), name)


def test_a_commit_may_be_named_by_its_message(here):
    assert resolve(repository_at(here), ":/Begin").oid == oid(here, "HEAD~1")


def test_a_short_id_is_made_whole(here):
    assert resolve(repository_at(here), oid(here, "HEAD")[:8]).oid == oid(here, "HEAD")


def test_an_unknown_name_is_told_with_the_one_it_is_like(here):
    git(here, "branch", "winkel-droom")
    with pytest.raises(GitError, match="no revision `winkle-droom`") as error:
        resolve(repository_at(here), "winkle-droom")
    assert error.value.hint == "Did you mean `winkel-droom`?"


def test_an_unknown_name_that_is_like_none_says_where_to_look(here):
    with pytest.raises(GitError) as error:
        resolve(repository_at(here), "zzzzzz")
    assert "git branch" in error.value.hint


def test_going_back_too_far_is_told_as_that(here):
    with pytest.raises(GitError, match="no revision `HEAD~9`") as error:
        resolve(repository_at(here), "HEAD~9")
    assert error.value.hint == "`HEAD` is there; so many commits are not behind it."


def test_a_git_that_is_too_old_is_told_as_that(here, monkeypatch):
    monkeypatch.setattr(revisions, "git_version", lambda: (2, 25, 1))
    with pytest.raises(GitError, match=r"git 2\.25\.1 is too old"):
        resolve(repository_at(here), "weg")


def test_in_a_shallow_clone_the_rest_must_be_fetched(here, tmp_path):
    git(tmp_path, "clone", "--quiet", "--depth=1", here.as_uri(), "ondiep")
    with pytest.raises(GitError) as error:
        resolve(repository_at(tmp_path / "ondiep"), "HEAD~1")
    assert "--unshallow" in error.value.hint


@pytest.mark.parametrize("name", ["", "-h", "--all", "--output=x", "a\nb", "a\0b", "x" * 2000])
def test_what_git_could_take_for_an_option_or_no_name_at_all_is_never_passed_on(here, name):
    repository = repository_at(here)
    with pytest.raises(GitError, match="is no revision"):
        resolve(repository, name)
    assert not is_revision(repository, name)


def test_a_file_in_a_commit_is_not_a_commit(here):
    with pytest.raises(GitError, match="is not a commit"):
        resolve(repository_at(here), "HEAD:a.yaml")


def test_before_the_first_commit_it_says_that_there_is_none(tmp_path):
    git(tmp_path, "init", "--quiet", "leeg")
    repository = repository_at(tmp_path / "leeg")
    assert unborn(repository)
    with pytest.raises(GitError, match="nothing was committed yet"):
        resolve(repository, "HEAD")
    assert tree_files(repository, head_or_nothing(repository)) == []


def test_on_a_detached_head_all_is_as_usual(here):
    git(here, "checkout", "--quiet", "--detach", "HEAD~1")
    assert resolve(repository_at(here), "HEAD").oid == oid(here, "main~1")


def test_one_revision_is_compared_with_the_work_tree(here):
    repository = repository_at(here)
    assert parse_range(repository, "HEAD~1") == Range(resolve(repository, "HEAD~1"), Worktree())
    assert parse_range(repository, "") == Range(resolve(repository, "HEAD"), Worktree())


def test_two_dots_are_two_commits_and_head_where_one_is_left_out(here):
    repository = repository_at(here)
    first, last = resolve(repository, "HEAD~1"), resolve(repository, "HEAD")
    assert parse_range(repository, "HEAD~1..HEAD") == Range(first, last)
    assert parse_range(repository, "HEAD~1..") == Range(first, last)
    assert parse_range(repository, "..HEAD~1") == Range(last, first)


def test_three_dots_begin_where_the_branch_did(here):
    git(here, "checkout", "--quiet", "-b", "tak", "HEAD~1")
    committed(here, {"b.yaml": "b\n"}, "Op de tak")
    repository = repository_at(here)
    found = parse_range(repository, "main...tak")
    assert (found.old.oid, found.new.oid) == (oid(here, "main~1"), oid(here, "tak"))


def test_branches_with_nothing_in_common_cannot_be_compared_from_where_they_parted(here):
    git(here, "checkout", "--quiet", "--orphan", "wees")
    committed(here, {"c.yaml": "c\n"}, "Wees")
    with pytest.raises(GitError, match="`main` and `wees` have no commit in common") as error:
        parse_range(repository_at(here), "main...wees")
    assert "main..wees" in error.value.hint


def test_a_bare_repository_needs_two_revisions(here, tmp_path):
    git(tmp_path, "clone", "--quiet", "--bare", str(here), "kaal.git")
    repository = repository_at(tmp_path / "kaal.git")
    with pytest.raises(GitError, match="no work tree"):
        parse_range(repository, "HEAD~1")
    assert parse_range(repository, "HEAD~1..HEAD").old.oid == oid(here, "main~1")


def test_the_merge_base_of_a_commit_and_one_before_it_is_that_one(here):
    repository = repository_at(here)
    older = resolve(repository, "HEAD~1")
    assert merge_base(repository, resolve(repository, "HEAD"), older).oid == older.oid
