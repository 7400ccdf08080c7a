"""A journey turned into a blueprint: every text chosen and worded, nothing yet placed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from klantreis.language.numbers import duration, signed
from klantreis.model.journey import Journey
from klantreis.model.scores import assumed
from klantreis.model.touchpoint import BlueprintStep, Emotion, Touchpoint
from klantreis.render.blueprint.references import References
from klantreis.render.content.cells import Context, step_card
from klantreis.render.content.choice import Choice
from klantreis.render.kit.clean import clean
from klantreis.render.kit.items import PhaseHead, Step
from klantreis.render.kit.theme import phase_role

ROWS = ("artefacts", "actions", "frontstage", "backstage", "support_processes")
"""The rows from top to bottom, by the keys of the lanes of the map."""
DEEDS = ("artefacts", "frontstage", "backstage", "support_processes")
"""The rows that hold steps of the blueprint."""
OURS = ("frontstage", "backstage", "support_processes")
"""The rows that hold our own work: what a team does."""
LINES = {"frontstage": "interaction", "backstage": "visibility", "support_processes": "internal"}
"""The line above a row."""
MOST_LINKS = 400
"""The most arrows in a picture: nobody follows more, and a file may ask for any number."""


@dataclass(frozen=True, slots=True, eq=False)
class Deed:
    """A step of the blueprint. `team` is its name, `stubs` the titles of what follows and is not drawn."""

    number: int
    column: int
    row: str
    title: str
    team: str = ""
    system: str = ""
    stubs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Link:
    """An arrow from one deed to another, by number; `handover` when another team takes over."""

    source: int
    target: int
    handover: bool


@dataclass(frozen=True, slots=True)
class Mood:
    """How a customer feels, over the columns from `first` on."""

    first: int
    span: int
    score: float
    text: str
    word: str
    guess: bool


@dataclass(frozen=True, slots=True, eq=False)
class Column:
    """What stands under one touchpoint; without a card it is a phase that has none."""

    phase: str
    card: Step | None
    deeds: tuple[Deed, ...] = ()

    def cell(self, row: str) -> tuple[Deed, ...]:
        """Give the deeds of a row."""
        return tuple(deed for deed in self.deeds if deed.row == row)


@dataclass(frozen=True, slots=True, eq=False)
class Blueprint:
    """All that is drawn; `links` lead only to deeds that are there, `undrawn` are those that would be too many."""

    phases: tuple[PhaseHead, ...]
    columns: tuple[Column, ...]
    rows: tuple[str, ...]
    links: tuple[Link, ...]
    moods: tuple[Mood, ...]
    undrawn: tuple[Link, ...] = ()


def whole(context: Context) -> Blueprint:
    """Give the blueprint of a whole journey, all rows shown."""
    journey = context.setting.journey
    heads: list[PhaseHead] = []
    columns: list[Column] = []
    moods: list[Mood] = []
    written: list[BlueprintStep] = []
    references = References(journey)
    for index, phase in enumerate(journey.phases):
        first, span = len(columns), max(1, len(phase.touchpoints))
        below = duration(phase.duration, context.words) if phase.duration else ""
        heads.append(PhaseHead(phase.id, clean(phase.title), below, first, span, phase_role(index)))
        feels = [
            _mood(step.emotion, step.evidence, (first + place, 1), context)
            for place, step in enumerate(phase.touchpoints)
            if step.emotion
        ]
        if not feels and phase.emotion:
            feels = [_mood(phase.emotion, phase.evidence, (first, span), context)]
        moods += feels
        for step in phase.touchpoints:
            card = replace(step_card(step, context, phase_role(index), switch=False), lines=_lines(step))
            deeds = tuple(_deeds(step, len(columns), written, references, context))
            columns.append(Column(clean(phase.title), card, deeds))
        if not phase.touchpoints:
            columns.append(Column(clean(phase.title), None))
    return Blueprint(tuple(heads), tuple(columns), ROWS, _links(journey, columns, written, references), tuple(moods))


def _lines(step: Touchpoint) -> tuple[str, ...]:
    return tuple(filter(None, map(clean, step.actions)))


def _mood(emotion: Emotion, evidence: list[str], columns: tuple[int, int], context: Context) -> Mood:
    return Mood(*columns, emotion.score, signed(emotion.score, context.words), clean(emotion.word), assumed(evidence))


def _deeds(
    step: Touchpoint, column: int, written: list[BlueprintStep], references: References, context: Context
) -> Iterator[Deed]:
    for row in DEEDS:
        for deed in getattr(step, row):
            team = context.names.team(deed.owner) if deed.owner else ""
            lost = tuple(context.names.item(text) for text in deed.next if references.find(text, step) is None)
            yield Deed(len(written), column, row, clean(deed.title), team, clean(deed.system), lost)
            written.append(deed)


def _links(
    journey: Journey, columns: list[Column], written: list[BlueprintStep], references: References
) -> tuple[Link, ...]:
    deeds = [deed for column in columns for deed in column.deeds]
    numbers = {id(deed): number for number, deed in enumerate(written)}
    found: dict[tuple[int, int], Link] = {}
    for step in journey.touchpoints():
        for row in DEEDS:
            for deed in getattr(step, row):
                source = deeds[numbers[id(deed)]]
                for reference in deed.next:
                    meant = references.find(reference, step)
                    if meant is None or meant is deed:
                        continue
                    target = deeds[numbers[id(meant)]]
                    over = bool(source.team and target.team and source.team != target.team)
                    found[source.number, target.number] = Link(source.number, target.number, over)
    return tuple(found.values())


def shown(full: Blueprint, places: tuple[int, ...], choice: Choice) -> Blueprint:
    """Give what is chosen of a blueprint: some phases (by place), some rows.

    A link to a deed that is not shown becomes a stub: the title of what follows, on the card.
    """
    rows = tuple(row for row in full.rows if choice.lane(row))
    moved: dict[int, int] = {}
    heads = []
    for head in (full.phases[place] for place in places):
        heads.append(replace(head, first=len(moved)))
        for column in range(head.first, head.first + head.span):
            moved[column] = len(moved)
    every = {deed.number: deed for column in full.columns for deed in column.deeds}
    there = {number for number, deed in every.items() if deed.column in moved and deed.row in rows}
    stubs: dict[int, list[str]] = {}
    for link in full.links:
        if link.target not in there:
            stubs.setdefault(link.source, []).append(every[link.target].title)
    columns = [_moved(full.columns[old], new, rows, stubs) for old, new in moved.items()]
    links = tuple(link for link in full.links if link.source in there and link.target in there)
    moods = tuple(replace(mood, first=moved[mood.first]) for mood in full.moods if mood.first in moved)
    drawn, undrawn = links[:MOST_LINKS], links[MOST_LINKS:]
    return Blueprint(tuple(heads), tuple(columns), rows, drawn, moods if choice.lane("emotion") else (), undrawn)


def _moved(column: Column, to: int, rows: tuple[str, ...], stubs: dict[int, list[str]]) -> Column:
    deeds = tuple(
        replace(deed, column=to, stubs=(*deed.stubs, *stubs.get(deed.number, ())))
        for deed in column.deeds
        if deed.row in rows
    )
    return replace(column, deeds=deeds)
