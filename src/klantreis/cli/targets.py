"""Which files a drawing becomes: one for all, one a journey, or one a view."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from klantreis.errors import UsageError
from klantreis.wording import plural

if TYPE_CHECKING:
    from klantreis.render.formats import Format
    from klantreis.render.parts import Part

_LONGEST = 150
"""Bytes of an id in a file name; file systems take 255 with all around it."""


@dataclass(frozen=True, slots=True, eq=False)
class Target:
    """A file and what is drawn in it; without a path it goes to standard output."""

    path: Path | None
    parts: tuple[Part, ...]


def is_folder(output: str) -> bool:
    """Tell whether an output is a folder: it ends in a slash, or there is one of that name."""
    return output.endswith(("/", "\\")) or os.path.isdir(output)


def targets(parts: Sequence[Part], output: str, form: Format) -> list[Target]:
    """Deal parts over files. Raises `UsageError` when they do not fit where they should go."""
    folder = Path(output) if not output or is_folder(output) else None
    if folder is None:
        if len(parts) > 1 and not form.several:
            raise UsageError(
                f"{plural(len(parts), 'picture')}, and one place to draw them: {output}.",
                f"Name a folder (`-o kaarten/`): {form.ending} holds one.",
            )
        return [Target(None if output == "-" else Path(output), tuple(parts))]
    found = _by_journey(parts, folder, form) if form.several else _by_view(parts, folder, form)
    _refuse_twice(found)
    return found


def _by_journey(parts: Sequence[Part], folder: Path, form: Format) -> list[Target]:
    """One file a journey with all its views, and one a view that shows several together."""
    groups: dict[tuple[str, bool], list[Part]] = {}
    for part in parts:
        # A journey may be called as a view is.
        groups.setdefault((_name(part), len(part.settings) > 1), []).append(part)
    return [Target(folder / f"{name}{form.ending}", tuple(held)) for (name, _), held in groups.items()]


def _name(part: Part) -> str:
    return part.view if len(part.settings) > 1 else file_name(part.settings[0].journey.id)


def _by_view(parts: Sequence[Part], folder: Path, form: Format) -> list[Target]:
    """One file a part: named after its journey, and its view where there is more than one."""
    views = {part.view for part in parts}
    found = []
    for part in parts:
        own = len(views) > 1 and len(part.settings) == 1
        name = f"{_name(part)}-{part.view}" if own else _name(part)
        found.append(Target(folder / f"{name}{form.ending}", (part,)))
    return found


def _refuse_twice(found: Sequence[Target]) -> None:
    # File systems that do not tell A from a would write one over the other.
    seen: dict[str, Target] = {}
    for target in found:
        key = str(target.path).casefold()
        if key in seen:
            raise UsageError(
                f"two pictures would become {target.path}: {_what(seen[key])} and {_what(target)}.",
                "Give the journeys ids that differ, or draw them one by one, each with its own `-o`.",
            )
        seen[key] = target


def _what(target: Target) -> str:
    part = target.parts[0]
    return f"the {part.view} of `{part.settings[0].journey.id}`" if len(part.settings) == 1 else f"the {part.view}"


def file_name(key: str) -> str:
    """Give a file name for an id: itself, or a part and a mark when no file system takes it whole."""
    data = key.encode()
    if len(data) <= _LONGEST:
        return key
    return f"{data[:_LONGEST].decode(errors='ignore')}-{sha256(data).hexdigest()[:8]}"
