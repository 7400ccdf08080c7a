"""The emotion curve: smooth, and never beyond its points.

Monotone cubic interpolation after F. N. Fritsch and R. E. Carlson, "Monotone Piecewise Cubic
Interpolation", SIAM Journal on Numerical Analysis 17 (1980): between two points the curve stays
between their heights, so it shows no high or low that nobody felt.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from itertools import pairwise
from math import hypot

_SAFE = 3.0
"""Slopes in units of the secant, within a circle of this radius, never overshoot (Fritsch and Carlson)."""


@dataclass(frozen=True, slots=True)
class Point:
    """One emotion on the curve: `place` in columns (0.5 is the middle of the first).

    `whole` tells that it is a phase's own, and no touchpoint's; `guess` that it rests on assumption only.
    """

    place: float
    score: float
    text: str
    word: str = ""
    names: tuple[str, ...] = ()
    truth: bool = False
    title: str = ""
    whole: bool = False
    guess: bool = False


@dataclass(frozen=True, slots=True)
class Curve:
    """Points with the slope of the curve in each; x must rise."""

    xs: tuple[float, ...]
    ys: tuple[float, ...]
    slopes: tuple[float, ...]

    def at(self, x: float) -> float:
        """Give the height of the curve at `x`; flat before the first and after the last point."""
        if x <= self.xs[0]:
            return self.ys[0]
        if x >= self.xs[-1]:
            return self.ys[-1]
        i = bisect_right(self.xs, x) - 1
        step = self.xs[i + 1] - self.xs[i]
        t = (x - self.xs[i]) / step
        low, high = self.ys[i], self.ys[i + 1]
        bend = t * (1 - t) * ((1 - t) * self.slopes[i] - t * self.slopes[i + 1]) * step
        return low + (high - low) * t * t * (3 - 2 * t) + bend

    def path(self) -> str:
        """Give the curve as an SVG path of cubic Béziers."""
        parts = [f"M{_n(self.xs[0])} {_n(self.ys[0])}"]
        for i, (x, y) in enumerate(zip(self.xs[1:], self.ys[1:], strict=True)):
            third = (x - self.xs[i]) / 3
            parts.append(
                f"C{_n(self.xs[i] + third)} {_n(self.ys[i] + self.slopes[i] * third)} "
                f"{_n(x - third)} {_n(y - self.slopes[i + 1] * third)} {_n(x)} {_n(y)}"
            )
        return "".join(parts)

    def area(self, neutral: float) -> str:
        """Give the closed path between the curve and the neutral line."""
        return f"{self.path()}V{_n(neutral)}H{_n(self.xs[0])}Z"


def through(points: list[tuple[float, float]]) -> Curve:
    """Give the monotone curve through points whose x rises."""
    xs, ys = (tuple(values) for values in zip(*points, strict=True))
    secants = [(y1 - y0) / (x1 - x0) for (x0, y0), (x1, y1) in pairwise(points)]
    if not secants:
        return Curve(xs, ys, (0.0,))
    slopes = [secants[0], *((a + b) / 2 if a * b > 0 else 0.0 for a, b in pairwise(secants)), secants[-1]]
    for i, secant in enumerate(secants):
        if secant == 0:
            slopes[i] = slopes[i + 1] = 0.0
            continue
        radius = hypot(slopes[i] / secant, slopes[i + 1] / secant)
        if radius > _SAFE:
            slopes[i] *= _SAFE / radius
            slopes[i + 1] *= _SAFE / radius
    # Level ends: the curve comes in and goes out calmly, as a feeling does.
    slopes[0] = slopes[-1] = 0.0
    return Curve(xs, ys, tuple(slopes))


def _n(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0")
