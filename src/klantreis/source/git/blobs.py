"""What files held: many at once from one process, and none that is too large to be read."""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from klantreis.errors import PathError
from klantreis.source.discover import read_bytes
from klantreis.source.git.repository import GitError, Repository, attempt, run
from klantreis.source.git.revisions import Commit, Index, State, Worktree
from klantreis.source.reader import MAX_BYTES

FILE_MODES = ("100644", "100755", "100664")
"""What git calls an ordinary file: no link, no submodule."""
_BREAK = re.compile("[\r\n]")
_AT_ONCE = 64 * 1024 * 1024
"""How many bytes are asked of one process."""


@dataclass(frozen=True, slots=True)
class TreeFile:
    """A file in a state of the repository. `oid` is empty where only the work tree has it."""

    path: str
    oid: str
    mode: str


@dataclass(slots=True)
class Blobs:
    """Contents by the name they were asked by.

    What is not there is `missing`; what is larger than klantreis reads was not loaded: `too_large`, with its bytes.
    """

    found: dict[str, bytes] = field(default_factory=dict)
    missing: set[str] = field(default_factory=set)
    too_large: dict[str, int] = field(default_factory=dict)

    def read(self, name: str, shown: str = "") -> bytes:
        """Give one of them. Raises `GitError`, in words, for what is not there or too large."""
        if name in self.found:
            return self.found[name]
        if name in self.too_large:
            limit = f"{MAX_BYTES / 1024 / 1024:g} MiB"
            raise GitError(f"{shown or name}: larger than {limit}.", "Split it: one journey in a file.")
        raise GitError(f"{shown or name}: no such file there.")


def read_many(repository: Repository, names: Iterable[str]) -> Blobs:
    """Read blobs by their ids, or by `REV:path`: two processes of git, however many there are.

    Raises `GitError` when the repository is damaged.
    """
    wanted = list(dict.fromkeys(names))
    blobs = Blobs()
    known = {name: _object(repository, name) if _BREAK.search(name) else name for name in wanted}
    sizes = _sizes(repository, {asked for asked in known.values() if asked})
    by_oid: dict[str, list[str]] = {}
    total: dict[str, int] = {}
    for name in wanted:
        oid, size = sizes.get(known[name], ("", 0))
        if not oid:
            blobs.missing.add(name)
        elif size > MAX_BYTES:
            blobs.too_large[name] = size
        else:
            by_oid.setdefault(oid, []).append(name)
            total[oid] = size
    for share in _shares(total):
        for oid, data in _contents(repository, share):
            for name in by_oid[oid]:
                blobs.found[name] = data
    return blobs


def object_ids(repository: Repository, names: Iterable[str]) -> dict[str, str]:
    """Give the id of each blob that is named by its id or by `REV:path`; those that are not there are left out."""
    return {name: oid for name, (oid, _) in _sizes(repository, _in_lines(names)).items()}


def in_shares(repository: Repository, oids: Iterable[str]) -> Iterator[Blobs]:
    """Read blobs by their ids as `read_many` does, no more at once than memory bears."""
    sizes = {oid: min(size, MAX_BYTES) for oid, (_, size) in _sizes(repository, _in_lines(oids)).items()}
    for share in _shares(sizes):
        yield read_many(repository, share)


def tree_files(repository: Repository, commit: Commit, paths: Sequence[str] = ()) -> list[TreeFile]:
    """Give the files of a commit, those at or below `paths` where there are any; no links, no submodules."""
    listed = run(repository, "ls-tree", "-r", "-z", "--full-tree", commit.oid, "--", *paths)
    found = []
    for entry in filter(None, listed.split(b"\0")):
        head, _, path = entry.partition(b"\t")
        mode, _, oid = head.decode("ascii").split(" ")
        found.append(TreeFile(os.fsdecode(path), oid, mode))
    return [file for file in found if file.mode in FILE_MODES]


def index_files(repository: Repository, paths: Sequence[str] = ()) -> list[TreeFile]:
    """Give the files of the index; one that is in conflict has no single content there, and is left out."""
    listed = run(repository, "ls-files", "--stage", "-z", "--full-name", "--", *paths)
    found = []
    for entry in filter(None, listed.split(b"\0")):
        head, _, path = entry.partition(b"\t")
        mode, oid, stage = head.decode("ascii").split(" ")
        if stage == "0" and mode in FILE_MODES:
            found.append(TreeFile(os.fsdecode(path), oid, mode))
    return found


def worktree_files(repository: Repository, paths: Sequence[str] = ()) -> list[TreeFile]:
    """Give the files of the work tree, those that git does not know yet included, those that it ignores not."""
    asked = ("ls-files", "--cached", "--others", "--exclude-standard", "-z", "--full-name", "--", *paths)
    names = dict.fromkeys(os.fsdecode(name) for name in run(repository, *asked).split(b"\0") if name)
    return [TreeFile(name, "", "100644") for name in names if is_plain(repository.folder / name)]


