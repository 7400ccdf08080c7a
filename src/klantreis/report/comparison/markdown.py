"""A gap or a diff for a pull request: a table on top, what gets worse, and each journey to unfold.

A comment on GitHub holds 65,536 characters: what does not fit is cut at a whole difference and counted.
Whatever a journey says is shown as text: no mark-up, no mention of people, no reference to issues.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from klantreis.compare.gap import Gap, Item
from klantreis.compare.judgement.verdict import Verdict
from klantreis.language.markup import marked, tagged
from klantreis.language.numbers import whole_percent
from klantreis.report.comparison import Compared, Report, figures, phrases
from klantreis.report.comparison.markdown_parts import lookalikes, opportunities, roadmap, texts
from klantreis.report.comparison.order import Group, listed, sections
from klantreis.report.comparison.words import Terms, terms_of
from klantreis.report.text import Line

MOST_BYTES = 60_000
_RESERVED = 400
_MOST_ROWS = 50
_MOST_ABOVE = 10
_COUNTED: tuple[Verdict, ...] = ("improvement", "regression", "open", "neutral")


@dataclass(frozen=True, slots=True)
class Row:
    """A line; how many differences it tells; and whether it opens (1) or closes (-1) something to unfold."""

    text: str
    told: int = 0
    opens: int = 0


def lines(report: Report) -> Iterator[Line]:
    """Give the report."""
    terms = terms_of(report.language)
    total = sum(len(listed(item.gap)) for item in report.compared if item.gap)
    for line in _bounded(_body(report, terms), total, terms):
        yield [("", line)]


def _bounded(rows: Iterable[Row], total: int, terms: Terms) -> Iterator[str]:
    """Stop before the text grows too long, close what is open, and say how much is left."""
    size = told = depth = 0
    for row in rows:
        size += len(row.text.encode("utf-8", "replace")) + 1
        if size > MOST_BYTES - _RESERVED:
            for _ in range(depth):
                yield ""
                yield "</details>"
            yield ""
            yield terms["cut"].format(rest=terms.count("more", total - told))
            return
        told += row.told
        depth += row.opens
        yield row.text


def _body(report: Report, terms: Terms) -> Iterator[Row]:
    yield Row(f"## {terms[report.kind]}")
    yield Row("")
    shown = [item for item in report.compared if item.status != "same"]
    if report.empty:
        yield Row(terms["no-differences"])
        return
    if shown:
        yield from _summary(shown, terms)
    yield from _worse(shown, terms)
    unfolding = [item for item in shown if item.gap is not None and (item.gap.items or item.gap.coverage)]
    for item in unfolding:
        yield from _journey(item, single=len(unfolding) == 1)
    yield from _rest(report, terms)
    if any(item.gap and item.gap.items for item in shown):
        yield Row("")
        yield Row(f"<sub>{terms['legend'].replace('   ', ' · ')}</sub>")


def _rest(report: Report, terms: Terms) -> Iterator[Row]:
    same = sum(1 for item in report.compared if item.status == "same")
    if same:
        yield Row("")
        yield Row(f"{terms.count('same', same)}.")
    if report.skipped:
        yield Row("")
        yield Row(f"**{terms['skipped']}**")
        yield Row("")
    for skipped in report.skipped[:_MOST_ROWS]:
        yield Row(f"- {marked(skipped.name)} {marked(skipped.why)}")
    if len(report.skipped) > _MOST_ROWS:
        yield Row(f"- … (+{len(report.skipped) - _MOST_ROWS})")


def _summary(shown: list[Compared], terms: Terms) -> Iterator[Row]:
    columns = ("journey", "mean", "remembered", "steps", "pains", "differences")
    covered = any(item.gap and item.gap.coverage for item in shown)
    names = [terms[key] for key in (*columns, "coverage")[: None if covered else -1]]
    yield Row(f"| {' | '.join(names)} |")
    yield Row("|---" * len(names) + "|")
    for item in shown[:_MOST_ROWS]:
        cells = [_name(item, terms), *_cells(item.gap, terms)][: len(names)]
        yield Row(f"| {' | '.join(cells)} |")
    if len(shown) > _MOST_ROWS:
        yield Row("")
        yield Row(terms["cut"].format(rest=terms.count("rows", len(shown) - _MOST_ROWS)))


def _name(item: Compared, terms: Terms) -> str:
    name = marked(phrases.heading(item))
    label = "" if item.status == "changed" else f"{terms[item.status]}: "
    note = f"<br>{marked(item.note)}" if item.note else ""
    return f"{label}**{name}**{note}"


def _cells(gap: Gap | None, terms: Terms) -> list[str]:
    if gap is None:
        return [""] * 6
    found = figures.figures_of(gap)
    share = gap.coverage.share if gap.coverage else None
    return [
        figures.score(found.mean, terms),
        figures.score(found.remembered, terms),
        figures.arrow(*map(str, found.steps)),
        figures.pains(found, terms),
        _counts(gap, terms, ", ") or terms["no-differences"],
        "" if share is None else whole_percent(share, terms.words),
    ]


def _counts(gap: Gap, terms: Terms, between: str) -> str:
    counts = gap.comparison.counts()
    found = [f"{phrases.MARKS[key]} {terms.count(key, counts[key])}" for key in _COUNTED if counts[key]]
    return between.join(text.replace(" ", "\u00a0") for text in found)


def _worse(shown: list[Compared], terms: Terms) -> Iterator[Row]:
    """What a reviewer must see without unfolding anything: what gets worse, and what nobody works on."""
    gaps = [(item, item.gap) for item in shown if item.gap is not None]
    worse = [(item, found) for item, gap in gaps for found in gap.items if found.judged.verdict == "regression"]
    open_ = [(item, found) for item, gap in gaps if gap.coverage is not None for found in gap.open_items]
    for title, those in ((terms["worse"], worse), (terms["open"], open_)):
        if not those:
            continue
        yield Row("")
        yield Row(f"**{title}** ({len(those)})")
        yield Row("")
        for item, found in sorted(those, key=lambda entry: -entry[1].judged.size)[:_MOST_ABOVE]:
            which = f"{marked(phrases.heading(item))}. " if len(shown) > 1 else ""
            told = phrases.told(found, terms_of(item.tongue))
            yield Row(f"- {phrases.mark(found)} {which}{marked(told.what)} *{marked(told.why)}*")
        if len(those) > _MOST_ABOVE:
            yield Row(f"- … (+{len(those) - _MOST_ABOVE})")


def _journey(item: Compared, *, single: bool) -> Iterator[Row]:
    gap, terms = item.gap, terms_of(item.tongue)
    if gap is None:
        return
    yield Row("")
    yield Row("<details open>" if single else "<details>", opens=1)
    title, counts = tagged(phrases.heading(item)), _counts(gap, terms, ", ")
    yield Row(f"<summary><b>{title}</b> {counts}</summary>")
    yield Row("")
    yield Row(_between(item, gap, terms))
    if gap.comparison.replanned:
        yield Row("")
        yield Row(f"*{terms['plan-change']}*")
    found = sections(gap, listed(gap))
    for section in found:
        if section.items:
            yield Row("")
            yield Row(f"#### {marked(phrases.title_of(section.title or terms['whole']))}{_was(section.was, terms)}")
            yield Row("")
            for group in section.groups:
                yield from _group(group, gap, terms)
    for part in (opportunities(gap, terms), roadmap(gap, terms), lookalikes(gap, terms)):
        yield from (Row(text) for text in part)
    if any(group.details for section in found for group in section.groups):
        count = sum(len(group.details) for section in found for group in section.groups)
        yield Row("")
        yield Row("<details>", opens=1)
        yield Row(f"<summary>{terms['texts']} ({count})</summary>")
        yield Row("")
        yield from (Row(text, told) for text, told in texts(found, terms))
        yield Row("")
        yield Row("</details>", opens=-1)
    yield Row("")
    yield Row("</details>", opens=-1)


def _between(item: Compared, gap: Gap, terms: Terms) -> str:
    names = dict.fromkeys(name for name in (item.old_name, item.new_name) if name)
    far = phrases.horizon(gap.comparison.new.journey, terms.words) if gap.comparison.plan else ""
    return " · ".join(part for part in (" → ".join(map(marked, names)), far) if part)


def _was(was: str, terms: Terms) -> str:
    return f" ({terms['was'].format(title=marked(phrases.title_of(was)))})" if was else ""


def _group(group: Group, gap: Gap, terms: Terms) -> Iterator[Row]:
    """A step with who works on it; each difference says so itself where that is not one and the same."""
    if group.title and group.items:
        names = marked(phrases.names_of(group.closed_by))
        who = f" → *{names}*" if names else ""
        yield Row(f"- **{marked(phrases.title_of(group.title))}**{_was(group.was, terms)}{who}")
    for item in group.items:
        text = _item(item, gap, terms, alone=not group.closed_by)
        yield Row(f"{'  ' if group.title else ''}- {text}", told=1)


def _item(item: Item, gap: Gap, terms: Terms, *, alone: bool) -> str:
    told = phrases.told(item, terms)
    text = f"{phrases.mark(item)} {marked(told.here)} *{marked(told.why)}*"
    if item.closed_by:
        return f"{text} → {marked(phrases.names_of(item.closed_by))}" if alone else text
    return f"{text} → **{terms['open-mark']}**" if item.work and gap.coverage is not None else text
