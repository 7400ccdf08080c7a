"""In whose hands a journey is: who owns a touchpoint, who works behind it, who works alone."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from klantreis.model.journey import Journey
from klantreis.model.scores import channels
from klantreis.model.text import slug
from klantreis.model.touchpoint import Touchpoint
from klantreis.render.presence.data import Leg, Stop

_THEIRS = frozenset({"partner", "word-of-mouth"})
"""Where the customer meets others than us; the rule K601 asks for no owner there either."""
_RUN = 2
"""From so many touchpoints on a team, or a phase, is worth calling alone or in one hand."""


@dataclass(frozen=True, slots=True, eq=False)
class Hands:
    """The teams of a journey as they were written: owners in the order they come up, then who only works behind.

    Touchpoints are places in the customer's order. `owned` and `aids` are those of each team, `drawn` those
    that say who works behind them; `lack` miss an owner and `apart` need none.
    """

    teams: tuple[str, ...]
    owned: tuple[tuple[int, ...], ...]
    aids: tuple[tuple[int, ...], ...]
    drawn: frozenset[int]
    lack: tuple[int, ...]
    apart: tuple[int, ...]

    @property
    def owners(self) -> int:
        """How many teams own a touchpoint: the first ones."""
        return sum(1 for places in self.owned if places)

    def stations(self) -> tuple[tuple[int, tuple[int, ...]], ...]:
        """Give the owned touchpoints in the customer's order, each with its team."""
        found = ((place, (team,)) for team, places in enumerate(self.owned) for place in places)
        return tuple(sorted(found))

    def with_others(self, team: int) -> tuple[int, ...]:
        """Give the teams that work behind the touchpoints of a team."""
        own = set(self.owned[team])
        return tuple(other for other, places in enumerate(self.aids) if other != team and own & set(places))

    def alone(self) -> tuple[int, ...]:
        """Give the teams that own several touchpoints and meet no other team at any touchpoint.

        Only of those that say of at least one of theirs who works behind it: else nobody can tell.
        """
        return tuple(
            team
            for team, places in enumerate(self.owned)
            if len(places) >= _RUN and self.drawn & set(places) and not self.aids[team] and not self.with_others(team)
        )


def hands_of(journey: Journey) -> Hands:
    """Give in whose hands a journey is."""
    owned: dict[str, list[int]] = {}
    aids: dict[str, list[int]] = {}
    written: dict[str, str] = {}
    lack: list[int] = []
    apart: list[int] = []
    drawn: list[int] = []
    for place, step in enumerate(journey.touchpoints()):
        owner, behind = key_of(step.owner), _behind(step)
        for name in (step.owner, *behind):
            written.setdefault(key_of(name), name)
        if owner:
            owned.setdefault(owner, []).append(place)
        else:
            (apart if _needs_none(step) else lack).append(place)
        for key in dict.fromkeys(map(key_of, behind)):
            if key != owner:
                aids.setdefault(key, []).append(place)
        if behind:
            drawn.append(place)
    keys = [*owned, *(key for key in aids if key not in owned)]
    return Hands(
        tuple(written[key] for key in keys),
        tuple(tuple(owned.get(key, ())) for key in keys),
        tuple(tuple(aids.get(key, ())) for key in keys),
        frozenset(drawn),
        tuple(lack),
        tuple(apart),
    )


def key_of(written: str) -> str:
    """Give what a team goes by: the slug of how it was written, or itself where nothing is left of it."""
    return slug(written) or written


def _behind(step: Touchpoint) -> list[str]:
    parts = (*step.frontstage, *step.backstage, *step.support_processes)
    return [part.owner for part in parts if part.owner]


def _needs_none(step: Touchpoint) -> bool:
    """Whether the customer thinks or waits there or meets others, or a journey of its own tells who has its parts."""
    return bool(step.zoom) or (bool(step.channel) and channels(step) <= _THEIRS)


def in_one_hand(hands: Hands, stops: Sequence[Stop], phases: int) -> tuple[int, ...]:
    """Give the phases of several touchpoints that are one team's, with nobody else behind the scenes."""
    return tuple(phase for phase in range(phases) if _one_hand(hands, stops, phase))


def _one_hand(hands: Hands, stops: Sequence[Stop], phase: int) -> bool:
    inside = {place for place, stop in enumerate(stops) if stop.phase == phase}
    owners = [inside & set(places) for places in hands.owned if inside & set(places)]
    others = inside & set(hands.lack) or any(inside & set(places) for places in hands.aids)
    return len(owners) == 1 and len(owners[0]) >= _RUN and not others


def crossings(legs: Iterable[Leg], stops: Sequence[Stop]) -> int:
    """Count the hand-overs where the customer enters another phase."""
    return sum(1 for leg in legs if leg.jump and stops[leg.start].phase != stops[leg.end].phase)
