"""What stands under the picture in the SVG: legend, the biggest differences, the way there."""

from __future__ import annotations

from klantreis.compare.gap import Gap
from klantreis.render.gap.figures import share_text
from klantreis.render.gap.matrix import SIZE, Chance, chances_of, draw_matrix, rated
from klantreis.render.gap.parts import MARK, draw_mark
from klantreis.render.gap.shapes import ORDER, Entry, GapData
from klantreis.render.gap.tellings import context_of
from klantreis.render.kit import theme
from klantreis.render.kit.draw import Canvas, Line, Rect, Shape, text_height, text_width
from klantreis.render.kit.styles import BODY_BOLD, LARGE_BOLD, SMALL, SMALL_BOLD, TINY, TINY_BOLD

MOST = 10
_OPEN = 6
_CHANCES = 12
_ASIDE = 320.0
_WIDE, _WIDEST, _TWO = 1400.0, 2000.0, 860.0
"""From here on there is room for the opportunities too; lists grow no wider than this; two columns of them."""
_FOLLOWS = ("scores", "details", "opportunities", "values", "evidence")
"""Topics that the figures above tell already, or that follow from others."""


def biggest(data: GapData, most: int = MOST) -> list[Entry]:
    """Give the differences that matter most: the large ones, and of those what got worse first."""
    rank = {"regression": 0, "improvement": 1, "open": 2, "neutral": 3}
    shown = [entry for entry in data.entries if entry.topic not in _FOLLOWS]
    return sorted(shown, key=lambda entry: (-entry.size, rank[entry.verdict]))[:most]


def draw_legend(canvas: Canvas, data: GapData, left: float, right: float, y: float) -> float:
    """Draw what the marks and colours mean; give where it ends."""
    terms, x = data.terms, left
    items = [*ORDER, *(("dream", "current", "risen", "fallen") if any(data.points) else ())]
    items += ["truth"] if data.truths else []
    for item in items:
        side = {"current": data.sides[0][0], "dream": data.sides[1][0]}.get(item)
        text = side.lower() if side else terms[item]
        wide = text_width(text, TINY) + 2
        if x > left and x + 22 + wide > right:
            x, y = left, y + 21
        _sample(canvas, item, x, y)
        canvas.text(x + 22, y, wide, text, TINY, "soft")
        x += 22 + wide + 20
    return y + TINY.leading


def _sample(canvas: Canvas, item: str, x: float, y: float) -> None:
    middle = y + 8
    if item == "dream":
        canvas.add(Line(x, round(middle, 1), x + 16, round(middle, 1), "ink", 2.6))
    elif item == "current":
        canvas.add(Line(x, round(middle, 1), x + 16, round(middle, 1), "soft", 1.7, "6 4"))
    elif item in ("risen", "fallen"):
        canvas.add(Rect(x, round(middle - 5, 1), 16, 10, "good-area" if item == "risen" else "bad-area", radius=2))
    elif item == "truth":
        canvas.add(Shape(f"M{x + 8:.1f} {middle - 5.5:.1f}l5.5 5.5l-5.5 5.5l-5.5 -5.5z", fill="gold"))
    else:
        draw_mark(canvas, next(verdict for verdict in ORDER if verdict == item), x + 3, middle - 5.5)


