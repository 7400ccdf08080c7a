"""An initiative in people's words: who, when, how far, what it closes, and what is wrong with it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from klantreis.compare.gap import Item
from klantreis.compare.plan import Plan, Work
from klantreis.engine.roadmap.words import Terms
from klantreis.language.numbers import day, number
from klantreis.model.metrics import metric_info
from klantreis.model.roadmap import Initiative
from klantreis.model.text import slug
from klantreis.wording import shortened

_LONG, _LEAD = 120, 400


@dataclass(frozen=True, slots=True)
class Card:
    """An initiative on the board, in columns `first` to `last`.

    `state` is the status as it is written in the format, empty when nobody said, `status` the word for it.
    `solves` are pains, `improves` the steps and phases it changes, `takes` the opportunities, all by
    title. `needs` are the ids and titles of what must come first; `late` the ids among them that come too late.
    """

    id: str
    title: str
    lead: str
    owner: str
    state: str
    status: str
    when: str
    impact: int | None
    effort: int | None
    derived: bool
    solves: tuple[str, ...]
    improves: tuple[str, ...]
    takes: tuple[str, ...]
    targets: tuple[str, ...]
    needs: tuple[tuple[str, str], ...]
    late: frozenset[str]
    warnings: tuple[str, ...]
    first: int
    last: int
    idle: bool


def card_of(work: Work, plan: Plan, terms: Terms) -> Card:
    """Put an initiative in words."""
    initiative = work.initiative
    return Card(
        initiative.id, title_of(initiative.title), shortened(initiative.description, _LEAD), owner_of(work.owner, plan),
        initiative.status or "", terms[f"status-{initiative.status or ''}"], when_of(initiative, terms),
        work.impact, work.effort, bool(work.derived),
        _named(work.closes, "pains"), _improved(work.closes), tuple(map(title_of, work.opportunities)),
        tuple(_targets(initiative, plan, terms)),
        tuple((needed.id, title_of(needed.title)) for needed in work.needs),
        frozenset(needed.id for needed in work.late),
        tuple(_warnings(work, terms)), work.first, work.last, work.idle,
    )  # fmt: skip


def title_of(text: str) -> str:
    """Give a title on one line, not endless."""
    return shortened(text, _LONG)


def _named(items: Iterable[Item], topic: str) -> tuple[str, ...]:
    return tuple(
        dict.fromkeys(title_of(item.judged.change.name) for item in items if item.judged.change.topic == topic)
    )


def _improved(items: Iterable[Item]) -> tuple[str, ...]:
    """The steps and phases that an initiative changes, each once; pains, targets and the loop are told elsewhere."""
    found = (item.judged.change for item in items)
    return tuple(dict.fromkeys(
        title_of(change.name) for change in found
        if change.topic in ("steps", "phases", "emotions", "truths", "expectations")
    ))  # fmt: skip


def owner_of(written: str, plan: Plan) -> str:
    """Give a team's title where the organisation lists it, else what was written."""
    for side in (plan.gap.comparison.new, plan.gap.comparison.old):
        for team in side.organisation.teams if side.organisation else ():
            if written in (team.id, team.title) or (written and slug(written) == team.id):
                return title_of(team.title)
    return title_of(written)


def when_of(initiative: Initiative, terms: Terms) -> str:
    """Give when an initiative is done, as precise as it was written; empty when it has no dates."""
    start = day(initiative.start, terms.words) if initiative.start else ""
    end = day(initiative.end, terms.words) if initiative.end else ""
    if start and end:
        return start if start == end else f"{start} – {end}"
    if start:
        return terms["from"].format(when=start)
    return terms["until"].format(when=end) if end else ""


def weighed(card: Card, terms: Terms) -> str:
    """Give impact and effort: `impact 5, moeite 2`; empty when nobody knows either."""
    if not (card.impact or card.effort):
        return ""
    values = {key: str(value or terms["unknown"]) for key, value in (("impact", card.impact), ("effort", card.effort))}
    return terms["weighed"].format(**values)


def _targets(initiative: Initiative, plan: Plan, terms: Terms) -> Iterable[str]:
    organisation = plan.gap.comparison.new.organisation or plan.gap.comparison.old.organisation
    for name, found in initiative.metrics.items():
        info = metric_info(name, organisation, terms.language)
        title = title_of(info.title if info else name)
        unit = info.unit if info and info.unit == "%" else ""
        yield terms["target"].format(name=title, value=f"{number(found.target, terms.words)}{unit}")


def _warnings(work: Work, terms: Terms) -> Iterable[str]:
    quoted = terms.words.quoted
    for needed in work.late:
        title = quoted(title_of(needed.title))
        if needed.end:
            yield terms["is-late-ends"].format(title=title, when=day(needed.end, terms.words))
        else:
            yield terms["is-late"].format(title=title)
    if work.overdue and work.initiative.end:
        yield terms["is-overdue"].format(when=day(work.initiative.end, terms.words))
    if work.idle:
        yield terms["closes-nothing"]
