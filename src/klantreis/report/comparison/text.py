"""A gap or a diff for the terminal: figures first, then step by step, then what to do, and texts last.

It is at most a hundred columns wide. A verdict is a sign, repeated for its size, so that colour adds
and never carries. It is bounded: what is left out is counted, and stands in the other formats.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from klantreis.compare.gap import Gap, Item
from klantreis.compare.judgement.verdict import Verdict
from klantreis.report.comparison import Compared, Report, Skipped, phrases
from klantreis.report.comparison.figures import told as figures_told
from klantreis.report.comparison.flow import HARD, flow
from klantreis.report.comparison.order import Group, Section, listed, sections
from klantreis.report.comparison.plans import opportunities, roadmap
from klantreis.report.comparison.words import Terms, terms_of
from klantreis.report.comparison.writing import written
from klantreis.report.text import Line, Piece, width
from klantreis.wording import shortened

STYLES = {"improvement": "green", "regression": "bold red", "neutral": "dim", "open": "yellow"}
_COUNTED: tuple[Verdict, ...] = ("improvement", "regression", "open", "neutral")
_MOST = 600
_MOST_TEXTS = 200
_MOST_NAMES = 20
_MOST_SKIPPED = 50
_LONGEST = 400


def lines(report: Report) -> Iterator[Line]:
    """Give the report, a journey after the other."""
    terms = terms_of(report.language)
    shown = [item for item in report.compared if item.status != "same"]
    same = [item for item in report.compared if item.status == "same"]
    if report.empty:
        yield from _nothing(same, terms)
        return
    for number, item in enumerate(shown):
        if number:
            yield from ([], []) if item.gap else ([],)
        yield from _compared(item)
    yield from _same(same, terms)
    yield from _skipped(report.skipped, terms)


def _skipped(skipped: tuple[Skipped, ...], terms: Terms) -> Iterator[Line]:
    if skipped:
        yield []
        yield [("bold", terms["skipped"])]
    for item in skipped[:_MOST_SKIPPED]:
        pieces: list[Piece] = [("", f"{phrases.title_of(item.name)} "), ("dim", shortened(item.why, _LONGEST))]
        yield from flow(pieces, [("yellow", "  ! ")])
    if len(skipped) > _MOST_SKIPPED:
        yield [("bold", f"  … (+{len(skipped) - _MOST_SKIPPED})")]


def _nothing(same: list[Compared], terms: Terms) -> Iterator[Line]:
    for item in same[:_MOST_NAMES]:
        yield from _head(item, terms_of(item.tongue))
    if same:
        yield []
    yield [("", terms["no-differences"])]


def _same(same: list[Compared], terms: Terms) -> Iterator[Line]:
    if same:
        names = ", ".join(phrases.heading(item) for item in same[:_MOST_NAMES])
        more = len(same) - _MOST_NAMES
        tail = f" … (+{more})" if more > 0 else ""
        yield []
        yield from flow([("dim", f"{terms.count('same', len(same))}: {names}{tail}")])


def _compared(item: Compared) -> Iterator[Line]:
    terms = terms_of(item.tongue)
    yield from _head(item, terms)
    if item.gap is None:
        return
    if not item.gap.items and item.gap.coverage is None:
        yield []
        yield [("", terms["no-differences"])]
        return
    found = sections(item.gap, listed(item.gap))
    yield []
    yield from _figures(item.gap, terms)
    yield from _differences(found, item.gap, terms)
    yield from opportunities(item.gap, terms)
    yield from roadmap(item.gap, terms)
    yield from _lookalikes(item.gap, terms)
    yield from _texts(found, terms)


def _head(item: Compared, terms: Terms) -> Iterator[Line]:
    label = f"{terms[item.status]}: " if item.status not in ("changed", "same") else ""
    style = {"removed": "yellow", "added": "green"}.get(item.status, "")
    yield from flow([(style, label), ("bold", phrases.heading(item))])
    names = [name for name in (item.old_name, item.new_name) if name]
    between = [phrases.title_of(name) for name in dict.fromkeys(names)]
    far = phrases.horizon(item.gap.comparison.new.journey, terms.words) if item.gap and item.gap.comparison.plan else ""
    about = "  ·  ".join(part for part in (" → ".join(between), far) if part)
    if about:
        yield from flow([("dim", about)])
    if item.note:
        yield from flow([("", shortened(item.note, _LONGEST))])
    if item.gap and item.gap.comparison.replanned:
        yield from flow([("yellow", terms["plan-change"])])


def _figures(gap: Gap, terms: Terms) -> Iterator[Line]:
    found = figures_told(gap, terms)
    names = [figure.name for figure in found] + [terms["differences"]]
    column = max(map(width, names)) + 3
    for figure in found:
        sign = "" if figure.verdict == "neutral" else f"  {phrases.MARKS[figure.verdict]}"
        lead: Line = [("", "  " + figure.name.ljust(column))]
        yield from flow([("bold", figure.text), (STYLES[figure.verdict], sign)], lead)
    counts = gap.comparison.counts()
    line: Line = [("", "  " + terms["differences"].ljust(column - 3))]
    for verdict in _COUNTED:
        if counts[verdict]:
            line += [
                ("", "   "),
                (STYLES[verdict], f"{phrases.MARKS[verdict]} {terms.count(verdict, counts[verdict])}"),
            ]
    if len(line) > 1:
        yield line
        yield []
        yield [("dim", f"  {terms['legend']}")]


def _differences(found: list[Section], gap: Gap, terms: Terms) -> Iterator[Line]:
    left = _MOST
    total = sum(len(section.items) for section in found)
    for section in found:
        if not section.items:
            continue
        if left <= 0:
            break
        yield []
        yield from flow(_title(section.title or terms["whole"], section.was, terms, "bold underline"))
        for group in section.groups:
            yield from _group(group, left, gap, terms)
            left -= len(group.items)
    if total > _MOST:
        yield [("bold", f"… {terms.count('more', total - _MOST)}")]


def _title(title: str, was: str, terms: Terms, style: str = "bold") -> list[Piece]:
    pieces: list[Piece] = [(style, phrases.title_of(title))]
    if was:
        pieces.append(("dim", f" ({terms['was'].format(title=phrases.title_of(was))})"))
    return pieces


def _group(group: Group, left: int, gap: Gap, terms: Terms) -> Iterator[Line]:
    """A step with who works on it; each difference says so itself where that is not one and the same."""
    if not group.items or left <= 0:
        return
    if group.title:
        pieces = _title(group.title, group.was, terms)
        if group.closed_by:
            pieces.append(("cyan", f" →{HARD}{phrases.names_of(group.closed_by)}"))
        yield from flow(pieces, [("", "  ")])
    for item in group.items[:left]:
        indent = "    " if group.title else "  "
        yield from _item(item, gap, terms, [("", indent)], alone=not group.closed_by)


def _item(item: Item, gap: Gap, terms: Terms, indent: Line, *, alone: bool) -> Iterator[Line]:
    told = phrases.told(item, terms)
    pieces: list[Piece] = [("", told.here), ("dim", f" {told.why}")]
    if item.closed_by and alone:
        pieces.append(("cyan", f" →{HARD}{phrases.names_of(item.closed_by)}"))
    elif item.work and not item.closed_by and gap.coverage is not None:
        pieces += [("", " "), ("bold yellow", f"→ {terms['open-mark']}".replace(" ", HARD))]
    yield from flow(pieces, [*indent, (STYLES[item.judged.verdict], phrases.mark(item).ljust(4))])


def _lookalikes(gap: Gap, terms: Terms) -> Iterator[Line]:
    if gap.lookalikes:
        yield []
        yield [("bold underline", terms["lookalikes"])]
    for found in gap.lookalikes[:_MOST_NAMES]:
        yield from flow([("", phrases.looks_like(found, terms, str, "`{}`".format))], [("yellow", "  ? ")])
    if len(gap.lookalikes) > _MOST_NAMES:
        yield [("bold", f"  … (+{len(gap.lookalikes) - _MOST_NAMES})")]


def _texts(found: Iterable[Section], terms: Terms) -> Iterator[Line]:
    """What only is written otherwise: a paragraph a step."""
    groups = [(section, group) for section in found for group in section.groups if group.details]
    if groups:
        yield []
        yield [("bold underline", terms["texts"])]
    for section, group in groups[:_MOST_TEXTS]:
        title = group.title or section.title or terms["whole"]
        yield from flow([("bold", phrases.title_of(title))], [("", "  ")])
        for item in group.details:
            yield from _detail(item, terms)
    left = sum(len(group.details) for _, group in groups[_MOST_TEXTS:])
    if left:
        yield [("bold", f"  … {terms.count('more', left)}")]


def _detail(item: Item, terms: Terms) -> Iterator[Line]:
    name, before, after = written(item, terms)
    pieces: list[Piece] = [("", name), ("red", before)]
    if before and after:
        pieces.append(("dim", " → "))
    yield from flow([*pieces, ("green", after)], [("", "    "), ("dim", "● ")])
