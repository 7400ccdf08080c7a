"""Setting a clone up, and taking that away: the settings of git, and `.gitattributes`."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from klantreis.config import Config
from klantreis.errors import KlantreisError, PathError, UsageError
from klantreis.source.git import attributes, drivers
from klantreis.source.git.repository import GitError, Repository, attempt, repository_at
from klantreis.source.write import replace_bytes


@dataclass(frozen=True, slots=True)
class FileChange:
    """A `.gitattributes` and what is to be in it; None: no such file."""

    path: Path
    old: str | None
    new: str | None


@dataclass(slots=True)
class Plan:
    """What will be changed: settings by key (those to set, or those to take away), and files."""

    repository: Repository
    scope: drivers.Scope
    settings: dict[str, str] = field(default_factory=dict)
    files: list[FileChange] = field(default_factory=list)

    def __bool__(self) -> bool:
        return bool(self.settings or self.files)


def repository_for(folder: Path, config: Config | None) -> Repository:
    """Give the repository of a folder, which must be that of its workspace too.

    Raises `GitError` where there is none, or one without files; `UsageError` when the workspace lies elsewhere.
    """
    repository = repository_at(folder)
    if repository.root is None:
        raise GitError(
            f"{repository.git_dir}: a bare repository, which has no files of its own.", "Do this in a clone of it."
        )
    if config is not None and not Path(os.path.realpath(config.root)).is_relative_to(os.path.realpath(repository.root)):
        raise UsageError(
            f"the workspace {config.root} lies outside of the git repository {repository.root}.",
            "Put a `klantreis.toml` in the repository, or go to the folder of the workspace.",
        )
    return repository


def installing(repository: Repository, config: Config | None, scope: drivers.Scope) -> Plan:
    """Plan what a clone lacks: settings, and the lines for a workspace.

    Raises `UsageError` or `PathError` when `.gitattributes` cannot be added to.
    """
    plan = Plan(repository, scope)
    there = drivers.found(repository)
    if scope == "global":
        # What the clone says itself would still win; it is not ours to change here.
        there = {key: setting for key, setting in there.items() if setting.scope == "global"}
    told = drivers.settings_for(repository)
    plan.settings = {key: value for key, value in told.items() if not drivers.says(there.get(key), key, value)}
    if config is not None:
        path = config.root / attributes.NAME
        old = attributes.read_attributes(path)
        new = attributes.with_block(old, attributes.block_of(config))
        if new != old:
            plan.files.append(FileChange(path, old, new))
    return plan


def install(plan: Plan) -> None:
    """Do what was planned, all of it or nothing. Raises `KlantreisError` when something cannot be written."""
    before = drivers.found(plan.repository)
    written: list[FileChange] = []
    try:
        for change in plan.files:
            _put(change.path, change.new)
            written.append(change)
        drivers.tell(plan.repository, plan.settings, plan.scope)
    except KlantreisError:
        with contextlib.suppress(KlantreisError):
            for change in written:
                _put(change.path, change.old)
            _restore(plan, before)
        raise
    # Lines made by another program, or in another form, are no longer those that git would get now.
    with contextlib.suppress(GitError):
        drivers.forget_lines(plan.repository)


def uninstalling(repository: Repository, scope: drivers.Scope) -> Plan:
    """Plan to take away all of ours: the settings, and the block in every `.gitattributes` of the work tree.

    Raises `UsageError` or `PathError` when a `.gitattributes` with a block of ours cannot be understood.
    """
    plan = Plan(repository, scope)
    plan.settings = dict.fromkeys(drivers.known(repository, scope), "")
    for path in _attribute_files(repository):
        old = attributes.read_attributes(path)
        if old is not None and (new := attributes.without_block(old)) != old:
            plan.files.append(FileChange(path, old, new))
    return plan


def uninstall(plan: Plan) -> None:
    """Do what was planned. Raises `KlantreisError` when something cannot be written."""
    drivers.forget(plan.repository, plan.scope)
    for change in plan.files:
        _put(change.path, change.new)
    drivers.forget_lines(plan.repository)


def _attribute_files(repository: Repository) -> list[Path]:
    names = {attributes.NAME}
    for options in (["--cached"], ["--others", "--exclude-standard"]):
        listed = os.fsdecode(attempt(repository, "ls-files", "-z", *options) or b"").split("\0")
        names |= {name for name in listed if name.rpartition("/")[2] == attributes.NAME}
    paths = [repository.folder / name for name in sorted(names)]
    return [path for path in paths if not path.is_symlink() and path.is_file()]


def _put(path: Path, text: str | None) -> None:
    try:
        if text is None:
            path.unlink(missing_ok=True)
        elif path.exists():
            replace_bytes(path, text.encode("utf-8", "surrogateescape"))
        else:
            path.write_bytes(text.encode("utf-8", "surrogateescape"))
    except OSError as error:
        raise PathError(f"{path}: cannot be written: {error.strerror}.", "Make it writable.") from error


def _restore(plan: Plan, before: Mapping[str, drivers.Setting]) -> None:
    for key in plan.settings:
        old = before.get(key)
        if old is not None and old.scope == plan.scope:
            attempt(plan.repository, "config", f"--{plan.scope}", "--replace-all", key, old.value)
        else:
            attempt(plan.repository, "config", f"--{plan.scope}", "--unset-all", key)
