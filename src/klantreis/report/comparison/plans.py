"""What to do about a gap, for the terminal: the opportunities, and the roadmap held against it."""

from __future__ import annotations

from collections.abc import Iterator

from klantreis.compare.gap import Gap, Ranked
from klantreis.model.roadmap import Initiative
from klantreis.report.comparison import phrases
from klantreis.report.comparison.figures import coverage
from klantreis.report.comparison.flow import HARD, flow
from klantreis.report.comparison.words import Terms
from klantreis.report.text import Line, Piece

_MOST = 60
_MOST_SUBJECTS = 6


def opportunities(gap: Gap, terms: Terms) -> Iterator[Line]:
    """Give the opportunities of the current journey, ranked; nothing where no plan is made."""
    if not gap.comparison.plan or not gap.opportunities:
        return
    yield []
    yield [("bold underline", terms["opportunities"])]
    for number, found in enumerate(gap.opportunities[:_MOST], 1):
        yield from _opportunity(number, found, gap, terms)
    yield from _more(len(gap.opportunities))


def _opportunity(number: int, found: Ranked, gap: Gap, terms: Terms) -> Iterator[Line]:
    pieces: list[Piece] = [
        ("bold", phrases.title_of(found.title)),
        ("dim", f" {terms['at'].format(title=terms.words.quoted(phrases.title_of(found.where)))}"),
        ("", f" · {_glued(phrases.weighed(found, terms))} · "),
        ("green", _glued(f"▲ {terms['taken']}")) if found.taken else ("yellow", _glued(f"○ {terms['left']}")),
    ]
    if found.closed_by:
        pieces.append(("cyan", f" →{HARD}{phrases.names_of(found.closed_by)}"))
    elif gap.coverage is not None:
        pieces += [("", " "), ("bold yellow", _glued(f"→ {terms['nobody']}"))]
    yield from flow(pieces, [("", f"  {number:>2}. ")])


def _glued(text: str) -> str:
    return ", ".join(part.replace(" ", HARD) for part in text.split(", "))


def roadmap(gap: Gap, terms: Terms) -> Iterator[Line]:
    """Give what closes the gap, by whom and when; then what nobody closes, and what is wrong in the plan."""
    if gap.roadmap is None or gap.coverage is None:
        return
    yield []
    title = phrases.title_of(gap.roadmap.title)
    yield from flow([("bold underline", f"{terms['roadmap']}: {title}" if title else terms["roadmap"])])
    yield from flow([("", coverage(gap, terms))], [("", "  ")])
    found = phrases.busy(gap)
    for initiative, items in found[:_MOST]:
        yield from _initiative(initiative, gap, terms)
        yield from flow([("dim", f"{terms['works-on']}: {_few(phrases.subjects(items))}")], [("", "    ")])
    yield from _more(len(found))
    yield from _open(gap, terms)
    if gap.coverage.idle:
        yield []
        yield [("bold yellow", terms["idle"])]
        for initiative in gap.coverage.idle[:_MOST]:
            yield from _initiative(initiative, gap, terms)
        yield from _more(len(gap.coverage.idle))
    if gap.coverage.late:
        yield []
        yield [("bold yellow", terms["late"])]
        for pair in gap.coverage.late[:_MOST]:
            yield from flow([("", phrases.waits(pair, terms))], [("yellow", "  ! ")])
        yield from _more(len(gap.coverage.late))


def _initiative(initiative: Initiative, gap: Gap, terms: Terms) -> Iterator[Line]:
    who = phrases.owner_of(initiative, gap)
    dates, state = phrases.when(initiative, terms), phrases.status(initiative, terms)
    done = initiative.status == "done"
    pieces: list[Piece] = [
        ("bold cyan", phrases.title_of(initiative.title)),
        ("" if who else "yellow", f" · {who or terms['no-owner']}"),
        ("" if dates or done else "yellow", f" · {dates or terms['undated']}"),
    ]
    if state:
        pieces.append(("green" if done else "", f" · {state}"))
    yield from flow(pieces, [("", "  ")])


def _few(names: list[str]) -> str:
    shown = "; ".join(names[:_MOST_SUBJECTS])
    more = len(names) - _MOST_SUBJECTS
    return f"{shown} … (+{more})" if more > 0 else shown


def _open(gap: Gap, terms: Terms) -> Iterator[Line]:
    found = sorted(gap.open_items, key=lambda item: -item.judged.size)
    if not found:
        return
    yield []
    yield [("bold yellow", terms["open"])]
    for item in found[:_MOST]:
        yield from flow([("", phrases.told(item, terms).what)], [("bold yellow", f"  {phrases.mark(item):<4}")])
    yield from _more(len(found))


def _more(total: int) -> Iterator[Line]:
    if total > _MOST:
        yield [("bold", f"  … (+{total - _MOST})")]
