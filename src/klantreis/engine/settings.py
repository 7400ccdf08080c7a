"""Journeys with the persona and organisation they refer to, ready to be drawn."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from klantreis import rules
from klantreis.check.index import Index
from klantreis.engine.run import Checker, Input, Request, build_index
from klantreis.errors import PathError
from klantreis.findings import Finding, Severity
from klantreis.model.document import Document, Kind
from klantreis.model.journey import Journey
from klantreis.model.persona import Persona
from klantreis.model.setting import Setting
from klantreis.model.text import slug
from klantreis.source.discover import read_bytes
from klantreis.source.reader import MAX_BYTES

# Only these kinds are needed beside the journeys that are drawn; of UTF-16 we cannot tell unread.
_NEEDED = re.compile(rb"kind[\"']?[ \t]*:\s*[\"']?(persona|organisation)\b")
_OF = re.compile(rb"\bof[\"']?[ \t]*:[ \t]*[\"']?([^\s\"'#,}]+)")


@dataclass(slots=True)
class Settings:
    """What came of loading journeys: settings by file, and what stood in the way.

    `findings` are mistakes of structure: their files give no setting. `loose` are references that
    lead nowhere: such a journey can be drawn, and somebody should know.
    """

    settings: list[tuple[str, Setting]] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    loose: list[Finding] = field(default_factory=list)
    errors: list[PathError] = field(default_factory=list)


def load_settings(inputs: Sequence[Input], root: Path | None) -> Settings:
    """Load the journeys that were asked for. A file with errors of structure gives none."""
    checker = Checker(list(enumerate(_worth_loading(inputs))))
    index = build_index([checker.first_round()])
    outcome = checker.second_round(Request(index))
    structural = {id(finding) for _, file in checker.files for finding in file.findings}
    result = Settings(errors=outcome.errors)
    for finding in outcome.findings:
        if id(finding) in structural:
            result.findings.append(finding)
        elif finding.rule is not rules.UNKNOWN_JOURNEY:
            # Not every journey of the workspace was loaded, so what is missing may well exist.
            result.loose.append(finding)
    broken = {finding.where.file for finding in result.findings if finding.severity is Severity.ERROR}
    result.settings = list(_settings(checker, index, root, broken))
    return result


def _settings(checker: Checker, index: Index, root: Path | None, broken: set[str]) -> Iterator[tuple[str, Setting]]:
    models = {
        (file.name, loaded.index): (loaded.structure.model, source.path.parent if source.path else None)
        for source, file in checker.files
        for loaded in file.documents
    }

    def meant(kind: Kind, written: str) -> tuple[Document | None, Path | None]:
        outline = index.find(kind, written) if written else None
        return models.get((outline.file, outline.document), (None, None)) if outline else (None, None)

    for source, file in checker.files:
        if not source.asked or file.name in broken:
            continue
        for loaded in file.documents:
            if isinstance(journey := loaded.structure.model, Journey):
                persona, home = meant("persona", journey.persona)
                base, _ = meant("journey", journey.of)
                _, folder = models[file.name, loaded.index]
                yield (
                    file.name,
                    Setting(
                        journey,
                        persona=persona if isinstance(persona, Persona) else None,
                        organisation=index.organisation,
                        base=base if isinstance(base, Journey) else None,
                        folder=folder,
                        persona_folder=home,
                        root=root or folder,
                    ),
                )


def _worth_loading(inputs: Sequence[Input]) -> Iterator[Input]:
    """The inputs that were asked for, and those that they may need: unread, by the look of their bytes."""
    read = [_read(source) for source in inputs]
    bases = {name for source in read if source.asked and source.data for name in _OF.findall(source.data)}
    for source in read:
        data = source.data or b""
        if source.asked or _NEEDED.search(data) or b"\0" in data[:4] or any(base in data for base in bases):
            yield source


def _read(source: Input) -> Input:
    if source.data is not None or source.path is None:
        return source
    try:
        return replace(source, data=read_bytes(source.path, MAX_BYTES))
    except PathError:
        return source


def named(settings: Sequence[tuple[str, Setting]], written: str) -> list[tuple[str, Setting]]:
    """Give the journeys that a name means: by id, a former id, or a title whose slug is the id."""
    key = slug(written)
    return [
        item for item in settings if written in (item[1].journey.id, *item[1].journey.was) or key == item[1].journey.id
    ]


def twice(settings: Sequence[tuple[str, Setting]]) -> tuple[str, str, str] | None:
    """Give an id that two journeys share and their files, None when all differ."""
    seen: dict[str, str] = {}
    for name, setting in settings:
        if setting.journey.id in seen:
            return setting.journey.id, seen[setting.journey.id], name
        seen[setting.journey.id] = name
    return None
