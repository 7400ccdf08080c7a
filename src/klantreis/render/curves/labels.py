"""Where words stand beside points: near them, on no other words, and off the lines where that can be."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import hypot
from typing import NamedTuple

_NEAR, _STEP, _FAR = 13.0, 8.0, 11
_GRAIN = 8.0
"""The width of the buckets that points of lines are kept in, in pixels."""
_ON_LINE, _ON_DOT, _ON_NEUTRAL, _ON_WORDS = 12.0, 90.0, 14.0, 260.0
_WRONG_SIDE, _BESIDE, _ON_WALL = 34.0, 8.0, 15.0
_ON_WAY, _NEARER, _CLEARLY, _NO_ROOM, _TRIED = 45.0, 60.0, 4.0, 900.0, 16
_AWAY = 0.55
"""What a pixel away from its point costs."""
FAR = 30.0
"""Words further from their point than this get a thin line to it, in pixels."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """Words to place at a point: their size, and whether they would rather stand above it."""

    x: float
    y: float
    width: float
    height: float
    above: bool


class Box(NamedTuple):
    """Where words stand."""

    x: float
    y: float
    width: float
    height: float

    @property
    def bottom(self) -> float:
        """Where it ends."""
        return self.y + self.height

    def holds(self, points: Sequence[tuple[float, float]]) -> bool:
        """Tell whether it holds any of these points."""
        left, top, right, bottom = self.x, self.y, self.x + self.width, self.y + self.height
        return any(left < x < right and top < y < bottom for x, y in points)

    def touches(self, other: Box, room: float = 3.0) -> bool:
        """Tell whether it comes within `room` pixels of another."""
        return (
            self.x < other.x + other.width + room
            and other.x < self.x + self.width + room
            and self.y < other.bottom + room
            and other.y < self.bottom + room
        )


@dataclass(frozen=True, slots=True)
class _Placed:
    """Words in their place, and points on the way from them to what they are about."""

    box: Box
    way: tuple[tuple[float, float], ...]


def nearest(box: Box, x: float, y: float) -> tuple[float, float]:
    """Give the point of a box that is nearest to another point."""
    return min(max(x, box.x), box.x + box.width), min(max(y, box.y), box.bottom)


def _away(box: Box, x: float, y: float) -> float:
    to_x, to_y = nearest(box, x, y)
    return hypot(to_x - x, to_y - y)


def _around(box: Box, words: Wanted) -> Box:
    """Give the room in which other dots could mislead: around the words and as far as their own point."""
    left, top = min(box.x, words.x) - FAR, min(box.y, words.y) - FAR
    right, bottom = max(box.x + box.width, words.x) + FAR, max(box.bottom, words.y) + FAR
    return Box(left, top, right - left, bottom - top)


def _way(words: Wanted, box: Box) -> tuple[tuple[float, float], ...]:
    x, y = nearest(box, words.x, words.y)
    away = hypot(x - words.x, y - words.y)
    parts = int(away / _STEP)
    return tuple((words.x + (x - words.x) * n / parts, words.y + (y - words.y) * n / parts) for n in range(2, parts))


class Ground:
    """What already stands on the picture: lines as points, dots, walls between columns, neutral at y = 0."""

    def __init__(
        self,
        points: Iterable[tuple[float, float]],
        dots: Sequence[Box],
        walls: Sequence[float],
        left: float,
        right: float,
    ) -> None:
        self._points: dict[int, list[float]] = {}
        for x, y in points:
            self._points.setdefault(int(x // _GRAIN), []).append(y)
        self._dots, self._walls, self._left, self._right = dots, walls, left, right
        self._known: dict[tuple[float, float, Box], float] = {}
        self._tries: dict[Wanted, list[tuple[float, Box]]] = {}

    def place(self, wanted: Sequence[Wanted]) -> list[Box]:
        """Give where each stands; no two of them touch. Of a few orders to go by, the one that costs least counts."""
        count = len(wanted)
        orders = [list(range(count))]
        if count <= _TRIED:
            orders += [
                sorted(range(count), key=lambda n: (wanted[n].x, n)),
                sorted(range(count), key=lambda n: (-wanted[n].x, n)),
                list(reversed(range(count))),
            ]
        _, placed = min((self._in_order(wanted, order) for order in orders), key=lambda found: found[0])
        return placed

    def _in_order(self, wanted: Sequence[Wanted], order: Sequence[int]) -> tuple[float, list[Box]]:
        placed: list[_Placed] = []
        total = 0.0
        for n in order:
            cost, box = self._best(wanted[n], placed)
            placed.append(_Placed(box, _way(wanted[n], box)))
            total += cost
        boxes = {n: found.box for n, found in zip(order, placed, strict=True)}
        return total, [boxes[n] for n in range(len(wanted))]

    def _best(self, words: Wanted, placed: Sequence[_Placed]) -> tuple[float, Box]:
        """Give the best place and what it costs, trying the cheapest first until no other can be better."""
        if words not in self._tries:
            self._tries[words] = sorted(self._spots(words), key=lambda spot: spot[0])
        best: tuple[float, Box] | None = None
        for cost, box in self._tries[words]:
            if best and cost >= best[0]:
                break
            if any(box.touches(other.box) for other in placed):
                continue
            whole = cost + self._alone(words, box) + self._between(words, box, placed)
            if best is None or whole < best[0]:
                best = whole, box
        return best or (_NO_ROOM, self._beyond(words, [other.box for other in placed]))

    @staticmethod
    def _between(words: Wanted, box: Box, placed: Sequence[_Placed]) -> float:
        """Give what it costs that other words stand between words and their point, or the other way about."""
        way = _way(words, box)
        return _ON_WORDS * sum(other.box.holds(way) or box.holds(other.way) for other in placed)

    def _alone(self, words: Wanted, box: Box) -> float:
        """Give what a place costs whatever other words there are; each is asked about in every order."""
        key = (words.x, words.y, box)
        if key not in self._known:
            self._known[key] = self.crossed(box) + self._misled(words, box)
        return self._known[key]

    def _misled(self, words: Wanted, box: Box) -> float:
        """Give what it costs that other dots stand between words and their point, or nearer to them."""
        way = _way(words, box)
        reach = _around(box, words)
        others = [dot for dot in self._dots if dot.touches(reach, 0.0) and not dot.holds([(words.x, words.y)])]
        cost = _ON_WAY * sum(dot.holds(way) for dot in others) if way else 0.0
        own = _away(box, words.x, words.y)
        if own > FAR:
            return cost
        spots = ((dot.x + dot.width / 2, dot.y + dot.height / 2) for dot in others)
        return cost + _NEARER * any(_away(box, x, y) < own - _CLEARLY for x, y in spots)

    def _spots(self, words: Wanted) -> Iterable[tuple[float, Box]]:
        half = words.width / 2
        sides = (half / 2, half - 8, half + 22, half + 54)
        for aside in (0.0, *(-side for side in sides), *sides):
            for step in range(_FAR):
                away = _NEAR + step * _STEP
                for above in (words.above, not words.above):
                    top = words.y - away - words.height if above else words.y + away
                    cost = _AWAY * (away + abs(aside) / 2 + max(0.0, abs(aside) - half)) + (
                        0 if above == words.above else _WRONG_SIDE
                    )
                    yield cost, self._box(words.x - half + aside, top, words)
        for side in (half + _NEAR, -half - _NEAR):
            for down in (0.0, -words.height / 2, words.height / 2):
                box = Box(round(words.x - half + side, 1), round(words.y - words.height / 2 + down, 1),
                          words.width, words.height)  # fmt: skip
                if self._left <= box.x and box.x + box.width <= self._right:
                    yield _BESIDE + abs(down), box

    def _box(self, x: float, top: float, words: Wanted) -> Box:
        left = max(self._left, min(x, self._right - words.width))
        return Box(round(left, 1), round(top, 1), words.width, words.height)

    def crossed(self, box: Box) -> float:
        """Give what it costs that words stand on lines, dots and the neutral line; 0 where the ground is free."""
        cost = _ON_NEUTRAL if box.y < 0 < box.bottom else 0.0
        cost += _ON_WALL * sum(box.x - 2 < x < box.x + box.width + 2 for x in self._walls)
        cost += _ON_DOT * sum(box.touches(dot, 0.0) for dot in self._dots)
        first, last = int(box.x // _GRAIN), int((box.x + box.width) // _GRAIN)
        for bucket in range(first, last + 1):
            cost += _ON_LINE * sum(box.y - 2 < y < box.bottom + 2 for y in self._points.get(bucket, ()))
        return cost

    def _beyond(self, words: Wanted, placed: Sequence[Box]) -> Box:
        """Go up, or down, until it is free: there is always room beyond everything."""
        box = self._box(words.x - words.width / 2, words.y - words.height, words)
        for _ in range(2 * len(placed) + 1):
            hit = next((other for other in placed if box.touches(other)), None)
            if hit is None:
                break
            top = hit.y - words.height - 4 if words.above else hit.bottom + 4
            box = Box(box.x, round(top, 1), words.width, words.height)
        return box


def apart(wanted: Sequence[float], heights: Sequence[float], gap: float) -> list[float]:
    """Give tops for blocks under one another, each as near as can be to the middle it wants.

    Blocks that would overlap become one, which stands where their wishes meet on average (pool adjacent
    violators, the least squares answer).
    """
    order = sorted(range(len(wanted)), key=lambda n: (wanted[n], n))
    pools: list[tuple[float, float, list[int]]] = []
    for n in order:
        top, height, held = wanted[n] - heights[n] / 2, heights[n], [n]
        while pools and pools[-1][0] + pools[-1][1] + gap > top:
            above, tall, others = pools.pop()
            # The wish of a block inside a pool, told as a wish about the pool's top.
            top = (above * len(others) + (top - tall - gap) * len(held)) / (len(others) + len(held))
            height, held = tall + gap + height, others + held
        pools.append((top, height, held))
    tops = [0.0] * len(wanted)
    for top, _, held in pools:
        at = top
        for n in held:
            tops[n] = round(at, 1)
            at += heights[n] + gap
    return tops
