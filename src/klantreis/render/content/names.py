"""What the ids in a journey are called: channels, teams, values, metrics, sources, steps."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from klantreis.language.numbers import day, number
from klantreis.language.words import Words
from klantreis.model.builtin import CHANNELS, NO_CHANNEL, channel_id
from klantreis.model.document import Source
from klantreis.model.fields import Titled
from klantreis.model.metrics import metric_info
from klantreis.model.setting import Setting
from klantreis.model.text import slug
from klantreis.model.touchpoint import ASSUMPTION
from klantreis.render.kit.clean import clean


@dataclass(frozen=True, slots=True)
class MetricName:
    """What a metric is called, its unit as people read it, its scale and which way is better."""

    name: str
    unit: str
    scale: tuple[float, float] | None
    better: str


class Names:
    """Looks up what the ids of one journey are called; what is unknown is called as it was written."""

    def __init__(self, setting: Setting, words: Words) -> None:
        journey, organisation, persona = setting.journey, setting.organisation, setting.persona
        self.words = words
        self._teams = _titles(organisation.teams if organisation else ())
        self._values = _titles(organisation.core_values if organisation else ())
        self._segments = _titles(organisation.segments if organisation else ())
        self._channels = {c.id: c for c in organisation.channels} if organisation else {}
        self._organisation = organisation
        shared = (organisation.sources if organisation else [], persona.sources if persona else [], journey.sources)
        self.sources: dict[str, Source] = {source.id: source for group in shared for source in group}
        base = setting.base
        self._base_steps = _titles((*base.touchpoints(), *base.phases)) if base else {}
        self._steps: dict[str, str] = {}
        self._items: dict[str, str] = {}
        for phase in journey.phases:
            self._steps.setdefault(phase.id, phase.title)
            self._items |= _titles((*phase.barriers, *phase.opportunities))
            for step in phase.touchpoints:
                self._steps[step.id] = step.title
                parts = (
                    step.pains,
                    step.opportunities,
                    step.artefacts,
                    step.frontstage,
                    step.backstage,
                    step.support_processes,
                )
                self._items |= {item.id: item.title for part in parts for item in part}

    def team(self, written: str) -> str:
        """Give a team's name."""
        return _look(self._teams, written)

    def value(self, written: str) -> str:
        """Give a core value's name."""
        return _look(self._values, written)

    def segment(self, written: str) -> str:
        """Give a segment's name."""
        return _look(self._segments, written)

    def step(self, written: str) -> str:
        """Give the title of a touchpoint or a phase."""
        return _look(self._steps, written)

    def item(self, written: str) -> str:
        """Give the title of a pain, an opportunity or a blueprint step, its place left out."""
        return _look(self._items, written.rsplit("/", 1)[-1].strip())

    def channel(self, written: str) -> tuple[str, str]:
        """Give a channel's name and the id of its icon."""
        own = self._channels.get(written) or self._channels.get(slug(written))
        if own is not None:
            return clean(own.title), channel_id(own.icon) or channel_id(own.id) or ""
        known = channel_id(written)
        if known is None:
            return clean(written), ""
        builtin = CHANNELS[known]
        if known == NO_CHANNEL:
            return self.words["none"], known
        return (builtin.nl if self.words.language == "nl" else builtin.en), known

    def mode(self, written: str) -> Literal["online", "offline"] | None:
        """Give whether a channel is online or offline; None when it is neither, or nobody knows."""
        own = self._channels.get(written) or self._channels.get(slug(written))
        known = channel_id(written if own is None else own.id)
        return own.mode if own is not None and own.mode else CHANNELS[known].mode if known else None

    def offline(self, written: Sequence[str]) -> bool:
        """Tell whether a touchpoint is offline: all the channels that it names are."""
        return bool(written) and all(self.mode(channel) == "offline" for channel in written)

    def metric(self, written: str) -> MetricName:
        """Give what is known of a metric."""
        known = metric_info(written, self._organisation, self.words.language)
        if known is None:
            return MetricName(clean(written).replace("-", " "), "", None, "neither")
        # A built-in scale is drawn, not written: its unit would only repeat it.
        repeats = not known.own and known.unit.startswith(("score", "\u2212"))
        return MetricName(clean(known.title), "" if repeats else clean(known.unit), known.scale, known.better)

    def base_step(self, written: str) -> str:
        """Give the title of a step of the journey that a dream is of; its id read as words when it is not at hand."""
        found = self._base_steps.get(written) or self._base_steps.get(slug(written))
        return clean(found) if found else clean(written).replace("-", " ")

    def source_kind(self, written: str) -> str:
        """Give what sort of evidence an id is, as people call it; `assumption` is one too."""
        if written == ASSUMPTION:
            return self.words["assumption"]
        source = self.sources.get(written) or self.sources.get(slug(written))
        if source is None:
            return clean(written)
        return self.words[source.kind] if source.kind else clean(source.title)

    def source_detail(self, written: str) -> str:
        """Give a source in full: its title, date and size."""
        source = self.sources.get(written) or self.sources.get(slug(written))
        if source is None:
            return self.words["unchecked-mark"] if written == ASSUMPTION else clean(written)
        date = day(source.date, self.words) if source.date else ""
        size = f"n = {number(source.sample, self.words)}" if source.sample is not None else ""
        return " · ".join(filter(None, (clean(source.title), date, size)))

    def basis(self, evidence: Iterable[str]) -> str:
        """Give all that an item rests on, in full, for who points at it."""
        return "; ".join(self.source_detail(written) for written in evidence)


def _titles(things: Iterable[Titled]) -> dict[str, str]:
    return {thing.id: thing.title for thing in things}


def _look(names: dict[str, str], written: str) -> str:
    return clean(names.get(written) or names.get(slug(written)) or written)
