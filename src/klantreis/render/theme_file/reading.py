"""The values of a theme file with the place of each, and its mistakes, collected to be told at once."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from math import isfinite
from pathlib import Path
from typing import Any

from klantreis.errors import PathError, UsageError
from klantreis.suggest import did_you_mean
from klantreis.wording import shortened

_MAX_BYTES = 64 * 1024
_SHOWN = 12
"""The most mistakes that are told at once."""
_COLOUR = re.compile(r"#(?:[0-9a-fA-F]{3}|[0-9a-fA-F]{6})\Z")

KeyPath = tuple[str | int, ...]


@dataclass(slots=True)
class ThemeFile:
    """A theme file as it was written. `wrong` notes a mistake; `finish` raises when there were any."""

    path: Path
    data: dict[str, Any]
    places: Any = None
    mistakes: list[tuple[int, int, str]] = field(default_factory=list)

    def wrong(self, where: KeyPath, message: str, todo: str = "", *, key: bool = False) -> None:
        """Note a mistake at a value, or at its key, with what to do about it."""
        line, column = 1, 1
        if self.places is not None:
            place = self.places.nearest(where, key=key)
            line, column = place.line, place.column
        self.mistakes.append((line, column, f"{message} {todo}".strip()))

    def finish(self) -> None:
        """Raise `UsageError` with every mistake that was noted."""
        if not self.mistakes:
            return
        told = [f"{self.path}:{line}:{column}: {text}" for line, column, text in sorted(set(self.mistakes))]
        more = [f"… and {len(told) - _SHOWN} more"] if len(told) > _SHOWN else []
        raise UsageError("\n".join(told[:_SHOWN] + more), "Themes are explained in docs/themes.md.")

    def mapping(self, where: KeyPath, value: Any, known: Iterable[str]) -> dict[str, Any]:
        """Give a mapping with only known keys; others are mistakes."""
        names = list(known)
        if not isinstance(value, dict):
            called = f"`{'.'.join(map(str, where))}`" if where else "A theme"
            self.wrong(where, f"{called} must be a mapping.", f"It may hold: {', '.join(names)}.")
            return {}
        for key in value:
            if key not in names:
                hint = did_you_mean(str(key), names) or f"Known here: {', '.join(names)}."
                self.wrong((*where, key), f"There is no `{shortened(str(key))}` here.", hint, key=True)
        return {key: held for key, held in value.items() if key in names}

    def text(self, where: KeyPath, value: Any) -> str:
        """Give a text; anything else is a mistake and gives nothing."""
        if isinstance(value, str) and value.strip():
            return value.strip()
        self.wrong(where, f"`{where[-1]}` must be a text.")
        return ""

    def number(self, where: KeyPath, value: Any, least: float, most: float) -> float | None:
        """Give a number within its range; anything else is a mistake and gives None."""
        fits = isinstance(value, (int, float)) and not isinstance(value, bool) and isfinite(value)
        if fits and least <= value <= most:
            return float(value)
        self.wrong(where, f"`{where[-1]}` must be a number from {least:g} to {most:g}.")
        return None

    def colour(self, where: KeyPath, value: Any) -> str | None:
        """Give a colour as `#RRGGBB`; anything else is a mistake and gives None."""
        if isinstance(value, str) and _COLOUR.match(value.strip()):
            digits = value.strip()[1:].upper()
            return "#" + (digits if len(digits) == 6 else "".join(digit * 2 for digit in digits))  # noqa: PLR2004  rrggbb
        # `#` begins a comment in YAML: without quotes nothing is left of a colour.
        if value is None:
            self.wrong(where, f"`{where[-1]}` has no colour, for `#` begins a comment.", 'Write quotes: "#0B5FFF".')
        else:
            todo = 'Write six hexadecimal digits: "#0B5FFF".'
            self.wrong(where, f"`{shortened(str(value))}` is no colour.", todo)
        return None


def open_theme(path: Path) -> ThemeFile:
    """Read a theme file. Raises `PathError` for what cannot be read and `UsageError` for what is no YAML."""
    from klantreis.source.decode import decode
    from klantreis.source.places import documents_and_places
    from klantreis.source.problem import Problem
    from klantreis.source.reader import parse

    text = decode(_bytes(path))
    if isinstance(text, Problem):
        raise UsageError(f"{path}: {text.message}", text.hint)
    parsed = parse(text)
    if parsed.problems:
        problem = parsed.problems[0]
        raise UsageError(f"{path}:{problem.place.line}:{problem.place.column}: {problem.message}", problem.hint)
    documents, places = documents_and_places(text)
    data = documents[0] if documents else None
    theme = ThemeFile(path, {}, places[0] if places else None)
    theme.data = theme.mapping((), {} if data is None else data, _top())
    return theme


def _top() -> Iterable[str]:
    from klantreis.render.theme_file.keys import TOP

    return TOP


def _bytes(path: Path) -> bytes:
    try:
        if not path.is_file():
            what = "not a file" if path.exists() else "no such file"
            raise PathError(f"{path}: {what}.", "`--theme` takes auto, light, dark, print or a YAML file.")
        if path.stat().st_size > _MAX_BYTES:
            raise UsageError(f"{path}: larger than 64 KiB.", "A theme is short; is this the right file?")
        return path.read_bytes()
    except (OSError, ValueError) as error:
        reason = os.strerror(error.errno) if isinstance(error, OSError) and error.errno else "no such path"
        raise PathError(f"{path}: cannot be read: {reason}") from error
