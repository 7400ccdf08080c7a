"""The versions that a history tells of, and the blobs that held in each: of the file, and of the plan beside it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path

from pydantic_core import PydanticCustomError

from klantreis.engine.history.subject import Subject
from klantreis.engine.history.surroundings import Plan
from klantreis.errors import PathError, UsageError
from klantreis.model.time import Period
from klantreis.source.discover import read_bytes
from klantreis.source.git.blobs import object_ids, read_many
from klantreis.source.git.log import Version, commits_of, history_of
from klantreis.source.git.repository import GitError, Repository
from klantreis.source.git.revisions import Commit, resolve
from klantreis.source.reader import MAX_BYTES

HERE = ("\0file", "\0roadmap", "\0other")
"""What stands for the blobs of the work tree, which have no id."""


@dataclass(slots=True)
class Row:
    """A version of the file, or of the roadmap beside it, and the blobs that held then."""

    version: Version
    blobs: tuple[str, str, str]


@dataclass(slots=True)
class Texts:
    """Contents by blob id; which are too large to read, and which this clone does not have."""

    data: dict[str, bytes] = field(default_factory=dict)
    too_large: set[str] = field(default_factory=set)
    missing: set[str] = field(default_factory=set)


def rows_of(
    repository: Repository, path: str, start: Commit, versions: Sequence[Version], plan: Plan | None, *, every: bool
) -> list[Row]:
    """A row a version; with a plan, a version of the roadmap or the dream is a row too."""
    if plan is None or not versions:
        return [Row(version, (version.oid, "", "")) for version in versions]
    own = {version.commit: version for version in versions}
    others: dict[str, Version] = {}
    for beside in {plan.roadmap_path, plan.other_path} - {path}:
        others |= {version.commit: version for version in history_of(repository, beside, start, every=every).versions}
    asked = [f"{commit}:{beside}" for commit in own | others for beside in (plan.roadmap_path, plan.other_path)]
    oids = object_ids(repository, asked)
    rows: list[Row] = []
    held = ""
    for commit in commits_of(repository, start, every=every):
        version = own.get(commit)
        held = version.oid if version else held
        if version is not None or (rows and commit in others):
            roadmap, other = (oids.get(f"{commit}:{name}", "") for name in (plan.roadmap_path, plan.other_path))
            rows.append(Row(version or replace(others[commit], path=rows[-1].version.path), (held, roadmap, other)))
    return rows


def left_out(rows: Sequence[Row], since: str, repository: Repository, start: Commit, *, every: bool) -> int:
    """How many rows are left out: those before the one that held at `since`."""
    if not since:
        return 0
    try:
        begin = Period.parse(since).start
    except PydanticCustomError:
        inside = set(commits_of(repository, start, _since(repository, since), every=every))
        first = next((number for number, row in enumerate(rows) if row.version.commit in inside), len(rows))
    else:
        first = next((number for number, row in enumerate(rows) if row.version.when.date() >= begin), len(rows))
    return max(first - 1, 0)


def _since(repository: Repository, written: str) -> Commit:
    try:
        return resolve(repository, written)
    except GitError as error:
        near = error.hint if error.hint.startswith("Did you mean") else ""
        hint = near or "For example: --since 2026-09, --since 2026-Q3, --since 2026-09-30 or --since v1.0"
        raise UsageError(f"--since: `{written}` is neither a date nor a revision.", hint) from error


def plan_texts(repository: Repository, rows: Sequence[Row]) -> Texts:
    """Read what the plan held in any of the rows."""
    blobs = read_many(repository, {oid for row in rows for oid in row.blobs[1:] if oid})
    return Texts(blobs.found, set(blobs.too_large))


def row_of_now(subject: Subject, here: bytes | None, last: Sequence[Row], plan: Plan | None, texts: Texts) -> list[Row]:
    """The files as they lie now, where they differ from what was committed last."""
    root = subject.repository.root
    if subject.start is not None or root is None:
        return []
    before = last[0].blobs if last else ("", "", "")
    known = read_many(subject.repository, [before[0]]).found if before[0] else {}
    now = {HERE[0]: here}
    for name, beside in zip(HERE[1:], (plan.roadmap_path, plan.other_path) if plan else (), strict=False):
        now[name] = _bytes(root / beside)
    old = (known.get(before[0]), *(texts.data.get(oid) for oid in before[1:]))
    if all(_same(data, was) for data, was in zip(now.values(), old, strict=False)):
        return []
    texts.data |= {name: data for name, data in now.items() if data is not None}
    names = tuple(name if now.get(name) is not None else "" for name in HERE)
    version = Version("", datetime.fromtimestamp(0, UTC), "", "", subject.path, names[0])
    return [Row(version, (names[0], names[1], names[2]))]


def _same(one: bytes | None, other: bytes | None) -> bool:
    """Git may have turned the ends of lines."""
    return one == other or (
        one is not None and other is not None and one.replace(b"\r\n", b"\n") == other.replace(b"\r\n", b"\n")
    )


def _bytes(path: Path) -> bytes | None:
    try:
        return read_bytes(path, MAX_BYTES)
    except PathError:
        return None
