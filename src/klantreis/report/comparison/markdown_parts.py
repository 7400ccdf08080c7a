"""What stands below the differences of one journey in Markdown: opportunities, the roadmap, suggestions, texts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from klantreis.compare.gap import Gap
from klantreis.language.markup import marked
from klantreis.model.roadmap import Initiative
from klantreis.report.comparison import phrases
from klantreis.report.comparison.figures import coverage
from klantreis.report.comparison.order import Section
from klantreis.report.comparison.words import Terms
from klantreis.report.comparison.writing import written

_MOST = 60
_MOST_SUBJECTS = 6


def opportunities(gap: Gap, terms: Terms) -> Iterator[str]:
    """Give the opportunities as a table, the best first."""
    if not gap.comparison.plan or not gap.opportunities:
        return
    yield from _heading(terms["opportunities"])
    yield from _head(terms, ("opportunity", "step", "impact", "effort", "dream-takes", "by-whom"))
    for found in gap.opportunities[:_MOST]:
        who = marked(phrases.names_of(found.closed_by))
        if not who and gap.coverage is not None:
            who = f"**{terms['nobody']}**"
        impact, effort = ("" if value is None else str(value) for value in (found.impact, found.effort))
        taken = f"▲ {terms['taken']}" if found.taken else f"○ {terms['left']}"
        title, where = marked(phrases.title_of(found.title)), marked(phrases.title_of(found.where))
        yield f"| {title} | {where} | {impact} | {effort} | {taken} | {who} |"
    yield from _more(len(gap.opportunities))


def roadmap(gap: Gap, terms: Terms) -> Iterator[str]:
    """Give the roadmap as a table, with what is wrong in it."""
    if gap.roadmap is None or gap.coverage is None:
        return
    title = marked(phrases.title_of(gap.roadmap.title))
    yield from _heading(f"{terms['roadmap']}: {title}" if title else terms["roadmap"])
    yield f"{coverage(gap, terms)}."
    found = phrases.busy(gap)
    if found:
        yield ""
        yield from _head(terms, ("initiative", "owner", "when", "status", "works-on"))
    for initiative, items in found[:_MOST]:
        names = phrases.subjects(items)
        more = f" … (+{len(names) - _MOST_SUBJECTS})" if len(names) > _MOST_SUBJECTS else ""
        yield f"{_row(initiative, gap, terms)} {'; '.join(map(marked, names[:_MOST_SUBJECTS]))}{more} |"
    yield from _more(len(found))
    if gap.coverage.idle:
        yield from _heading(terms["idle"])
        yield from _head(terms, ("initiative", "owner", "when", "status"))
        for initiative in gap.coverage.idle[:_MOST]:
            yield _row(initiative, gap, terms)
        yield from _more(len(gap.coverage.idle))
    if gap.coverage.late:
        yield from _heading(terms["late"])
        for pair in gap.coverage.late[:_MOST]:
            yield f"- {marked(phrases.waits(pair, terms))}"
        yield from _more(len(gap.coverage.late))


def lookalikes(gap: Gap, terms: Terms) -> Iterator[str]:
    """Give the steps that may be the same."""
    if gap.lookalikes:
        yield from _heading(terms["lookalikes"])
    for found in gap.lookalikes[:_MOST]:
        yield f"- ? {phrases.looks_like(found, terms, marked, _code)}"
    yield from _more(len(gap.lookalikes))


def texts(found: Iterable[Section], terms: Terms) -> Iterator[tuple[str, int]]:
    """Give what only is written otherwise, by step; each with how many differences it tells."""
    for section in found:
        for group in section.groups:
            if group.details:
                title = group.title or section.title or terms["whole"]
                yield f"- **{marked(phrases.title_of(title))}**", 0
            for item in group.details:
                name, before, after = written(item, terms)
                between = " → ".join(marked(text) for text in (before, after) if text)
                yield f"  - {marked(name)} {between}".rstrip(), 1


def _code(text: str) -> str:
    return f"<code>{marked(text)}</code>"


def _row(initiative: Initiative, gap: Gap, terms: Terms) -> str:
    who = marked(phrases.owner_of(initiative, gap)) or f"**{terms['no-owner']}**"
    dates = phrases.when(initiative, terms) or ("" if initiative.status == "done" else f"**{terms['undated']}**")
    return f"| {_title(initiative)} | {who} | {dates} | {phrases.status(initiative, terms)} |"


def _title(initiative: Initiative) -> str:
    return marked(phrases.title_of(initiative.title))


def _heading(text: str) -> Iterator[str]:
    yield ""
    yield f"#### {text}"
    yield ""


def _head(terms: Terms, keys: tuple[str, ...]) -> Iterator[str]:
    yield f"| {' | '.join(terms[key] for key in keys)} |"
    yield "|---" * len(keys) + "|"


def _more(total: int) -> Iterator[str]:
    if total > _MOST:
        yield ""
        yield f"… (+{total - _MOST})"
