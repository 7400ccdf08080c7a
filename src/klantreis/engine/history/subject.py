"""Whose history is asked for: the file in the repository, its versions, and the journey in it that is meant."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from klantreis.engine.history.loading import Meant, journeys_in
from klantreis.errors import PathError, UsageError
from klantreis.source.discover import discover, read_bytes
from klantreis.source.git.blobs import read_many
from klantreis.source.git.changes import changed_files
from klantreis.source.git.log import FileHistory, history_of
from klantreis.source.git.repository import Repository
from klantreis.source.git.revisions import Commit, Worktree
from klantreis.source.reader import MAX_BYTES
from klantreis.suggest import did_you_mean

_LOOKS_BACK = 50
"""How many versions are tried for one that tells which journeys the file holds."""
_AT_ONCE = 5


@dataclass(frozen=True, slots=True)
class Subject:
    """Whose history is asked for.

    `path` is from the top of the repository, `shown` what the user calls the file. With `start`, the history up to
    that commit; without, up to the files as they lie now. `journey` is an id, for a file that holds several.
    """

    repository: Repository
    path: str
    shown: str
    start: Commit | None = None
    journey: str = ""


def on_disk(subject: Subject) -> bytes | None:
    """What the file holds in the work tree; None when it is not asked for, or not there."""
    root = subject.repository.root
    if subject.start is not None or root is None or not os.path.lexists(root / subject.path):
        return None
    return read_bytes(root / subject.path, MAX_BYTES)


def versions_of(subject: Subject, start: Commit | None, *, every: bool, on_disk: bool) -> tuple[str, FileHistory]:
    """The versions of the file, and its path in the last commit: a file that was just moved had another."""
    repository = subject.repository
    if start is None:
        return subject.path, FileHistory(())
    history = history_of(repository, subject.path, start, every=every)
    if not history.versions and on_disk:
        for change in changed_files(repository, start, Worktree(), [subject.path]):
            if change.status == "renamed" and change.new_path == subject.path and change.old_path:
                return change.old_path, history_of(repository, change.old_path, start, every=every)
    return subject.path, history


def missing(subject: Subject) -> PathError:
    """Say that a file is not there, now or ever."""
    root = subject.repository.root
    if subject.start is not None or root is None:
        where = f" in `{subject.start.shown}`" if subject.start else ""
        return PathError(f"{subject.shown}: no such file{where}, or in any commit before it.")
    errors = discover([str(root / subject.path)]).errors
    hint = errors[0].hint if errors else ""
    return PathError(f"{subject.shown}: no such file, here or in any commit before.", hint)


def meant_in(subject: Subject, history: FileHistory, here: bytes | None) -> tuple[Meant, str]:
    """Which journey is meant, and its id: as the newest version that can be read tells."""
    oids = list(dict.fromkeys(version.oid for version in reversed(history.versions) if version.oid))[:_LOOKS_BACK]
    seen: dict[str, None] = {}
    for data in _newest_first(subject.repository, here, oids):
        journeys = journeys_in(subject.path, data)
        ids = [journey.id for journey in journeys]
        if subject.journey:
            for journey in journeys:
                if subject.journey in (journey.id, *journey.was):
                    return Meant(frozenset({journey.id, *journey.was}), only=len(ids) == 1), journey.id
            seen |= dict.fromkeys(ids)
        elif len(ids) > 1:
            hint = f"Say which: {subject.shown}#{ids[0]}. They are: {', '.join(ids)}."
            raise UsageError(f"{subject.shown} holds {len(ids)} journeys.", hint)
        elif ids:
            return Meant(frozenset({ids[0], *journeys[0].was}), only=True), ids[0]
    if subject.journey:
        hint = did_you_mean(subject.journey, seen) or (f"There are: {', '.join(seen)}." if seen else "")
        raise UsageError(f"{subject.shown}: no journey `{subject.journey}` in this file.", hint)
    raise UsageError(
        f"{subject.shown}: no journey in this file that can be read.",
        "A history is of a document of kind `journey`; `klantreis validate` says what is wrong.",
    )


def _newest_first(repository: Repository, here: bytes | None, oids: Sequence[str]) -> Iterator[bytes]:
    if here is not None:
        yield here
    for at in range(0, len(oids), _AT_ONCE):
        blobs = read_many(repository, oids[at : at + _AT_ONCE])
        yield from (blobs.found[oid] for oid in oids[at : at + _AT_ONCE] if oid in blobs.found)
