"""A roadmap for people in spreadsheets: a row for each initiative, the dropped ones too.

As the CSV of a gap: UTF-8 with a byte order mark, semicolons where Dutch is spoken, every cell in
quotation marks, and nothing in it can be a formula. Dates are days, so that they sort.
"""

from __future__ import annotations

from collections.abc import Iterator

from klantreis.compare.plan import Work
from klantreis.engine.roadmap.board import Board
from klantreis.engine.roadmap.cards import Card
from klantreis.model.roadmap import Initiative
from klantreis.report.spreadsheet import MARK, cell, row
from klantreis.report.text import Line
from klantreis.wording import shortened

COLUMNS = (
    "initiative", "owner", "status", "moment", "start", "ends", "impact", "effort", "solves", "improves",
    "takes", "reaches", "first", "look-at",
)  # fmt: skip
"""The columns, by their words."""
_LONGEST = 1000


def lines(board: Board) -> Iterator[Line]:
    """Give a head and the rows, in the order of the timeline."""
    terms = board.terms
    separator = ";" if terms.words.decimal == "," else ","
    heads = [terms[key] for key in COLUMNS]
    yield [("", MARK + row([head[:1].upper() + head[1:] for head in heads], separator))]
    cards = {card.id: card for lane in board.lanes for card in lane.cards}
    for work in board.plan.works:
        yield [("", row(_row(work, cards[work.initiative.id], board), separator))]
    for item in board.plan.dropped:
        known = [_text(item.title), _text(item.owner), terms["status-dropped"], "", *_days(item)]
        yield [("", row([*known, *("" for _ in COLUMNS[len(known) :])], separator))]


def _row(work: Work, card: Card, board: Board) -> list[str]:
    listed = (
        card.solves,
        card.improves,
        card.takes,
        card.targets,
        tuple(title for _, title in card.needs),
        card.warnings,
    )
    return [
        _text(card.title), _text(card.owner), card.status if card.state else "", board.columns[card.first].label,
        *_days(work.initiative), str(card.impact or ""), str(card.effort or ""),
        *(_text(" / ".join(found)) for found in listed),
    ]  # fmt: skip


def _days(initiative: Initiative) -> tuple[str, str]:
    return (
        initiative.start.start.isoformat() if initiative.start else "",
        initiative.end.end.isoformat() if initiative.end else "",
    )


def _text(text: str) -> str:
    return cell(shortened(text, _LONGEST))
