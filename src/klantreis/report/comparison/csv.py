"""A gap or a diff for people in spreadsheets: a row for each difference.

It opens with a double click: UTF-8 with a byte order mark, because Excel takes a file without one for
an old code page; and for a Dutch report semicolons and decimal commas, because that is what Excel
splits and reads where Dutch is spoken, for an English one commas and points. A line `sep=;` would tell
Excel too, but makes it forget the byte order mark, and is a row of data to every other program.
Programs had better read the JSON.

Nothing in it can be a formula: every cell stands in quotes, and a text that begins like one, at the
start or where a spreadsheet with another separator would cut, gets an apostrophe before it. Numbers
that klantreis wrote itself stay numbers. Several initiatives on one difference stand in one cell, with
the day on which the first begins and the last ends.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from klantreis.compare.change import Change
from klantreis.compare.gap import Gap, Item
from klantreis.model.roadmap import Initiative
from klantreis.report.comparison import Compared, Report, phrases
from klantreis.report.comparison.order import sections
from klantreis.report.comparison.words import Terms, terms_of
from klantreis.report.spreadsheet import MARK, cell, row
from klantreis.report.text import Line
from klantreis.wording import shortened

COLUMNS = (
    "journey", "phase", "step", "topic", "what", "verdict", "size", "before", "after", "why",
    "gap-work", "initiative", "owner", "start", "end",
)  # fmt: skip
"""The columns, by what heads them in `klantreis.report.comparison.words`."""
_LONGEST = 1000
_NUMBER = re.compile(r"-?[0-9]+(?:[.,][0-9]+)?\Z")

Row = Sequence[str]


def lines(report: Report) -> Iterator[Line]:
    """Give a head and the rows, in the order of the journey."""
    terms = terms_of(report.language)
    separator = ";" if terms.words.decimal == "," else ","
    head = [terms[key] for key in COLUMNS]
    yield [("", MARK + row(head, separator))]
    for item in report.compared:
        for cells in _rows(item):
            yield [("", row(cells, separator))]
    for skipped in report.skipped:
        known = {"journey": _text(skipped.name), "what": terms["skipped"], "why": _text(skipped.why)}
        yield [("", row([known.get(key, "") for key in COLUMNS], separator))]


def _rows(item: Compared) -> Iterator[Row]:
    terms = terms_of(item.tongue)
    title = _text(item.heading)
    if item.gap is None:
        cells = {"journey": title, "what": terms[item.status], "why": _text(item.note)}
        yield [cells.get(key, "") for key in COLUMNS]
        return
    for section in sections(item.gap):
        for group in section.groups:
            for found in (*group.items, *group.details):
                place = (title, _text(section.title), _text(group.title))
                yield [*place, *_difference(found, terms), *_closing(found, item.gap, terms)]


def _difference(item: Item, terms: Terms) -> Row:
    """What differs. Where a change knows what its ids are called (`was`, `now`), those names stand in the cells."""
    change, told = item.judged.change, phrases.told(item, terms)
    return (
        terms.topic(change.topic),
        _text(told.what),
        terms.verdict(item.judged.verdict),
        terms[f"size-{item.judged.size}"],
        _value(change, change.facts.get("was", change.before), terms),
        _value(change, change.facts.get("now", change.after), terms),
        _text(told.why),
    )


def _closing(item: Item, gap: Gap, terms: Terms) -> Row:
    done_by = item.closed_by
    work = "" if not item.work or gap.coverage is None else terms["work-closed" if done_by else "work-open"]
    owners = dict.fromkeys(phrases.owner_of(initiative, gap) for initiative in done_by)
    return (
        work,
        _text(" / ".join(initiative.title for initiative in done_by)),
        _text(" / ".join(owner for owner in owners if owner)),
        _first(done_by),
        _last(done_by),
    )


def _first(initiatives: tuple[Initiative, ...]) -> str:
    return min((found.start.start.isoformat() for found in initiatives if found.start), default="")


def _last(initiatives: tuple[Initiative, ...]) -> str:
    return max((found.end.end.isoformat() for found in initiatives if found.end), default="")


def _value(change: Change, value: object, terms: Terms) -> str:
    """A figure as a spreadsheet reads it: an ASCII minus, no thousands, the language's decimals."""
    if isinstance(value, int | float) and not isinstance(value, bool):
        text = f"{value:.3f}".rstrip("0").rstrip(".") if isinstance(value, float) else str(value)
        text = "0" if text == "-0" else text
        return text.replace(".", terms.words.decimal) if _NUMBER.match(text) else ""
    return _text(phrases.value_of(change, value, terms))


def _text(text: str) -> str:
    return cell(shortened(text, _LONGEST))
