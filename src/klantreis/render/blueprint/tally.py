"""Who does how much, and with what: counted over the whole journey."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import count

from klantreis.model.scores import contact_count
from klantreis.model.text import slug
from klantreis.render.blueprint.data import OURS, Blueprint, Deed
from klantreis.render.content.cells import Context
from klantreis.render.kit.clean import clean


@dataclass(frozen=True, slots=True)
class TeamCount:
    """A team: touchpoints it owns, and its steps in each of our rows. Without a name: what no team does."""

    name: str
    owns: int
    steps: tuple[int, int, int]

    @property
    def front(self) -> int:
        """Steps in the customer's sight."""
        return self.steps[0]

    @property
    def behind(self) -> int:
        """Steps behind the line of visibility."""
        return self.steps[1] + self.steps[2]


@dataclass(frozen=True, slots=True)
class SystemCount:
    """A system: how many steps are done with it, and the teams that do them."""

    name: str
    steps: int
    teams: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Tally:
    """The counts. `hands` are the most teams at one touchpoint, and its title."""

    phases: int
    touchpoints: int
    steps: tuple[int, int, int]
    teams: tuple[TeamCount, ...]
    systems: tuple[SystemCount, ...]
    handovers: int
    hands: tuple[int, str]
    letters: dict[str, str]

    @property
    def named(self) -> tuple[TeamCount, ...]:
        """The teams that have a name."""
        return tuple(team for team in self.teams if team.name)


def tally(full: Blueprint, context: Context) -> Tally:
    """Count who does what in a blueprint."""
    deeds = [deed for column in full.columns for deed in column.deeds]
    work = [deed for deed in deeds if deed.row in OURS]
    owners = [column.card.owner for column in full.columns if column.card]
    names = _names(context, (*owners, *(deed.team for deed in deeds)))
    owned, done = Counter(owners), Counter((deed.team, deed.row) for deed in work)
    teams = [_team(name, owned, done) for name in names]
    if any(not deed.team for deed in work):
        teams.append(_team("", Counter(), done))
    steps = tuple(sum(1 for deed in work if deed.row == row) for row in OURS)
    return Tally(
        len(full.phases),
        contact_count(context.setting.journey),
        (steps[0], steps[1], steps[2]),
        tuple(sorted(teams, key=lambda team: (not team.name, -sum(team.steps), -team.owns))),
        _systems(deeds),
        sum(1 for link in full.links if link.handover),
        _hands(full),
        letters(names),
    )


def _team(name: str, owned: Counter[str], done: Counter[tuple[str, str]]) -> TeamCount:
    one, two, three = (done[name, row] for row in OURS)
    return TeamCount(name, owned[name], (one, two, three))


def _names(context: Context, used: Iterable[str]) -> list[str]:
    """Give the teams that do anything, those of the organisation first."""
    organisation = context.setting.organisation
    listed = [clean(team.title) for team in organisation.teams] if organisation else []
    there = [name for name in dict.fromkeys(used) if name]
    return sorted(there, key=lambda name: listed.index(name) if name in listed else len(listed))


def _systems(deeds: list[Deed]) -> tuple[SystemCount, ...]:
    by: dict[str, list[Deed]] = {}
    for deed in deeds:
        if deed.system:
            by.setdefault(slug(deed.system) or deed.system, []).append(deed)
    counts = [
        SystemCount(found[0].system, len(found), tuple(dict.fromkeys(deed.team for deed in found if deed.team)))
        for found in by.values()
    ]
    return tuple(sorted(counts, key=lambda system: -system.steps))


def _hands(full: Blueprint) -> tuple[int, str]:
    counts = []
    for column in full.columns:
        if column.card:
            teams = {column.card.owner, *(deed.team for deed in column.deeds)} - {""}
            counts.append((len(teams), column.card.title))
    return max(counts, key=lambda count: count[0], default=(0, ""))


_TRIED = 30
"""So many letters of a name are tried for its badge."""


def letters(names: Iterable[str]) -> dict[str, str]:
    """Give each team two letters that no other has: its initials, or the first letters of its name."""
    found: dict[str, str] = {}
    taken: set[str] = set()
    numbers: dict[str, Iterator[int]] = {}
    for name in names:
        sign = next((sign for sign in _signs(name) if sign not in taken), "")
        while not sign or sign in taken:
            first = "".join(filter(str.isalnum, name))[:1].upper()
            sign = f"{first}{next(numbers.setdefault(first, count(1)))}"
        taken.add(sign)
        found[name] = sign
    return found


def _signs(name: str) -> Iterator[str]:
    words = ["".join(char for char in word if char.isalnum()) for word in name.split()]
    words = [word for word in words if word]
    if len(words) > 1:
        yield (words[0][0] + words[1][0]).upper()
    whole = "".join(words)
    yield from ((whole[0] + char).upper() for char in whole[1:_TRIED])
