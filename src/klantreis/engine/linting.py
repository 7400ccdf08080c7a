"""The linter's part in the two rounds. Loaded only when rules run: they are many small modules."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, partial
from typing import TYPE_CHECKING

from klantreis.check.index import Index
from klantreis.check.load import Loaded, LoadedFile
from klantreis.findings import Finding, Severity
from klantreis.lint.digest import Digest, digest_of
from klantreis.lint.linter import lint_across, lint_document, lint_text, wanted
from klantreis.lint.plan import Plan
from klantreis.lint.subject import TextSubject
from klantreis.source.places import places

if TYPE_CHECKING:
    from klantreis.engine.run import Outcome, Share

Key = tuple[str, int]
"""A document: its file and its number in it."""


def is_sound(loaded: Loaded) -> bool:
    """Tell whether a document has no mistakes of structure, so that a path in its model is one in its file."""
    structure = loaded.structure
    return not structure.removed and not any(item.severity is Severity.ERROR for item in structure.findings)


def is_linted(file: LoadedFile) -> bool:
    """Tell whether the rules can judge a whole file: it was read, and nothing in it is missing."""
    return file.error is None and not file.broken and all(map(is_sound, file.documents))


def digests_of(file: LoadedFile) -> Iterator[tuple[Key, Digest]]:
    """Give the digests of the sound documents of a file."""
    for loaded in file.documents:
        if loaded.structure.model is not None and is_sound(loaded):
            yield (file.name, loaded.index), digest_of(loaded.structure.model)


def lint_file(plan: Plan, file: LoadedFile, index: Index) -> Iterator[Finding]:
    """Run the rules that look at one document."""
    for loaded in file.documents:
        model, outline = loaded.structure.model, loaded.outline
        if model is not None and outline is not None and is_sound(loaded):
            yield from lint_document(plan, model, outline, index)


def lint_text_of(plan: Plan, file: LoadedFile) -> Iterator[Finding]:
    """Run the rules that look at a file as it was written."""
    yield from lint_text(plan, file.name, partial(_text_subject, file))


def wanted_models(plan: Plan, index: Index, shares: list[Share]) -> set[Key]:
    """Give the documents whose models the rules over several documents need."""
    return wanted(plan, index, _gathered(shares)) if plan.across else set()


def hand_over(file: LoadedFile, keys: set[Key], outcome: Outcome) -> None:
    """Add the models that were asked for to an outcome."""
    for loaded in file.documents:
        key = (file.name, loaded.index)
        if key in keys and loaded.structure.model is not None and is_sound(loaded):
            outcome.models[key] = loaded.structure.model


def lint_together(plan: Plan, index: Index, shares: list[Share], total: Outcome) -> Iterator[Finding]:
    """Run the rules that look at several documents."""
    if plan.across:
        yield from lint_across(plan, index, _gathered(shares), total.models)


def _gathered(shares: list[Share]) -> dict[Key, Digest]:
    return {key: digest for share in shares for key, digest in share.digests.items()}


def _text_subject(file: LoadedFile) -> TextSubject:
    made = cache(partial(places, file.text))
    sound = [(item.index, item.structure.model) for item in file.documents if item.structure.model and is_sound(item)]
    return TextSubject(file.text, sound, lambda number: made()[number])
