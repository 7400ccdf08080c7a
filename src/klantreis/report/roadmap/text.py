"""A roadmap for the terminal: figures, the work by column, and what the journey becomes."""

from __future__ import annotations

from collections.abc import Iterator

from klantreis.engine.roadmap.board import Board, Stage
from klantreis.engine.roadmap.cards import Card, weighed
from klantreis.engine.roadmap.words import Terms
from klantreis.report.comparison.flow import HARD, flow
from klantreis.report.text import Line, Piece, safe, width

_MARKS = {"done": ("green", "✓"), "doing": ("cyan", "▶"), "planned": ("", "○"), "idea": ("yellow", "?"), "": ("", "○")}
_TONES = {"good": "green", "bad": "red", "ink": ""}
_BARS = "▁▂▃▄▅▆▇█"
_MOST = 60
_NEWS = 5


def lines(board: Board) -> Iterator[Line]:
    """Give the whole roadmap."""
    terms = board.terms
    yield from flow([("bold", board.title)])
    yield from flow([("dim", board.route)])
    if board.lead:
        yield from flow([("dim", board.lead)])
    yield []
    yield from _figures(board)
    for number, column in enumerate(board.columns):
        cards = [card for lane in board.lanes for card in lane.cards if card.first == number]
        if cards:
            yield []
            yield from flow([("bold underline", column.label), ("dim", f" · {column.below}" if column.below else "")])
            for card in cards:
                yield from _card(card, terms)
    yield from _aside(board)
    yield from _open(board)
    yield []
    yield [("bold underline", terms["states"])]
    wide = max(width(stage.label) for stage in board.stages)
    for stage in board.stages:
        yield from _stage(stage, terms, wide)


def _figures(board: Board) -> Iterator[Line]:
    wide = max(width(figure.label) for figure in board.figures)
    for figure in board.figures:
        below = f" · {figure.below}" if figure.below else ""
        lead: Line = [("dim", f"  {figure.label.ljust(wide)}  ")]
        yield from flow(
            [(f"bold {_TONES[figure.tone]}".strip(), figure.value.replace(" ", HARD)), ("dim", below)], lead
        )


def _card(card: Card, terms: Terms) -> Iterator[Line]:
    style, mark = _MARKS.get(card.state, ("", "○"))
    facts = [card.owner or terms["nobody"], card.when, card.status if card.state else "", weighed(card, terms)]
    pieces: list[Piece] = [("bold", card.title), ("dim", "".join(f" · {_glued(fact)}" for fact in facts if fact))]
    yield from flow(pieces, [(style, f"  {mark} ")])
    for key, found in (
        ("solves", card.solves), ("improves", card.improves if not card.solves else ()), ("reaches", card.targets),
        ("first", tuple(title for _, title in card.needs)),
    ):  # fmt: skip
        if found:
            yield from flow([("dim", f"{terms[key]}: "), ("", terms.listed(found))], [("", "    ")])
    for warning in card.warnings:
        yield from flow([("yellow", warning)], [("yellow", "    ! ")])


def _glued(text: str) -> str:
    return text.replace(" ", HARD)


def _aside(board: Board) -> Iterator[Line]:
    if board.dropped:
        yield []
        yield [("bold underline", board.terms["dropped"])]
    for title, why in board.dropped[:_MOST]:
        yield from flow([("", title), ("dim", f": {why}" if why else "")], [("dim", "  × ")])
    yield from _more(len(board.dropped), board.terms)


def _open(board: Board) -> Iterator[Line]:
    yield []
    if not board.open:
        yield from flow([("green", board.terms["all-covered"])])
        return
    yield [("bold yellow", board.terms["open"])]
    for told in board.open[:_MOST]:
        yield from flow([("", told)], [("yellow", "  ○ ")])
    yield from _more(len(board.open), board.terms)


def _more(total: int, terms: Terms) -> Iterator[Line]:
    if total > _MOST:
        yield from flow([("dim", terms["more"].format(count=total - _MOST))], [("", "    ")])


def _stage(stage: Stage, terms: Terms, wide: int) -> Iterator[Line]:
    label = safe(stage.label) + " " * (wide - width(stage.label))
    curve = spark([score for score, _ in stage.points])
    told = [f"{terms['mean'].lower()} {stage.mean}", f"{terms['remembered'].lower()} {stage.remembered}",
            terms.count("pain", stage.pains), terms.count("step", stage.steps),
            f"{stage.share} {terms['so-far']}" if stage.share and not stage.left else ""]  # fmt: skip
    yield from flow(
        [("", " · ".join(_glued(item) for item in told if item))],
        [("bold", f"  {label}  "), (_TONES[stage.tone], f"{curve}  ")],
    )
    for news in stage.news[:_NEWS]:
        yield from flow([("dim", news)], [("dim", f"  {' ' * wide}  – ")])
    if len(stage.news) > _NEWS:
        yield from flow([("dim", terms["more"].format(count=len(stage.news) - _NEWS))], [("", f"  {' ' * wide}    ")])


def spark(scores: list[float]) -> str:
    """Give emotions of −2 to +2 as a row of bars; of more than thirty, the lowest of each few: that is remembered."""
    most = 30
    if len(scores) > most:
        each = -(-len(scores) // most)
        scores = [min(scores[n : n + each]) for n in range(0, len(scores), each)]
    return "".join(_BARS[min(7, max(0, int((score + 2) * 2)))] for score in scores)
