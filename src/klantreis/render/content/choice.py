"""What of a journey is shown: some lanes, some phases."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from klantreis.errors import UsageError
from klantreis.language.words import Words, words_of
from klantreis.model.journey import Journey
from klantreis.model.setting import Setting
from klantreis.model.text import slug
from klantreis.render.kit.clean import clean
from klantreis.suggest import did_you_mean
from klantreis.wording import shortened

_MOST = 40
"""How many names a message lists."""


@dataclass(frozen=True, slots=True)
class Choice:
    """What is shown, as the user wrote it; nothing written means all.

    `lanes` and `hide` are keys of lanes (`pains`, `x-own`), `phases` ids, titles or numbers (`2`, `2-4`).
    Figures about the whole journey stay those of the whole journey.
    """

    lanes: tuple[str, ...] = ()
    hide: tuple[str, ...] = ()
    phases: tuple[str, ...] = ()

    def lane(self, key: str) -> bool:
        """Tell whether a lane is shown, by its key."""
        return (not self.lanes or key in self.lanes) and key not in self.hide

    def phases_of(self, journey: Journey) -> tuple[int, ...]:
        """Give the places of the phases that are shown, in their order. Raises `UsageError` for an unknown one."""
        if not self.phases:
            return tuple(range(len(journey.phases)))
        return tuple(sorted({place for written in self.phases for place in _places(written, journey)}))


ALL = Choice()
"""Everything is shown."""


def _places(written: str, journey: Journey) -> Sequence[int]:
    count = len(journey.phases)
    named = [
        place
        for place, phase in enumerate(journey.phases)
        if written in (phase.id, phase.title, *phase.was) or slug(written) in (phase.id, slug(phase.title))
    ]
    if named:
        return named
    first, dash, last = written.partition("-")
    if first.isdecimal() and (last.isdecimal() or not dash):
        low, high = int(first), int(last or first)
        if 1 <= low <= high <= count:
            return range(low - 1, high)
    ids = [phase.id for phase in journey.phases]
    hint = did_you_mean(written, ids) or f"Its phases: {', '.join(ids[:12])}; or a number, 1 to {count}."
    raise UsageError(f"`{journey.id}` has no phase `{shortened(written)}`.", hint)


def left_out(journey: Journey, places: Sequence[int], words: Words) -> tuple[str, ...]:
    """Say which phases are not shown, if any; `places` are those that are."""
    hidden = [clean(phase.title) for place, phase in enumerate(journey.phases) if place not in places]
    return (words.about("map")["left-out"].format(phases=", ".join(hidden)),) if hidden else ()


def resolved(choice: Choice, settings: Sequence[Setting], *, joint: bool = False) -> Choice:
    """Give a choice with the keys of lanes that its words mean, checked against the journeys.

    A lane may be written by key (`core_values`, `core-values`), by its title on the map in any language
    there is, and an own lane by its id or title. Raises `UsageError` for a lane that nobody knows, and for a
    phase that one of the journeys lacks; not when all views are `joint`: there one journey that has it is enough.
    """
    for setting in () if joint else settings:
        choice.phases_of(setting.journey)
    if not (choice.lanes or choice.hide):
        return choice
    names = _lane_names(settings)
    lanes = tuple(_lane_key(written, names) for written in choice.lanes)
    return Choice(lanes, tuple(_lane_key(written, names) for written in choice.hide), choice.phases)


def _lane_names(settings: Sequence[Setting]) -> dict[str, str]:
    names: dict[str, str] = {}
    for language in dict.fromkeys(("en", "nl", *(setting.journey.language for setting in settings))):
        for key, (title, _) in words_of(language).lanes.items():
            names |= {key: key, key.replace("_", "-"): key, slug(title): key}
    for setting in settings:
        for own in setting.journey.custom_lanes:
            for name in (own.id, slug(own.title)):
                names.setdefault(name, f"x-{own.id}")
            names[f"x-{own.id}"] = f"x-{own.id}"
    return names


def _lane_key(written: str, names: dict[str, str]) -> str:
    key = names.get(written) or names.get(slug(written))
    if key is None:
        lanes = sorted({key.replace("_", "-") for key in names.values()})
        hint = did_you_mean(written, names) or f"The lanes: {', '.join(lanes[:_MOST])}."
        raise UsageError(f"no lane `{shortened(written)}`.", hint)
    return key
