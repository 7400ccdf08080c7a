"""Globs in settings: bounded, and inside the workspace."""

from __future__ import annotations

import re
from typing import Any

from klantreis.config.settings import DEFAULT_FILES
from klantreis.errors import ConfigError
from klantreis.wording import shortened

_MAX_GLOBS = 200
_MAX_STARS = 8
_MAX_IN_A_NAME = 2


def globs(value: Any, key: str, path: str) -> tuple[str, ...]:
    """Give a list of globs. Raises `ConfigError` when it is none."""
    if not isinstance(value, list) or not all(isinstance(item, str) and item for item in value):
        raise ConfigError(f"{path}: `{key}` must be a list of globs.", f'For example: {key} = ["**/*.yaml"]')
    if len(value) > _MAX_GLOBS:
        raise ConfigError(f"{path}: more than {_MAX_GLOBS} globs under `{key}`.", "A glob may stand for many files.")
    for item in value:
        check_glob(item, path)
    return tuple(value)


def too_many_stars(pattern: str) -> bool:
    """Tell whether a pattern could take for ever to match.

    `**` between slashes is cheap; each further star in one name multiplies the time by its length.
    """
    names = [re.sub(r"\*+", "*", name) for name in pattern.split("/") if name != "**"]
    return pattern.count("*") > 2 * _MAX_STARS or any(name.count("*") > _MAX_IN_A_NAME for name in names)


def check_glob(item: str, path: str) -> None:
    """Check that a glob is one, and can be matched in time. Raises `ConfigError`."""
    if item in DEFAULT_FILES:
        return
    from pathspec import GitIgnoreSpec

    try:
        GitIgnoreSpec.from_lines([item])
    except (ValueError, re.error):
        raise ConfigError(f"{path}: `{item}` is not a glob.", 'For example: "klantreizen/*.yaml"') from None
    if too_many_stars(item):
        raise ConfigError(
            f"{path}: the glob `{shortened(item)}` has too many stars: two in a name are possible.",
            "Write it more simply, or several of them.",
        )
    if item.startswith("/") or ".." in item.split("/"):
        raise ConfigError(
            f"{path}: the glob `{item}` leads out of the workspace.", "Write globs from this folder down."
        )
