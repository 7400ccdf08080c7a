"""Which files are meant: folders walked, globs expanded, `.gitignore` honoured, each file once."""

from __future__ import annotations

import glob
import os
import re
import stat
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from klantreis.config import too_many_stars
from klantreis.errors import PathError

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

# More lines nobody writes.
_MAX_IGNORE_LINES = 5_000
_MAX_IGNORE = 256 * 1024
SUFFIXES = (".yaml", ".yml")


@dataclass(slots=True)
class Found:
    """The files that paths lead to; `named` holds those that were given by name."""

    files: list[Path] = field(default_factory=list)
    named: set[Path] = field(default_factory=set)
    errors: list[PathError] = field(default_factory=list)


def discover(paths: list[str]) -> Found:
    """Find the files meant by paths: files, folders (recursive) and globs, each real path once."""
    found, seen = Found(), dict[str, Path]()
    for text in paths:
        try:
            expanded = _expand(text)
        except PathError as error:
            found.errors.append(error)
            continue
        for path in expanded:
            candidates = walk(path) if path.is_dir() else [path]
            for file in candidates:
                real = os.path.realpath(file)
                if real not in seen:
                    seen[real] = file
                    found.files.append(file)
                if not path.is_dir():
                    found.named.add(seen[real])
    return found


def read_bytes(path: Path, limit: int) -> bytes:
    """Read at most `limit` + 1 bytes of a regular file.

    Raises `PathError`, in words, for anything that is not a readable file; never waits on a pipe.
    """
    try:
        mode = path.stat().st_mode
        if stat.S_ISDIR(mode):
            raise PathError(f"{path}: a folder, not a file.")
        if not stat.S_ISREG(mode):
            raise PathError(f"{path}: not an ordinary file.", "Use `-` to read from standard input.")
        with path.open("rb") as file:
            return file.read(limit + 1)
    except FileNotFoundError:
        raise _missing(str(path)) from None
    except OSError as error:
        raise PathError(f"{path}: cannot be read: {error.strerror}.") from error
    except ValueError as error:
        raise PathError(f"{str(path)!r}: not a path: {error}.") from error


def walk(folder: Path, prune: Callable[[Path], bool] | None = None) -> Iterator[Path]:
    """Give the YAML files below a folder, sorted, without hidden ones and those git ignores.

    `prune` tells which folders not to enter. Links to folders are followed once.
    """
    seen: set[str] = set()
    stack = [(folder, _ignores_above(folder))]
    while stack:
        here, ignores = stack.pop()
        real = os.path.realpath(here)
        if real in seen:
            continue
        seen.add(real)
        ignores = _with_ignores_of(here, ignores)
        try:
            entries = sorted(os.scandir(here), key=lambda entry: entry.name)
        except OSError:
            continue
        deeper = []
        for entry in entries:
            path = here / entry.name
            if entry.name.startswith(".") or _ignored(path, ignores, is_dir=_is_dir(entry)):
                continue
            if _is_dir(entry):
                if prune is None or not prune(path):
                    deeper.append((path, ignores))
            elif entry.name.lower().endswith(SUFFIXES) and _is_file(entry):
                yield path
        stack.extend(reversed(deeper))


_Ignores = tuple[tuple[Path, "GitIgnoreSpec"], ...]


def _expand(text: str) -> list[Path]:
    if not text:
        raise PathError("an empty path.", "Is a variable of the shell not set?")
    path = Path(text)
    try:
        if os.path.lexists(path):
            if not path.exists():
                raise PathError(f"{text}: a link that leads nowhere.")
            return [path]
    except (OSError, ValueError) as error:
        raise PathError(f"{text!r}: not a path: {error}.") from error
    if glob.has_magic(text):
        matches = [Path(match) for match in sorted(glob.glob(text, recursive=True))]
        if not matches:
            raise PathError(f"{text}: nothing matches.", "A glob such as `maps/**/*.yaml` must match a file.")
        return matches
    raise _missing(text)


def _missing(text: str) -> PathError:
    path = Path(text)
    from klantreis.suggest import did_you_mean

    try:
        siblings = [entry.name for entry in path.parent.iterdir()]
    except OSError:
        siblings = []
    return PathError(f"{text}: no such file or folder.", did_you_mean(path.name, siblings))


def _is_dir(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:
        return False


def _is_file(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_file()
    except OSError:
        return False


def _ignores_above(folder: Path) -> _Ignores:
    """The `.gitignore` files from the repository's top down to the folder above this one."""
    absolute = Path(os.path.realpath(folder))
    chain = [absolute]
    while not (chain[-1] / ".git").exists():
        if chain[-1].parent == chain[-1]:
            return ()
        chain.append(chain[-1].parent)
    ignores: _Ignores = ()
    for parent in reversed(chain[1:]):
        ignores = _with_ignores_of(parent, ignores)
    return ignores


def _with_ignores_of(folder: Path, ignores: _Ignores) -> _Ignores:
    file = folder / ".gitignore"
    try:
        if not file.is_file():
            return ignores
        with file.open(encoding="utf-8", errors="replace") as text:
            lines = text.read(_MAX_IGNORE).splitlines()
    except OSError:
        return ignores
    return (*ignores, (Path(os.path.realpath(folder)), _spec(lines)))


def _spec(lines: list[str]) -> GitIgnoreSpec:
    """Read patterns as git does: a line that is no pattern means nothing."""
    from pathspec import GitIgnoreSpec

    sound = [line for line in lines[:_MAX_IGNORE_LINES] if not too_many_stars(line)]
    try:
        return GitIgnoreSpec.from_lines(sound)
    except (ValueError, re.error):
        return GitIgnoreSpec.from_lines(line for line in sound if _is_pattern(line))


def _is_pattern(line: str) -> bool:
    from pathspec import GitIgnoreSpec

    try:
        GitIgnoreSpec.from_lines([line])
    except (ValueError, re.error):
        return False
    return True


def _ignored(path: Path, ignores: _Ignores, *, is_dir: bool) -> bool:
    """Git's rule: the last file that says something about a path decides."""
    if not ignores:
        return False
    absolute = os.path.join(os.path.realpath(path.parent), path.name)
    for base, spec in reversed(ignores):
        relative = os.path.relpath(absolute, base).replace(os.sep, "/")
        verdict = spec.check_file(relative + "/" if is_dir else relative).include
        if verdict is not None:
            return verdict
    return False
