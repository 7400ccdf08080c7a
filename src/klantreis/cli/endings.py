"""The format of a file that is written: what its ending says, and what an option says."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TypeVar

from klantreis.errors import UsageError

F = TypeVar("F", bound=str)


def format_of(output: str, named: F | None, endings: Mapping[str, F], option: str = "--output-format") -> F:
    """Give the format for a file; `named` is what `option` says, if anything.

    Raises `UsageError` when the two disagree, or neither says it.
    """
    ending = Path(output).suffix.lower()
    by_ending = endings.get(ending)
    if named is None:
        if by_ending is None:
            wrong = f"no format ends in `{ending}`" if ending else "its name has no ending that says the format"
            raise UsageError(f"{output}: {wrong}.", f"Known endings: {', '.join(endings)}.")
        return by_ending
    if by_ending not in (None, named):
        raise UsageError(f"{output} ends in `{ending}`, and {option} says {named}.", "Leave one of the two out.")
    return named
