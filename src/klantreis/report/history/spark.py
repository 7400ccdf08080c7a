"""A row of figures as a row of blocks."""

from __future__ import annotations

from collections.abc import Sequence

BLOCKS = "▁▂▃▄▅▆▇█"
_FLAT = "▄"


def sparkline(values: Sequence[float | None], width: int) -> str:
    """Give a block a value, from the lowest to the highest of them; a space where there is none.

    Of more values than `width`, each block is the last one of its share. Figures that never change are a flat line.
    """
    shown = _bucketed(values, width)
    known = [value for value in shown if value is not None]
    if not known:
        return ""
    low, high = min(known), max(known)
    return "".join(" " if value is None else _block(value, low, high) for value in shown).rstrip()


def _block(value: float, low: float, high: float) -> str:
    if high <= low:
        return _FLAT
    return BLOCKS[min(int((value - low) / (high - low) * len(BLOCKS)), len(BLOCKS) - 1)]


def _bucketed(values: Sequence[float | None], width: int) -> list[float | None]:
    if len(values) <= width:
        return list(values)
    shares = [values[n * len(values) // width : (n + 1) * len(values) // width] for n in range(width)]
    return [next((value for value in reversed(share) if value is not None), None) for share in shares]
