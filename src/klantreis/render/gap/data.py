"""A gap turned into what its page and picture show: every text chosen and worded, nothing yet placed."""

from __future__ import annotations

from klantreis.compare.gap import Gap
from klantreis.language.numbers import day
from klantreis.render.gap.columns import columns_of
from klantreis.render.gap.feelings import points_of
from klantreis.render.gap.figures import figures_of
from klantreis.render.gap.groups import groups, rows
from klantreis.render.gap.places import heads, marks, new_fates, old_fates, places, tints
from klantreis.render.gap.shapes import GapData
from klantreis.render.gap.tellings import TITLE, context_of, entry_of
from klantreis.render.gap.words import Terms, terms_of
from klantreis.render.kit.clean import clean, language_tag
from klantreis.wording import shortened


def build(gap: Gap) -> GapData:
    """Give what is shown of a gap, the same for the page and the picture."""
    comparison = gap.comparison
    pair, terms = comparison.pair, terms_of(comparison.language)
    columns = columns_of(pair)
    contexts = context_of(comparison.old, terms), context_of(comparison.new, terms)
    tint = tints(pair)
    old = places(columns.old, contexts[0], tint, old_fates(pair, columns, terms))
    new = places(columns.new, contexts[1], {}, new_fates(columns, terms))
    entries = tuple((item, entry_of(gap, item, contexts[1])) for item in gap.items)
    points = points_of(comparison.old, columns.old, terms), points_of(comparison.new, columns.new, terms)
    changed = marks(columns, gap.items)
    journeys = pair.old.journey, pair.new.journey
    dreams = not comparison.plan and all(journey.state == "dream" for journey in journeys)
    suffix = "-plan" if comparison.plan else ""
    first = terms["old-dream" if dreams else f"old{suffix}"]
    figures, remembered = figures_of(gap, terms)
    return GapData(
        language_tag(comparison.language), terms, comparison.plan, _kicker(gap, terms),
        clean(shortened(journeys[1].title, TITLE)), _lead(gap, terms),
        ((first, terms[f"old-hint{suffix}"]), (terms[f"new{suffix}"], terms[f"new-hint{suffix}"])),
        figures, columns, old, new, heads(pair, columns, tint), changed, points, remembered,
        tuple(entry for _, entry in entries), groups(pair, terms, entries), rows(old, new, columns, points, changed),
        clean(journeys[1].id),
    )  # fmt: skip


def _kicker(gap: Gap, terms: Terms) -> str:
    journey = gap.comparison.new.journey
    parts = [terms.words["map"], terms["gap" if gap.comparison.plan else "diff"]]
    if journey.state == "dream":
        parts.append(terms.words["dream"])
    if isinstance(journey.horizon, str):
        parts.append(terms[journey.horizon])
    elif journey.horizon is not None:
        parts.append(f"{terms.words['by']} {day(journey.horizon, terms.words)}")
    return " · ".join(parts)


def _lead(gap: Gap, terms: Terms) -> str:
    old, new = gap.comparison.old, gap.comparison.new
    title = clean(shortened(old.journey.title, TITLE))
    if title == clean(shortened(new.journey.title, TITLE)):
        names = [clean(shortened(side.name, TITLE)) for side in (old, new) if side.name]
        return " → ".join(names) if len(set(names)) > 1 else ""
    return f"{terms['from']}: {terms.words.quoted(title)}"
