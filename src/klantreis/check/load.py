"""A file to checked documents: reading and structure, everything a file can say on its own."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from klantreis import rules
from klantreis.check.commas import split_by_commas
from klantreis.check.outline import Outline, outline_of, outline_of_raw
from klantreis.check.structure import Structure, check_structure
from klantreis.errors import PathError
from klantreis.findings import Finding, Fix, Place, SetKey, Where
from klantreis.model.document import KINDS, Kind
from klantreis.source.places import Places, places
from klantreis.source.reader import Parsed, read
from klantreis.suggest import did_you_mean

_OURS = re.compile(r"^klantreis[ \t]*:", re.MULTILINE)


@dataclass(slots=True)
class Loaded:
    """A document of a file, with what is known of it."""

    structure: Structure
    outline: Outline | None
    index: int
    kind: Kind


@dataclass(slots=True)
class LoadedFile:
    """A file: its documents and findings. `skipped`: not one of ours. `error`: it cannot be read.

    `broken` is true when part of it is missing, so that references to it cannot be judged.
    """

    name: str
    text: str = ""
    documents: list[Loaded] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    skipped: bool = False
    broken: bool = False
    error: PathError | None = None


def load(name: str, data: bytes, *, named: bool) -> LoadedFile:
    """Load a file. One that was not named and lacks `klantreis: 1` is skipped."""
    text, parsed = read(data)
    file = LoadedFile(name, text)
    version = _version(parsed)
    ours = named or version is not None or (bool(parsed.problems) and _looks_like_ours(text, data))
    if not ours:
        file.skipped = True
        return file
    file.findings = [problem.finding(name) for problem in parsed.problems]
    file.broken = any(finding.rule in _BREAKING for finding in file.findings)
    contents = [(n, content) for n, content in enumerate(parsed.documents) if content is not None]
    if not contents and not parsed.problems:
        file.findings.append(
            Finding(
                rules.EMPTY,
                Where(name, place=Place(1, 1, 1, 1)),
                "The file holds no document.",
                "Begin with `klantreis: 1` and a `title`; `klantreis init` writes an example.",
            )
        )
    elif version is None and contents and not file.broken and isinstance(contents[0][1], dict):
        file.findings.append(
            Finding(
                rules.NO_VERSION,
                Where(name, contents[0][0], ()),
                "`klantreis: 1` is missing at the top.",
                "Add it: in a workspace, files without it are skipped.",
                fix=Fix("add `klantreis: 1`", (SetKey((), "klantreis", 1, first=True),)),
            )
        )
    all_places = _lazy(partial(places, text))
    told = {(problem.place.line, problem.place.column) for problem in parsed.problems}
    for n, content in contents:
        places_of: Callable[[], Places] = lambda n=n: all_places()[n]  # type: ignore[misc]  # noqa: E731  n is bound
        _document(file, n, content, places_of, told)
    return file


_BREAKING = {rules.SYNTAX, rules.ENCODING, rules.TOO_LARGE, rules.KEY_NOT_TEXT}


def _lazy(make: Callable[[], list[Places]]) -> Callable[[], list[Places]]:
    made: list[list[Places]] = []

    def get() -> list[Places]:
        if not made:
            made.append(make())
        return made[0]

    return get


def _looks_like_ours(text: str, data: bytes) -> bool:
    return _OURS.search(text or data.decode("utf-8", "replace")) is not None


def _version(parsed: Parsed) -> Any:
    first = next((content for content in parsed.documents if content is not None), None)
    return first.get("klantreis") if isinstance(first, dict) else None


def _document(
    file: LoadedFile, n: int, content: Any, places_of: Callable[[], Places], told: set[tuple[int, int]]
) -> None:
    if not isinstance(content, dict):
        file.broken = True
        what = "a list" if isinstance(content, list) else "one text"
        file.findings.append(
            Finding(
                rules.WRONG_TYPE,
                Where(file.name, n, ()),
                f"A document is a mapping of keys, and this is {what}.",
                "Begin with `klantreis: 1` and `title: …`, each on a line of its own.",
            )
        )
        return
    kind = content.get("kind", "journey")
    if kind is None:
        kind = "journey"
    if kind not in KINDS:
        file.broken = True
        hint = did_you_mean(str(kind), KINDS) or "A newer klantreis may know it."
        file.findings.append(
            Finding(
                rules.UNKNOWN_KIND,
                Where(file.name, n, ("kind",)),
                f"`kind` is one of {', '.join(KINDS)}.",
                hint,
            )
        )
        return
    structure = check_structure(content, kind, file.name, n, places_of)
    file.findings.extend(_untold(structure.findings, places_of, told) if told else structure.findings)
    if kind == "journey":
        file.findings.extend(split_by_commas(content, file.name, n, places_of))
    file.broken |= structure.nameless
    if structure.model is not None:
        outline: Outline | None = outline_of(structure.model, kind, file.name, n, pruned=structure.pruned)
    else:
        outline = outline_of_raw(content, kind, file.name, n)
    file.broken |= outline is None
    if outline is not None and structure.nameless:
        outline.id = ""
    file.documents.append(Loaded(structure, outline, n, kind))


def _untold(findings: list[Finding], places_of: Callable[[], Places], told: set[tuple[int, int]]) -> Iterator[Finding]:
    """Leave out what follows from a mistake that the reader has told of the same value."""
    for finding in findings:
        place = places_of().nearest(finding.where.path, key=finding.where.key)
        if (place.line, place.column) not in told:
            yield finding
