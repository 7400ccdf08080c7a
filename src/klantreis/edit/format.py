"""One form for every file: keys in the order of the format, short where that says the same.

Comments stay with what they stand above or beside. Nothing is given back that would mean
something else than what was given, or lack a comment.
"""

from __future__ import annotations

from collections import Counter
from typing import Any

from klantreis import rules
from klantreis.check.load import LoadedFile, load
from klantreis.edit.changes import Lines
from klantreis.edit.comments import attach
from klantreis.edit.order import tidy
from klantreis.edit.planting import trees
from klantreis.edit.printer import printed
from klantreis.edit.scope import Scopes
from klantreis.edit.tree import Node, Tree
from klantreis.edit.verbatim import keep_as_written
from klantreis.errors import KlantreisError
from klantreis.findings import Severity
from klantreis.model.kinds import model_of

_ROUNDS = 4
_LEFT = "It is left as it was."
_MARK = "Put it on a line of its own, right above the key or item that it is about; the file is left as it was."


class FormatError(KlantreisError):
    """A text that cannot be formatted. The words say why; the text is left as it was."""

    exit_code = 1


def format_text(text: str) -> str:
    """Give a text in the one form. Raises `FormatError` for a text with mistakes, or one that is too odd."""
    return _formatted(text, _loaded(text))


def format_data(name: str, data: bytes, *, named: bool) -> tuple[str, str] | None:
    """Give a file's text and the one form of it, or nothing for a file that is not one of ours.

    Raises `FormatError` as `format_text` does.
    """
    loaded = load(name, data, named=named)
    if loaded.skipped:
        return None
    return loaded.text, _formatted(loaded.text, _sound(loaded))


def _formatted(text: str, old: LoadedFile) -> str:
    told: Counter[str] | None = None
    scopes = Scopes.of(text, old)
    for _ in range(_ROUNDS):
        new, comments = _once(text, old, scopes)
        if told is not None and comments != told:
            raise FormatError("a comment in it has no place of its own.", _LEFT)
        if new == text:
            return new
        now = _again(new)
        if list(map(_meaning, old.documents)) != list(map(_meaning, now.documents)):
            raise FormatError("it would not mean the same when formatted.", _LEFT)
        before, scopes = scopes, Scopes.of(new, now)
        if before.counted != scopes.counted:
            raise FormatError("a comment in it that ignores findings would count for something else.", _MARK)
        text, old, told = new, now, comments
    raise FormatError("no form was found that stays the same.", "Please report this file; it is left as it was.")


def _once(text: str, loaded: LoadedFile, scopes: Scopes) -> tuple[str, Counter[str]]:
    """Give the text that a text becomes, and the comments that it holds now."""
    lines = Lines(text)
    planted = trees(text)
    split = [(found.where.document, found.where.path) for found in loaded.findings if found.rule is rules.COMMA]
    models = {document.index: model_of(document.kind) for document in loaded.documents}
    parts: list[list[str]] = []
    waiting: list[str] = []
    for number, tree in enumerate(planted.documents):
        if number not in models:
            # A document that holds nothing says nothing; its comments go to the next one.
            waiting += [comment.text for comment in tree.comments]
            continue
        columns = _columns(tree, lines)
        keep_as_written(text, tree, [path for document, path in split if document == number])
        attach(lines, tree, scopes.targets)
        tidy(tree.top.value, models[number])
        parts.append([*waiting, *printed(tree, columns)])
        waiting = []
    if waiting:
        parts[-1] += waiting
    new = "\n---\n".join("\n".join(part) for part in parts) + "\n"
    return new, Counter(comment.text for comment in planted.comments)


def _columns(tree: Tree, lines: Lines) -> dict[int, int]:
    """Give, for each block text, the column of the list or mapping that it stands in."""
    found: dict[int, int] = {}

    def visit(node: Node) -> None:
        for entry in node.entries:
            if entry.value.style in ("|", ">"):
                found[id(entry.value)] = lines.column(node.entries[0].start)
            visit(entry.value)

    visit(tree.top.value)
    return found


def _refuse_mark(text: str) -> None:
    if text[:1] == "\ufeff":
        raise FormatError("it begins with a byte order mark too many.", "Remove it; the file is left as it was.")


def _loaded(text: str) -> LoadedFile:
    _refuse_mark(text)
    try:
        data = text.encode("utf-8")
    except UnicodeEncodeError as error:
        raise FormatError("the text cannot be written as UTF-8.") from error
    return _sound(load("", data, named=True))


def _sound(loaded: LoadedFile) -> LoadedFile:
    mistakes = [finding for finding in loaded.findings if finding.severity is Severity.ERROR]
    if mistakes:
        raise FormatError(f"it has mistakes: {mistakes[0].message}", "Run `klantreis validate` and mend them first.")
    _refuse_mark(loaded.text)
    return loaded


def _again(new: str) -> LoadedFile:
    try:
        return _loaded(new)
    except FormatError as error:
        raise FormatError("it is written in a way that cannot be formatted.", _LEFT) from error


def _meaning(document: Any) -> Any:
    model = document.structure.model
    return document.kind, model.model_dump(), model.model_dump(exclude_unset=True)