def draw_lists(canvas: Canvas, gap: Gap, data: GapData, left: float, right: float, y: float) -> float:
    """Draw the biggest differences, and beside them what the roadmap does; give where they end."""
    if not data.entries:
        text = data.terms["same-plan" if data.plan else "same"]
        canvas.text(left, y, right - left, text, LARGE_BOLD, "good")
        return y + LARGE_BOLD.leading
    entries = biggest(data)
    if not entries:
        return y
    aside = gap.coverage is not None and gap.coverage.total > 0
    chances = chances_of(gap, context_of(gap.comparison.new, data.terms)) if data.plan else ()
    wide = right - left >= _WIDE
    matrix = wide and len(rated(chances)) > 1
    right = min(right, left + _WIDEST)
    room = right - left - (_ASIDE + 48 if aside else 0) - (SIZE + 48 if matrix else 0)
    top = y
    low = y + canvas.text(left, y, room, data.terms["biggest"], LARGE_BOLD, "ink") + 10
    across = 2 if room >= _TWO else 1
    each = (room - 36 * (across - 1)) / across
    heights = [_entry(Canvas(gauge=True), entry, 0, 0, each) for entry in entries]
    half = -(-len(entries) // across)
    start = low
    for column in range(across):
        y = start
        for entry, height in list(zip(entries, heights, strict=True))[column * half : (column + 1) * half]:
            _entry(canvas, entry, left + column * (each + 36), y, each)
            y += height + 12
        low = max(low, y)
    if len(data.entries) > len(entries):
        more = data.terms["more"].format(count=len(data.entries) - len(entries))
        low += canvas.text(left + MARK + 10, low, room, more, TINY, "soft")
    if matrix:
        right -= SIZE + 48
        low = max(low, _chances(canvas, data, chances, right + 48, top))
    if aside:
        low = max(low, _aside(canvas, gap, data, right - _ASIDE, top))
    return low


def _chances(canvas: Canvas, data: GapData, chances: tuple[Chance, ...], x: float, y: float) -> float:
    y += canvas.text(x, y, SIZE, data.terms["opportunities"], LARGE_BOLD, "ink") + 32
    y = draw_matrix(canvas, chances, data.terms, x, y) + 10
    shown = rated(chances)
    for chance in shown[:_CHANCES]:
        canvas.text(x, y, 18, str(chance.number), TINY_BOLD, "blue", anchor="end")
        y += canvas.text(x + 26, y, SIZE - 26, chance.title, TINY, "ink") + 3
    if len(shown) > _CHANCES:
        y += canvas.text(x + 26, y, SIZE - 26, f"+ {len(shown) - _CHANCES}", TINY_BOLD, "blue") + 3
    return y


def _entry(canvas: Canvas, entry: Entry, x: float, y: float, room: float) -> float:
    """Draw a difference: its sign, the sentence, and who does something for it."""
    top, indent = y, MARK + 10
    if not canvas.gauge:
        draw_mark(canvas, entry.verdict, x, y + 3)
    y += canvas.text(x + indent, y, room - indent, entry.what, SMALL_BOLD, "ink")
    y += canvas.text(x + indent, y + 1, room - indent, entry.why, TINY, "soft") + 1
    for work in entry.by[:2]:
        text = " · ".join(filter(None, (work.title, work.below)))
        y += canvas.text(x + indent, y + 1, room - indent, f"→ {text}", TINY_BOLD, "blue") + 1
    return y - top


def _aside(canvas: Canvas, gap: Gap, data: GapData, x: float, y: float) -> float:
    terms, coverage = data.terms, gap.coverage
    if coverage is None:
        return y
    y += canvas.text(x, y, _ASIDE, terms["roadmap"], LARGE_BOLD, "ink") + 12
    draw_bar(canvas, coverage.share or 0, x, y, _ASIDE - 62)
    canvas.text(x + _ASIDE - 54, y - 6, 54, share_text(gap, terms), LARGE_BOLD, "ink", anchor="end")
    text = terms["covered"].format(covered=coverage.covered, total=coverage.total)
    y += 20 + canvas.text(x, y + 20, _ASIDE, text, TINY, "soft") + 12
    opens = [entry for entry in data.entries if entry.open]
    if not opens:
        return y + canvas.text(x, y, _ASIDE, terms["covered-all"], SMALL_BOLD, "good")
    y += canvas.text(x, y, _ASIDE, f"{terms['open-gaps']}: {len(opens)}", BODY_BOLD, "gold-text") + 8
    for entry in opens[:_OPEN]:
        height = text_height(_ASIDE - 24, entry.what, SMALL) + 18
        canvas.add(Rect(round(x + 0.5, 1), round(y + 0.5, 1), _ASIDE - 1, round(height - 1, 1), "gold-tint", "gold", 8,
                        "4 3", 1.2, "card"))  # fmt: skip
        canvas.text(x + theme.INSET, y + 9, _ASIDE - 24, entry.what, SMALL, "gold-ink")
        y += height + 8
    if len(opens) > _OPEN:
        y += canvas.text(x, y, _ASIDE, f"+ {len(opens) - _OPEN}", TINY_BOLD, "gold-text")
    return y


def draw_bar(canvas: Canvas, share: float, x: float, y: float, room: float) -> None:
    """Draw how much is covered."""
    canvas.add(Rect(round(x, 1), round(y, 1), round(room, 1), 10, "track", radius=5))
    if share:
        wide = max(10.0, room * share)
        canvas.add(Rect(round(x, 1), round(y, 1), round(wide, 1), 10, "good" if share >= 1 else "gold", radius=5))
