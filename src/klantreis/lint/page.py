"""The docstring of a rule, read as its page.

It has a first line (what it finds), paragraphs (why, with the method behind it), `Bad:` and
`Good:` with indented YAML, `Options:` with one line each where there are any, and a last `Fix:`.
"""

from __future__ import annotations

from dataclasses import dataclass
from inspect import cleandoc

_LABELS = ("Bad:", "Good:", "Options:", "Fix:")


@dataclass(frozen=True, slots=True)
class Page:
    """What a rule says of itself. `bad` and `good` are whole YAML documents; `options` a line each."""

    about: str
    why: str
    bad: str
    good: str
    options: tuple[str, ...]
    fix: str


def page_of(doc: str) -> Page:
    """Read a docstring. Raises `ValueError` when a part of it is missing."""
    about, _, rest = cleandoc(doc).partition("\n")
    parts: dict[str, list[str]] = {"why": []}
    label = "why"
    for line in rest.splitlines():
        found = next((name for name in _LABELS if line.startswith(name)), None)
        if found:
            label = found
            parts[label] = [tail] if (tail := line.removeprefix(found).strip()) else []
        else:
            parts[label].append(line)
    for name in ("why", "Bad:", "Good:", "Fix:"):
        if not "".join(parts.get(name, ())).strip():
            raise ValueError(f"the docstring lacks {name}")
    return Page(
        about,
        "\n".join(parts["why"]).strip(),
        _yaml(parts["Bad:"]),
        _yaml(parts["Good:"]),
        tuple(line.strip() for line in parts.get("Options:", ()) if line.strip()),
        " ".join(line.strip() for line in parts["Fix:"]).strip(),
    )


def _yaml(lines: list[str]) -> str:
    return cleandoc("\n" + "\n".join(lines)) + "\n"
