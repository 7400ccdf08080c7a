"""What makes a finding the same one as before, when lines have moved: its rule and its element's name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from hashlib import sha256

from klantreis.errors import PathError
from klantreis.report.repository import Repository
from klantreis.source.locate import Located

_LENGTH = 32


def fingerprints(found: Sequence[Located]) -> list[str]:
    """Give each finding's fingerprint: all different, and the same in the next run, from any folder."""
    repository = Repository()
    seen: Counter[tuple[str, str]] = Counter()
    given = []
    for item in found:
        file = item.finding.where.file
        # What is wrong with a file that is no YAML has no element but the file itself.
        element = repository.path(file) if item.element == file.replace("\\", "/") else item.element
        key = (item.finding.rule.code, element)
        given.append(_hashed(*key, *([str(seen[key])] if seen[key] else [])))
        seen[key] += 1
    return given


def fingerprint_of_error(error: PathError, position: int) -> str:
    """Give the fingerprint of a path that cannot be read."""
    return _hashed("unreadable", error.message, *([str(position)] if position else []))


def _hashed(*parts: str) -> str:
    text = "\0".join(parts)
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:_LENGTH]
