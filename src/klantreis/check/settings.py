"""Journeys with the persona and organisation they refer to, ready to be drawn."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from klantreis.check.run import Checker, Input, build_index
from klantreis.errors import PathError
from klantreis.findings import Finding, Severity
from klantreis.model.journey import Journey
from klantreis.model.persona import Persona
from klantreis.model.setting import Setting
from klantreis.source.discover import read_bytes
from klantreis.source.reader import MAX_BYTES

# Only these kinds are needed beside the journeys that are drawn; of UTF-16 we cannot tell unread.
_NEEDED = re.compile(rb"kind[\"']?[ \t]*:\s*[\"']?(persona|organisation)\b|\A.{0,3}\0", re.DOTALL)


@dataclass(slots=True)
class Settings:
    """What came of loading journeys: settings by file, and what stood in the way."""

    settings: list[tuple[str, Setting]] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    errors: list[PathError] = field(default_factory=list)


def load_settings(inputs: Sequence[Input], root: Path | None) -> Settings:
    """Load the journeys that were asked for. A file with errors of structure gives none."""
    wanted = [source for source in map(_with_data, inputs) if source is not None]
    checker = Checker(list(enumerate(wanted)))
    index = build_index([checker.first_round()])
    personas: dict[tuple[str, int], tuple[Persona, Path | None]] = {}
    for source, file in checker.files:
        for loaded in file.documents:
            if isinstance(loaded.structure.model, Persona):
                folder = source.path.parent if source.path else None
                personas[file.name, loaded.index] = loaded.structure.model, folder
    result = Settings()
    for source, file in checker.files:
        if not source.asked:
            continue
        if file.error is not None:
            result.errors.append(file.error)
        result.findings.extend(file.findings)
        if any(finding.rule.severity is Severity.ERROR for finding in file.findings):
            continue
        for loaded in file.documents:
            if isinstance(journey := loaded.structure.model, Journey):
                outline = index.find("persona", journey.persona) if journey.persona else None
                found = personas.get((outline.file, outline.document)) if outline else None
                persona, home = found or (None, None)
                folder = source.path.parent if source.path else None
                setting = Setting(journey, persona, index.organisation, folder, home, root or folder)
                result.settings.append((file.name, setting))
    return result


def _with_data(source: Input) -> Input | None:
    """An input worth loading: one that was asked for, or that another may need."""
    if source.asked or source.path is None:
        return source
    try:
        data = read_bytes(source.path, MAX_BYTES)
    except PathError:
        return None
    return replace(source, data=data) if _NEEDED.search(data) else None


def twice(settings: Sequence[tuple[str, Setting]]) -> tuple[str, str, str] | None:
    """Give an id that two journeys share and their files, None when all differ."""
    seen: dict[str, str] = {}
    for name, setting in settings:
        if setting.journey.id in seen:
            return setting.journey.id, seen[setting.journey.id], name
        seen[setting.journey.id] = name
    return None
