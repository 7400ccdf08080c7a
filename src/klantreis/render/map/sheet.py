"""The map as a sheet."""

from __future__ import annotations

from collections.abc import Sequence

from klantreis.model.setting import Setting
from klantreis.render.content.choice import Choice
from klantreis.render.kit.sheet import Sheet
from klantreis.render.map.data import build
from klantreis.render.map.layout import lay_out


def sheet(settings: Sequence[Setting], choice: Choice) -> Sheet:
    """Give the map of a journey."""
    (setting,) = settings
    data = build(setting, choice)
    return Sheet(
        "map",
        data.id,
        data.language,
        data.words["map"],
        data.header,
        lay_out(data),
        data.summary or data.header.lead,
        legend=data.legend,
        notes=data.notes,
        sources=data.sources,
        made=data.made,
    )
