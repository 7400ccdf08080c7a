"""The service blueprint as a sheet."""

from __future__ import annotations

from collections.abc import Sequence

from klantreis.language.words import Words, words_of
from klantreis.model.setting import Setting
from klantreis.render.blueprint.data import Blueprint, shown, whole
from klantreis.render.blueprint.layout import lay_out
from klantreis.render.blueprint.tables import summary, tables
from klantreis.render.blueprint.tally import Tally, tally
from klantreis.render.content.cells import Context
from klantreis.render.content.choice import Choice, left_out
from klantreis.render.content.header import kicker, who
from klantreis.render.content.names import Names
from klantreis.render.kit.clean import clean, language_tag
from klantreis.render.kit.items import Header, Stat
from klantreis.render.kit.sheet import Sheet
from klantreis.wording import shortened

_LONGEST = 60
"""The most signs of a title under a figure."""


def sheet(settings: Sequence[Setting], choice: Choice) -> Sheet:
    """Give the service blueprint of a journey: its chosen phases and rows.

    Figures are those of the whole journey. Raises `UsageError` for a phase that is not there.
    """
    (setting,) = settings
    journey = setting.journey
    general = words_of(journey.language)
    words = general.about("blueprint")
    context = Context(setting, general, Names(setting, general))
    full = whole(context)
    places = choice.phases_of(journey)
    data, counts = shown(full, places, choice), tally(full, context)
    return Sheet(
        "blueprint",
        clean(journey.id),
        language_tag(journey.language),
        words.about("views")["blueprint"],
        _header(context, words, counts),
        lay_out(data, counts, words),
        summary(data, counts, words),
        tables(data, counts, words),
        _legend(data, context, words),
        _notes(data, counts, context, words, places),
        made=general["made"],
    )


def _header(context: Context, words: Words, counts: Tally) -> Header:
    journey = context.setting.journey
    # `klantreis · droom · over 1 tot 2 jaar`: what sort of map it is, said of the blueprint.
    sort = kicker(journey, context.words).removeprefix(context.words["map"])
    return Header(
        words["blueprint"] + sort,
        clean(journey.title),
        clean(journey.description),
        who(context),
        _stats(counts, words),
        (),
    )


def _stats(counts: Tally, words: Words) -> tuple[Stat, ...]:
    front, behind = counts.steps[0], counts.steps[1] + counts.steps[2]
    sides = words["sides"].format(front=front, behind=behind)
    first = Stat(words["steps"], str(front + behind), sides if front + behind else words["none-yet"])
    stats = [first]
    if counts.named:
        stats.append(
            Stat(
                words["teams"],
                str(len(counts.named)),
                words["between"].format(handovers=words.count("handover", counts.handovers)),
            )
        )
    if counts.systems:
        busiest = counts.systems[0]
        below = f"{shortened(busiest.name, _LONGEST)}: {words.count('step', busiest.steps)}"
        below = below if busiest.steps > 1 else words["each-once"]
        stats.append(Stat(words["systems"], str(len(counts.systems)), below))
    teams, title = counts.hands
    if teams > 1:
        stats.append(Stat(words["hands"], words.count("team", teams), shortened(title, _LONGEST)))
    return tuple(stats)


def _legend(data: Blueprint, context: Context, words: Words) -> tuple[tuple[str, str], ...]:
    """Give the marks that are on the blueprint, each with its meaning."""
    cards = [column.card for column in data.columns if column.card] if "actions" in data.rows else []
    deeds = [deed for column in data.columns for deed in column.deeds]
    general = context.words
    wanted = (
        ("onward", words["arrow"], bool(data.links)),
        ("onward-team", words["handover"], any(link.handover for link in data.links)),
        ("bond", words["together"], any(deed.row != "artefacts" for deed in deeds)),
        ("truth", general["moment_of_truth"], any(card.truth for card in cards)),
        ("up", general["positive"], any(mood.score > 0 for mood in data.moods)),
        ("down", general["negative"], any(mood.score < 0 for mood in data.moods)),
        ("offline", general["offline"], any(card.offline for card in cards)),
        ("assumed", general["unchecked-mark"], any(card.assumed for card in cards)),
        ("customer", general["by-customer"], any(card.initiator == "customer" for card in cards)),
        ("organisation", general["by-organisation"], any(card.initiator == "organisation" for card in cards)),
    )
    return tuple((mark, text) for mark, text, there in wanted if there)


def _notes(data: Blueprint, counts: Tally, context: Context, words: Words, places: tuple[int, ...]) -> tuple[str, ...]:
    stubs = any(deed.stubs for column in data.columns for deed in column.deeds)
    wanted = (
        (words["empty"], not any(counts.steps)),
        (words["no-rows"], not data.rows),
        (words["elsewhere"], stubs),
        (words["undrawn"].format(count=len(data.undrawn)), bool(data.undrawn)),
    )
    told = tuple(text for text, there in wanted if there)
    return (*told, *left_out(context.setting.journey, places, words))
