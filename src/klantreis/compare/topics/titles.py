"""Values of the format with titles in the place of ids, and nothing endless: what people can read."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cached_property

from klantreis.compare.change import At
from klantreis.compare.edits import Edit, Plain
from klantreis.compare.pair import Pair
from klantreis.compare.side import Side
from klantreis.compare.topics.names import Names
from klantreis.model.fields import Titled

_LONG, _MANY, _DEEP = 500, 20, 4


class Titles:
    """The titles of what the two sides of a pair refer to."""

    def __init__(self, pair: Pair) -> None:
        self.pair = pair
        self.names = Names(pair)

    @cached_property
    def _old(self) -> Mapping[str, str]:
        return _parts(self.pair.old)

    @cached_property
    def _new(self) -> Mapping[str, str]:
        return _parts(self.pair.new)

    @cached_property
    def _called(self) -> Mapping[str, Callable[[str], str]]:
        """How what stands under a key is called, where the key refers to something."""
        names = self.names
        return {
            "owner": names.team,
            "team": names.team,
            "core_values": names.value,
            "evidence": names.source,
            "channel": lambda written: names.channel(min(names.channel_ids([written]))),
        }

    def shown(self, key: str, value: Plain, *, old: bool, depth: int = 0) -> Plain:
        """Give a value to show, of the old side or the new one."""
        if depth > _DEEP:
            return "…"
        if isinstance(value, dict):
            found = list(value.items())[:_MANY]
            return {str(name): self.shown(str(name), item, old=old, depth=depth + 1) for name, item in found}
        if isinstance(value, list):
            return [self.shown(key, item, old=old, depth=depth + 1) for item in value[:_MANY]]
        return self._text(key, value, old=old)[:_LONG] if isinstance(value, str) else value

    def _text(self, key: str, value: str, *, old: bool) -> str:
        if key in ("to", "from", "solves"):
            return (self._old if old else self._new).get(value, value)
        return self._called[key](value) if key in self._called else value

    def item(self, edit: Edit, at: At) -> str:
        """Give the title of an item that an edit names by its id, else that."""
        if edit.key == "lanes":
            lanes = (*self.pair.new.journey.custom_lanes, *self.pair.old.journey.custom_lanes)
            return next((lane.title for lane in lanes if lane.id == edit.item), edit.item)
        if edit.key == "metrics":
            return self.names.metric(edit.item).title
        items = getattr(self._element(at), edit.key, ()) if edit.key.isidentifier() else ()
        if not isinstance(items, list):
            return edit.item
        return next((item.title for item in items if isinstance(item, Titled) and item.id == edit.item), edit.item)

    def _element(self, at: At) -> Titled:
        old = self.pair.old
        if at.sort == "touchpoint" and at.old is not None:
            return old.steps[at.old].touchpoint
        if at.sort == "phase" and at.old is not None:
            return old.journey.phases[at.old]
        return old.journey


def _parts(side: Side) -> Mapping[str, str]:
    """What a journey refers to in itself, by id; where an id stands for several, a step goes before a pain."""
    pains = {at.pain.id: at.pain.title for at in (*side.barriers, *side.pains)}
    phases = {phase.id: phase.title for phase in side.journey.phases}
    return {**pains, **phases, **{step.touchpoint.id: step.touchpoint.title for step in side.steps}}
