"""Several journeys turned into curves over common columns: every text chosen, nothing yet placed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from klantreis.language.numbers import signed
from klantreis.language.words import Words
from klantreis.model.journey import Journey
from klantreis.model.scores import Feeling, assumed, end, experience_score, feelings, high, low, remembered_score
from klantreis.model.setting import Setting
from klantreis.model.text import slug
from klantreis.render.content.choice import Choice
from klantreis.render.curves.align import Column, columns_of
from klantreis.render.curves.names import Name, names_of
from klantreis.render.curves.shown import shown_of
from klantreis.render.kit.clean import clean
from klantreis.wording import shortened

MOST = 24
"""The most journeys in one picture."""
_TITLE = 70
"""The most signs of a title on the picture."""


@dataclass(frozen=True, slots=True, eq=False)
class Mark:
    """A point of a curve: `place` in columns (0.5 is the middle of the first), `score` −2 to +2.

    `names` are what it is of its journey: its high, its low, its end (keys of the words).
    """

    place: float
    column: int
    score: float
    text: str
    title: str
    word: str
    names: tuple[str, ...]
    truth: bool
    guess: bool


@dataclass(frozen=True, slots=True, eq=False)
class Track:
    """A journey. `means` are its mean emotions by shown column, `whole` those of all columns.

    `runs` are its marks, cut where it has no emotion in a column between. `base` is the number of the track
    that it is a dream of. Scores of the whole journey are those of the whole, whatever is shown.
    """

    number: int
    name: Name
    dream: bool
    runs: tuple[tuple[Mark, ...], ...]
    means: tuple[float | None, ...]
    whole: tuple[float | None, ...]
    mean: float | None
    remembered: float | None
    phases: tuple[tuple[str, ...], ...]
    base: int | None = None

    @property
    def marks(self) -> tuple[Mark, ...]:
        """All its points."""
        return tuple(mark for run in self.runs for mark in run)


@dataclass(frozen=True, slots=True, eq=False)
class Head:
    """A column's title, what stands under it, the points of its fullest journey, and whether titles differ in it."""

    title: str
    below: str
    points: int
    mixed: bool


@dataclass(frozen=True, slots=True, eq=False)
class Curves:
    """All that is compared. `heads` are the shown columns, `titles` those of all."""

    heads: tuple[Head, ...]
    titles: tuple[str, ...]
    tracks: tuple[Track, ...]
    hidden: tuple[str, ...]
    left: tuple[str, ...]
    words: Words
    fixed: Words

    @property
    def changes(self) -> bool:
        """Whether a dream stands beside the journey that it is of."""
        return any(track.base is not None for track in self.tracks)

    @property
    def family(self) -> bool:
        """Whether the picture is of one journey and its dreams, and of nothing else."""
        bases = {track.number if track.base is None else track.base for track in self.tracks}
        return self.changes and len(bases) == 1


def build(settings: Sequence[Setting], choice: Choice, fixed: Words) -> Curves:
    """Give the curves of journeys over the columns that are chosen. Raises `UsageError` for unknown phases."""
    held, words = list(settings[:MOST]), fixed.about("curves")
    columns = columns_of(held)
    shown = shown_of(columns, held, choice)
    names = names_of(held, fixed)
    tracks = [_track(n, held, columns, shown, names[n], fixed) for n in range(len(held))]
    kept = [column for column, there in zip(columns, shown, strict=True) if there]
    gone = [column for column, there in zip(columns, shown, strict=True) if not there]
    return Curves(
        tuple(_head(column, held, tracks, place, words) for place, column in enumerate(kept)),
        tuple(_titles(column, held)[0] for column in columns),
        tuple(tracks),
        tuple(_titles(column, held)[0] for column in gone),
        tuple(clean(shortened(setting.journey.title, _TITLE)) for setting in settings[MOST:]),
        words,
        fixed,
    )


