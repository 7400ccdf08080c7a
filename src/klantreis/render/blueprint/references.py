"""What the `next` of a blueprint step means."""

from __future__ import annotations

from collections.abc import Iterator

from klantreis.model.journey import Journey
from klantreis.model.text import slug
from klantreis.model.touchpoint import BlueprintStep, Touchpoint


class References:
    """Finds blueprint steps by how they are written: an id or title, or `touchpoint/step`.

    A step of the same touchpoint goes before one elsewhere; former ids (`was`) still lead to their step.
    """

    def __init__(self, journey: Journey) -> None:
        self._own: dict[int, dict[str, BlueprintStep]] = {}
        self._under: dict[str, list[dict[str, BlueprintStep]]] = {}
        self._anywhere: dict[str, BlueprintStep] = {}
        for phase in journey.phases:
            for step in phase.touchpoints:
                steps = {name: deed for deed in _reversed(step) for name in reversed((deed.id, *deed.was))}
                self._own[id(step)] = steps
                for name in dict.fromkeys((step.id, *step.was, phase.id, *phase.was)):
                    self._under.setdefault(name, []).append(steps)
                for name, deed in steps.items():
                    self._anywhere.setdefault(name, deed)

    def find(self, written: str, step: Touchpoint) -> BlueprintStep | None:
        """Give the step that is meant in a touchpoint's blueprint; None when there is none."""
        head, slash, tail = written.partition("/")
        if not slash:
            return _look(self._own[id(step)], written) or _look(self._anywhere, written)
        places = self._under.get(head.strip()) or self._under.get(slug(head)) or []
        return next((found for steps in places if (found := _look(steps, tail.strip()))), None)


def _reversed(step: Touchpoint) -> Iterator[BlueprintStep]:
    """Give the steps backwards, so that of two with one name the first stays."""
    for steps in (step.support_processes, step.backstage, step.frontstage, step.artefacts):
        yield from reversed(steps)


def _look(steps: dict[str, BlueprintStep], written: str) -> BlueprintStep | None:
    return steps.get(written) or steps.get(slug(written))
