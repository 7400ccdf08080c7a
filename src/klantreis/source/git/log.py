"""The commits of one file, oldest first: one process of git, whatever their number."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

from klantreis.source.git.blobs import FILE_MODES
from klantreis.source.git.repository import Repository, run
from klantreis.source.git.revisions import Commit, resolve, unborn

_FORMAT = "%H%x00%aI%x00%at%x00%aN%x00%s%x00"
_HEAD = 5
_LOG = (
    "log", "--follow", "--raw", "-M", "-z", "--no-abbrev", "--no-color", "--no-ext-diff", "--no-textconv",
    "--no-relative", "--encoding=UTF-8", f"--format={_FORMAT}",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Version:
    """A commit that changed the file. `oid` is the blob it left, empty where the file was deleted.

    `when` is the day the change was made, with its time zone; `path` what the file was called then.
    """

    commit: str
    when: datetime
    author: str
    subject: str
    path: str
    oid: str


@dataclass(frozen=True, slots=True)
class FileHistory:
    """The versions of a file, oldest first. `shallow`: there may be older ones that this clone does not have."""

    versions: tuple[Version, ...]
    shallow: bool = False


def history_of(repository: Repository, path: str, start: Commit | None = None, *, every: bool = False) -> FileHistory:
    """Give the versions of a file up to a commit (unless said: the one checked out), renames followed.

    Each is what the file became on the line of history that was merged into, so that each version really followed
    the one before it: a merged branch is one version, its merge. With `every`, the commits of merged branches too,
    and of merges only those that changed what both sides had. A copy begins a history of its own.

    `path` is from the top of the repository. A file that was never committed has no versions.
    """
    if start is None:
        if unborn(repository):
            return FileHistory(())
        start = resolve(repository, "HEAD")
    # Against the first parent only, a merge is the step that the main line took.
    merges = ("-c",) if every else ("--first-parent", "-m")
    listed = run(repository, *_LOG, *merges, start.oid, "--", path)
    versions = list(_versions(listed))
    return FileHistory(tuple(reversed(versions)), repository.shallow)


def commits_of(
    repository: Repository, start: Commit, without: Commit | None = None, *, every: bool = False
) -> list[str]:
    """Give the ids of the commits up to one, oldest first; those up to `without` left out.

    Unless `every`, only those of the main line, as in `history_of`.
    """
    line = () if every else ("--first-parent",)
    hidden = (f"^{without.oid}",) if without else ()
    listed = run(repository, "rev-list", "--reverse", *line, start.oid, *hidden, "--")
    return listed.decode("ascii").split()


def _versions(listed: bytes) -> Iterator[Version]:
    words = listed.split(b"\0")
    at = 0
    while at + _HEAD < len(words):
        commit, iso, seconds, author, subject = (word.decode("utf-8", "replace") for word in words[at : at + _HEAD])
        at += _HEAD
        status = path = oid = ""
        while at < len(words) and (word := words[at].lstrip(b"\n"))[:1] in (b":", b""):
            if word:
                mode, oid, status = _entry(word.decode("ascii"))
                at += 2 if status.startswith(("R", "C")) and not word.startswith(b"::") else 1
                path = os.fsdecode(words[at])
                oid = oid if mode in FILE_MODES else ""
            at += 1
        if path:
            yield Version(commit, _when(iso, seconds), author, subject, path, oid)
        if status.startswith("C"):
            # What follows is the history of the file that it was copied from.
            return


def _entry(head: str) -> tuple[str, str, str]:
    """The mode and id that a raw entry ends in, and its letter; `::` is a merge, with one more of each a parent."""
    colons = len(head) - len(head.lstrip(":"))
    words = head.lstrip(":").split(" ")
    return words[colons], words[2 * colons + 1], words[-1]


def _when(iso: str, seconds: str) -> datetime:
    try:
        when = datetime.fromisoformat(iso)
    except ValueError:
        when = None
    if when is not None and when.tzinfo is not None:
        return when
    try:
        return datetime.fromtimestamp(int(seconds), UTC)
    except (ValueError, OverflowError, OSError):
        return datetime.fromtimestamp(0, UTC)
