"""Globs in settings: bounded, and inside the workspace."""

from __future__ import annotations

import re
from typing import Any

from klantreis.config.settings import DEFAULT_FILES
from klantreis.errors import ConfigError

_MAX_GLOBS = 200
_MAX_STARS = 8


def globs(value: Any, key: str, path: str) -> tuple[str, ...]:
    """Give a list of globs. Raises `ConfigError` when it is none."""
    if not isinstance(value, list) or not all(isinstance(item, str) and item for item in value):
        raise ConfigError(f"{path}: `{key}` must be a list of globs.", f'For example: {key} = ["**/*.yaml"]')
    if len(value) > _MAX_GLOBS:
        raise ConfigError(f"{path}: more than {_MAX_GLOBS} globs under `{key}`.", "A glob may stand for many files.")
    for item in value:
        check_glob(item, path)
    return tuple(value)


def check_glob(item: str, path: str) -> None:
    """Check that a glob is one, and can be matched in time. Raises `ConfigError`."""
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
