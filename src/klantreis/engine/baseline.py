"""The baseline: findings that were there when a team began, kept by element and not by line.

A JSON file: by file (relative to the workspace), by rule, by element, how many. Elements are ids
(`journey/bestellen/phases/koop`), so moved lines change nothing.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import Any

from klantreis.errors import ConfigError, PathError
from klantreis.source.discover import read_bytes
from klantreis.source.locate import Located

VERSION = 1
_MAX_BYTES = 32 * 1024 * 1024
_LONGEST, _LONGEST_PART = 1_000, 200

Entries = dict[str, dict[str, dict[str, int]]]
"""By file, by the name of a rule, by element: how many findings are known."""


@dataclass(slots=True)
class Baseline:
    """The known findings of a workspace."""

    path: Path
    root: Path
    entries: Entries = field(default_factory=dict)

    @property
    def count(self) -> int:
        """How many findings are known."""
        return sum(n for rules in self.entries.values() for elements in rules.values() for n in elements.values())

    def lacks(self, name: str) -> bool:
        """Tell whether a file is gone."""
        return not (self.root / name).exists()


@dataclass(frozen=True, slots=True)
class Judged:
    """Whose silence means something in a run.

    `rules` are those that ran, name by code; `files` those they could judge, by the name they are shown by.
    """

    rules: Mapping[str, str]
    files: Mapping[str, str]

    def judges(self, rule: str, file: str) -> bool:
        """Tell whether a finding of a rule in a file would have been made. What is no rule any more, never will."""
        return file in self.files.values() and (rule in self.rules.values() or _is_gone(rule))


def _is_gone(rule: str) -> bool:
    from klantreis.lint.selectors import codes_of

    return codes_of(rule) is None


@dataclass(slots=True)
class Sifted:
    """What a baseline leaves: new findings, how many were known, and the entries that no longer occur."""

    new: list[Located] = field(default_factory=list)
    known: int = 0
    stale: dict[str, int] = field(default_factory=dict)


def read_baseline(path: Path, root: Path) -> Baseline | None:
    """Read a baseline; None when there is none. Raises `ConfigError` when it cannot be used."""
    hint = "Mend it, or delete it and write a new one: klantreis lint --write-baseline"
    if not path.exists() and not path.is_symlink():
        return None
    if not path.resolve().is_relative_to(root.resolve()):
        raise ConfigError(f"{path}: leads out of the workspace.", "Put the baseline in the workspace itself.")
    try:
        data = read_bytes(path, _MAX_BYTES)
        if len(data) > _MAX_BYTES:
            raise ConfigError(f"{path}: larger than 32 MiB.", "Is this the right file?")
        content = json.loads(data.decode("utf-8-sig"))
    except PathError as error:
        raise ConfigError(error.message, hint) from error
    except (ValueError, RecursionError) as error:
        raise ConfigError(f"{path}: not a baseline: {error}.", hint) from error
    if isinstance(content, dict) and content.get("version") not in (None, VERSION):
        raise ConfigError(f"{path}: `version` {content['version']!r}; this klantreis knows {VERSION}.", hint)
    if not isinstance(content, dict) or not _sound(content.get("files")):
        raise ConfigError(f"{path}: not a baseline: no counts by file, rule and element.", hint)
    return Baseline(path, root, content["files"])


def _sound(files: Any) -> bool:
    """Tell whether it is counts by file, rule and element."""
    if not isinstance(files, dict):
        return False
    tables = [rules for rules in files.values() if isinstance(rules, dict)]
    counts = [elements for rules in tables for elements in rules.values() if isinstance(elements, dict)]
    return (
        all(map(_is_inside, files))
        and len(tables) == len(files)
        and len(counts) == sum(map(len, tables))
        and all(type(count) is int and count > 0 for elements in counts for count in elements.values())
    )


def _is_inside(name: str) -> bool:
    """Tell whether a file's name leads from the workspace down."""
    path = PurePosixPath(name)
    usable = 0 < len(name) <= _LONGEST and "\0" not in name
    return usable and not path.is_absolute() and ".." not in path.parts and max(map(len, path.parts)) <= _LONGEST_PART


def sift(found: Iterable[Located], baseline: Baseline, name_of: Mapping[str, str], judged: Judged) -> Sifted:
    """Take the known findings away.

    `name_of` gives a file's name in the baseline by the name it is shown by. Stale entries are
    counted by file.
    """
    left: dict[str, Counter[tuple[str, str]]] = {
        name: Counter({(rule, element): n for rule, elements in rules.items() for element, n in elements.items()})
        for name, rules in baseline.entries.items()
    }
    result = Sifted()
    for item in found:
        known = left.get(name_of.get(item.finding.where.file, ""))
        key = (item.finding.rule.name, item.element)
        if known is not None and known[key] > 0:
            known[key] -= 1
            result.known += 1
        else:
            result.new.append(item)
    for name, counts in left.items():
        gone = baseline.lacks(name)
        if rest := sum(n for (rule, _), n in counts.items() if gone or judged.judges(rule, name)):
            result.stale[name] = rest
    return result


def updated(old: Baseline, found: Iterable[Located], name_of: Mapping[str, str], judged: Judged) -> Baseline:
    """Give the baseline with the entries of the judged files and rules anew; all others stay as they are.

    Those of files that are gone, go.
    """
    entries: Entries = {}
    for name, rules in old.entries.items():
        kept = {rule: dict(elements) for rule, elements in rules.items() if not judged.judges(rule, name)}
        if kept and not old.lacks(name):
            entries[name] = kept
    fresh: Entries = {}
    for item in found:
        if file := name_of.get(item.finding.where.file):
            elements = fresh.setdefault(file, {}).setdefault(item.finding.rule.name, {})
            elements[item.element] = elements.get(item.element, 0) + 1
    for file, by_rule in fresh.items():
        entries.setdefault(file, {}).update(by_rule)
    return Baseline(old.path, old.root, entries)


def pruned(old: Baseline, found: Iterable[Located], name_of: Mapping[str, str], judged: Judged) -> Baseline:
    """Give the baseline without the entries that no longer occur; nothing new enters it."""
    now = updated(old, found, name_of, judged)
    entries: Entries = {}
    for name, rules in old.entries.items():
        for rule, elements in rules.items():
            still = now.entries.get(name, {}).get(rule, {})
            kept = {element: min(n, still[element]) for element, n in elements.items() if element in still}
            if kept:
                entries.setdefault(name, {})[rule] = kept
    return Baseline(old.path, old.root, entries)


def text_of(baseline: Baseline) -> str:
    """Give the text of a baseline: sorted, one entry a line, so that it reads well in a pull request."""
    content = {"version": VERSION, "files": baseline.entries}
    return json.dumps(content, ensure_ascii=False, indent=1, sort_keys=True) + "\n"
