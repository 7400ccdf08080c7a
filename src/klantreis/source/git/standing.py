"""What a clone knows of us, and what it lacks: its settings, and which files it takes for ours."""

from __future__ import annotations

import os
import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from klantreis.errors import PathError
from klantreis.source.discover import SUFFIXES, read_bytes
from klantreis.source.git import drivers
from klantreis.source.git.repository import Repository, run

_OURS = re.compile(rb"^(?:\xef\xbb\xbf)?klantreis[ \t]*:", re.MULTILINE)
_HEAD = 64 * 1024


@dataclass(frozen=True, slots=True)
class Driver:
    """What a clone knows of one setting: `ok`, `missing`, `foreign`, `old`, `nameless`, or `gone` with the program."""

    key: str
    state: str
    scope: str = ""
    program: str = ""


@dataclass(frozen=True, slots=True)
class Standing:
    """What a clone knows: its settings, and of our files how many there are and how many git knows as ours."""

    drivers: tuple[Driver, ...]
    files: int
    known: int
    unknown: tuple[str, ...] = ()

    @property
    def complete(self) -> bool:
        """Whether git will compare and merge every file of ours with our help."""
        return all(driver.state == "ok" for driver in self.drivers) and self.files == self.known


def standing(repository: Repository, files: Iterable[Path]) -> Standing:
    """Tell what a clone knows, and which of these files git knows as ours; others than ours do not count."""
    there, wanted = drivers.found(repository), drivers.settings_for(repository)
    ours = [repository.path_of(path) for path in files if is_ours(path)]
    known = _known(repository, ours)
    told = [_driver(key, wanted[key], there.get(key)) for key in wanted]
    if drivers.REMEMBER not in wanted and drivers.REMEMBER in there and there[drivers.REMEMBER].value != "false":
        told.append(Driver(drivers.REMEMBER, "nameless"))
    return Standing(
        tuple(told),
        len(ours),
        len(known),
        tuple(name for name in ours if name not in known),
    )


def tracked(repository: Repository) -> list[Path]:
    """Give the YAML files of the work tree that git knows of."""
    listed = os.fsdecode(run(repository, "ls-files", "-z")).split("\0")
    return [repository.folder / name for name in listed if name.lower().endswith(SUFFIXES)]


def _driver(key: str, wanted: str, there: drivers.Setting | None) -> Driver:
    if there is None:
        return Driver(key, "missing")
    if drivers.says(there, key, wanted):
        return Driver(key, "ok", there.scope)
    program = drivers.program_of(there.value)
    if program is None:
        return Driver(key, "foreign", there.scope)
    if not _is_there(program):
        return Driver(key, "gone", there.scope, str(program))
    # Another klantreis than this one is as good, when it says the same of itself.
    same = drivers.settings(str(program))[key] == there.value
    return Driver(key, "ok" if same else "old", there.scope, str(program))


def _is_there(program: Path) -> bool:
    """Tell whether a program can be started. It is not: who sent these settings is not known here."""
    try:
        return program.is_file() and os.access(program, os.X_OK)
    except (OSError, ValueError):
        return False


def _known(repository: Repository, names: list[str]) -> set[str]:
    if not names:
        return set()
    listed = "".join(f"{name}\0" for name in names)
    said = run(repository, "check-attr", "-z", "--stdin", "diff", "merge", stdin=os.fsencode(listed))
    parts = os.fsdecode(said).split("\0")
    answers = zip(parts[0::3], parts[1::3], parts[2::3], strict=False)
    counts = Counter(name for name, _, value in answers if value == "klantreis")
    return {name for name, count in counts.items() if count == 2}  # noqa: PLR2004  diff and merge


def is_ours(path: Path) -> bool:
    """Tell whether a file says that it is one of ours; one that cannot be read is not."""
    try:
        return _OURS.search(read_bytes(path, _HEAD)) is not None
    except PathError:
        return False
