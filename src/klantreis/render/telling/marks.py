"""Pieces of Markdown from texts of strangers: what stands in cells, tables, links."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from klantreis.language.markup import marked
from klantreis.language.words import Words
from klantreis.render.kit.clean import clean, safe_url
from klantreis.render.kit.items import Card, Cell, Chip, Figure, Item, Note, Picture, Score
from klantreis.render.kit.sheet import Table

LONGEST = 4000
"""The most signs of one text; no map has a longer one that people read."""

TRUTH, GUESS = "◆", "◌"
"""What a moment of truth and a guess are marked with, always beside the words."""

_DOTS = 3
# At the start of a line these would make a list, a rule or a heading.
_OPENING = re.compile(r"([-+=])|([0-9]{1,9})(?=[.)])")
# What means something within an address, or to a table or a formula around it.
_BREAKS = {"\\": "%5C", "|": "%7C", "`": "%60", "$": "%24", "&": "&amp;"}


@lru_cache(maxsize=1024)
def plain(text: str) -> str:
    """Give a text within a line."""
    return marked(clean(text), LONGEST)


def opening(text: str) -> str:
    """Give a text that begins a line, or an item of a list."""
    return led(plain(text))


def led(escaped: str) -> str:
    """Give Markdown that begins a line, so that its first sign is nothing but a sign."""
    found = _OPENING.match(escaped)
    if found is None:
        return escaped
    sign, digits = found.groups()
    return f"\\{escaped}" if sign else f"{digits}\\{escaped[len(digits) :]}"


def bold(text: str) -> str:
    """Give a text in bold."""
    return f"**{plain(text)}**" if clean(text) else ""


def link(text: str, url: str) -> str:
    """Give a text with the address behind it, if that may become a link."""
    safe = safe_url(url)
    return f"[{text}](<{''.join(_BREAKS.get(sign, sign) for sign in safe)}>)" if safe and text else text


def table(data: Table, words: Words) -> list[str]:
    """Give the lines of a table, figures to the right; a column in which nothing or only dashes stand is left out."""
    if not data.rows:
        return [words.about("markdown")["nothing"]]
    wide = max(len(data.head), *(len(row) for row in data.rows))
    head, *rows = ([*row, *[""] * (wide - len(row))] for row in (data.head, *data.rows))
    shown = [column for column in range(wide) if column == 0 or any(row[column].strip(" –") for row in rows)]
    rules = ["---:" if column in data.numbers else "---" for column in shown]
    return [_row(head, shown), f"|{'|'.join(rules)}|", *(_row(row, shown) for row in rows)]


def _row(cells: Sequence[str], shown: Iterable[int]) -> str:
    found = ("<br>".join(map(plain, cells[column].split("\n"))) for column in shown)
    return f"| {' | '.join(found)} |"


def listed(label: str, cell: Cell, words: Words) -> list[str]:
    """Give what stands in a cell as an item of a list, under its name; several things below each other."""
    found = [text for item in cell if (text := told(item, words))]
    if not found:
        return []
    if len(found) == 1 or all(isinstance(item, Chip) for item in cell):
        return [f"- {bold(label)}: {' · '.join(found)}"]
    return [f"- {bold(label)}", *(f"  - {led(text)}" for text in found)]


def told(item: Item, words: Words) -> str:
    """Give one thing of a map in words."""
    if isinstance(item, Note):
        return _note(item)
    if isinstance(item, Card):
        return _card(item, words)
    if isinstance(item, Chip):
        return _chip(item)
    if isinstance(item, Figure):
        return _figure(item, words)
    if isinstance(item, Picture):
        return plain(item.name) if item.data else f"{words['missing']}: {plain(item.name)}"
    return plain(item.text) if isinstance(item, Score) else ""


def _note(note: Note) -> str:
    text = f"*{plain(note.text)}*" if note.style == "quote" and note.text else plain(note.text)
    if note.label:
        name = link(bold(note.label), note.url)
        text = f"{name}: {plain(note.text) if note.style != 'quote' else text}" if note.text else name
    else:
        text = link(text, note.url)
    below = "; ".join(plain(line) for line in note.below.split("\n") if line)
    return " – ".join(filter(None, (text, below)))


def _card(card: Card, words: Words) -> str:
    text = f"*{plain(card.label)}*: {plain(card.text)}" if card.label else plain(card.text)
    dots = f"{'●' * card.dots}{'○' * (_DOTS - card.dots)} {card.dots_text}" if card.dots else card.dots_text
    guess = f"{GUESS} {words['assumption']}" if card.assumed else ""
    return " · ".join(filter(None, (text, dots, card.bar_text, plain(card.below), guess)))


def _chip(chip: Chip) -> str:
    if chip.tone == "assumed":
        return f"{GUESS} {plain(chip.detail or chip.text)}"
    detail = plain(chip.detail) if chip.detail and chip.detail != chip.text else ""
    return f"{plain(chip.text)} ({detail})" if detail else plain(chip.text)


def _figure(figure: Figure, words: Words) -> str:
    own = words.about("markdown")
    target = plain(figure.target)
    if target and figure.good is not None:
        target += f" ({own['met' if figure.good else 'not-met']})"
    value = " ".join(filter(None, (plain(figure.name), bold(figure.value), plain(figure.unit))))
    guess = f"{GUESS} {words['assumption']}" if figure.assumed else ""
    return " · ".join(filter(None, (value, target, plain(figure.date), guess)))
