"""What lies between a journey and its dream, quietly tinted: green where the dream is better, red where it is worse."""

from __future__ import annotations

from collections.abc import Sequence

from klantreis.render.curves.data import Track
from klantreis.render.curves.shapes import GRAIN, Drawn
from klantreis.render.kit.draw import Canvas, Shape

_CLEAR = 4
"""With more curves than this the tint would say nothing."""


def _numbers(tracks: Sequence[Track]) -> tuple[int, int] | None:
    """Give the journey and the dream to compare: its first one, when the picture holds one journey's dreams."""
    shown = {track.number for track in tracks if track.runs}
    bases = {track.base for track in tracks if track.base in shown and track.runs}
    if len(bases) != 1 or len(shown) > _CLEAR:
        return None
    return next((track.base, track.number) for track in tracks if track.base is not None and track.runs)


def tint(canvas: Canvas, lines: Sequence[Drawn], neutral: float) -> frozenset[int]:
    """Fill what lies between them, where both have a curve; give the sides there were: 1 better, −1 worse."""
    found = _numbers([line.track for line in lines])
    if found is None:
        return frozenset()
    now, dream = ({line.track.number: line for line in lines}[number] for number in found)
    start = min(piece.xs[0] for piece in now.pieces)
    stop = max(piece.xs[-1] for piece in now.pieces)
    run: list[tuple[float, float, float]] = []
    side, sides = 0, set()
    for step in range(int((stop - start) / GRAIN) + 2):
        at = min(stop, start + step * GRAIN)
        before, after = now.level(at), dream.level(at)
        if before is None or after is None:
            _fill(canvas, run, side, neutral)
            run = []
            continue
        here = (after < before) - (after > before)
        if run and here != side:
            run.append((at, before, after))
            _fill(canvas, run, side, neutral)
            run = []
        side = here
        sides.add(side)
        run.append((at, before, after))
    _fill(canvas, run, side, neutral)
    return frozenset(sides - {0})


def _fill(canvas: Canvas, run: Sequence[tuple[float, float, float]], side: int, neutral: float) -> None:
    if side == 0 or len(run) <= 1:
        return
    there = "L".join(f"{at:.1f} {neutral + after:.1f}" for at, _, after in run)
    back = "L".join(f"{at:.1f} {neutral + before:.1f}" for at, before, _ in reversed(run))
    canvas.add(Shape(f"M{there}L{back}Z", fill="good-area" if side > 0 else "bad-area"))
