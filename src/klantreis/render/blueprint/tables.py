"""The blueprint in words: a table of what is drawn, who does what, with what; and a summary."""

from __future__ import annotations

from klantreis.language.words import Words
from klantreis.render.blueprint.data import OURS, Blueprint, Column, Deed
from klantreis.render.blueprint.tally import Tally
from klantreis.render.kit.sheet import Table


def tables(data: Blueprint, tally: Tally, words: Words) -> tuple[Table, ...]:
    """Give the tables that hold something."""
    made = (_by_touchpoint(data, words), _by_team(tally, words), _by_system(tally, words))
    return tuple(table for table in made if table.rows)


def _by_touchpoint(data: Blueprint, words: Words) -> Table:
    names = words.about("map").lanes
    onward: dict[int, list[str]] = {}
    titles = {deed.number: deed.title for column in data.columns for deed in column.deeds}
    for link in (*data.links, *data.undrawn):
        onward.setdefault(link.source, []).append(titles[link.target])
    moods = {mood.first: f"{mood.text} {mood.word}".strip() for mood in data.moods if mood.span == 1}
    head = (words["touchpoint"], words["phase"], *((names["emotion"][0],) if moods else ()))
    rows = []
    for place, column in enumerate(data.columns):
        if column.card:
            felt = (moods.get(place, ""),) if moods else ()
            cells = (_cell(column, row, onward) for row in data.rows)
            rows.append((column.card.title, column.phase, *felt, *cells))
    return Table(words["by-touchpoint"], (*head, *(names[row][0] for row in data.rows)), tuple(rows))


def _cell(column: Column, row: str, onward: dict[int, list[str]]) -> str:
    if row == "actions" and column.card:
        where = f"({column.card.channel})" if column.card.channel else ""
        return " ".join(filter(None, ("; ".join(column.card.lines), where)))
    return "; ".join(_told(deed, onward) for deed in column.cell(row))


def _told(deed: Deed, onward: dict[int, list[str]]) -> str:
    doing = ", ".join(filter(None, (deed.team, deed.system)))
    follows = ", ".join((*onward.get(deed.number, ()), *deed.stubs))
    return deed.title + (f" ({doing})" if doing else "") + (f" → {follows}" if follows else "")


def _by_team(tally: Tally, words: Words) -> Table:
    names = words.about("map").lanes
    head = (words["team"], words["owned"], *(names[row][0] for row in OURS), words["total"])
    rows = tuple(
        (team.name or words["nobody"], str(team.owns), *map(str, team.steps), str(sum(team.steps)))
        for team in tally.teams
    )
    return Table(words["by-team"], head, rows, frozenset(range(1, len(head))))


def _by_system(tally: Tally, words: Words) -> Table:
    rows = tuple((system.name, str(system.steps), ", ".join(system.teams)) for system in tally.systems)
    return Table(words["by-system"], (words["system"], words["steps"], words["used-by"]), rows, frozenset({1}))


def summary(data: Blueprint, tally: Tally, words: Words) -> str:
    """Say in a few sentences what the picture shows."""
    told = [
        words["summary"].format(
            touchpoints=words.count("touchpoint", tally.touchpoints), phases=words.count("phase", tally.phases)
        )
    ]
    front, back, support = tally.steps
    if any(tally.steps):
        counts = {"front": ("frontstage", front), "back": ("backstage", back), "support": ("support", support)}
        told.append(words["summary-steps"].format(**{key: words.count(*count) for key, count in counts.items()}))
        hands = {
            "teams": words.count("team", len(tally.named)),
            "systems": words.count("system", len(tally.systems)),
            "handovers": words.count("handover", tally.handovers),
        }
        told.append(words["summary-hands"].format(**hands))
    names = words.about("map").lanes
    deserted = [names[row][0].lower() for row in data.rows if row != "actions" and not _filled(data, row)]
    if deserted:
        told.append(words["summary-empty"].format(rows=", ".join(deserted)))
    return " ".join(told).replace("\u00a0", " ")


def _filled(data: Blueprint, row: str) -> bool:
    return any(deed.row == row for column in data.columns for deed in column.deeds)
