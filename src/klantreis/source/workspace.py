"""Which files belong together: a workspace, or the files named together outside of one."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from klantreis.config import DEFAULT_FILES, Config, config_in, find_config
from klantreis.source.discover import Found, walk


@dataclass(slots=True)
class Group:
    """Files that refer to each other.

    `files` are all of them; `asked` those whose findings are wanted; `named` those that were
    given by name and so are read even without `klantreis: 1`.
    """

    config: Config | None
    files: list[Path] = field(default_factory=list)
    asked: set[Path] = field(default_factory=set)
    named: set[Path] = field(default_factory=set)

    @property
    def root(self) -> Path | None:
        """The workspace's folder, None outside of one."""
        return self.config.root if self.config else None


def groups_of(found: Found) -> list[Group]:
    """Sort files found by the workspace they lie in, each with the rest of that workspace.

    Raises `ConfigError` when a workspace's settings cannot be used.
    """
    config_of = cache(find_config)
    groups: dict[Path | None, Group] = {}
    for file in found.files:
        config = config_of(Path(os.path.abspath(file)).parent)
        root = config.root if config else None
        group = groups.setdefault(root, Group(config))
        group.files.append(file)
        group.asked.add(file)
        if file in found.named:
            group.named.add(file)
    for group in groups.values():
        if group.config is not None:
            _add_members(group, group.config)
    return list(groups.values())


def workspace_group(config: Config) -> Group:
    """Give all files of a workspace."""
    group = Group(config)
    _add_members(group, config)
    group.asked = set(group.files)
    return group


def _add_members(group: Group, config: Config) -> None:
    known = {os.path.realpath(file) for file in group.files}
    for file in members(config):
        if os.path.realpath(file) not in known:
            group.files.append(file)


def members(config: Config) -> list[Path]:
    """Give the files that a workspace's globs name, as paths relative to here where they lie below."""
    belongs = _matcher(config)
    # A folder with settings of its own is another workspace.
    inside = walk(config.root, prune=lambda folder: config_in(folder) is not None)
    skip = len(config.root.as_posix().rstrip("/")) + 1
    return [shown(file) for file in inside if belongs(file.as_posix()[skip:])]


def _matcher(config: Config) -> Callable[[str], bool]:
    if set(config.files) <= set(DEFAULT_FILES) and not config.exclude:
        # The usual settings need no library to be understood.
        suffixes = tuple(pattern.removeprefix("**/*") for pattern in config.files)
        return lambda relative: relative.endswith(suffixes)
    from pathspec import GitIgnoreSpec

    wanted = GitIgnoreSpec.from_lines(config.files)
    unwanted = GitIgnoreSpec.from_lines(config.exclude)
    return lambda relative: wanted.match_file(relative) and not unwanted.match_file(relative)


def shown(path: Path) -> Path:
    """Give a path as people want to read it: relative to here when it lies below."""
    here, text = f"{os.getcwd()}{os.sep}", str(path)
    return Path(text[len(here) :]) if text.startswith(here) else path
