"""The channels of a journey as rows: online, offline and what is both, with the touchpoints that use them."""

from __future__ import annotations

from dataclasses import dataclass

from klantreis.language.words import Words
from klantreis.model.builtin import NO_CHANNEL, channel_id
from klantreis.model.text import slug
from klantreis.render.content.cells import Context
from klantreis.render.content.header import tone_of
from klantreis.render.presence import data
from klantreis.render.presence.data import Figures, Line, Row, Stop

MODES = ("online", "offline", "")
"""In the order of the picture; the last is what is neither, or both."""


@dataclass(frozen=True, slots=True, eq=False)
class Channels:
    """The rows of a journey, and the rows each contact can be on, in the order they were written."""

    rows: tuple[Row, ...]
    groups: tuple[tuple[str, Figures], ...]
    stations: tuple[tuple[int, tuple[int, ...]], ...]
    modes: tuple[str, ...]


def channels_of(context: Context, stops: tuple[Stop, ...], own: Words) -> Channels:
    """Sort the touchpoints by channel: online, offline and what is both, each in the order they come up."""
    written: dict[str, str] = {}
    where: list[tuple[int, tuple[str, ...]]] = []
    quiet: list[int] = []
    unsaid: list[int] = []
    for place, step in enumerate(context.setting.journey.touchpoints()):
        keys = [_key(text) for text in step.channel]
        written = dict(zip(keys, step.channel, strict=True)) | written
        contact = tuple(dict.fromkeys(key for key in keys if key != NO_CHANNEL))
        if contact:
            where.append((place, contact))
        else:
            (quiet if keys else unsaid).append(place)
    modes = {key: context.names.mode(written[key]) or "" for _, found in where for key in found}
    ordered = sorted(modes, key=lambda key: MODES.index(modes[key]))
    number = {key: row for row, key in enumerate(ordered)}
    used: dict[str, list[int]] = {key: [] for key in ordered}
    for place, found in where:
        for key in found:
            used[key].append(place)
    rows = [_row(context, written[key], modes[key], used[key], stops, own, len(where)) for key in ordered]
    groups = (
        _group(mode, [(place, {modes[key] for key in found}) for place, found in where], stops, own) for mode in MODES
    )
    return Channels(
        (*rows, *_apart(quiet, unsaid, stops, own)),
        (*groups, ("", Figures())),
        tuple((place, tuple(number[key] for key in found)) for place, found in where),
        tuple(modes[key] for key in ordered),
    )


def _key(written: str) -> str:
    """Give what a channel goes by, as `scores.channels` does."""
    return channel_id(written) or slug(written) or written


def _row(
    context: Context, written: str, mode: str, places: list[int], stops: tuple[Stop, ...], own: Words, whole: int
) -> Row:
    title, icon = context.names.channel(written)
    counted = data.figures(stops, places, whole, own, _ends([stops[place] for place in places]))
    return Row(title, tuple(places), MODES.index(mode), icon or "other", figures=counted)


def _ends(stops: list[Stop]) -> tuple[Line, ...]:
    """Give the lowest and the highest stop of a channel, where they differ."""
    felt = [(stop.score, stop) for stop in stops if stop.score is not None]
    low = min(felt, key=lambda pair: pair[0], default=None)
    high = max(felt, key=lambda pair: pair[0], default=None)
    if low is None or high is None or low[0] == high[0]:
        return ()
    return tuple(Line(stop.text, stop.title, tone_of(score)) for score, stop in (low, high))


def _apart(quiet: list[int], unsaid: list[int], stops: tuple[Stop, ...], own: Words) -> list[Row]:
    """Give the rows of touchpoints that are no contact, and of those that do not say."""
    alone = data.figures(stops, quiet, 0, own)
    lacking = data.figures(stops, unsaid, 0, own)
    last = len(MODES)
    rows = [
        Row(own["quiet"], tuple(quiet), last, "none", own["quiet-hint"], "quiet", figures=alone),
        Row(own["unsaid"], tuple(unsaid), last, "", own["unsaid-hint"], "lack", figures=lacking),
    ]
    return [row for row in rows if row.stops]


def _group(mode: str, where: list[tuple[int, set[str]]], stops: tuple[Stop, ...], own: Words) -> tuple[str, Figures]:
    places = [place for place, modes in where if mode in modes]
    return own[mode or "both"], data.figures(stops, places, len(where), own)
