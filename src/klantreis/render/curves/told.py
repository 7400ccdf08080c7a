"""The picture of several curves in words: its title, the figures that decide, tables, notes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from klantreis.language.numbers import number, signed
from klantreis.model.setting import Setting
from klantreis.render.content.cells import Context
from klantreis.render.content.header import tone_of, who
from klantreis.render.content.names import Names
from klantreis.render.curves.data import Curves, Mark, Track
from klantreis.render.curves.names import person, title
from klantreis.render.kit.clean import clean
from klantreis.render.kit.items import Header, Stat
from klantreis.render.kit.sheet import Table

_LISTED = 3
"""The most names a title lists."""


def header(settings: Sequence[Setting], data: Curves) -> Header:
    """Give what stands above the picture."""
    words = data.words
    context = Context(settings[0], data.fixed, Names(settings[0], data.fixed))
    people = {person(setting) for setting in settings}
    return Header(
        words["kicker"],
        _title(settings, data),
        words["lead-dream" if data.family else "lead"],
        who(context) if len(people) == 1 else None,
        tuple(_stats(data)),
        (),
    )


def _title(settings: Sequence[Setting], data: Curves) -> str:
    words = data.words
    people = list(dict.fromkeys(person(setting) or title(setting) for setting in settings))
    dreams = sum(setting.journey.state == "dream" for setting in settings)
    if len(settings) == 1:
        return title(settings[0])
    if len(people) == 1 or _one_family(settings):
        if dreams == len(settings) or not dreams:
            return words["of-person"].format(who=people[0], count=words.spelled("journey", len(settings)))
        return words["now-and-dream" if dreams == 1 else "now-and-dreams"].format(who=people[0])
    if len(people) <= _LISTED:
        listed = f"{', '.join(people[:-1])} {words['and']} {people[-1]}"
        return _capital(words["people"].format(who=listed))
    count = words.spelled("journey", len(settings))
    homes = {clean(setting.organisation.title) if setting.organisation else "" for setting in settings}
    home = homes.pop() if len(homes) == 1 else ""
    return words["of-person"].format(who=home, count=count) if home else _capital(words["of-many"].format(count=count))


def _one_family(settings: Sequence[Setting]) -> bool:
    """Tell whether all are one journey and its dreams."""
    now = {setting.journey.id for setting in settings if setting.journey.state == "current"}
    return len(now) == 1 and all(s.journey.of in now for s in settings if s.journey.state == "dream")


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _stats(data: Curves) -> Iterator[Stat]:
    if data.family:
        dream = next(track for track in data.tracks if track.base is not None)
        yield from _change(data.tracks[dream.base or 0], dream, data)
        return
    words = data.words
    scored = [track for track in data.tracks if track.remembered is not None]
    if len(data.tracks) == 1:
        for track in scored:
            yield _stat(words["mean"], track.mean or 0.0, "", data)
            yield _stat(words["remembered"], track.remembered or 0.0, "", data)
    elif scored:
        top = max(scored, key=lambda track: track.remembered or 0.0)
        bottom = min(scored, key=lambda track: track.remembered or 0.0)
        if top is not bottom:
            yield _stat(words["highest"], top.remembered or 0.0, top.name.full, data)
            yield _stat(words["lowest"], bottom.remembered or 0.0, bottom.name.full, data)
        yield from _spread(data)


def _stat(label: str, score: float, below: str, data: Curves) -> Stat:
    return Stat(label, signed(score, data.fixed), below, tone_of(score))


def _change(now: Track, dream: Track, data: Curves) -> Iterator[Stat]:
    """Give how a journey's dream differs: both scores, and where it wins most."""
    words, several = data.words, sum(track.dream for track in data.tracks) > 1
    when = dream.name.below if several else ""
    for key, before, after in (("mean", now.mean, dream.mean), ("remembered", now.remembered, dream.remembered)):
        if before is not None and after is not None:
            below = words["before"].format(score=signed(before, data.fixed))
            yield _stat(words[f"{key}-dream"], after, f"{below}\n{when}" if when else below, data)
    wins = [
        (after - before, data.titles[place])
        for place, (before, after) in enumerate(zip(now.whole, dream.whole, strict=True))
        if before is not None and after is not None
    ]
    if wins:
        most, where = max(wins, key=lambda win: abs(win[0]))
        label = words["win" if most >= 0 else "loss"]
        yield Stat(label, signed(most, data.fixed), words["at"].format(phase=where), "good" if most > 0 else "bad")


