"""Data to a model, or to findings: every structural mistake of a document, each once.

Three things pydantic cannot do alone happen here. A plain number or boolean where text belongs
becomes its characters as written. Errors are told at places of the file, not of the long form.
And a document with mistakes still gives a model of its sound parts, so that its references are
checked in the same run.
"""

from __future__ import annotations

from bisect import bisect_right, insort
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from pydantic import ValidationError

from klantreis import rules
from klantreis.check.messages import finding_of
from klantreis.check.vocabulary import known_keys, model_at, suggest_key
from klantreis.findings import Finding, Path, Where
from klantreis.model.document import Document, Kind
from klantreis.model.fields import Titled
from klantreis.model.kinds import model_of
from klantreis.model.text import slug
from klantreis.source.places import Places
from klantreis.wording import shortened

_GUESSES = 100
"""For how many mistakes of a document it is worth finding out what was meant."""
_ROUNDS = 12
_NOT_TEXT = {"string_type"}
_NAMES = {"id", "title", "name"}
_STEPS = {"Phase", "Touchpoint"}


@dataclass(slots=True)
class Structure:
    """A document checked for structure.

    `model` holds the sound parts, None when nothing is left. `removed` tells, round by round,
    which positions of which lists were left out of it, so that paths lead back to the file
    (`source_path`). `pruned` names the keys at the top under which something is missing that
    references may mean (`items`: a pain, an opportunity … in a step); `nameless` is true when the
    document's own id is in doubt.
    """

    model: Document | None
    findings: list[Finding] = field(default_factory=list)
    removed: list[dict[Path, list[int]]] = field(default_factory=list)
    pruned: frozenset[str] = frozenset()
    nameless: bool = False

    def source_path(self, path: Path) -> Path:
        """Give the path in the file for a path in the model."""
        for gone in reversed(self.removed):
            steps: Path = ()
            for part in path:
                steps = (*steps, _before_removal(part, gone.get(steps, ())) if isinstance(part, int) else part)
            path = steps
        return path


def check_structure(data: Any, kind: Kind, file: str, document: int, places: Callable[[], Places]) -> Structure:
    """Check one document. `places` is asked only when something is not as expected."""
    model = model_of(kind)
    try:
        return Structure(model.model_validate(data))
    except ValidationError as error:
        errors = _errors(error)
    data, errors = _as_written(model, data, errors, places)
    if not errors:
        return Structure(model.model_validate(data))
    result = Structure(None, _findings(errors, data, file, document, model))
    result.nameless = any(error["loc"] == () or error["loc"][0] in _NAMES for error in errors)
    result.model, result.pruned = _sound_parts(model, data, errors, result.removed)
    return result


def _before_removal(position: int, removed: Sequence[int]) -> int:
    """Give where an item stood before the (sorted) positions were taken out of its list."""
    return position + bisect_right(range(len(removed)), position, key=lambda n: removed[n] - n)


def _errors(error: ValidationError) -> list[dict[str, Any]]:
    return [dict(item) for item in error.errors(include_url=False)]


def _try(model: type[Document], data: Any) -> tuple[Document | None, list[dict[str, Any]]]:
    try:
        return model.model_validate(data), []
    except ValidationError as error:
        return None, _errors(error)


def _as_written(
    model: type[Document], data: Any, errors: list[dict[str, Any]], places: Callable[[], Places]
) -> tuple[Any, list[dict[str, Any]]]:
    """Put the characters as written where text belongs and a number or boolean was read."""
    for _ in range(_ROUNDS):
        written = {}
        for error in errors:
            if error["type"] in _NOT_TEXT and isinstance(error["input"], (int, float)):
                path, _rest = source_of(data, error["loc"])
                text = places().text(path)
                written[path] = text if text is not None else str(error["input"])
        if not written:
            return data, errors
        data = _with(data, written)
        _model, errors = _try(model, data)
        if not errors:
            break
    return data, errors


def source_of(data: Any, location: tuple[Any, ...]) -> tuple[Path, tuple[Any, ...]]:
    """Split pydantic's location into the part that stands in the data and the rest.

    The rest is a missing key, or the trace of a short form.
    """
    here, path = data, []
    for position, part in enumerate(location):
        if _holds(here, part):
            here = here[part]
            path.append(part)
        elif part == 0 and not isinstance(here, list):
            continue
        else:
            return tuple(path), location[position:]
    return tuple(path), ()


