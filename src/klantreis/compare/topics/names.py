"""What teams, channels, core values, metrics and sources are called, and what tells whether two are the same."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property

from klantreis.compare.pair import Pair
from klantreis.language.words import words_of
from klantreis.model.builtin import CHANNELS, NO_CHANNEL, Mode, channel_id
from klantreis.model.fields import Titled
from klantreis.model.metrics import MetricInfo, metric_info
from klantreis.model.organisation import Organisation
from klantreis.model.text import slug


def key_of(written: str) -> str:
    """Give what a name goes by: its slug, or itself where nothing is left of it (`日本`, `!`)."""
    return slug(written) or written


class Names:
    """The names of a pair, as the organisation calls them; the new side's word goes first."""

    def __init__(self, pair: Pair) -> None:
        self.pair = pair
        self.words = words_of(pair.language)
        self._metrics: dict[str, MetricInfo] = {}

    @cached_property
    def _organisations(self) -> list[Organisation]:
        found = [side.organisation for side in (self.pair.new, self.pair.old) if side.organisation is not None]
        return found[:1] if len(found) > 1 and found[0] is found[1] else found

    @cached_property
    def _teams(self) -> dict[str, str]:
        return _titles(team for organisation in self._organisations for team in organisation.teams)

    @cached_property
    def _values(self) -> dict[str, str]:
        return _titles(value for organisation in self._organisations for value in organisation.core_values)

    @cached_property
    def _channels(self) -> dict[str, str]:
        return _titles(channel for organisation in self._organisations for channel in organisation.channels)

    @cached_property
    def _channel_ids(self) -> dict[str, str]:
        """Own channels by id and by the slug of their title."""
        found: dict[str, str] = {}
        for organisation in self._organisations:
            for channel in organisation.channels:
                found.setdefault(channel.id, channel.id)
                found.setdefault(key_of(channel.title), channel.id)
        return found

    @cached_property
    def _modes(self) -> dict[str, Mode | None]:
        own = {channel.id: channel.mode for found in reversed(self._organisations) for channel in found.channels}
        return {known.id: known.mode for known in CHANNELS.values()} | own

    @cached_property
    def _sources(self) -> dict[str, str]:
        journeys = (self.pair.new.journey, self.pair.old.journey)
        own = [source for journey in journeys for source in journey.sources]
        return _titles([*own, *(source for organisation in self._organisations for source in organisation.sources)])

    def team(self, written: str) -> str:
        """Give what a team is called."""
        return self._teams.get(key_of(written), written)

    def value(self, written: str) -> str:
        """Give what a core value is called."""
        return self._values.get(key_of(written), written)

    def source(self, written: str) -> str:
        """Give what a source is called."""
        return self._sources.get(key_of(written), written)

    def channel_ids(self, written: Iterable[str]) -> frozenset[str]:
        """Give channels by id, `none` included."""
        return frozenset(self._channel_id(name) for name in written)

    def _channel_id(self, written: str) -> str:
        if self._channel_ids and (own := self._channel_ids.get(key_of(written))) is not None:
            return own
        return channel_id(written) or key_of(written)

    def channel(self, name: str) -> str:
        """Give what a channel is called, by its id."""
        if name in self._channels:
            return self._channels[name]
        if name == NO_CHANNEL:
            return self.words["none"]
        known = CHANNELS.get(name)
        if known is None:
            return name
        return known.nl if self.words.language == "nl" else known.en

    def mode(self, name: str) -> Mode | None:
        """Give whether a channel is online or offline, by its id; None where it is neither, or nobody said."""
        return self._modes.get(name)

    def metric(self, written: str) -> MetricInfo:
        """Give what is known of a metric; of an unknown one no unit, no scale, and no better way."""
        if written not in self._metrics:
            self._metrics[written] = self._metric(written)
        return self._metrics[written]

    def _metric(self, written: str) -> MetricInfo:
        for organisation in (*self._organisations, None):
            if found := metric_info(written, organisation, self.words.language):
                return found
        return MetricInfo(key_of(written), written, "", None, "neither")


def _titles(items: Iterable[Titled]) -> dict[str, str]:
    found: dict[str, str] = {}
    for item in items:
        found.setdefault(item.id, item.title)
    return found
