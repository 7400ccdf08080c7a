"""The settings of a workspace: `klantreis.toml`, or `[tool.klantreis]` in `pyproject.toml`."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from klantreis.errors import ConfigError
from klantreis.suggest import did_you_mean

NAME = "klantreis.toml"
DEFAULT_FILES = ("**/*.yaml", "**/*.yml")
_KEYS = ("klantreis", "files", "exclude")
_MAX_BYTES = 64 * 1024
_MAX_PYPROJECT = 1024 * 1024
_MAX_GLOBS = 200
_MAX_STARS = 8


@dataclass(frozen=True, slots=True)
class Config:
    """A workspace's settings: its folder, and the globs of the files that belong to it."""

    root: Path
    files: tuple[str, ...] = DEFAULT_FILES
    exclude: tuple[str, ...] = ()


def find_config(start: Path) -> Config | None:
    """Find the workspace that a folder lies in: the nearest one, upward.

    Raises `ConfigError` when the settings found cannot be used.
    """
    for folder in (start, *start.parents):
        if (config := config_in(folder)) is not None:
            return config
    return None


def config_in(folder: Path) -> Config | None:
    """Give the settings that stand in this very folder, None without any."""
    own = folder / NAME
    if own.is_file():
        return _checked(_load(own), own)
    pyproject = folder / "pyproject.toml"
    if pyproject.is_file():
        tool = _load(pyproject, strict=False).get("tool", {})
        table = tool.get("klantreis") if isinstance(tool, dict) else None
        if isinstance(table, dict):
            return _checked(table, pyproject)
    return None


def _load(path: Path, *, strict: bool = True) -> dict[str, Any]:
    try:
        if path.stat().st_size > (_MAX_BYTES if strict else _MAX_PYPROJECT):
            if not strict:
                return {}
            raise ConfigError(f"{path}: larger than 64 KiB.", "Settings are short; is this the right file?")
        data = path.read_bytes()
        return tomllib.loads(data.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        # Somebody else's broken pyproject.toml is not ours to complain about.
        if not strict:
            return {}
        raise ConfigError(f"{path}: not TOML: {error}", "See docs/workspace.md for an example.") from error
    except OSError as error:
        raise ConfigError(f"{path}: cannot be read: {error.strerror}") from error


def _checked(table: dict[str, Any], path: Path) -> Config:
    for key in table:
        if key not in _KEYS:
            hint = did_you_mean(key, _KEYS) or f"Known: {', '.join(_KEYS)}."
            raise ConfigError(f"{path}: unknown key `{key}`.", f"{hint} A newer klantreis may know it.")
    version = table.get("klantreis", 1)
    if type(version) is not int or version != 1:
        raise ConfigError(
            f"{path}: `klantreis` is {table['klantreis']!r}; this version knows 1.", "Write `klantreis = 1`."
        )
    return Config(
        path.parent,
        _globs(table, "files", path) or DEFAULT_FILES,
        _globs(table, "exclude", path),
    )


def _globs(table: dict[str, Any], key: str, path: Path) -> tuple[str, ...]:
    value = table.get(key, [])
    if not isinstance(value, list) or not all(isinstance(item, str) and item for item in value):
        raise ConfigError(f"{path}: `{key}` must be a list of globs.", f'For example: {key} = ["**/*.yaml"]')
    if len(value) > _MAX_GLOBS:
        raise ConfigError(f"{path}: more than {_MAX_GLOBS} globs under `{key}`.", "A glob may stand for many files.")
    for item in value:
        _check_glob(item, path)
    return tuple(value)


def _check_glob(item: str, path: Path) -> None:
    if item in DEFAULT_FILES:
        return
    from pathspec import GitIgnoreSpec

    try:
        GitIgnoreSpec.from_lines([item])
    except (ValueError, re.error):
        raise ConfigError(f"{path}: `{item}` is not a glob.", 'For example: "klantreizen/*.yaml"') from None
    if item.count("*") > _MAX_STARS:
        raise ConfigError(f"{path}: the glob `{item}` has more than {_MAX_STARS} stars.", "Write it more simply.")
    if item.startswith("/") or ".." in item.split("/"):
        raise ConfigError(
            f"{path}: the glob `{item}` leads out of the workspace.", "Write globs from this folder down."
        )
