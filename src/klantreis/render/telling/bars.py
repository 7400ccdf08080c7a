"""The emotion curve as lines of text: a bar, the figure, the touchpoint."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from klantreis.language.words import Words
from klantreis.render.kit.curve import Point
from klantreis.render.kit.items import PhaseHead
from klantreis.render.telling.marks import GUESS, TRUTH
from klantreis.wording import shortened

_HALF = 8
_MOST = 2.0
_AXIS, _BAR, _GUESSED = "│", "█", "▒"
_TITLE, _FIGURE = 64, 5
_FENCE = 3


def bars(points: Sequence[Point], phases: Sequence[PhaseHead], words: Words) -> list[str]:
    """Give the curve in a block of code, so that it lines up: what may be wide in a font stands last."""
    lines = [_scale(), *_lines(points, phases, words)]
    # No text can close the block: its fence is longer than any row of backticks in it.
    fence = "`" * max(_FENCE, *(_longest(line) + 1 for line in lines))
    return [f"{fence}text", *lines, fence]


def bar(score: float, *, guess: bool = False) -> str:
    """Give an emotion as a bar on either side of an axis, 17 signs wide; anything but 0 is at least one sign.

    That of a guess is lighter.
    """
    sign = _GUESSED if guess else _BAR
    filled = min(_HALF, round(abs(score) / _MOST * _HALF))
    filled = max(filled, 1) if score else 0
    left, right = (filled, 0) if score < 0 else (0, filled)
    return f"{sign * left:>{_HALF}}{_AXIS}{sign * right:<{_HALF}}"


def _scale() -> str:
    return f"{'−2':<{_HALF}}0{'+2':>{_HALF}}"


def _lines(points: Sequence[Point], phases: Sequence[PhaseHead], words: Words) -> Iterator[str]:
    for phase in phases:
        inside = [point for point in points if phase.first < point.place < phase.first + phase.span]
        if inside:
            yield f"{'':>{_HALF}}{_AXIS}{'':{_HALF + _FIGURE + 1}}  {shortened(phase.title, _TITLE).upper()}"
        for point in inside:
            yield f"{bar(point.score, guess=point.guess)} {point.text:>{_FIGURE}}  {_told(point, words)}"


def _told(point: Point, words: Words) -> str:
    marks = [f"{TRUTH} {words['moment_of_truth']}"] if point.truth else []
    marks += [f"{GUESS} {words['assumption']}"] if point.guess else []
    title = words["phase"] if point.whole else shortened(point.title, _TITLE)
    return " · ".join([title, *([shortened(point.word, _TITLE)] if point.word else []), *point.names, *marks])


def _longest(line: str) -> int:
    return max((len(run) for run in "".join(sign if sign == "`" else " " for sign in line).split()), default=0)