def _findings(
    errors: list[dict[str, Any]], data: Any, file: str, document: int, model: type[Document]
) -> list[Finding]:
    located = [(error, *source_of(data, error["loc"])) for error in errors]
    items = (_split_item(data, path, error, model) for error, path, _rest in located[:_GUESSES])
    split = {path for path in items if path}
    lacking = any(error["type"] == "missing" for error in errors)
    renamed = _renamed(located[:_GUESSES], model) if lacking else set()
    # Where nobody looks for what was meant, an unknown key may well be the missing one.
    strange = {path[:-1] for error, path, _rest in located if error["type"] == "extra_forbidden"}
    found: dict[tuple[Any, ...], Finding] = {}
    for n, (error, path, rest) in enumerate(located):
        if split and any(path[:length] in split for length in range(len(path) + 1)):
            continue
        if error["type"] == "missing" and ((path, rest[-1:]) in renamed or (n >= _GUESSES and path in strange)):
            continue
        finding = finding_of(error, path, rest, file, document, model, guess=n < _GUESSES)
        found.setdefault((finding.rule, path, rest), finding)
    for item in split:
        found[(item,)] = _split_finding(data, item, file, document)
    return list(found.values())


def _renamed(located: list[Any], model: type[Document]) -> set[Any]:
    """Missing keys that stand there under a mistyped name: one mistake, told once."""
    renamed = set()
    for error, path, _rest in located:
        if error["type"] == "extra_forbidden":
            suggestion = suggest_key(str(path[-1]), known_keys(model, path[:-1]))
            renamed.add((path[:-1], (suggestion,)))
    return renamed


def _split_item(data: Any, path: Path, error: dict[str, Any], model: type[Document]) -> Path | None:
    """The item of a list that a colon split in two (`- Levertijd: te lang`), if this is one."""
    item = path if error["type"] == "missing" else path[:-1]
    if error["type"] not in ("missing", "extra_forbidden") or not item or not isinstance(item[-1], int):
        return None
    value = _at(data, item)
    if not isinstance(value, dict) or len(value) != 1:
        return None
    key, text = next(iter(value.items()))
    known = known_keys(model, item)
    if key in known or suggest_key(key, known) or not isinstance(text, (str, int, float)):
        return None
    return item


def _split_finding(data: Any, path: Path, file: str, document: int) -> Finding:
    key, text = next(iter(_at(data, path).items()))
    sentence = shortened(f"{key}: {text}").replace('"', "'")
    return Finding(
        rules.SPLIT_SENTENCE,
        Where(file, document, path),
        "A colon split this text into a key and a value.",
        f'Put it in quotes: "{sentence}"',
    )


def _sound_parts(
    model: type[Document], data: Any, errors: list[dict[str, Any]], removed: list[dict[Path, list[int]]]
) -> tuple[Document | None, frozenset[str]]:
    pruned: set[str] = set()
    for _ in range(_ROUNDS):
        cut: dict[Path, Any] = {}
        for error in errors:
            path, _rest = source_of(data, error["loc"])
            if not path:
                data = _filled(data, error)
                if data is None:
                    return None, frozenset()
            else:
                cut[path] = slug(str(error["input"])) or _ABSENT if path[-1] == "id" else _ABSENT
        pruned.update(_pruned_at(model, path) for path in cut)
        gone: dict[Path, list[int]] = {}
        for path in cut:
            if isinstance(path[-1], int):
                insort(gone.setdefault(path[:-1], []), path[-1])
        removed.append(gone)
        data = _with(data, cut)
        sound, errors = _try(model, data)
        if sound is not None:
            return sound, frozenset(pruned) - {""}
    return None, frozenset()


def _pruned_at(model: type[Document], path: Path) -> str:
    """Give the key at the top whose references are in doubt when a path is left out, `items` for things in a step."""
    named = path[:-1] if path[-1] in _NAMES or path[-1] == "was" else path
    found = model_at(model, named)
    if found is None or not issubclass(found, Titled):
        return ""
    return "items" if path[0] == "phases" and found.__name__ not in _STEPS else str(path[0])


def _filled(data: Any, error: dict[str, Any]) -> Any:
    """A document that lacks its title or name is still worth checking."""
    key = error["loc"][-1] if error["loc"] else None
    if isinstance(data, dict) and error["type"] == "missing" and key in ("title", "name"):
        return {**data, key: "?", "id": data.get("id") or "x"}
    return None


_ABSENT = object()


def _holds(here: Any, part: Any) -> bool:
    if isinstance(here, list):
        return isinstance(part, int) and part < len(here)
    return isinstance(here, dict) and part in here


def _at(data: Any, path: Path) -> Any:
    for part in path:
        try:
            data = data[part]
        except (KeyError, IndexError, TypeError):
            return _ABSENT
    return data


def _with(data: Any, changes: dict[Path, Any]) -> Any:
    """Give the data with values replaced or, where `_ABSENT`, left out; what aliases share stays as it is."""
    if () in changes:
        return changes[()]
    below: dict[str | int, dict[Path, Any]] = {}
    for path, value in changes.items():
        below.setdefault(path[0], {})[path[1:]] = value
    copy: Any = dict(data) if isinstance(data, dict) else list(data)
    for part, deeper in below.items():
        copy[part] = _with(data[part], deeper)
    if isinstance(copy, dict):
        return {key: value for key, value in copy.items() if value is not _ABSENT}
    return [value for value in copy if value is not _ABSENT]
