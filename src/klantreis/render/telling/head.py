"""What stands above and below a view in Markdown: the title, the figures that decide, the brief; notes, sources."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from klantreis.language.words import Words
from klantreis.render.kit.items import Fact, Header, Stat, Who
from klantreis.render.telling.marks import bold, listed, opening, plain

MOST_LEVEL = 6


def heading(level: int, text: str) -> list[str]:
    """Give a heading with the empty lines around it; `text` is Markdown already."""
    return ["", f"{'#' * min(level, MOST_LEVEL)} {text or '–'}", ""]


def head(header: Header) -> Iterator[str]:
    """Give the title, what sort of picture it is, whose journey, and the figures that decide."""
    yield from heading(1, opening(header.title))
    yield " · ".join(filter(None, (bold(header.kicker), _name(header.who))))
    if header.who and header.who.quote:
        yield from ("", f"> *{plain(header.who.quote)}*")
    if header.lead:
        yield from ("", opening(header.lead))
    yield from stats(header.stats)


def _name(who: Who | None) -> str:
    if who is None:
        return ""
    below = f"{who.below[:1].lower()}{who.below[1:]}"
    return ", ".join(filter(None, (plain(who.name), plain(below))))


def stats(found: Sequence[Stat]) -> Iterator[str]:
    """Give the figures that decide as a table of one row."""
    if not found:
        return
    yield ""
    yield f"| {' | '.join(plain(stat.label) for stat in found)} |"
    yield "|" + ":---:|" * len(found)
    yield f"| {' | '.join(_stat(stat) for stat in found)} |"


def _stat(stat: Stat) -> str:
    return "<br>".join([bold(stat.value), *(plain(line) for line in stat.below.split("\n") if line)])


def brief(facts: Sequence[Fact], title: str, level: int, words: Words) -> Iterator[str]:
    """Give the blocks of the brief."""
    lines = [line for fact in facts for line in listed(fact.label, fact.items, words)]
    if lines:
        yield from heading(level, title)
        yield from lines


def foot(notes: Sequence[str], sources: Sequence[Fact], level: int, words: Words) -> Iterator[str]:
    """Give notes and sources."""
    for note in notes:
        yield from ("", f"> {opening(note)}")
    lines = [line for fact in sources for line in listed(fact.label, fact.items, words)]
    if lines:
        yield from heading(level, words["sources"])
        yield from lines
