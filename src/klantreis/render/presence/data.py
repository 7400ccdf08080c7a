"""What both views of presence count: stops, the way through the rows, and where it jumps."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from klantreis.language.numbers import number, signed
from klantreis.language.words import Words
from klantreis.model.scores import assumed
from klantreis.model.setting import Setting
from klantreis.render.content.header import tone_of
from klantreis.render.kit.clean import clean
from klantreis.render.kit.items import PhaseHead, Tone
from klantreis.render.kit.theme import phase_role

_STRONG = 1.0
"""From here on a mean is very good, or bad."""
_TOLD = 2
"""More touchpoints than this are not told one by one beside a jump."""
_UNKNOWN = float("inf")


@dataclass(frozen=True, slots=True, eq=False)
class Stop:
    """A touchpoint in the customer's order. `number` counts from 1, `phase` is the place of its phase.

    `text` is the score as people read it, empty where nobody wrote an emotion.
    """

    number: int
    phase: int
    title: str
    score: float | None
    text: str
    word: str
    truth: bool
    guess: bool


@dataclass(frozen=True, slots=True, eq=False)
class Line:
    """A line beside a row: a figure in its colour, and what it is of."""

    lead: str
    text: str
    tone: Tone | Literal["soft"] = "soft"


@dataclass(frozen=True, slots=True, eq=False)
class Figures:
    """What is counted of a row: how many stops, which part of all (0 to 1), the mean emotion (−2 to +2).

    A row that is no part of a whole has no `share`; one of which nobody wrote a feeling has no `mean`.
    """

    count: int = 0
    share: float | None = None
    share_text: str = ""
    mean: float | None = None
    mean_text: str = ""
    mean_word: str = ""
    tone: Tone = "ink"
    lines: tuple[Line, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class Row:
    """A channel or a team. `stops` are places in the list of stops; `aids` where it works behind another.

    `kind` tells the rows that are no channel or team: `quiet` needs none, `lack` misses one.
    `alone` tells that it meets no other row anywhere: a silo.
    """

    title: str
    stops: tuple[int, ...]
    group: int = 0
    icon: str = ""
    hint: str = ""
    kind: Literal["", "quiet", "lack"] = ""
    aids: tuple[int, ...] = ()
    figures: Figures = Figures()
    alone: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Leg:
    """The way from one stop to the next, from row to row. `jump` numbers the changes from 1; 0 is none."""

    start: int
    end: int
    from_row: int
    to_row: int
    jump: int = 0


@dataclass(frozen=True, slots=True, eq=False)
class Pair:
    """The jumps between the same two: their numbers, where they arrive, the mean emotion there (−2 to +2)."""

    start: str
    end: str
    jumps: tuple[int, ...]
    stops: tuple[int, ...]
    mean: float | None
    mean_text: str
    about: str


@dataclass(frozen=True, slots=True, eq=False)
class Presence:
    """A journey by its rows, worded and not yet placed.

    `columns` are the stops that are shown, None for an empty phase; `groups` the names of the groups of rows
    with their figures; `labels` the fixed words of the picture.
    """

    phases: tuple[PhaseHead, ...]
    columns: tuple[int | None, ...]
    stops: tuple[Stop, ...]
    rows: tuple[Row, ...]
    groups: tuple[tuple[str, Figures], ...]
    legs: tuple[Leg, ...]
    pairs: tuple[Pair, ...]
    labels: Mapping[str, str]


def stops_of(setting: Setting, words: Words) -> tuple[Stop, ...]:
    """Give the touchpoints of a whole journey as stops."""
    found: list[Stop] = []
    for place, phase in enumerate(setting.journey.phases):
        for step in phase.touchpoints:
            score = step.emotion.score if step.emotion else None
            found.append(
                Stop(
                    len(found) + 1,
                    place,
                    clean(step.title),
                    score,
                    "" if score is None else signed(score, words),
                    clean(step.emotion.word) if step.emotion else "",
                    step.moment_of_truth is not None,
                    assumed(step.evidence),
                )
            )
    return tuple(found)


def way(stations: Sequence[tuple[int, Sequence[int]]]) -> tuple[Leg, ...]:
    """Give the way along stops, each with the rows it can be on, in the order they were written.

    Two stops that share a row are joined along it; else the way jumps, and the jump gets a number. So there
    are as many jumps as neighbours that share nothing, which is how `scores.channel_switches` counts.
    """
    legs: list[Leg] = []
    jumps, at = 0, stations[0][1][0] if stations else 0
    for (start, here), (end, there) in pairwise(stations):
        common = [row for row in here if row in there]
        if common:
            at = at if at in common else common[0]
            legs.append(Leg(start, end, at, at))
            continue
        jumps += 1
        legs.append(Leg(start, end, at if at in here else here[0], there[0], jumps))
        at = there[0]
    return tuple(legs)


def mean(scores: Iterable[float | None]) -> float | None:
    """Give the mean of the scores there are; None without any."""
    found = [score for score in scores if score is not None]
    return sum(found) / len(found) if found else None


def feeling(score: float | None, words: Words) -> str:
    """Give a mean emotion in a word; it asks for `very-good` to `bad` in the words."""
    if score is None:
        return ""
    if tone_of(score) == "ink":
        return words["neutral"]
    if score > 0:
        return words["very-good" if score >= _STRONG else "good"]
    return words["bad" if score <= -_STRONG else "poor"]


def figures(
    stops: Sequence[Stop], places: Iterable[int], whole: int, words: Words, lines: tuple[Line, ...] = ()
) -> Figures:
    """Count the stops at these places, as a part of `whole` ones (0: a part of nothing)."""
    chosen = [stops[place] for place in places]
    average = mean(stop.score for stop in chosen)
    share = len(chosen) / whole if whole else None
    return Figures(
        len(chosen),
        share,
        "" if share is None else f"{number(share * 100, words, 0)}%",
        average,
        "–" if average is None else signed(average, words),
        feeling(average, words),
        tone_of(average),
        lines,
    )


def pairs_of(legs: Iterable[Leg], stops: Sequence[Stop], names: Mapping[int, str], words: Words) -> tuple[Pair, ...]:
    """Give the jumps by where they come from and go to, the ones that hurt most first.

    `names` tells how each stop's rows are called together: `website of telefoon`.
    """
    found: dict[tuple[str, str], list[Leg]] = {}
    for leg in legs:
        if leg.jump:
            found.setdefault((names[leg.start], names[leg.end]), []).append(leg)
    pairs = [_pair(start, end, group, stops, words) for (start, end), group in found.items()]
    return tuple(sorted(pairs, key=lambda pair: (_UNKNOWN if pair.mean is None else pair.mean, pair.jumps[0])))


def _pair(start: str, end: str, legs: Sequence[Leg], stops: Sequence[Stop], words: Words) -> Pair:
    average = mean(stops[leg.end].score for leg in legs)
    return Pair(
        start,
        end,
        tuple(leg.jump for leg in legs),
        tuple(leg.end for leg in legs),
        average,
        "" if average is None else signed(average, words),
        _arrives([stops[leg.end] for leg in legs], words),
    )


def _arrives(stops: Sequence[Stop], words: Words) -> str:
    """Tell where jumps arrive: every touchpoint, or of more than a few the one that feels worst."""
    felt = [stop for stop in stops if stop.score is not None]
    if len(stops) > _TOLD and felt:
        low = min(felt, key=lambda stop: stop.score or 0.0)
        return words["arrives-lowest"].format(step=words.quoted(low.title), score=low.text)
    titles = dict.fromkeys(words.quoted(stop.title) for stop in stops[:_TOLD])
    return words["arrives"].format(steps=", ".join(titles)) + (" …" if len(stops) > _TOLD else "")


def arrivals(legs: Iterable[Leg], stops: Sequence[Stop]) -> tuple[float | None, float | None]:
    """Give the mean emotion right after a jump, and at the stops that the way reaches without one."""
    held = list(legs)
    after = mean(stops[leg.end].score for leg in held if leg.jump)
    return after, mean(stops[leg.end].score for leg in held if not leg.jump)


def shown(
    setting: Setting, places: Sequence[int], below: Mapping[int, str]
) -> tuple[tuple[PhaseHead, ...], tuple[int | None, ...]]:
    """Give the phases that are shown with what stands below their names, and the stop in each column."""
    heads: list[PhaseHead] = []
    columns: list[int | None] = []
    first = 0
    for place, phase in enumerate(setting.journey.phases):
        count = len(phase.touchpoints)
        if place in places:
            span = max(1, count)
            heads.append(
                PhaseHead(phase.id, clean(phase.title), below.get(place, ""), len(columns), span, phase_role(place))
            )
            columns += range(first, first + count) if count else [None]
        first += count
    return tuple(heads), tuple(columns)


def listed(names: Sequence[str], words: Words) -> str:
    """Give names as a sentence has them: `a, b en c`."""
    if len(names) < 2:  # noqa: PLR2004  # one name needs no "and"
        return "".join(names)
    return f"{', '.join(names[:-1])} {words['and']} {names[-1]}"
