"""Finding a repository from wherever one stands, and running git in it without running anything else."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from tests.source.git.clones import alone, begun, committed, git

from klantreis.source.git.blobs import files_of, index_files, read_files, read_many
from klantreis.source.git.changes import changed_files
from klantreis.source.git.log import history_of
from klantreis.source.git.repository import GitError, attempt, git_version, repository_at, run
from klantreis.source.git.revisions import Index, Worktree, resolve


@pytest.fixture(autouse=True)
def _alone(monkeypatch, tmp_path):
    alone(monkeypatch, tmp_path / "home")


@pytest.fixture
def here(tmp_path):
    return begun(tmp_path / "een map", {"a.yaml": "een\n", "sub/ë.yaml": "twee\n"})


def python(folder, code, **environment):
    """Run a few lines as a process of their own."""
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=folder,
        capture_output=True,
        env={**os.environ, **environment},
        check=False,
        timeout=60,
    )
    return (done.stdout + done.stderr).decode()


FIND = """
import sys
from pathlib import Path
from klantreis.errors import KlantreisError
from klantreis.source.git.repository import repository_at
try:
    found = repository_at(Path("a.yaml"))
    print(found.root)
except KlantreisError as error:
    print(type(error).__name__, error.exit_code, error.message, "|", error.hint)
"""


@pytest.mark.parametrize("start", ["a.yaml", "sub", "sub/ë.yaml", "weg.yaml", "sub/weg/ook/weg.yaml", "."])
def test_it_is_found_from_any_file_or_folder_in_it_also_one_that_is_gone(here, start):
    assert repository_at(here / start).root == here


def test_a_path_is_relative_to_the_current_folder(here, monkeypatch):
    monkeypatch.chdir(here / "sub")
    repository = repository_at(Path("ë.yaml"))
    assert (repository.root, repository.path_of(Path("ë.yaml"))) == (here, "sub/ë.yaml")


def test_outside_of_one_it_says_so_and_what_to_do(tmp_path):
    with pytest.raises(GitError, match="not in a git repository") as error:
        repository_at(tmp_path)
    assert (error.value.exit_code, "git init" in error.value.hint) == (2, True)


def test_without_git_it_says_where_to_get_it(here, tmp_path):
    said = python(here, FIND, PATH=str(tmp_path))
    assert said.startswith("GitError 2 git is not installed, or not on the PATH. | Get it at")


def test_a_repository_of_somebody_else_is_refused_with_the_way_to_trust_it(here):
    said = python(here, FIND, GIT_TEST_ASSUME_DIFFERENT_OWNER="1")
    assert "belongs to another user" in said
    assert f"safe.directory '{here}'" in said
    below = python(here / "sub", FIND, GIT_TEST_ASSUME_DIFFERENT_OWNER="1")
    assert f"safe.directory '{here}'" in below


def test_a_bare_one_has_no_work_tree(here, tmp_path):
    git(tmp_path, "clone", "--quiet", "--bare", str(here), "kaal.git")
    repository = repository_at(tmp_path / "kaal.git")
    assert (repository.root, repository.git_dir) == (None, tmp_path / "kaal.git")
    assert run(repository, "rev-parse", "HEAD").decode().strip() == resolve(repository, "main").oid


def test_an_added_work_tree_has_a_root_of_its_own_and_shares_the_rest(here, tmp_path):
    git(here, "worktree", "add", "--quiet", "--detach", str(tmp_path / "tweede"))
    second = repository_at(tmp_path / "tweede" / "sub")
    assert (second.root, second.common_dir) == (tmp_path / "tweede", here / ".git")
    assert second.git_dir != second.common_dir


def test_a_submodule_is_a_repository_of_its_own(here, tmp_path):
    above = begun(tmp_path / "boven", {"b.yaml": "b\n"})
    git(above, "submodule", "--quiet", "add", str(here), "onder")
    assert repository_at(above / "onder" / "a.yaml").root == above / "onder"
    assert repository_at(above / "b.yaml").root == above


def test_a_shallow_clone_is_known_as_one(here, tmp_path):
    committed(here, {"a.yaml": "anders\n"})
    git(tmp_path, "clone", "--quiet", "--depth=1", here.as_uri(), "ondiep")
    assert repository_at(tmp_path / "ondiep").shallow
    assert not repository_at(here).shallow


def test_within_gits_own_folder_there_is_nothing_to_name(here):
    with pytest.raises(GitError, match="git's own folder"):
        repository_at(here / ".git" / "config")


def test_a_file_elsewhere_has_no_path_in_it(here, tmp_path):
    with pytest.raises(GitError, match="outside of the git repository"):
        repository_at(here).path_of(tmp_path / "elders.yaml")


def test_a_folder_that_is_a_link_leads_into_it(here, tmp_path):
    (tmp_path / "link").symlink_to(here / "sub")
    assert repository_at(tmp_path / "link").path_of(tmp_path / "link" / "ë.yaml") == "sub/ë.yaml"


def test_a_path_that_no_file_can_have_is_an_error_in_words(here):
    with pytest.raises(GitError, match="null byte"):
        run(repository_at(here), "rev-parse", "a\0b")


def test_what_git_refuses_is_told_in_its_own_words(here):
    with pytest.raises(GitError, match=r"git ls-tree: .*[Nn]ot a valid object name"):
        run(repository_at(here), "ls-tree", "onbekend")
    assert attempt(repository_at(here), "ls-tree", "onbekend") is None


def test_the_version_of_git_is_known():
    assert git_version() >= (2, 25)


def hook(folder, name, code, *, prefix=""):
    """Let git run a few lines of Python at a moment of its own."""
    hooks = folder / ".git" / "hooks"
    hooks.mkdir(exist_ok=True)
    program = hooks / name
    (hooks / f"{name}.py").write_text(code, "utf-8")
    program.write_text(f'#!/bin/sh\n{prefix}"{sys.executable}" "{hooks}/{name}.py" > "{hooks}/said"\n')
    program.chmod(0o755)
    return hooks / "said"


INDEX = """
from pathlib import Path
from klantreis.source.git.blobs import index_files, read_files
from klantreis.source.git.repository import repository_at
from klantreis.source.git.revisions import Index
found = repository_at(Path.cwd())
print(read_files(found, Index(), index_files(found, ["a.yaml"])).found)
"""


def test_a_hook_sees_the_index_of_the_commit_that_is_being_made(here):
    said = hook(here, "pre-commit", INDEX)
    (here / "a.yaml").write_text("wordt vastgelegd\n", "utf-8")
    # `git commit FILE` makes an index for this one commit.
    git(here, "commit", "--quiet", "--message=x", "a.yaml")
    assert said.read_text("utf-8") == "{'a.yaml': b'wordt vastgelegd\\n'}\n"


def test_a_hook_in_an_added_work_tree_sees_its_own_index(here, tmp_path):
    said = hook(here, "pre-commit", INDEX)
    git(here, "worktree", "add", "--quiet", "-b", "tak", str(tmp_path / "tweede"))
    (tmp_path / "tweede" / "a.yaml").write_text("daar\n", "utf-8")
    git(tmp_path / "tweede", "commit", "--quiet", "--all", "--message=x")
    assert said.read_text("utf-8") == "{'a.yaml': b'daar\\n'}\n"


def test_what_a_hook_is_told_of_its_repository_is_not_told_to_another(here, tmp_path, monkeypatch):
    other = begun(tmp_path / "ander", {"b.yaml": "b\n"})
    monkeypatch.setenv("GIT_DIR", str(other / ".git"))
    monkeypatch.setenv("GIT_INDEX_FILE", str(other / ".git" / "index"))
    monkeypatch.setenv("GIT_WORK_TREE", str(other))
    repository = repository_at(here / "a.yaml")
    assert repository.root == here
    assert [file.path for file in index_files(repository)] == ["a.yaml", "sub/ë.yaml"]


def test_a_work_tree_without_a_git_folder_is_found_by_the_environment(tmp_path, monkeypatch):
    home = tmp_path / "thuis"
    home.mkdir()
    (home / "a.yaml").write_text("een\n", "utf-8")
    git(tmp_path, "init", "--quiet", "--bare", "punt.git")
    monkeypatch.setenv("GIT_DIR", str(tmp_path / "punt.git"))
    monkeypatch.setenv("GIT_WORK_TREE", str(home))
    git(home, "add", "a.yaml")
    repository = repository_at(home / "a.yaml")
    assert (repository.root, [file.path for file in index_files(repository)]) == (home, ["a.yaml"])


def test_objects_in_quarantine_are_seen_by_the_hook_that_judges_them(here, tmp_path):
    git(tmp_path, "clone", "--quiet", "--bare", str(here), "server.git")
    code = """
