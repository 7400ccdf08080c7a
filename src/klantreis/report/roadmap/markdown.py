"""A roadmap for a pull request or a wiki: figures, a table of the work, and what the journey becomes.

It is bounded, so that a comment takes it; whatever the files say is shown as text.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from klantreis.engine.roadmap.board import Board
from klantreis.engine.roadmap.cards import Card, weighed
from klantreis.language.markup import marked
from klantreis.report.text import Line

MOST_BYTES = 60_000
"""A comment on GitHub holds 65,536 characters."""
_RESERVED = 200


def lines(board: Board) -> Iterator[Line]:
    """Give the roadmap; what does not fit is left out and counted by lines."""
    rows = list(_body(board))
    size = 0
    for number, row in enumerate(rows):
        size += len(row.encode("utf-8", "replace")) + 1
        if size > MOST_BYTES - _RESERVED:
            yield [("", "")]
            yield [("", f"… {board.terms['more'].format(count=len(rows) - number)}.")]
            return
        yield [("", row)]


def _body(board: Board) -> Iterator[str]:
    terms = board.terms
    yield f"## {marked(board.title)}"
    yield ""
    yield marked(board.route)
    if board.lead:
        yield ""
        yield marked(board.lead)
    yield ""
    yield f"| {' | '.join(marked(figure.label) for figure in board.figures)} |"
    yield f"|{'---|' * len(board.figures)}"
    yield f"| {' | '.join(_figure(figure.value, figure.below) for figure in board.figures)} |"
    yield from _work(board)
    yield from _listed(terms["look-at"], board.warnings)
    yield from _listed(terms["open"], board.open)
    yield from _stages(board)
    yield from _listed(terms["dropped"], [f"{title}: {why}" if why else title for title, why in board.dropped])


def _figure(value: str, below: str) -> str:
    return f"**{marked(value)}**<br>{marked(below)}" if below else f"**{marked(value)}**"


def _work(board: Board) -> Iterator[str]:
    terms = board.terms
    yield ""
    yield f"### {terms['initiatives']}"
    cards = [card for lane in board.lanes for card in lane.cards]
    if not cards:
        yield ""
        yield terms["no-initiatives"]
        return
    yield ""
    yield f"| {terms['when']} | {terms['initiative']} | {terms['owner']} | {terms['status']} | {terms['changes']} |"
    yield "|---|---|---|---|---|"
    for card in sorted(cards, key=lambda card: (card.first, card.last)):
        yield _row(card, board)


def _row(card: Card, board: Board) -> str:
    terms = board.terms
    title = "<br>".join(filter(None, (f"**{marked(card.title)}**", weighed(card, terms))))
    told = [f"{terms[key]}: {marked(terms.listed(found))}" for key, found in (
        ("solves", card.solves), ("improves", card.improves if not card.solves else ()), ("reaches", card.targets),
        ("first", tuple(title for _, title in card.needs)),
    ) if found]  # fmt: skip
    told += [f"⚠ {marked(warning)}" for warning in card.warnings]
    when = card.when or board.columns[card.first].label
    cells = (marked(when), title, marked(card.owner or terms["nobody"]), marked(card.status if card.state else "–"))
    return f"| {' | '.join(cells)} | {'<br>'.join(told)} |"


def _stages(board: Board) -> Iterator[str]:
    terms = board.terms
    yield ""
    yield f"### {terms['states']}"
    yield ""
    heads = (terms["moment"], terms["mean"], terms["remembered"], terms["pains"], terms["steps"], terms["coverage"])
    yield f"| {' | '.join(heads)} |"
    yield "|---|--:|--:|--:|--:|--:|"
    for stage in board.stages:
        cells = (stage.label, stage.mean, stage.remembered, str(stage.pains), str(stage.steps), stage.share or "–")
        yield f"| {' | '.join(map(marked, cells))} |"
    for stage in board.stages:
        if stage.news and not stage.left:
            yield ""
            yield f"**{marked(stage.label)}** ({marked(terms.listed(stage.initiatives))})"
            yield ""
            for news in stage.news:
                yield f"- {marked(news)}"


def _listed(title: str, items: Sequence[str]) -> Iterator[str]:
    if items:
        yield ""
        yield f"### {marked(title)}"
        yield ""
        for item in items:
            yield f"- {marked(item)}"
