"""Where in the journey each channel appears, and how often the customer has to change."""

from __future__ import annotations

from collections.abc import Sequence

from klantreis.language.numbers import signed
from klantreis.language.words import Words, words_of
from klantreis.model.setting import Setting
from klantreis.render.content import header as above
from klantreis.render.content.cells import Context
from klantreis.render.content.choice import Choice, left_out
from klantreis.render.content.names import Names
from klantreis.render.kit.clean import clean, language_tag
from klantreis.render.kit.items import Header, Stat
from klantreis.render.kit.sheet import Sheet
from klantreis.render.presence import data, tables
from klantreis.render.presence.contacts import MODES, Channels, channels_of
from klantreis.render.presence.data import Leg, Presence, Row, Stop
from klantreis.render.presence.layout import lay_out
from klantreis.render.presence.marks import legend


def sheet(settings: Sequence[Setting], choice: Choice) -> Sheet:
    """Give the channels of a journey. Raises `UsageError` for unknown phases."""
    (setting,) = settings
    words = words_of(setting.journey.language)
    own, context = words.about("channels"), Context(setting, words, Names(setting, words))
    stops, places = data.stops_of(setting, words), choice.phases_of(setting.journey)
    found = channels_of(context, stops, own)
    legs = data.way(found.stations)
    names = {stop: own["or"].join(found.rows[row].title for row in rows) for stop, rows in found.stations}
    pairs = data.pairs_of(legs, stops, names, own)
    heads, columns = data.shown(setting, places, _below(setting, found, stops, legs, own))
    picture = Presence(heads, columns, stops, found.rows, found.groups, legs, pairs, own.fixed)
    lead, name = _lead(found, stops, legs, own), words.about("views")["channels"]
    choices = any(len(rows) > 1 for _, rows in found.stations)
    return Sheet(
        "channels",
        clean(setting.journey.id),
        language_tag(setting.journey.language),
        name,
        Header(
            f"{above.kicker(setting.journey, words)} · {name.lower()}",
            clean(setting.journey.title),
            lead,
            above.who(context),
            _stats(found, stops, legs, own),
            (),
        ),
        lay_out(picture),
        " ".join((own["summary"], lead)),
        tables=tables.of(picture, ("mode", tuple(own[mode or "both"] for mode in found.modes)), own),
        legend=legend(picture, choices=choices),
        notes=_notes(setting, places, words, own, choices=choices),
        made=words["made"],
    )


def _below(
    setting: Setting, found: Channels, stops: tuple[Stop, ...], legs: tuple[Leg, ...], own: Words
) -> dict[int, str]:
    """Tell under each phase how many channels it uses, and how often the customer changes to get to its contacts."""
    below = {}
    for place in range(len(setting.journey.phases)):
        used = {row for stop, rows in found.stations if stops[stop].phase == place for row in rows}
        jumps = sum(1 for leg in legs if leg.jump and stops[leg.end].phase == place)
        parts = [own.count("channel", len(used))] if used else []
        parts += [own.count("change", jumps)] if jumps else []
        below[place] = " · ".join(parts)
    return below


def _lowest(found: Channels) -> Row | None:
    """Give the channel that feels worst, where channels differ as people read them."""
    felt = [row for row in found.rows if not row.kind and row.figures.mean is not None]
    if len({row.figures.mean_text for row in felt}) < 2:  # noqa: PLR2004  # with one figure none is the lowest
        return None
    return min(felt, key=lambda row: row.figures.mean or 0.0)


def _lead(found: Channels, stops: tuple[Stop, ...], legs: tuple[Leg, ...], own: Words) -> str:
    """Say in a sentence or two what stands out."""
    contacts, switches, low = len(found.stations), sum(1 for leg in legs if leg.jump), _lowest(found)
    if not contacts:
        return own["lead-none"]
    key = "lead" if switches else "lead-one" if contacts == 1 else "lead-same"
    told = own[key].format(contacts=own.count("contact", contacts), switches=own.count("switch", switches))
    if low is not None:
        told += own["lead-lowest"].format(name=low.title, score=low.figures.mean_text)
    after, other = data.arrivals(legs, stops)
    if after is None or other is None or signed(after, own) == signed(other, own):
        return f"{told}."
    return f"{told}. {own['lead-after'].format(after=signed(after, own), other=signed(other, own))}"


def _stats(found: Channels, stops: tuple[Stop, ...], legs: tuple[Leg, ...], own: Words) -> tuple[Stat, ...]:
    contacts, apart = len(found.stations), {row.kind: len(row.stops) for row in found.rows if row.kind}
    below = [own["stat-" + kind].format(count=apart[kind]) for kind in ("quiet", "lack") if kind in apart]
    switches = sum(1 for leg in legs if leg.jump)
    modes = [f"{found.modes.count(mode)} {own[mode or 'both'].lower()}" for mode in MODES if mode in found.modes]
    stats = [
        Stat(own["stat-contacts"], str(contacts), "\n".join(below) or own.count("stop", len(stops))),
        Stat(own["stat-channels"], str(len(found.modes)), " · ".join(modes)),
        Stat(
            own["stat-switches"],
            str(switches),
            own["stat-chances"].format(chances=own.count("chance", len(legs))) if legs else "",
        ),
    ]
    low = _lowest(found)
    if low is not None:
        figures = low.figures
        stats.append(
            Stat(
                own["stat-lowest"],
                figures.mean_text,
                f"{low.title}\n{own.count('contact', figures.count)}",
                figures.tone,
            )
        )
    return tuple(stats)


def _notes(setting: Setting, places: Sequence[int], words: Words, own: Words, *, choices: bool) -> tuple[str, ...]:
    hidden = left_out(setting.journey, places, words)
    whole = (own["whole"],) if hidden else ()
    return (*hidden, *whole, *((own["choices"],) if choices else ()))
