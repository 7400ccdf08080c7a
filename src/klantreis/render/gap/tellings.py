"""Differences, initiatives and sides in people's words."""

from __future__ import annotations

from klantreis.compare.gap import Gap, Item
from klantreis.compare.sentences import tell
from klantreis.compare.side import Side
from klantreis.language.numbers import day
from klantreis.model.roadmap import Initiative
from klantreis.model.setting import Setting
from klantreis.render.content.cells import Context
from klantreis.render.content.names import Names
from klantreis.render.gap.shapes import Entry, Work
from klantreis.render.gap.words import Terms, terms_of
from klantreis.render.kit.clean import clean
from klantreis.wording import shortened

_TEXT, TITLE = 400, 160
"""The most signs of a sentence, and of a title."""


def context_of(side: Side, terms: Terms) -> Context:
    """Give what cards of a side need to know."""
    setting = Setting(side.journey, None, side.organisation)
    return Context(setting, terms.words, Names(setting, terms.words))


def entry_of(gap: Gap, item: Item, context: Context) -> Entry:
    """Give a difference in people's words."""
    told = tell(item.judged, gap.comparison.language)
    return Entry(
        item.judged.verdict, item.judged.size, _tidy(told.what), _tidy(told.here), _tidy(told.why),
        item.judged.change.topic, gap.roadmap is not None and item.work and not item.closed_by,
        tuple(work_of(initiative, context) for initiative in item.closed_by),
    )  # fmt: skip


def _tidy(text: str) -> str:
    return clean(shortened(text, _TEXT))


def work_of(initiative: Initiative, context: Context) -> Work:
    """Give an initiative in people's words."""
    terms = terms_of(context.words.language)
    parts = [clean(context.names.team(initiative.owner))] if initiative.owner else []
    done = initiative.status == "done"
    if initiative.end is not None:
        parts.append(f"{terms['until']} {day(initiative.end, context.words)}")
    elif initiative.status:
        parts.append(terms[f"status-{initiative.status}"])
    return Work(clean(shortened(initiative.title, TITLE)), " · ".join(parts), done)
