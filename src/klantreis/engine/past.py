"""A file as it was in a revision: `REV:path`."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass, field
from pathlib import Path

from klantreis.check.load import load
from klantreis.config import find_config
from klantreis.engine.sides import Held
from klantreis.engine.states import OneSide, Unread, organisation_in, read_side
from klantreis.model.organisation import Organisation
from klantreis.source.git.blobs import holds, read_many
from klantreis.source.git.repository import GitError, Repository, repository_at
from klantreis.source.git.revisions import Commit, Index, State, resolve

_ELSEWHERE = re.compile(r"[A-Za-z]:[\\/]|\w+://")


@dataclass(slots=True, eq=False)
class Past:
    """What a file held in a revision, or why it cannot be read there; and the organisation of that time.

    `file` is how the file was written, and `wanted` the id behind it, if any.
    """

    file: str = ""
    wanted: str = ""
    held: list[Held] = field(default_factory=list)
    unread: Unread | None = None
    organisation: Organisation | None = None


def in_revision(written: str, folder: Path) -> Past | None:
    """Read `REV:path`; the path from the top of the repository, or else from the folder. `:path` is the index.

    An id may stand behind it: `REV:path#id`; a file whose own name has such a sign goes first.

    None when there is no repository here, so that nobody can mean one.

    Raises `GitError` for an unknown revision, or a file that was not there then.
    """
    revision, _, path = written.partition(":")
    if not path or is_elsewhere(written):
        return None
    try:
        repository = repository_at(folder)
    except GitError:
        if _plain(revision):
            raise
        return None
    state: State = resolve(repository, revision) if revision else Index()
    prefix = state.oid if isinstance(state, Commit) else ""
    file, name = written, ""
    for file in dict.fromkeys((written, _without_id(written))):
        name, data = _file(repository, prefix, file, folder)
        if name:
            break
    if not name:
        raise _missing(repository, state, revision, file, folder)
    side = OneSide()
    read_side(load(file, data, named=True), side)
    return Past(
        file,
        written[len(file) + 1 :],
        side.held,
        next(iter(side.unread), None),
        organisation_in(repository, state, workspace_below(repository, folder)),
    )


def _without_id(written: str) -> str:
    head, mark, _ = written.rpartition("#")
    return head if mark else written


def _file(repository: Repository, prefix: str, written: str, folder: Path) -> tuple[str, bytes]:
    """The name of a file from the top of the repository and what it held; no name where it was not there."""
    path = written.partition(":")[2]
    for name in (_from_top(path), _from_here(repository, folder, path)):
        blobs = read_many(repository, [f"{prefix}:{name}"] if name else [])
        if name and not blobs.missing:
            return name, blobs.read(f"{prefix}:{name}", written)
    return "", b""


def _missing(repository: Repository, state: State, revision: str, written: str, folder: Path) -> GitError:
    path = written.partition(":")[2]
    names = (_from_top(path), _from_here(repository, folder, path))
    if isinstance(state, Index) and any(name and holds(repository, state, name) for name in names):
        hint = f"Settle the conflict first, or name one side: `:2:{path}` (ours), `:3:{path}` (theirs)."
        return GitError(f"{written}: git could not merge this file.", hint)
    return GitError(
        f"{written}: there was no such file then.",
        f"The files of a revision: git ls-tree -r --name-only {revision or 'HEAD'}",
    )


def is_elsewhere(written: str) -> bool:
    """Tell whether it is a path of Windows, or an address: no revision stands before that colon."""
    return _ELSEWHERE.match(written) is not None


def _plain(revision: str) -> bool:
    """Whether it looks like a revision rather than like part of a title or an address."""
    return bool(revision) and " " not in revision and len(revision) > 1 and not revision.startswith("http")


def _from_top(path: str) -> str:
    return "" if path.startswith(("./", "../", "/")) else path


def _from_here(repository: Repository, folder: Path, path: str) -> str:
    try:
        return repository.path_of(folder / path)
    except GitError:
        return ""


def workspace_below(repository: Repository, folder: Path) -> str:
    """Give the folder of the workspace around a folder, from the top of the repository; empty for the top itself."""
    config = find_config(folder)
    if config is None or repository.root is None:
        return ""
    relative = os.path.relpath(os.path.realpath(config.root), os.path.realpath(repository.root))
    return "" if relative == os.curdir or relative.startswith(os.pardir) else relative.replace(os.sep, "/")