def files_of(repository: Repository, state: State, paths: Sequence[str] = ()) -> list[TreeFile]:
    """Give the files of any state."""
    if isinstance(state, Worktree):
        return worktree_files(repository, paths)
    return index_files(repository, paths) if isinstance(state, Index) else tree_files(repository, state, paths)


def holds(repository: Repository, state: State, path: str) -> bool:
    """Tell whether a state has a file at a path or below it; in the index, one that is in conflict counts too."""
    if path in ("", "."):
        return True
    if isinstance(state, Index):
        return bool(run(repository, "ls-files", "--stage", "-z", "--full-name", "--", path))
    return bool(files_of(repository, state, [path]))


def in_turn(repository: Repository, state: State, files: Iterable[TreeFile]) -> Iterator[tuple[str, bytes]]:
    """Give files of a state with what they hold, no more in memory than it bears; what cannot be read is left out."""
    if isinstance(state, Worktree):
        for file in files:
            yield from _from_disk(repository, [file.path]).found.items()
        return
    paths: dict[str, list[str]] = {}
    for file in files:
        paths.setdefault(file.oid, []).append(file.path)
    for blobs in in_shares(repository, paths):
        for oid, data in blobs.found.items():
            yield from ((path, data) for path in paths[oid])


def read_files(repository: Repository, state: State, files: Iterable[TreeFile]) -> Blobs:
    """Read files of a state, by their path."""
    wanted = list(files)
    if isinstance(state, Worktree):
        return _from_disk(repository, [file.path for file in wanted])
    by_oid = read_many(repository, (file.oid for file in wanted))
    blobs = Blobs()
    for file in wanted:
        if file.oid in by_oid.found:
            blobs.found[file.path] = by_oid.found[file.oid]
        elif file.oid in by_oid.too_large:
            blobs.too_large[file.path] = by_oid.too_large[file.oid]
        else:
            blobs.missing.add(file.path)
    return blobs


def _from_disk(repository: Repository, paths: Iterable[str]) -> Blobs:
    blobs = Blobs()
    for path in paths:
        try:
            data = read_bytes(repository.folder / path, MAX_BYTES)
        except PathError:
            blobs.missing.add(path)
            continue
        if len(data) > MAX_BYTES:
            blobs.too_large[path] = len(data)
        else:
            blobs.found[path] = data
    return blobs


def is_plain(path: Path) -> bool:
    """Tell whether a path is an ordinary file; a link is none, wherever it leads."""
    try:
        return stat.S_ISREG(os.lstat(path).st_mode)
    except (OSError, ValueError):
        return False


def _in_lines(names: Iterable[str]) -> list[str]:
    """A list of lines cannot ask for a name that holds a line break; whoever has one asks `read_many`."""
    return [name for name in dict.fromkeys(names) if "\n" not in name]


def _object(repository: Repository, name: str) -> str:
    """A name that holds a line break cannot be asked in a list of lines."""
    if name.startswith("-"):
        return ""
    found = attempt(repository, "rev-parse", "--verify", "--quiet", "--end-of-options", name)
    return found.decode("ascii").strip() if found else ""


def _sizes(repository: Repository, names: Iterable[str]) -> dict[str, tuple[str, int]]:
    """The id and size of each name that is a file's content."""
    asked = list(names)
    if not asked:
        return {}
    stdin = b"\n".join(map(os.fsencode, asked)) + b"\n"
    answers = run(repository, "cat-file", "--batch-check=%(objecttype) %(objectname) %(objectsize)", stdin=stdin)
    lines = answers.split(b"\n")[:-1]
    if len(lines) != len(asked):
        raise GitError("git cat-file: an answer is missing.", "The repository may be damaged: git fsck")
    sizes = {}
    for name, line in zip(asked, lines, strict=True):
        if line.startswith(b"blob "):
            _, oid, size = line.decode("ascii").split(" ")
            sizes[name] = oid, int(size)
    return sizes


def _shares(sizes: dict[str, int]) -> Iterator[list[str]]:
    share: list[str] = []
    weight = 0
    for oid, size in sizes.items():
        if share and weight + size > _AT_ONCE:
            yield share
            share, weight = [], 0
        share.append(oid)
        weight += size
    if share:
        yield share


def _contents(repository: Repository, oids: Sequence[str]) -> Iterator[tuple[str, bytes]]:
    answers = run(repository, "cat-file", "--batch", stdin="\n".join([*oids, ""]).encode("ascii"))
    at = 0
    for oid in oids:
        end = answers.find(b"\n", at)
        words = answers[at:end].split(b" ") if end >= 0 else []
        if len(words) != len(("id", "type", "size")):
            raise GitError(f"git cat-file: the object {oid} cannot be read.", "The repository may be damaged: git fsck")
        size = int(words[2])
        yield oid, answers[end + 1 : end + 1 + size]
        at = end + 1 + size + 1
