"""Small pieces of sentences that several formats share: who does what, and when."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from klantreis.compare.change import Change
from klantreis.compare.gap import Gap, Item, Lookalike, Ranked
from klantreis.compare.sentences import Told, tell
from klantreis.language.numbers import day, number
from klantreis.language.words import Words
from klantreis.model.journey import Journey
from klantreis.model.roadmap import Initiative
from klantreis.model.text import slug
from klantreis.report.comparison import Compared
from klantreis.report.comparison.words import Terms
from klantreis.wording import shortened

MARKS = {"improvement": "▲", "regression": "▼", "neutral": "●", "open": "?"}
"""A sign for each verdict, so that nothing is said by colour alone; as many of it as the size."""


def mark(item: Item) -> str:
    """Give the sign of a difference, once for small to three times for large."""
    return MARKS[item.judged.verdict] * item.judged.size


def told(item: Item, terms: Terms) -> Told:
    """Give a difference in two sentences."""
    return tell(item.judged, terms.language)


def title_of(text: str) -> str:
    """Give a title on one line, not endless."""
    return shortened(text, 120)


def heading(item: Compared) -> str:
    """Give what a comparison is called; of a journey and its dream, both titles."""
    return shortened(item.heading, 250)


def names_of(initiatives: Iterable[Initiative]) -> str:
    """Give what initiatives are called, after each other."""
    return " + ".join(title_of(initiative.title) for initiative in initiatives)


def owner_of(initiative: Initiative, gap: Gap) -> str:
    """Give who does an initiative: the team's title where the organisation lists it; empty when nobody said."""
    for side in (gap.comparison.new, gap.comparison.old):
        for team in side.organisation.teams if side.organisation else ():
            if initiative.owner in (team.id, team.title) or slug(initiative.owner) == team.id:
                return title_of(team.title)
    return title_of(initiative.owner)


def when(initiative: Initiative, terms: Terms) -> str:
    """Give when an initiative is done, as precise as it was written; empty when it has no dates."""
    start = day(initiative.start, terms.words) if initiative.start else ""
    end = day(initiative.end, terms.words) if initiative.end else ""
    if start and end:
        return start if start == end else f"{start} – {end}"
    if start:
        return terms["from"].format(when=start)
    return terms["until"].format(when=end) if end else ""


def status(initiative: Initiative, terms: Terms) -> str:
    """Give how far an initiative is; empty when nobody said."""
    return terms[initiative.status] if initiative.status else ""


def busy(gap: Gap) -> list[tuple[Initiative, list[Item]]]:
    """Give the initiatives that work on the gap, with what each works on, in the order in which they end."""
    found: dict[str, tuple[Initiative, list[Item]]] = {}
    for item in gap.items:
        for initiative in item.closed_by:
            found.setdefault(initiative.id, (initiative, []))[1].append(item)
    return sorted(found.values(), key=lambda entry: _moment(entry[0]))


def _moment(initiative: Initiative) -> tuple[bool, str, str]:
    end, start = initiative.end or initiative.start, initiative.start or initiative.end
    return end is None, end.end.isoformat() if end else "", start.start.isoformat() if start else ""


def subjects(items: Sequence[Item]) -> list[str]:
    """Give what an initiative works on, in a few words each: steps, pains, metrics, each once."""
    work = [item for item in items if item.work] or items
    names = dict.fromkeys(title_of(item.judged.change.name) for item in work)
    return [name[:1].upper() + name[1:] for name in names]


def weighed(opportunity: Ranked, terms: Terms) -> str:
    """Give an opportunity's impact and effort: `impact 5, moeite 2`."""
    impact, effort = (terms["unknown"] if value is None else str(value)
                      for value in (opportunity.impact, opportunity.effort))  # fmt: skip
    return terms["weighed"].format(impact=impact, effort=effort)


def waits(pair: tuple[Initiative, Initiative], terms: Terms) -> str:
    """Give that an initiative waits for another that ends later."""
    initiative, needed = pair
    end = day(needed.end, terms.words) if needed.end else terms["undated"]
    quoted = terms.words.quoted
    title, other = quoted(title_of(initiative.title)), quoted(title_of(needed.title))
    return terms["waits"].format(title=title, needed=other, end=end)


def looks_like(found: Lookalike, terms: Terms, show: Callable[[str], str], code: Callable[[str], str]) -> str:
    """Give that a step looks like another. `show` and `code` say how a format writes a title and a piece of YAML."""
    quoted = terms.words.quoted
    new, old = (quoted(show(title_of(title))) for title in (found.new_title, found.old_title))
    return terms["looks-like"].format(new=new, old=old, key=code(f"{found.key}: {found.old_id}"))


def horizon(journey: Journey, words: Words) -> str:
    """Give how far away a dream is: `droom, over 1 tot 2 jaar`; empty for a journey as it is."""
    if journey.state != "dream":
        return ""
    written = journey.horizon
    if written is None:
        return words["dream"]
    far = words[written] if isinstance(written, str) else f"{words['by']} {day(written, words)}"
    return f"{words['dream']}, {far}"


def value_of(change: Change, value: object, terms: Terms) -> str:
    """Give a value before or after a change as people call it: of a pain, how bad it is in a word."""
    key = f"{value}-severity"
    if change.topic == "pains" and key in terms.words.fixed:
        return terms.words[key]
    return plain_text(value, terms)


def plain_text(value: object, terms: Terms) -> str:
    """Give a plain value as people write it: a number, a word, a list of them."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return terms["yes" if value else "no"]
    if isinstance(value, int | float):
        return number(value, terms.words)
    if isinstance(value, dict):
        return ", ".join(f"{key}: {plain_text(item, terms)}" for key, item in value.items())
    if isinstance(value, Iterable) and not isinstance(value, str):
        return ", ".join(plain_text(item, terms) for item in value)
    return str(value)
