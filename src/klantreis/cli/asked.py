"""What the words of `klantreis diff` mean: revisions, files, or revisions and the paths to look at."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from klantreis.errors import PathError, UsageError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from klantreis.source.git.repository import Repository
    from klantreis.source.git.revisions import Range

_MOST = 2


@dataclass(frozen=True, slots=True)
class Asked:
    """Two states of a repository, and where in it to look: `paths` from its top; none means everywhere.

    `below` is the folder of the workspace, from the top of the repository.
    """

    repository: Repository
    between: Range
    paths: tuple[str, ...]
    below: str


def names_a_file(name: str) -> bool:
    """Tell whether a word is a file, a file with `#id`, or a file in a revision."""
    head, mark, _ = name.rpartition("#")
    if os.path.isfile(name) or (mark and os.path.isfile(head)):
        return True
    revision, colon, path = name.partition(":")
    return bool(colon and path) and ".." not in revision and not os.path.lexists(name)


def asked_for(names: Sequence[str], *, staged: bool) -> Asked:
    """Find out which two states are meant, and which paths.

    Raises `UsageError` for words that do not fit together or may mean two things, `GitError` for an unknown
    revision, `PathError` for a path that is in neither state: that is no difference to be silent about.
    """
    from klantreis.engine.past import workspace_below
    from klantreis.source.git.repository import repository_at

    if "" in names:
        raise UsageError("an empty word is no revision and no path.", "Is a variable of the shell not set?")
    there = next((name for name in names if os.path.lexists(name)), "")
    repository = repository_at(Path(there) if there else Path.cwd())
    revisions, paths = _sorted(repository, names)
    between = _between(repository, revisions, staged=staged)
    below = workspace_below(repository, Path(paths[0]).parent if paths else Path.cwd())
    wanted: list[str] = []
    for path in paths:
        own = _from_top(repository, path)
        _refuse_unknown(repository, between, path, own)
        wanted += own
    return Asked(repository, between, tuple(wanted or ([below] if below else [])), below)


def _sorted(repository: Repository, names: Sequence[str]) -> tuple[Sequence[str], Sequence[str]]:
    """Revisions first, two at most, or one range; then paths."""
    count = 0
    for name in names[:_MOST]:
        if _is_path(repository, name):
            break
        count += 1
        if ".." in name:
            break
    return names[:count], names[count:]


def _is_path(repository: Repository, name: str) -> bool:
    from klantreis.source.git.revisions import is_revision

    if _looks_like_path(name):
        return True
    if _looks_like_path(name.rpartition("#")[0]):
        raise UsageError(f"{name}: two states are compared by whole files.", "Leave `#…` out, or name two files.")
    if repository.root is None or not os.path.lexists(name):
        return False
    if is_revision(repository, name):
        what = "folder" if os.path.isdir(name) else "file"
        raise UsageError(
            f"`{name}` is a revision, and a {what} too.",
            f"Write `{name}~0` for the revision, `./{name}` for the {what}.",
        )
    return True


def _looks_like_path(name: str) -> bool:
    return name.lower().endswith((".yaml", ".yml", "/")) or name.startswith(("./", "../", "/"))


def _between(repository: Repository, revisions: Sequence[str], *, staged: bool) -> Range:
    from klantreis.source.git.revisions import Index, Range, head_or_nothing, parse_range, resolve

    if staged:
        if len(revisions) > 1 or ".." in "".join(revisions):
            raise UsageError("--staged compares one revision with what was added.", "Name one, or none.")
        old = resolve(repository, revisions[0]) if revisions else head_or_nothing(repository)
        return Range(old, Index())
    if len(revisions) > 1:
        return Range(resolve(repository, revisions[0]), resolve(repository, revisions[1]))
    return parse_range(repository, revisions[0] if revisions else "")


def _from_top(repository: Repository, path: str) -> list[str]:
    """What git calls a path; of a link, which may have been a file before, what it leads to as well."""
    path = path.rstrip("/") or path
    own = [repository.path_of(Path(path))]
    if os.path.islink(path) and os.path.exists(path):
        own.append(repository.path_of(Path(os.path.realpath(path))))
    return own


def _refuse_unknown(repository: Repository, between: Range, path: str, names: Sequence[str]) -> None:
    from klantreis.source.git.blobs import holds

    if any(holds(repository, state, name) for state in (between.old, between.new) for name in names):
        return
    if os.path.lexists(path):
        raise PathError(
            f"{path}: git has no file there, now or then.", "Is it empty, ignored by git, or in another repository?"
        )
    hint = "Paths are relative to the folder you are in."
    if ":" in path:
        hint = "A file of a revision is compared with another file: name two, REV:path REV:path."
    raise PathError(f"{path}: no such file, now or then.", hint)
