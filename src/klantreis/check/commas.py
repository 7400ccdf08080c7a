"""A comma that split a sentence: `pains: [Duurt lang, te lang]` is legal, and not what was meant."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from klantreis import rules
from klantreis.findings import Finding, Path, Where
from klantreis.source.places import Places
from klantreis.wording import shortened

_SENTENCES = ("pains", "gains", "opportunities", "barriers", "thoughts", "questions", "expectations", "business_goals")


def split_by_commas(data: Any, file: str, document: int, places: Callable[[], Places]) -> Iterator[Finding]:
    """Give a warning for each bracketed list whose texts look like one sentence.

    The first text has several words and begins with a capital, a later one begins without: so
    sentences are written, and lists of words are not.
    """
    for path, items in _lists(data):
        if _looks_split(items):
            node = places().nodes.get(path)
            if node is not None and node.flow:
                sentence = shortened(", ".join(items)).replace('"', "'")
                yield Finding(
                    rules.COMMA,
                    Where(file, document, path),
                    f"These are {len(items)} texts, and they read like one.",
                    f'If the comma belongs to the sentence, put it in quotes: "{sentence}"',
                )


def _lists(data: Any) -> Iterator[tuple[Path, list[Any]]]:
    yield from _in(data, ())
    for p, phase in _items(data, "phases"):
        yield from _in(phase, ("phases", p))
        for t, touchpoint in _items(phase, "touchpoints"):
            yield from _in(touchpoint, ("phases", p, "touchpoints", t))


def _items(data: Any, key: str) -> Iterator[tuple[int, Any]]:
    found = data.get(key)
    if isinstance(found, list):
        yield from ((n, item) for n, item in enumerate(found) if isinstance(item, dict))


def _in(data: dict[str, Any], path: Path) -> Iterator[tuple[Path, list[Any]]]:
    for key in _SENTENCES:
        found = data.get(key)
        if isinstance(found, list) and len(found) > 1:
            yield (*path, key), found


def _looks_split(items: list[Any]) -> bool:
    if not all(isinstance(item, str) and item for item in items):
        return False
    return items[0][0].isupper() and " " in items[0] and any(item[0].islower() for item in items[1:])