def _track(
    number: int, settings: Sequence[Setting], columns: Sequence[Column], shown: Sequence[bool], name: Name, fixed: Words
) -> Track:
    journey = settings[number].journey
    found = _by_column(number, journey, columns)
    kept = [group for group, there in zip(found, shown, strict=True) if there]
    phases = [
        tuple(clean(shortened(journey.phases[place].title, _TITLE)) for place in column.members.get(number, ()))
        for column, there in zip(columns, shown, strict=True)
        if there
    ]
    means = [sum(f.score for f in group) / len(group) if group else None for group in found]
    named = _named(journey)
    marks = [[_mark(f, n, i, len(group), named, fixed) for i, f in enumerate(group)] for n, group in enumerate(kept)]
    return Track(
        number,
        name,
        journey.state == "dream",
        tuple(_runs(marks)),
        tuple(mean for mean, there in zip(means, shown, strict=True) if there),
        tuple(means),
        experience_score(journey),
        remembered_score(journey),
        tuple(phases),
        _base(journey, settings),
    )


def _base(journey: Journey, settings: Sequence[Setting]) -> int | None:
    """Give the journey that this one is a dream of, when it is in the picture; of a dream's dream the one it is of."""
    wanted, seen = journey, {id(journey)}
    while wanted.state == "dream" and wanted.of:
        ids = {wanted.of, slug(wanted.of)}
        found = next((s.journey for s in settings if ids & {s.journey.id, *s.journey.was}), None)
        if found is None or id(found) in seen:
            return None
        wanted = found
        seen.add(id(found))
    if wanted is journey:
        return None
    return next(number for number, setting in enumerate(settings) if setting.journey is wanted)


def _by_column(number: int, journey: Journey, columns: Sequence[Column]) -> list[list[Feeling]]:
    by_phase: dict[int, list[Feeling]] = {}
    for feeling in feelings(journey):
        by_phase.setdefault(id(feeling.phase), []).append(feeling)
    return [
        [f for place in column.members.get(number, ()) for f in by_phase.get(id(journey.phases[place]), ())]
        for column in columns
    ]


def _named(journey: Journey) -> dict[int, tuple[str, ...]]:
    """Give what to call the emotions that people remember, each by its identity (place of phase and touchpoint)."""
    top, bottom, last = high(journey), low(journey), end(journey)
    if top is None or bottom is None or last is None:
        return {}
    pairs = [("high", top), ("low", bottom)] if top.score > bottom.score else []
    named: dict[int, tuple[str, ...]] = {}
    for key, feeling in (*pairs, ("end", last)):
        spot = _spot(feeling)
        named[spot] = (*named.get(spot, ()), key)
    return named


def _spot(feeling: Feeling) -> int:
    return id(feeling.touchpoint or feeling.phase)


def _mark(
    feeling: Feeling, column: int, index: int, count: int, named: dict[int, tuple[str, ...]], fixed: Words
) -> Mark:
    step = feeling.touchpoint
    return Mark(
        column + (index + 0.5) / count,
        column,
        feeling.score,
        signed(feeling.score, fixed),
        clean(shortened((step or feeling.phase).title, _TITLE)),
        clean(shortened(feeling.word, _TITLE)),
        named.get(_spot(feeling), ()),
        step is not None and step.moment_of_truth is not None,
        assumed((step or feeling.phase).evidence),
    )


def _runs(marks: Sequence[Sequence[Mark]]) -> list[tuple[Mark, ...]]:
    runs: list[list[Mark]] = [[]]
    for group in marks:
        if group:
            runs[-1] += group
        elif runs[-1]:
            runs.append([])
    return [tuple(run) for run in runs if run]


def _titles(column: Column, settings: Sequence[Setting]) -> list[str]:
    """Give the titles that stand over a column, the first journey's first, each once."""
    found = [
        clean(shortened(settings[n].journey.phases[p].title, _TITLE)) for n, ps in column.members.items() for p in ps
    ]
    seen: dict[str, str] = {}
    for title in found:
        seen.setdefault(title.casefold(), title)
    return list(seen.values())


_ALSO = 3
"""The most other titles that a column is given."""


def _head(column: Column, settings: Sequence[Setting], tracks: Sequence[Track], place: int, words: Words) -> Head:
    title, *others = _titles(column, settings)
    below = words["also"].format(titles=", ".join(others[:_ALSO]) + (" …" if others[_ALSO:] else "")) if others else ""
    if len(column.members) == 1 and len(tracks) > 1:
        (only,) = column.members
        below = words["only"].format(name=tracks[only].name.full)
    points = max(sum(mark.column == place for mark in track.marks) for track in tracks)
    return Head(title, below, points, bool(others))