import sys
from pathlib import Path
from klantreis.source.git.blobs import read_many
from klantreis.source.git.repository import repository_at
found = repository_at(Path.cwd())
for line in sys.stdin:
    new = line.split()[1]
    print(read_many(found, [f"{new}:a.yaml"]).found[f"{new}:a.yaml"])
"""
    hooks = tmp_path / "server.git"
    (hooks / ".git").mkdir()
    said = hook(hooks, "pre-receive", code)
    git(hooks, "config", "core.hooksPath", str(said.parent))
    committed(here, {"a.yaml": "geduwd\n"})
    git(here, "push", "--quiet", str(hooks), "main")
    assert said.read_text("utf-8") == "b'geduwd\\n'\n"


def test_no_program_that_a_repository_names_is_ever_run(here, tmp_path):
    ran = tmp_path / "ran"
    program = tmp_path / "program.sh"
    program.write_text(f'#!/bin/sh\necho "$@" >> "{ran}"\n')
    program.chmod(0o755)
    for key in (
        "core.fsmonitor", "core.pager", "pager.diff", "pager.log", "diff.external", "diff.x.textconv",
        "diff.x.command", "core.editor", "gpg.program", "core.askPass",
    ):  # fmt: skip
        git(here, "config", key, str(program))
    git(here, "config", "log.showSignature", "true")
    hooks = tmp_path / "haken"
    hooks.mkdir()
    for name in ("post-index-change", "reference-transaction", "pre-auto-gc"):
        (hooks / name).symlink_to(program)
    git(here, "config", "core.hooksPath", str(hooks))
    (here / ".gitattributes").write_text("* diff=x\n", "utf-8")
    (here / "a.yaml").write_text("anders\n", "utf-8")
    ran.unlink(missing_ok=True)
    repository = repository_at(here)
    head = resolve(repository, "HEAD")
    os.utime(here / "sub" / "ë.yaml")
    assert changed_files(repository, head, Worktree())
    assert history_of(repository, "a.yaml").versions
    assert read_files(repository, Index(), files_of(repository, Index())).found
    assert read_many(repository, ["HEAD:a.yaml"]).found
    assert not ran.exists()


def test_asking_leaves_the_repository_as_it_was(here):
    (here / "a.yaml").write_text("anders\n", "utf-8")
    os.utime(here / "sub" / "ë.yaml", (1, 1))
    before = {path: path.read_bytes() for path in sorted((here / ".git").rglob("*")) if path.is_file()}
    repository = repository_at(here)
    changed_files(repository, resolve(repository, "HEAD"), Worktree())
    changed_files(repository, Index(), Worktree())
    assert {path: path.read_bytes() for path in sorted((here / ".git").rglob("*")) if path.is_file()} == before
