"""What a journey names elsewhere: each name becomes an id, and what stands behind the id is kept in a table."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from math import isfinite
from typing import Any

from klantreis.language.words import Words
from klantreis.model.builtin import CHANNELS, NO_CHANNEL, channel_id
from klantreis.model.document import Source
from klantreis.model.fields import Titled
from klantreis.model.metrics import metric_info
from klantreis.model.setting import Setting
from klantreis.model.text import slug
from klantreis.model.touchpoint import ASSUMPTION, EXIT

Row = dict[str, Any]


@dataclass(slots=True)
class References:
    """Resolves the names of one journey, and remembers what was named: by table, then by id, in that order."""

    setting: Setting
    words: Words
    used: dict[str, dict[str, Row]] = field(default_factory=dict)

    def team(self, written: str) -> str:
        """Give a team's id."""
        organisation = self.setting.organisation
        return self._listed("teams", written, organisation.teams if organisation else ())

    def core_value(self, written: str) -> str:
        """Give a core value's id."""
        organisation = self.setting.organisation
        return self._listed("core_values", written, organisation.core_values if organisation else ())

    def segment(self, written: str) -> str:
        """Give a segment's id."""
        organisation = self.setting.organisation
        return self._listed("segments", written, organisation.segments if organisation else ())

    def persona(self, written: str) -> str:
        """Give the persona's id; of one without a document the name, as it was written."""
        return self.setting.persona.id if self.setting.persona and written else written

    def channel(self, written: str) -> str:
        """Give a channel's id: the organisation's own first, then a built-in one; `none` for no contact."""
        organisation = self.setting.organisation
        own = _found(written, organisation.channels if organisation else ())
        known = channel_id(written)
        if own is not None:
            borrowed = channel_id(own.icon) or channel_id(own.id)
            mode = own.mode or (CHANNELS[own.id].mode if own.id in CHANNELS else None)
            return self._keep("channels", _row(own.id, own.title, defined=True, mode=mode, icon=borrowed))
        if known is None:
            return self._keep("channels", _row(_slugged(written), written, defined=False, mode=None, icon=None))
        builtin = CHANNELS[known]
        if known != NO_CHANNEL:
            title = builtin.nl if self.words.language == "nl" else builtin.en
            self._keep("channels", _row(known, title, defined=True, mode=builtin.mode, icon=known))
        return known

    def metric(self, written: str) -> str:
        """Give a metric's id."""
        info = metric_info(written, self.setting.organisation, self.words.language)
        if info is None:
            unknown = {"unit": "", "scale": None, "better": "neither"}
            return self._keep("metrics", _row(_slugged(written), written, defined=False, **unknown))
        scale = [value if isfinite(value) else None for value in info.scale] if info.scale else None
        return self._keep(
            "metrics", _row(info.id, info.title, defined=True, unit=info.unit, scale=scale, better=info.better)
        )

    def evidence(self, written: str) -> str:
        """Give a source's id; `assumption` stays what it is."""
        if written == ASSUMPTION:
            return written
        setting = self.setting
        places: tuple[tuple[str, Sequence[Source]], ...] = (
            ("journey", setting.journey.sources),
            ("persona", setting.persona.sources if setting.persona else ()),
            ("organisation", setting.organisation.sources if setting.organisation else ()),
        )
        for name, sources in places:
            if (source := _found(written, sources)) is not None:
                return self._keep("sources", _row(source.id, source.title, defined=True, of=name, source=source))
        return self._keep("sources", _row(_slugged(written), written, defined=False, of=None, source=None))

    def phase(self, written: str) -> str:
        """Give a phase's id."""
        return _id_among(written, self.setting.journey.phases)

    def following(self, written: str) -> str:
        """Give the id of the touchpoint that follows, or `exit`."""
        return written if written == EXIT else _id_among(written, self.setting.journey.touchpoints())

    def lane(self, written: str) -> str:
        """Give a custom lane's id."""
        return _id_among(written, self.setting.journey.custom_lanes)

    def _listed(self, table: str, written: str, known: Iterable[Titled]) -> str:
        if not written:
            return written
        thing = _found(written, known)
        if thing is None:
            return self._keep(table, _row(_slugged(written), written, defined=False))
        return self._keep(table, _row(thing.id, thing.title, defined=True, thing=thing))

    def _keep(self, table: str, row: Row) -> str:
        self.used.setdefault(table, {}).setdefault(row["id"], row)
        return str(row["id"])


def _row(key: str, title: str, *, defined: bool, **more: Any) -> Row:
    return {"id": key, "title": title, "defined": defined, **more}


def _slugged(written: str) -> str:
    return slug(written) or written


def _found(written: str, known: Iterable[Any]) -> Any:
    """An element by its id, or by a name whose slug is that id, as the checks look it up; the first of two."""
    by_id: dict[str, Any] = {}
    for thing in known:
        by_id.setdefault(thing.id, thing)
    return by_id.get(written) or by_id.get(slug(written))


def _id_among(written: str, known: Iterable[Titled]) -> str:
    found = _found(written, known)
    return found.id if found is not None else written
