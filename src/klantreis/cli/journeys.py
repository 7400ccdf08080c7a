"""The journeys that a command means: files, folders, globs, ids of the workspace, `FILE#id`, standard input."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import PurePath
from typing import TYPE_CHECKING

from klantreis.errors import PathError, UsageError
from klantreis.model.text import slug
from klantreis.wording import shortened

if TYPE_CHECKING:
    from klantreis.cli.gather import Gathered
    from klantreis.engine.settings import Settings
    from klantreis.findings import Finding
    from klantreis.model.setting import Setting

_SAYS = re.compile(r"(?:id|title):")


@dataclass(slots=True)
class Found:
    """Journeys with the files they stand in, in the order they were named, and what stood in the way."""

    settings: list[tuple[str, Setting]] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    loose: list[Finding] = field(default_factory=list)
    errors: list[PathError] = field(default_factory=list)
    gathered: list[Gathered] = field(default_factory=list)

    @property
    def failed(self) -> bool:
        """Whether a file that was asked for has mistakes of structure."""
        from klantreis.findings import Severity

        return any(finding.severity is Severity.ERROR for finding in self.findings)


def find_journeys(names: Sequence[str], stdin_filename: str = "") -> Found:
    """Find the journeys that names mean, each once. Mistakes in files are noted, not raised.

    Raises `UsageError` for an id that no journey has, and for options that do not fit.
    """
    from klantreis.cli.sides import file_in

    plain = [name for name in names if not _is_id(name) and file_in(name) in ("", name)]
    found = Found()
    if plain or stdin_filename:
        _add(found, *_load(plain, stdin_filename))
    for name in names:
        if name in plain:
            continue
        file = file_in(name)
        gathered, loaded = _load([file]) if file else _workspace(name)
        _choose(gathered, loaded, name, name[len(file) + 1 :] if file else name)
        _add(found, gathered, loaded)
    _each_once(found)
    return found


def _is_id(name: str) -> bool:
    """Tell whether a name can only be an id: no file, no glob, nothing that looks like a path."""
    from klantreis.cli.gather import STDIN
    from klantreis.cli.sides import file_in, looks_like_path

    glob = any(sign in name for sign in "*?[")
    return name != STDIN and not file_in(name) and not glob and not looks_like_path(name)


def _load(paths: list[str], stdin_filename: str = "") -> tuple[Gathered, Settings]:
    from klantreis.cli.gather import gather
    from klantreis.engine.settings import Settings, load_settings

    gathered = gather(paths, stdin_filename)
    loaded = Settings(errors=gathered.errors)
    for batch in gathered.batches:
        part = load_settings(batch.inputs, batch.root)
        loaded.settings += part.settings
        loaded.findings += part.findings
        loaded.loose += part.loose
        loaded.errors += part.errors
    return gathered, loaded


def _workspace(name: str) -> tuple[Gathered, Settings]:
    """Load the workspace around this folder, to look an id up in. Raises `UsageError` outside of one."""
    try:
        return _load([])
    except UsageError as error:
        if "no workspace" not in error.message:
            raise
        raise UsageError(
            f"`{shortened(name)}` is no file, and there is no workspace here to look it up in.",
            "Name a file, or go to a folder with a `klantreis.toml`.",
        ) from None


def _choose(gathered: Gathered, loaded: Settings, name: str, wanted: str) -> None:
    """Keep the journey that is meant, and what is wrong in its file.

    Where mistakes keep it from being known, the mistakes are kept. Raises `UsageError` when there is no such journey.
    """
    from klantreis.engine.settings import named

    whole = name == wanted
    kept = named(loaded.settings, wanted)
    files = {file for file, _ in kept} or _broken_with(gathered, loaded, wanted, whole=whole)
    if not files:
        raise _unknown(loaded, name, wanted)
    loaded.settings = kept
    loaded.loose = [finding for finding in loaded.loose if finding.where.file in files]
    if whole:
        loaded.findings = [finding for finding in loaded.findings if finding.where.file in files]
        loaded.errors = []


def _broken(loaded: Settings) -> list[str]:
    from klantreis.findings import Severity

    return sorted({found.where.file for found in loaded.findings if found.severity is Severity.ERROR})


def _broken_with(gathered: Gathered, loaded: Settings, wanted: str, *, whole: bool) -> set[str]:
    """Give the files with mistakes that seem to hold a journey: by their name, or by an id or title at a line's start.

    Who is writing a journey saves mistakes in it, and wants to see those.
    """
    broken = _broken(loaded)
    if not whole:
        return set(broken)
    key = slug(wanted)
    return {file for file in broken if key in (_stem(file), *_said_keys(gathered.texts.read(file) or ""))}


def _said_keys(text: str) -> set[str]:
    values = (line.partition(":")[2].partition(" #")[0] for line in text.splitlines() if _SAYS.match(line))
    return {slug(value.strip(" \t'\"")) for value in values}


def _stem(file: str) -> str:
    return slug(PurePath(file).stem)


def _unknown(loaded: Settings, name: str, wanted: str) -> UsageError:
    from klantreis.suggest import did_you_mean

    ids = [setting.journey.id for _, setting in loaded.settings]
    same = [(file, setting.journey.id) for file, setting in loaded.settings if _stem(file) == slug(wanted)]
    known = f"The journeys here: {', '.join(ids[:8])}." if ids else "There is none here."
    if same:
        hint = f"{same[0][0]} holds `{same[0][1]}`: name the file, or that id."
    else:
        hint = did_you_mean(wanted, ids) or known
    if broken := _broken(loaded):
        hint += f" Not read, for they have mistakes: {', '.join(broken[:3])}; `klantreis validate` shows them."
    return UsageError(f"no file and no journey `{shortened(name)}`.", hint)


def _add(found: Found, gathered: Gathered, loaded: Settings) -> None:
    found.gathered.append(gathered)
    found.settings += loaded.settings
    found.findings += loaded.findings
    found.loose += loaded.loose
    found.errors += loaded.errors


def _each_once(found: Found) -> None:
    """A journey that was named twice, by its file and by its id, is one."""
    seen: dict[tuple[str, str], None] = {}
    kept = []
    for file, setting in found.settings:
        if (file, setting.journey.id) not in seen:
            seen[file, setting.journey.id] = None
            kept.append((file, setting))
    found.settings = kept
