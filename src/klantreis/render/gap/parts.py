"""Small things that are drawn in more than one place: verdict marks, struck text, figures, bars."""

from __future__ import annotations

from collections.abc import Sequence

from klantreis.compare.judgement.verdict import Verdict
from klantreis.render.gap.figures import Figure
from klantreis.render.kit.draw import Canvas, Line, Rect, Shape, text_width
from klantreis.render.kit.measure import Style, right_to_left, wrap
from klantreis.render.kit.styles import BODY_BOLD, TINY, TINY_BOLD

INKS: dict[Verdict, str] = {"improvement": "good", "regression": "bad", "open": "gold-text", "neutral": "soft"}
"""The colour of each verdict; its shape says the same."""
MARK = 11.0
_VALUE, _BEFORE = Style(22.0, "semibold"), Style(15.0)


def draw_mark(canvas: Canvas, verdict: Verdict, x: float, y: float) -> None:
    """Draw a verdict's sign in a square of `MARK`: up, down, a question, or a dot for neither."""
    ink = INKS[verdict]
    if verdict == "improvement":
        canvas.add(Shape(f"M{x + 5.5:.1f} {y + 0.5:.1f}l5.5 10h-11z", fill=ink))
    elif verdict == "regression":
        canvas.add(Shape(f"M{x + 5.5:.1f} {y + 10.5:.1f}l5.5 -10h-11z", fill=ink))
    elif verdict == "open":
        canvas.text(x - 1, y - 2.6, 13, "?", BODY_BOLD, ink, anchor="middle")
    else:
        canvas.add(Rect(round(x + 2, 1), round(y + 2, 1), 7, 7, ink, radius=3.5))


def marks_width(marks: Sequence[tuple[Verdict, int]]) -> float:
    """Give the width of a pill with marks."""
    return 18 + sum(MARK + 4 + text_width(str(count), TINY_BOLD) for _, count in marks) + 9 * (len(marks) - 1)


def draw_marks(canvas: Canvas, marks: Sequence[tuple[Verdict, int]], middle: float, y: float) -> None:
    """Draw a pill with marks and their counts around a middle, 22 high."""
    wide = marks_width(marks)
    x = middle - wide / 2
    canvas.add(Rect(round(x, 1), round(y, 1), round(wide, 1), 22, "card", "edge", 11, name="chip"))
    x += 9
    for verdict, count in marks:
        draw_mark(canvas, verdict, x, y + 5.5)
        each = text_width(str(count), TINY_BOLD)
        canvas.text(x + MARK + 4, y + 3, each + 1, str(count), TINY_BOLD, INKS[verdict])
        x += MARK + 4 + each + 9


def struck(canvas: Canvas, x: float, y: float, room: float, text: str, style: Style, fill: str) -> float:
    """Set a text with a line through it; give its height."""
    right = right_to_left(text)
    place = len(canvas.strokes)
    height = canvas.text(x, y, room, text, style, fill)
    lines = wrap(text, round(room, 1), style)
    level = y + style.baseline - 0.32 * style.size
    for line in lines if len(canvas.strokes) > place else ():
        wide = min(text_width(line, style), room)
        left = x + room - wide if right else x
        canvas.add(Line(round(left, 1), round(level, 1), round(left + wide, 1), round(level, 1), fill, 1.1))
        level += style.leading
    return height


def draw_figures(canvas: Canvas, figures: Sequence[Figure], left: float, right: float, y: float) -> float:
    """Draw the figures beside each other, before → after; give where they end."""
    gap = 12.0
    each = (right - left - gap * (len(figures) - 1)) / len(figures)
    inner = each - 28
    tall = 66 + max(sum(len(wrap(line, round(inner, 1), TINY)) for line in f.below.splitlines()) for f in figures) * (
        TINY.leading
    )
    for place, figure in enumerate(figures):
        x = left + place * (each + gap)
        canvas.add(Rect(round(x + 0.5, 1), y + 0.5, round(each - 1, 1), round(tall + 11, 1), "card", "edge", 10,
                        name="card"))  # fmt: skip
        canvas.text(x + 14, y + 13, inner, figure.label, TINY_BOLD, "soft")
        at = x + 14
        if figure.before:
            before = f"{figure.before} →"
            wide = text_width(before, _BEFORE) + 8
            canvas.text(at, y + 36, wide, before, _BEFORE, "soft")
            at += wide
        canvas.text(at, y + 30, x + 14 + inner - at, figure.after, _VALUE, figure.tone)
        below = y + 64
        for line in figure.below.splitlines():
            below += canvas.text(x + 14, below, inner, line, TINY, "soft")
    return y + tall + 12
