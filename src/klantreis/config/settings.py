"""What can be set, and to what: plain data."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

NAME = "klantreis.toml"
BASELINE = "klantreis-baseline.json"
DEFAULT_FILES = ("**/*.yaml", "**/*.yml")

KEYS: Mapping[str, str] = {
    "klantreis": "The version of the settings: 1.",
    "files": "Globs of the files that belong to the workspace.",
    "exclude": "Globs of files that do not.",
    "extends": "Settings to begin from: a TOML file in the workspace, or several; what stands here wins.",
    "select": "The rules that are on: names, codes, groups, prefixes (`K4`), or `all`. Unless set: the usual ones.",
    "extend-select": "Rules that are on beside those selected.",
    "ignore": "Rules that are off.",
    "per-file-ignores": "By glob, the rules that are not reported in those files.",
    "rules": "By rule, its `severity` (`error`, `warning`, `info`, `off`) and its options.",
    "baseline": "The file of known findings that are not reported again.",
}
"""Every setting with its meaning."""


@dataclass(frozen=True, slots=True)
class LintSettings:
    """What the settings say about rules. Names are as written, not yet checked.

    `origins` tells of every setting (`select`, `rules.ends-low`, …) which file it comes from.
    """

    extends: tuple[str, ...] = ()
    select: tuple[str, ...] = ()
    extend_select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    per_file_ignores: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    rules: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    baseline: str = BASELINE
    origins: Mapping[str, str] = field(default_factory=dict)

    def file_of(self, key: str) -> str:
        """Give the file that a setting comes from, for messages."""
        return self.origins.get(key, NAME)


@dataclass(frozen=True, slots=True)
class Config:
    """A workspace's settings: its folder, the globs of the files that belong to it, its rules."""

    root: Path
    files: tuple[str, ...] = DEFAULT_FILES
    exclude: tuple[str, ...] = ()
    lint: LintSettings = field(default_factory=LintSettings)
    path: Path | None = None
