"""A picture of presence in words and figures: its rows, its jumps, its stops."""

from __future__ import annotations

from collections.abc import Sequence

from klantreis.language.words import Words
from klantreis.render.kit.sheet import Table
from klantreis.render.presence.data import Presence


def of(
    picture: Presence,
    extra: tuple[str, Sequence[str]],
    words: Words,
) -> tuple[Table, ...]:
    """Give the rows with their counts a phase, the jumps, and every stop that is shown.

    `extra` is a column of a picture's own after the name of a row: its label, and a text a row.
    """
    found = [_rows(picture, extra, words), _pairs(picture, words), _jumps(picture, words), _stops(picture, words)]
    return tuple(table for table in found if table.rows)


def _rows(picture: Presence, extra: tuple[str, Sequence[str]], words: Words) -> Table:
    key, texts = extra
    phases = [_places(picture, number) for number in range(len(picture.phases))]
    head = (words["row"], words[key], *(phase.title for phase in picture.phases), words["total"], words["share"])
    rows = []
    for number, row in enumerate(picture.rows):
        counts = [str(len(set(row.stops) & places)) for places in phases]
        own = texts[number] if number < len(texts) else "–"
        felt = (row.figures.mean_text, row.figures.mean_word)
        rows.append((row.title, own, *counts, str(row.figures.count), row.figures.share_text or "–", *felt))
    numbers = frozenset(range(2, len(head) + 1))
    return Table(words["rows-title"], (*head, words["mean"], words["in-a-word"]), tuple(rows), numbers)


def _places(picture: Presence, number: int) -> set[int]:
    phase = picture.phases[number]
    return {place for place in picture.columns[phase.first : phase.first + phase.span] if place is not None}


def _pairs(picture: Presence, words: Words) -> Table:
    rows = tuple(
        (pair.start, pair.end, str(len(pair.jumps)), pair.mean_text or "–", ", ".join(map(str, pair.jumps)))
        for pair in picture.pairs
    )
    head = tuple(words[key] for key in ("from", "to", "pair-count", "pair-mean", "numbers"))
    return Table(words["pairs-title"], head, rows, frozenset({2, 3}))


def _jumps(picture: Presence, words: Words) -> Table:
    named = {jump: pair for pair in picture.pairs for jump in pair.jumps}
    titles = _phase_titles(picture)
    rows = tuple(
        (
            str(leg.jump),
            named[leg.jump].start,
            named[leg.jump].end,
            picture.stops[leg.end].title,
            titles.get(leg.end, "–"),
            picture.stops[leg.end].text or "–",
        )
        for leg in picture.legs
        if leg.jump
    )
    head = tuple(words[key] for key in ("number", "from", "to", "at", "phase", "feeling"))
    return Table(words["pairs"], head, rows, frozenset({0, 5}))


def _stops(picture: Presence, words: Words) -> Table:
    titles = _phase_titles(picture)
    behind = ("behind-column",) if any(row.aids for row in picture.rows) else ()
    owned, aided = _by_stop(picture)
    rows = []
    for place in (place for place in picture.columns if place is not None):
        stop = picture.stops[place]
        felt = " ".join(filter(None, (stop.text, stop.word)))
        aids = (", ".join(aided.get(place, ())) or "–",) if behind else ()
        rows.append((str(stop.number), stop.title, titles[place], words["or"].join(owned[place]), *aids, felt or "–"))
    head = tuple(words[key] for key in ("number", "stop", "phase", "row", *behind, "feeling"))
    return Table(words["key"], head, tuple(rows), frozenset({0}))


def _by_stop(picture: Presence) -> tuple[dict[int, list[str]], dict[int, list[str]]]:
    """Give the names of the rows of each stop, and of those that work behind it."""
    owned: dict[int, list[str]] = {}
    aided: dict[int, list[str]] = {}
    for row in picture.rows:
        for names, places in ((owned, row.stops), (aided, row.aids)):
            for place in places:
                names.setdefault(place, []).append(row.title)
    return owned, aided


def _phase_titles(picture: Presence) -> dict[int, str]:
    return {place: phase.title for number, phase in enumerate(picture.phases) for place in _places(picture, number)}