def _spread(data: Curves) -> Iterator[Stat]:
    """Give the phase where the journeys differ most."""
    found = []
    for place, phase in enumerate(data.titles):
        means = [track.whole[place] for track in data.tracks]
        known = [mean for mean in means if mean is not None]
        if len(known) > 1:
            found.append((max(known) - min(known), phase))
    if found:
        most, where = max(found, key=lambda item: item[0])
        yield Stat(data.words["apart"], number(most, data.fixed, 1), data.words["at"].format(phase=where))


def notes(data: Curves) -> tuple[str, ...]:
    """Give what a reader must know and cannot see."""
    words = data.words
    silent = [track.name.full for track in data.tracks if track.mean is None]
    told = [words["aligned"]] if any(head.mixed for head in data.heads) else []
    told += [words["no-emotions"].format(names="; ".join(silent))] if silent else []
    told += [words["not-shown"].format(phases=", ".join(data.hidden))] if data.hidden else []
    told += [words["not-drawn"].format(names="; ".join(data.left))] if data.left else []
    return tuple(told)


def legend(data: Curves, sides: frozenset[int]) -> tuple[tuple[str, str], ...]:
    """Give the marks that are on the picture, each with its meaning; lines are named where they end."""
    words, marks = data.words, [mark for track in data.tracks for mark in track.marks]
    wanted = (
        ("truth", data.fixed["moment_of_truth"], any(mark.truth for mark in marks)),
        ("assumed-ring", data.fixed["unchecked-mark"], any(mark.guess for mark in marks)),
        ("no-line", words["gap-mark"], any(len(track.runs) > 1 for track in data.tracks)),
        ("area-up", words["better-mark"], 1 in sides),
        ("area-down", words["worse-mark"], -1 in sides),
        ("change", words["change-mark"], data.changes),
    )
    return tuple((mark, text) for mark, text, shown in wanted if shown)


def summary(data: Curves) -> str:
    """Give what the picture shows, for who cannot see it."""
    return " ".join(_told(track, data) for track in data.tracks)


def _told(track: Track, data: Curves) -> str:
    words = data.words
    if track.mean is None or track.remembered is None:
        return words["told-none"].format(name=track.name.full)
    marks = [
        words["told-mark"].format(mark=words[name], score=mark.text, title=mark.title)
        for mark in track.marks
        for name in mark.names
    ]
    mean, remembered = signed(track.mean, data.fixed), signed(track.remembered, data.fixed)
    text = words["told"].format(name=track.name.full, mean=mean, remembered=remembered, marks=", ".join(marks))
    return text if marks else text.replace("; .", ".")


def tables(data: Curves) -> tuple[Table, ...]:
    """Give the picture in figures: the means by phase, and every point."""
    words = data.words
    heads = (words["journey"], *(head.title for head in data.heads), words["mean"], words["remembered"])
    rows = tuple(
        (track.name.full, *(_score(mean, data) for mean in (*track.means, track.mean, track.remembered)))
        for track in data.tracks
    )
    points = tuple(_point(track, mark, data) for track in data.tracks for mark in track.marks)
    columns = tuple(words[key] for key in ("journey", "phase", "touchpoint", "score", "word", "marks"))
    means = Table(words["table-scores"], heads, rows, frozenset(range(1, len(heads))))
    return (means, Table(words["table-points"], columns, points, frozenset({3}))) if points else (means,)


def _score(score: float | None, data: Curves) -> str:
    return "–" if score is None else signed(score, data.fixed)


def _point(track: Track, mark: Mark, data: Curves) -> tuple[str, ...]:
    words = data.words
    signs = [words[name] for name in mark.names]
    signs += [words["truth"]] if mark.truth else []
    signs += [words["assumption"]] if mark.guess else []
    phase = data.heads[mark.column].title
    return (track.name.full, phase, mark.title, mark.text, mark.word, ", ".join(signs))
