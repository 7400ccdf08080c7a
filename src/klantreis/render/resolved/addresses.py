"""Where pains and blueprint steps stand: what refers to one gives its full address, `touchpoint/item`."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from klantreis.model.fields import Titled
from klantreis.model.journey import Journey, Phase
from klantreis.model.text import slug

_BLUEPRINT = ("artefacts", "frontstage", "backstage", "support_processes")
_Found = dict[str, str]


class Addresses:
    """Finds pains and blueprint steps by how they are written, as the checks do: those nearby go first."""

    def __init__(self, journey: Journey) -> None:
        self._pains, self._deeds = _Index(), _Index()
        for phase in journey.phases:
            self._pains.add(phase, phase.barriers)
            for step in phase.touchpoints:
                self._pains.add(step, step.pains)
                self._deeds.add(step, [deed for key in _BLUEPRINT for deed in getattr(step, key)])

    def settle(self, phase: Phase, told: dict[str, Any]) -> None:
        """Give every address in a phase's long form in full; what leads nowhere stays as it was written."""
        for chance in told["opportunities"]:
            chance["solves"] = [self._pains.find(written, (phase,)) for written in chance["solves"]]
        for step, long in zip(phase.touchpoints, told["touchpoints"], strict=True):
            for chance in long["opportunities"]:
                chance["solves"] = [self._pains.find(written, (step, phase)) for written in chance["solves"]]
            for deed in (deed for key in _BLUEPRINT for deed in long[key]):
                deed["next"] = [self._deeds.find(written, (step,)) for written in deed["next"]]


class _Index:
    """Addresses by place and by name; of two with one name the first."""

    def __init__(self) -> None:
        self._at: dict[int, _Found] = {}
        self._under: dict[str, list[_Found]] = {}
        self._anywhere: _Found = {}

    def add(self, place: Titled, items: Iterable[Titled]) -> None:
        found: _Found = {}
        for item in items:
            for name in (item.id, *item.was):
                found.setdefault(name, f"{place.id}/{item.id}")
        self._at[id(place)] = found
        for name in dict.fromkeys((place.id, *place.was)):
            self._under.setdefault(name, []).append(found)
        for name, address in found.items():
            self._anywhere.setdefault(name, address)

    def find(self, written: str, near: Sequence[Titled]) -> str:
        head, slash, tail = (part.strip() for part in written.partition("/"))
        if slash:
            places = self._under.get(head) or self._under.get(slug(head), [])
        else:
            places, tail = [*(self._at[id(place)] for place in near), self._anywhere], head
        found = (place.get(tail) or place.get(slug(tail)) for place in places)
        return next((address for address in found if address), written)
