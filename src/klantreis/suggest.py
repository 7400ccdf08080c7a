"""Did you mean: the known name nearest to what was written."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches

_MANY = 400
"""Among more names than this, only those with the same first letter are compared."""
_LONG = 100


def nearest(written: str, known: Iterable[str]) -> str | None:
    """Give the known name most like the written one, None when none is near.

    Likeness is Ratcliff–Obershelp's, at least 0.6, capitals and hyphens aside.
    """
    if len(written) > _LONG:
        return None
    wanted = _key(written)
    by_key: dict[str, str] = {}
    for name in known:
        by_key.setdefault(_key(name), name)
    names = list(by_key)
    if len(names) > _MANY:
        names = [name for name in names if name[:1] == wanted[:1]][:_MANY]
    match = get_close_matches(wanted, names, n=1, cutoff=0.6)
    return by_key[match[0]] if match else None


def did_you_mean(written: str, known: Iterable[str]) -> str:
    """Give `Did you mean `x`?`, or nothing when no known name is near."""
    found = nearest(written, known)
    return f"Did you mean `{found}`?" if found else ""


def _key(name: str) -> str:
    return name.lower().replace("_", "-").replace(" ", "-")
