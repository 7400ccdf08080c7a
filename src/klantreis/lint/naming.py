"""Names: what tells whether two are the same, and how a sentence calls one or several things."""

from __future__ import annotations

from collections.abc import Sequence

from klantreis.model.organisation import Organisation
from klantreis.model.text import slug
from klantreis.wording import shortened

_MOST = 4


def key_of(written: str) -> str:
    """Give what a name goes by in comparisons: its slug, or itself where nothing is left of it (`日本`, `!`)."""
    return slug(written) or written


def named(titles: Sequence[str], last: str = "and", room: int = 40) -> str:
    """Give `a`, `b` and `c`, each short and in backticks; beyond a few, how many more there are."""
    shown = [f"`{shortened(title, room)}`" for title in titles[:_MOST]]
    if len(titles) > _MOST:
        shown[-1:] = [f"{len(titles) - _MOST + 1} more"]
    return listed(shown, last)


def listed(words: Sequence[str], last: str = "and") -> str:
    """Give `a, b and c`."""
    head = ", ".join(words[:-1])
    return f"{head} {last} {words[-1]}" if head else "".join(words)


def team_title(written: str, organisation: Organisation | None) -> str:
    """Give what the organisation calls a team; as it was written when it lists no such team."""
    key = slug(written)
    return next((team.title for team in (organisation.teams if organisation else ()) if team.id == key), written)
