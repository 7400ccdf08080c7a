"""Revisions by name, and the states of a repository that two sides of a comparison can be."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass

from klantreis.source.git.repository import GitError, Repository, attempt, git_version, run
from klantreis.suggest import did_you_mean
from klantreis.wording import shortened

OLDEST = (2, 30)
"""The first version of git that can be told where options end."""
_MOST_REFS = 2_000
_LONGEST = 1_000
_SHALLOW = "This clone is shallow: fetch all of it (git fetch --unshallow; in CI: fetch-depth 0)."


@dataclass(frozen=True, slots=True)
class Worktree:
    """The files as they lie in the folder now."""

    shown: str = "work tree"


@dataclass(frozen=True, slots=True)
class Index:
    """The files as they were added for the next commit."""

    shown: str = "index"


@dataclass(frozen=True, slots=True)
class Commit:
    """A commit by its full id; `shown` is what the user called it."""

    oid: str
    shown: str


State = Worktree | Index | Commit


@dataclass(frozen=True, slots=True)
class Range:
    """The two sides of a comparison."""

    old: State
    new: State


def resolve(repository: Repository, revision: str) -> Commit:
    """Find the commit that a revision (`main`, `HEAD~2`, `v1.0`, an id …) names.

    Raises `GitError` when there is none, with a name that is near, or what else may be the matter.
    """
    if not _usable(revision):
        hint = "For example: HEAD~1, a branch, a tag, or a commit's id."
        raise GitError(f"`{shortened(revision)}` is no revision.", hint)
    found = _commit(repository, revision)
    if found is None:
        raise _unknown(repository, revision)
    return Commit(found, revision)


def is_revision(repository: Repository, text: str) -> bool:
    """Tell whether a text names a commit."""
    return _usable(text) and _commit(repository, text) is not None


def _commit(repository: Repository, revision: str) -> str | None:
    # What is looked for in messages (`:/words`) goes on to the end, and is a commit in any case.
    asked = revision if revision.startswith(":/") else f"{revision}^{{commit}}"
    found = attempt(repository, "rev-parse", "--verify", "--quiet", "--end-of-options", asked)
    return None if found is None else found.decode("ascii").strip()


def parse_range(repository: Repository, text: str) -> Range:
    """Read which two states are compared.

    `A..B` is two commits, `A...B` is B and where it branched off from A, `A` is a commit and the work tree;
    nothing is the last commit and the work tree. A side that is left out is `HEAD`.

    Raises `GitError` for an unknown revision, or when two branches have nothing in common.
    """
    for dots in ("...", ".."):
        old, found, new = text.partition(dots)
        if found:
            first, second = resolve(repository, old or "HEAD"), resolve(repository, new or "HEAD")
            return Range(merge_base(repository, first, second) if dots == "..." else first, second)
    if repository.root is None:
        raise GitError(
            "a bare repository has no work tree to compare with.", "Name two revisions: REV..REV, such as HEAD~1..HEAD"
        )
    return Range(resolve(repository, text) if text else head_or_nothing(repository), Worktree())


def merge_base(repository: Repository, first: Commit, second: Commit) -> Commit:
    """Find where two commits branched off. Raises `GitError` when they have nothing in common."""
    found = attempt(repository, "merge-base", first.oid, second.oid)
    if not found:
        hint = _SHALLOW if repository.shallow else f"Compare the two themselves: {first.shown}..{second.shown}"
        raise GitError(f"`{first.shown}` and `{second.shown}` have no commit in common.", hint)
    return Commit(found.decode("ascii").split()[0], first.shown)


def head_or_nothing(repository: Repository) -> Commit:
    """Give the last commit; where nothing was committed yet, what stands for it: a tree without files."""
    if unborn(repository):
        empty = run(repository, "hash-object", "-t", "tree", "--stdin").decode("ascii").strip()
        return Commit(empty, "nothing")
    return resolve(repository, "HEAD")


def unborn(repository: Repository) -> bool:
    """Tell whether nothing was committed yet on the branch that is checked out."""
    return attempt(repository, "rev-parse", "--verify", "--quiet", "HEAD") is None


def _usable(revision: str) -> bool:
    """A name that git could take for an option, or that no process can be given, is never passed on."""
    return (
        bool(revision)
        and not revision.startswith("-")
        and len(revision) <= _LONGEST
        and not any(char < " " or char == "\x7f" for char in revision)
    )


def _unknown(repository: Repository, revision: str) -> GitError:
    if git_version() < OLDEST:
        shown, wanted = (".".join(map(str, version)) for version in (git_version(), OLDEST))
        return GitError(
            f"git {shown} is too old for this.", f"Get git {wanted} or newer: https://git-scm.com/downloads"
        )
    if unborn(repository):
        return GitError(
            f"no revision `{revision}`: nothing was committed yet on this branch.",
            "Commit the files first: git add, git commit.",
        )
    if attempt(repository, "rev-parse", "--verify", "--quiet", "--end-of-options", revision) is not None:
        return GitError(f"`{revision}` is not a commit.", "Name a commit, a branch or a tag.")
    named = re.split(r"[~^@:]", revision, maxsplit=1)[0]
    if repository.shallow:
        hint = _SHALLOW
    elif named != revision and is_revision(repository, named or "HEAD"):
        hint = f"`{named or 'HEAD'}` is there; so many commits are not behind it."
    else:
        hint = did_you_mean(revision, _names(repository))
    return GitError(f"no revision `{revision}`.", hint or "Branches and tags: git branch -a, git tag")


def _names(repository: Repository) -> list[str]:
    asked = ("for-each-ref", f"--count={_MOST_REFS}", "--format=%(refname:short)")
    found = attempt(repository, *asked, "refs/heads", "refs/tags", "refs/remotes") or b""
    return os.fsdecode(found).splitlines()
