"""Where in the journey each team appears, how often the customer changes hands, and who works alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from klantreis.language.numbers import signed
from klantreis.language.words import Words, words_of
from klantreis.model.setting import Setting
from klantreis.render.content import header as above
from klantreis.render.content.cells import Context
from klantreis.render.content.choice import Choice, left_out
from klantreis.render.content.names import Names
from klantreis.render.kit.clean import clean, language_tag
from klantreis.render.kit.items import Header, Stat
from klantreis.render.kit.sheet import Sheet, Table
from klantreis.render.presence import data, tables
from klantreis.render.presence.data import Figures, Leg, Line, Presence, Row, Stop
from klantreis.render.presence.hands import Hands, crossings, hands_of, in_one_hand
from klantreis.render.presence.layout import lay_out
from klantreis.render.presence.marks import legend

_OWNER, _BEHIND, _REST = range(3)
"""The groups of rows."""
_NAMED = 3
"""More phases than this are counted and not named in the header."""


@dataclass(frozen=True, slots=True, eq=False)
class _Teams:
    """A journey by its teams: what was found, before it is told."""

    setting: Setting
    hands: Hands
    names: tuple[str, ...]
    stops: tuple[Stop, ...]
    legs: tuple[Leg, ...]
    single: tuple[int, ...]
    own: Words


def sheet(settings: Sequence[Setting], choice: Choice) -> Sheet:
    """Give the teams of a journey. Raises `UsageError` for unknown phases."""
    (setting,) = settings
    words = words_of(setting.journey.language)
    own, context = words.about("teams"), Context(setting, words, Names(setting, words))
    stops, places, hands = data.stops_of(setting, words), choice.phases_of(setting.journey), hands_of(setting.journey)
    stations = hands.stations()
    names = tuple(context.names.team(written) for written in hands.teams)
    single = in_one_hand(hands, stops, len(setting.journey.phases))
    found = _Teams(setting, hands, names, stops, data.way(stations), single, own)
    pairs = data.pairs_of(found.legs, stops, {stop: names[team] for stop, (team,) in stations}, own)
    heads, columns = data.shown(setting, places, _below(found))
    groups = (("", Figures()), (own["behind"], Figures()), ("", Figures()))
    picture = Presence(heads, columns, stops, _rows(found), groups, found.legs, pairs, own.fixed)
    told, name = _told(found, picture.rows), words.about("views")["teams"]
    roles = tuple(own["owner" if places else "behind"] for places in hands.owned)
    return Sheet(
        "teams",
        clean(setting.journey.id),
        language_tag(setting.journey.language),
        name,
        Header(
            f"{above.kicker(setting.journey, words)} · {name.lower()}",
            clean(setting.journey.title),
            " ".join(told[:3]),
            above.who(context),
            _stats(found),
            (),
        ),
        lay_out(picture),
        " ".join((own["summary"], *told)),
        tables=(*tables.of(picture, ("role", roles), own), _phases(found, places)),
        legend=legend(picture, choices=False),
        notes=_notes(found, places, words),
        made=words["made"],
    )


def _rows(found: _Teams) -> tuple[Row, ...]:
    hands, stops, own = found.hands, found.stops, found.own
    whole = sum(map(len, hands.owned)) + len(hands.lack)
    alone = hands.alone()
    rows = [
        Row(
            name,
            hands.owned[team],
            _OWNER if hands.owned[team] else _BEHIND,
            aids=hands.aids[team],
            figures=data.figures(stops, hands.owned[team], whole, own, _lines(found, team)),
            alone=team in alone,
        )
        for team, name in enumerate(found.names)
    ]
    if hands.lack:
        lack = data.figures(stops, hands.lack, whole, own)
        rows.append(Row(own["lack"], hands.lack, _REST, "", own["lack-hint"], "lack", figures=lack))
    if hands.apart:
        apart = data.figures(stops, hands.apart, 0, own)
        rows.append(Row(own["quiet"], hands.apart, _REST, "", own["quiet-hint"], "quiet", figures=apart))
    return tuple(rows)


def _lines(found: _Teams, team: int) -> tuple[Line, ...]:
    """Tell how a team works with others: what it gets and gives, who works behind it, where it works itself."""
    hands, own = found.hands, found.own
    gets = sum(1 for leg in found.legs if leg.jump and leg.to_row == team)
    gives = sum(1 for leg in found.legs if leg.jump and leg.from_row == team)
    passes = [own[key].format(count=count) for key, count in (("gets", gets), ("gives", gives)) if count]
    lines = [Line("", ", ".join(passes))] if passes else []
    if team in hands.alone():
        lines.append(Line(own["alone"], own["alone-why"], "bad"))
    if others := hands.with_others(team):
        named = data.listed([found.names[other] for other in others], own)
        lines.append(Line("", own["with"].format(teams=named)))
    if hands.aids[team]:
        lines.append(Line("", own["helps"].format(count=len(hands.aids[team]))))
    return tuple(lines)


def _below(found: _Teams) -> dict[int, str]:
    """Tell under each phase how many teams own it, and how often the customer is handed over to get to its steps."""
    own, below = found.own, {}
    for place in range(len(found.setting.journey.phases)):
        teams = len(_owners(found, place))
        jumps = sum(1 for leg in found.legs if leg.jump and found.stops[leg.end].phase == place)
        parts = [own["one-hand"] if place in found.single else own.count("team", teams)] if teams else []
        parts += [own.count("handover", jumps)] if jumps else []
        below[place] = " · ".join(parts)
    return below


def _owners(found: _Teams, phase: int) -> list[str]:
    owned = ({found.stops[place].phase for place in places} for places in found.hands.owned)
    return [name for name, phases in zip(found.names, owned, strict=True) if phase in phases]


def _told(found: _Teams, rows: Sequence[Row]) -> list[str]:
    """Say what stands out, the most telling first."""
    own, hands = found.own, found.hands
    alone = [found.names[team] for team in hands.alone()]
    told = [_first(found, rows)]
    if hands.lack and hands.owners:
        told.append(own["lead-lack"].format(stops=own.count("stop", len(hands.lack))))
    if alone:
        told.append(own["lead-alone" if len(alone) == 1 else "lead-alones"].format(teams=data.listed(alone, own)))
    after, other = data.arrivals(found.legs, found.stops)
    if after is not None and other is not None and signed(after, own) != signed(other, own):
        told.append(own["lead-after"].format(after=signed(after, own), other=signed(other, own)))
    return told


def _first(found: _Teams, rows: Sequence[Row]) -> str:
    own, owners, jumps = found.own, found.hands.owners, _jumps(found)
    if not owners:
        return own["lead-none"]
    if not jumps:
        return own["lead-one"].format(team=found.names[0])
    told = own["lead"].format(handovers=own.count("handover", jumps), teams=own.count("team", owners))
    felt = [row for row in rows if row.group == _OWNER and row.figures.mean is not None]
    if len({row.figures.mean_text for row in felt}) > 1:
        low = min(felt, key=lambda row: row.figures.mean or 0.0)
        told += own["lead-lowest"].format(name=low.title, score=low.figures.mean_text)
    return f"{told}."


def _jumps(found: _Teams) -> int:
    return sum(1 for leg in found.legs if leg.jump)


def _stats(found: _Teams) -> tuple[Stat, ...]:
    own, hands, jumps = found.own, found.hands, _jumps(found)
    behind, crossed = len(hands.teams) - hands.owners, crossings(found.legs, found.stops)
    owned = sum(map(len, hands.owned))
    teams = [own["stat-owned"].format(stops=own.count("stop", owned))]
    teams += [own["stat-behind"].format(count=behind)] if behind else []
    phases = found.setting.journey.phases
    single = [clean(phases[place].title) for place in found.single]
    below = own["stat-of-phases"].format(count=len(phases))
    named = f"\n{', '.join(single)}" if 0 < len(single) <= _NAMED else ""
    return (
        Stat(own["stat-teams"], str(hands.owners), "\n".join(teams)),
        Stat(own["stat-handovers"], str(jumps), own["stat-crossings"].format(count=crossed) if jumps else ""),
        Stat(
            own["stat-lack"],
            str(len(hands.lack)),
            own["stat-of"].format(stops=own.count("stop", owned + len(hands.lack))),
            "bad" if hands.lack else "ink",
        ),
        Stat(own["stat-one-hand"], str(len(single)), below + named),
    )


def _phases(found: _Teams, places: Sequence[int]) -> Table:
    """Give the phases with their teams, the hand-overs inside and the one to the next phase."""
    own, journey = found.own, found.setting.journey
    rows = []
    for place in places:
        jumps = [leg for leg in found.legs if leg.jump and found.stops[leg.end].phase == place]
        inside = sum(1 for leg in jumps if found.stops[leg.start].phase == place)
        teams = ", ".join(_owners(found, place)) or "–"
        rows.append((clean(journey.phases[place].title), teams, str(inside), str(len(jumps) - inside)))
    head = tuple(own[key] for key in ("phase", "owners", "inside", "entering"))
    return Table(own["phases-title"], head, tuple(rows), frozenset({2, 3}))


def _notes(found: _Teams, places: Sequence[int], words: Words) -> tuple[str, ...]:
    own = found.own
    hidden = left_out(found.setting.journey, places, words)
    unknown = bool(found.hands.owners) and not found.hands.drawn
    return (*hidden, *((own["whole"],) if hidden else ()), *((own["undrawn"],) if unknown else ()))
