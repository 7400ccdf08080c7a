"""Marks of the legend that single views add, by name: each draws itself in 12 pixels around a middle line."""

from __future__ import annotations

from collections.abc import Callable

from klantreis.render.kit.draw import Canvas, Line, Rect, Shape
from klantreis.render.kit.paint_small import hand_over


def _ring(canvas: Canvas, x: float, middle: float) -> None:
    canvas.add(Rect(round(x, 1), round(middle - 6, 1), 12, 12, "", "gold", 6, "3 2.5", 1.3))
    canvas.add(Rect(round(x + 3.5, 1), round(middle - 2.5, 1), 5, 5, "soft", radius=2.5))


def _no_line(canvas: Canvas, x: float, middle: float) -> None:
    canvas.add(Line(round(x - 1, 1), round(middle, 1), round(x + 13, 1), round(middle, 1), "soft", 1, "1 3"))


def _area(fill: str, edge: str) -> Callable[[Canvas, float, float], None]:
    def draw(canvas: Canvas, x: float, middle: float) -> None:
        canvas.add(Rect(round(x - 0.5, 1), round(middle - 4.5, 1), 13, 9, fill, edge, 2))

    return draw


def _change(canvas: Canvas, x: float, middle: float) -> None:
    canvas.add(Shape(f"M{x + 2.5:.1f} {middle + 4.5:.1f}v-9m-2.5 3l2.5 -3l2.5 3", edge="good", thick=1.3))
    canvas.add(Shape(f"M{x + 9.5:.1f} {middle - 4.5:.1f}v9m-2.5 -3l2.5 3l2.5 -3", edge="bad", thick=1.3))


def _score(fill: str, edge: str, radius: float) -> Callable[[Canvas, float, float], None]:
    def draw(canvas: Canvas, x: float, middle: float) -> None:
        canvas.add(Rect(round(x - 1, 1), round(middle - 4.5, 1), 14, 9, fill, edge, radius, thick=1.3))

    return draw


def _open(canvas: Canvas, x: float, middle: float) -> None:
    canvas.add(Rect(round(x + 1, 1), round(middle - 5, 1), 10, 10, "card", "soft", 5, thick=1.5))


def _aid(canvas: Canvas, x: float, middle: float) -> None:
    canvas.add(Rect(round(x + 1.5, 1), round(middle - 4.5, 1), 9, 9, "tag", "soft", 4.5, thick=1.3))


def _way(canvas: Canvas, x: float, middle: float) -> None:
    path = f"M{x - 1:.1f} {middle - 4:.1f}h4q3 0 3 3v2q0 3 3 3h4"
    canvas.add(Shape(path, edge="ink", thick=2))


def _jump(canvas: Canvas, x: float, middle: float) -> None:
    canvas.add(Rect(round(x, 1), round(middle - 6, 1), 12, 12, "pill", radius=6))
    canvas.add(Shape(f"M{x + 4.8:.1f} {middle - 1.8:.1f}l1.7 -1.4v6.4", edge="pill-text", thick=1.3))


def _choice(canvas: Canvas, x: float, middle: float) -> None:
    canvas.add(Line(round(x + 6, 1), round(middle - 5, 1), round(x + 6, 1), round(middle + 5, 1), "soft", 1.6, "2 2.5"))
    for end in (-4.5, 4.5):
        canvas.add(Rect(round(x + 2.5, 1), round(middle + end - 2, 1), 7, 4, "soft", radius=2))


def _dashes(edge: str, dash: str) -> Callable[[Canvas, float, float], None]:
    def draw(canvas: Canvas, x: float, middle: float) -> None:
        canvas.add(Line(round(x - 1, 1), round(middle, 1), round(x + 13, 1), round(middle, 1), edge, 1.8, dash))

    return draw


def _shares(canvas: Canvas, x: float, middle: float) -> None:
    canvas.add(Line(round(x, 1), round(middle - 4, 1), round(x + 12, 1), round(middle - 4, 1), "soft", 1.2))
    canvas.add(Line(round(x, 1), round(middle + 2.5, 1), round(x + 12, 1), round(middle + 2.5, 1), "soft", 3.6))


def _hand(*, team: bool) -> Callable[[Canvas, float, float], None]:
    def draw(canvas: Canvas, x: float, middle: float) -> None:
        hand_over(canvas, x - 1, middle - 7, channel=not team, team=team, size=14)

    return draw


def _grave(canvas: Canvas, x: float, middle: float) -> None:
    canvas.add(Rect(round(x, 1), round(middle - 6, 1), 12, 12, "", "bad", 6, thick=1.6))
    canvas.add(Rect(round(x + 3, 1), round(middle - 3, 1), 6, 6, "soft", radius=3))


def _severity(canvas: Canvas, x: float, middle: float) -> None:
    for dot, fill in enumerate(("bad", "bad", "bad-faint")):
        canvas.add(Rect(round(x - 1 + dot * 5, 1), round(middle - 2, 1), 4, 4, fill, radius=2))


def _impact_effort(canvas: Canvas, x: float, middle: float) -> None:
    canvas.add(Rect(round(x - 1, 1), round(middle - 1.5, 1), 14, 3, "blue-track", radius=1.5))
    canvas.add(Rect(round(x - 1, 1), round(middle - 1.5, 1), 10, 3, "blue", radius=1.5))
    canvas.add(Line(round(x + 5, 1), round(middle - 5, 1), round(x + 5, 1), round(middle + 5, 1), "ink", 1.4))


def _bond(canvas: Canvas, x: float, middle: float) -> None:
    canvas.add(Line(round(x + 6, 1), round(middle - 7, 1), round(x + 6, 1), round(middle + 7, 1), "faint", 1.2))


def _onward(*, team: bool) -> Callable[[Canvas, float, float], None]:
    def draw(canvas: Canvas, x: float, middle: float) -> None:
        canvas.add(Line(round(x - 1, 1), round(middle, 1), round(x + 8, 1), round(middle, 1), "soft", 1.5))
        canvas.add(Shape(f"M{x + 13:.1f} {middle:.1f}l-6 -3.5v7z", fill="soft"))
        if team:
            canvas.add(Rect(round(x - 2, 1), round(middle - 4, 1), 8, 8, "pill", radius=2))

    return draw


MARKS: dict[str, Callable[[Canvas, float, float], None]] = {
    "assumed-ring": _ring,
    "no-line": _no_line,
    "area-up": _area("good-area", "good"),
    "area-down": _area("bad-area", "bad"),
    "change": _change,
    "grave": _grave,
    "severity": _severity,
    "impact-effort": _impact_effort,
    "score-good": _score("good", "", 4.5),
    "score-bad": _score("bad", "", 1.5),
    "score-even": _score("soft", "", 4.5),
    "score-quiet": _score("card", "soft", 4.5),
    "score-open": _open,
    "aid": _aid,
    "fence": _area("tag", "soft"),
    "way": _way,
    "jump": _jump,
    "choice": _choice,
    "skip-line": _dashes("soft", "2 4"),
    "loop-line": _dashes("blue", "6 2"),
    "share-line": _shares,
    "channel-switch": _hand(team=False),
    "team-handover": _hand(team=True),
    "bond": _bond,
    "onward": _onward(team=False),
    "onward-team": _onward(team=True),
}
"""How each is drawn: `draw(canvas, x, middle)`."""
