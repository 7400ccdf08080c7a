"""What a map can be filtered by: its channels, its teams, and how well each touchpoint is founded."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from klantreis.language.words import Words
from klantreis.model.scores import assumed, proven
from klantreis.model.setting import Setting
from klantreis.model.touchpoint import Touchpoint
from klantreis.render.content.names import Names
from klantreis.render.kit.clean import clean


@dataclass(frozen=True, slots=True)
class Facet:
    """One value to filter by, with the columns of the map where it holds. `mark` is the id of an icon."""

    name: str
    places: tuple[int, ...]
    mark: str = ""


@dataclass(frozen=True, slots=True)
class FacetGroup:
    """The values of one question: which channel, which team, which evidence."""

    name: str
    facets: tuple[Facet, ...]


def facets(setting: Setting, phases: Sequence[int], words: Words) -> tuple[FacetGroup, ...]:
    """Give what tells the touchpoints of the shown phases apart, in the order of the journey.

    A question that all touchpoints answer alike is none. `words` are those of the page.
    """
    names = Names(setting, words.about("map"))
    steps = list(_columns(setting, phases))
    channels = [(where, place) for place, step in steps for where in (names.channel(w) for w in step.channel)]
    teams = [((names.team(step.owner), ""), place) for place, step in steps if clean(step.owner)]
    founded = [((words[_standing(step)], _standing(step)), place) for place, step in steps]
    groups = (
        FacetGroup(words["channel"], _gathered(channels)),
        FacetGroup(words["team"], _gathered(teams)),
        FacetGroup(words["evidence"], _gathered(founded)),
    )
    return tuple(group for group in groups if _divides(group, len(steps)))


def _columns(setting: Setting, phases: Sequence[int]) -> Iterable[tuple[int, Touchpoint]]:
    """Give the shown touchpoints with their columns: a phase without any has an empty one."""
    column = 0
    for place in phases:
        touchpoints = setting.journey.phases[place].touchpoints
        yield from enumerate(touchpoints, column)
        column += max(1, len(touchpoints))


def _standing(step: Touchpoint) -> str:
    return "proven" if proven(step.evidence) else "guess" if assumed(step.evidence) else "unsaid"


def _gathered(found: Iterable[tuple[tuple[str, str], int]]) -> tuple[Facet, ...]:
    places: dict[str, list[int]] = {}
    marks: dict[str, str] = {}
    for (name, mark), place in found:
        marks.setdefault(name, mark)
        held = places.setdefault(name, [])
        if place not in held:
            held.append(place)
    return tuple(Facet(name, tuple(held), marks[name]) for name, held in places.items())


def _divides(group: FacetGroup, total: int) -> bool:
    return any(len(facet.places) < total for facet in group.facets)
