"""Which files differ between two states of a repository; renamed and moved files are one file."""

from __future__ import annotations

import os
import shutil
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Literal

from klantreis.errors import PathError
from klantreis.source.discover import read_bytes
from klantreis.source.git.blobs import is_plain, read_many
from klantreis.source.git.ids import ids_now
from klantreis.source.git.repository import GitError, Repository, run
from klantreis.source.git.revisions import Commit, Index, State, Worktree
from klantreis.source.reader import MAX_BYTES

Status = Literal["added", "deleted", "modified", "renamed", "conflicted"]

_ALIKE = 0.5
"""How much of two files must be the same to call it one file that moved: git's own measure."""
_MOST_PAIRS = 400
_RENAMES = 1_000
_RAW = (
    "--raw", "-z", "--no-abbrev", "-M", f"-l{_RENAMES}", "--no-color", "--no-ext-diff", "--no-textconv",
    "--no-relative", "--ignore-submodules=all",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class FileChange:
    """A file that differs. A path or id is None where the file is not there, or only in the work tree has this content.

    `conflicted`: git could not merge it, and nobody has said yet what it must be.
    """

    old_path: str | None
    new_path: str | None
    old_oid: str | None
    new_oid: str | None
    status: Status


def changed_files(repository: Repository, old: State, new: State, paths: Sequence[str] = ()) -> list[FileChange]:
    """Give the files that differ between two states, by path; with `paths`, those at or below one of them.

    A file that was renamed or moved is found by what it holds, also when only one of its paths is asked for. Files
    of the work tree that git does not know yet count, those that it ignores do not. A change of nothing but the
    permissions is none; links and submodules are no files.
    """
    if old == new or (isinstance(old, Commit) and isinstance(new, Commit) and old.oid == new.oid):
        return []
    if _rank(old) > _rank(new):
        found = [_turned(change) for change in _changes(repository, new, old)]
    else:
        found = _changes(repository, old, new)
    wanted = [change for change in found if _asked(change, paths)]
    return sorted(wanted, key=lambda change: (change.new_path or change.old_path or "", change.old_path or ""))


def _rank(state: State) -> int:
    return (Commit, Index, Worktree).index(type(state))


def _changes(repository: Repository, old: State, new: State) -> list[FileChange]:
    # Never by path: the other half of a move may lie outside of it.
    asked = ("diff", *_RAW, *_sides(old, new), "--")
    if isinstance(new, Worktree):
        with _own_index(repository) as own:
            raw = _raw(repository, own, asked)
    else:
        raw = run(repository, *asked)
    found = list(_parsed(raw))
    if not isinstance(new, Commit):
        found = _with_conflicts(repository, found)
    return _with_untracked(repository, found) if isinstance(new, Worktree) else found


def _raw(repository: Repository, own: Repository, asked: Sequence[str]) -> bytes:
    try:
        return run(own, *asked)
    except GitError:
        # Whoever reads it knows of no copy: let git say it of the index itself.
        run(repository, *asked)
        raise


@contextmanager
def _own_index(repository: Repository) -> Iterator[Repository]:
    """Give the repository with a copy of its index: git notes in it which files it has looked at."""
    local = dict(repository.local)
    index = Path(local.get("GIT_INDEX_FILE", repository.git_dir / "index"))
    if not index.is_file():
        yield repository
        return
    with TemporaryDirectory(prefix="klantreis-") as folder:
        # With its time: what was changed in the same moment as the index must be looked at again.
        copy = shutil.copy2(index, Path(folder) / "index")
        yield replace(repository, local=tuple(sorted({**local, "GIT_INDEX_FILE": str(copy)}.items())))


def _sides(old: State, new: State) -> list[str]:
    if isinstance(old, Commit):
        if isinstance(new, Commit):
            return [old.oid, new.oid]
        return ["--cached", old.oid] if isinstance(new, Index) else [old.oid]
    return []


def _parsed(raw: bytes) -> Iterator[FileChange]:
    words = iter(raw.split(b"\0"))
    for head in words:
        if not head:
            continue
        old_mode, new_mode, old_oid, new_oid, status = head.decode("ascii").removeprefix(":").split(" ")
        first = os.fsdecode(next(words))
        second = os.fsdecode(next(words)) if status[0] in "RC" else first
        change = _change(
            (first, _oid(old_oid)) if old_mode.startswith("100") else None,
            (second, _oid(new_oid)) if new_mode.startswith("100") else None,
            status[0],
        )
        if change is not None:
            yield change


def _change(old: tuple[str, str | None] | None, new: tuple[str, str | None] | None, letter: str) -> FileChange | None:
    if letter == "U":
        side = old or new
        return FileChange(side[0], side[0], side[1], None, "conflicted") if side else None
    if letter == "C":
        old = None
    if old is None and new is None:
        return None
    if old is None or new is None:
        status: Status = "added" if new else "deleted"
    elif old[0] != new[0]:
        status = "renamed"
    elif old[1] == new[1]:
        return None
    else:
        status = "modified"
    return FileChange(old and old[0], new and new[0], old and old[1], new and new[1], status)


def _with_conflicts(repository: Repository, found: list[FileChange]) -> list[FileChange]:
    """Say of each file that git could not merge, once, that it is in conflict."""
    listed = run(repository, "ls-files", "--unmerged", "-z", "--full-name")
    unmerged = {os.fsdecode(entry.partition(b"\t")[2]) for entry in listed.split(b"\0") if entry}
    by_path: dict[str | None, FileChange] = {}
    for change in found:
        path = change.new_path or change.old_path
        if path not in unmerged:
            by_path[path] = change
        elif path not in by_path or change.old_oid:
            by_path[path] = FileChange(path, path, change.old_oid, change.new_oid, "conflicted")
    for path in unmerged - by_path.keys():
        by_path[path] = FileChange(path, path, None, None, "conflicted")
    return list(by_path.values())


def _oid(written: str) -> str | None:
    return written if written.strip("0") else None


def _turned(change: FileChange) -> FileChange:
    turned: dict[Status, Status] = {"added": "deleted", "deleted": "added"}
    status = turned.get(change.status, change.status)
    return FileChange(change.new_path, change.old_path, change.new_oid, change.old_oid, status)


def _asked(change: FileChange, paths: Sequence[str]) -> bool:
    own = [path for path in (change.old_path, change.new_path) if path is not None]
    return not paths or any(
        root in ("", ".") or path == root or path.startswith(root.rstrip("/") + "/") for root in paths for path in own
    )


def _with_untracked(repository: Repository, found: list[FileChange]) -> list[FileChange]:
    """Add the files that git does not know yet; one that holds what a deleted file held is that file, moved."""
    listed = run(repository, "ls-files", "--others", "--exclude-standard", "-z", "--full-name")
    names = [os.fsdecode(name) for name in listed.split(b"\0") if name]
    new = [name for name in names if is_plain(repository.folder / name)]
    # Gone from the index and still in the folder (`git rm --cached`): told as deleted and as new, and is neither.
    kept = {change.old_path: change for change in found if change.status == "deleted" and change.old_path in set(new)}
    gone = [change for change in found if change.status == "deleted" and change.old_path not in kept]
    moved = _moved(repository, gone, [name for name in new if name not in kept])
    rest = [change for change in found if change.old_path not in kept and change not in moved.values()]
    now = ids_now(repository, [name for name in kept if name])
    for name in new:
        before = kept.get(name) or moved.get(name)
        if before is None:
            rest.append(FileChange(None, name, None, None, "added"))
        elif before.old_path != name:
            rest.append(FileChange(before.old_path, name, before.old_oid, None, "renamed"))
        elif now.get(name) != before.old_oid:
            rest.append(FileChange(name, name, before.old_oid, None, "modified"))
    return rest


def _moved(repository: Repository, gone: list[FileChange], new: list[str]) -> dict[str, FileChange]:
    """Which new file is which of the deleted ones, the most alike first."""
    pairs = [
        (change, name) for change in gone for name in new if Path(name).suffix == Path(change.old_path or "").suffix
    ]
    if not pairs or len(pairs) > _MOST_PAIRS:
        return {}
    old = read_many(repository, {change.old_oid for change in gone if change.old_oid}).found
    old_lines = {oid: _lines(data) for oid, data in old.items()}
    new_lines = {name: _lines(_read(repository.folder / name)) for name in {name for _, name in pairs}}
    scored = [(_alike(old_lines.get(change.old_oid or ""), new_lines[name]), change, name) for change, name in pairs]
    scored.sort(key=lambda item: (-item[0], item[1].old_path or "", item[2]))
    moved: dict[str, FileChange] = {}
    for score, change, name in scored:
        if score >= _ALIKE and name not in moved and change not in moved.values():
            moved[name] = change
    return moved


def _read(path: Path) -> bytes:
    try:
        return read_bytes(path, MAX_BYTES)
    except PathError:
        return b""


def _lines(data: bytes) -> Counter[bytes]:
    return Counter(line.rstrip(b"\r") for line in data.split(b"\n"))


def _alike(old: Counter[bytes] | None, new: Counter[bytes]) -> float:
    """The bytes that two files have in common, of the larger one."""
    if not old or not new:
        return 0.0
    size, other = (sum((len(line) + 1) * count for line, count in lines.items()) for lines in (old, new))
    common = sum((len(line) + 1) * count for line, count in (old & new).items())
    return common / max(size, other)
