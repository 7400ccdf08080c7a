"""The whole picture, small, on a page that has only the header: which piece of it is on which page."""

from __future__ import annotations

from klantreis.render.kit.draw import Canvas, Icon, Image, Move, Rect, Shape, Stroke, Words, text_width
from klantreis.render.kit.sheet import Cuts, Page
from klantreis.render.kit.styles import BODY_BOLD
from klantreis.render.paper.bounds import Box, Placed
from klantreis.render.paper.cut import Cutter
from klantreis.render.paper.plan import Block, Plan

_LEAST = 140.0
"""The least height an overview is worth, in pixels."""
_MOST = 0.6
"""No overview is larger than this part of its picture: it is not to be read."""
_INSET = 3.0
_PILL = 24.0


def numbered(plan: Plan, first: int) -> list[tuple[Block, int]]:
    """Give the pieces with the numbers of their pages."""
    pages = enumerate(plan.pages, first)
    return [(block, number) for number, blocks in pages for block in blocks if block.kind == "piece"]


def overview(canvas: Canvas, page: Page, cutter: Cutter, pieces: list[tuple[Block, int]], box: Box) -> None:
    """Draw a picture small in a box, its words as bars, every piece framed with its page number."""
    wide, high = box.right - box.left, box.bottom - box.top
    if high < _LEAST:
        return
    scale = round(min(wide / page.width, high / page.height, _MOST), 4)
    left, top = round(box.left, 1), round(box.top, 1)
    canvas.strokes += _small(cutter, left, top, scale)
    cuts = page.cuts or Cuts()
    for block, number in pieces:
        x1 = 0 if block.column[0] <= cuts.left else block.column[0]
        y1 = 0 if block.row[0] <= cuts.top else block.row[0]
        x2, y2 = block.column[1], block.row[1]
        frame = Box(left + x1 * scale, top + y1 * scale, left + x2 * scale, top + y2 * scale)
        _frame(canvas, frame, str(number))


def _small(cutter: Cutter, x: float, y: float, scale: float) -> list[Stroke]:
    found: list[Stroke] = [Move(x, y, scale=scale)]
    used: set[str] = set()
    for item in cutter.placed:
        stroke = _bar(item) if isinstance(item.stroke, Words) else item.stroke
        if stroke is None or isinstance(stroke, Icon):
            continue
        if isinstance(stroke, Shape | Image) and stroke.clip:
            used.add(stroke.clip)
        moved = bool(item.x or item.y) and not isinstance(item.stroke, Words)
        found += [Move(item.x, item.y), stroke, Move(shut=True)] if moved else [stroke]
    return [*(cutter.clips[name] for name in sorted(used)), *found, Move(shut=True)]


def _bar(item: Placed) -> Stroke | None:
    """Give a line of text as a bar: an overview that small cannot be read, and need not be searched."""
    words = item.stroke
    if not isinstance(words, Words) or words.fill.startswith(("on-", "pill")):
        return None
    size, box = words.style.size, item.box
    x, y, wide = round(box.left, 1), round(box.top + 0.45 * size, 1), round(box.right - box.left, 1)
    return Rect(x, y, wide, round(size / 2, 1), "track", radius=2)


def _frame(canvas: Canvas, box: Box, number: str) -> None:
    x, y = round(box.left + _INSET, 1), round(box.top + _INSET, 1)
    wide, high = round(box.right - box.left - 2 * _INSET, 1), round(box.bottom - box.top - 2 * _INSET, 1)
    canvas.add(Rect(x, y, wide, high, "", "soft", 8))
    pill = round(max(_PILL, text_width(number, BODY_BOLD) + 14), 1)
    at = Box(x + wide - pill - 6, y + high - _PILL - 6, x + wide - 6, y + high - 6)
    canvas.add(Rect(round(at.left, 1), round(at.top, 1), pill, _PILL, "pill", radius=_PILL / 2))
    down = at.top + (_PILL - BODY_BOLD.leading) / 2
    canvas.text(at.left, down, pill, number, BODY_BOLD, "pill-text", anchor="middle")
