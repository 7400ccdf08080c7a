"""The strokes of a flow: the ground of the phases, the lines between the cards, the cards."""

from __future__ import annotations

from collections.abc import Sequence
from math import hypot

from klantreis.language.words import Words
from klantreis.render.flow import card
from klantreis.render.flow.boxes import PAD, PILLS, Layout, Line, Point
from klantreis.render.flow.items import Edge, Flow, handed
from klantreis.render.flow.layout import START_ROOM
from klantreis.render.flow.place import Region
from klantreis.render.kit.draw import Canvas, Group, Rect, Shape, text_width
from klantreis.render.kit.paint_small import hand_over
from klantreis.render.kit.sheet import Cuts, Page
from klantreis.render.kit.styles import LARGE_BOLD, SMALL, SMALL_BOLD, TINY

_BEND = 9.0
_THIN, _USUAL, _THICK = 1.2, 1.8, 2.8
"""How thick lines are: of nobody, of whom nothing is said, and how much more of everybody."""
_TIP = 9.0


def draw(flow: Flow, layout: Layout, words: Words) -> Page:
    """Give the picture."""
    canvas = Canvas()
    colours = {phase.place: phase.colour for phase in flow.phases}
    titles = {phase.place: phase.title for phase in flow.phases}
    for region, box in layout.regions:
        canvas.add(Rect(_r(box.x), _r(box.y), _r(box.width), _r(box.height), "tag", radius=10))
        _title(
            canvas, region, (box.x, box.y, box.width), colours[region.phase], titles[region.phase], words["continued"]
        )
    if layout.start and flow.start:
        _start(canvas, flow.start, layout.start)
    # What most customers do lies on top of what few do.
    for line in sorted(layout.lines, key=lambda line: (_rank(line.edge), _thick(line.edge))):
        _line(canvas, line)
    for placed in layout.cards:
        box = placed.box
        canvas.add(Group(" – ".join(filter(None, (placed.step.title, placed.step.word)))))
        card.draw_card(canvas, placed.step, box.x, box.y, placed.body, colours[placed.step.phase])
        canvas.add(Group(shut=True))
    for line in layout.lines:
        if line.pill:
            x, y = line.pill
            wide = PILLS if line.edge.channel and line.edge.team else 18
            canvas.add(Group(words[handed(line.edge)]))
            hand_over(canvas, x - wide / 2, y - 9, channel=line.edge.channel, team=line.edge.team)
            canvas.add(Group(shut=True))
    return Page(layout.width, layout.height, tuple(canvas.strokes), _cuts(layout))


def _r(value: float) -> float:
    return round(value, 1)


def _title(
    canvas: Canvas, region: Region, at: tuple[float, float, float], colour: int, title: str, continued: str
) -> None:
    x, y, wide = at
    canvas.add(Rect(_r(x + PAD), _r(y), _r(wide - 2 * PAD), 4, f"p{colour}", radius=2))
    y += 12
    y += canvas.text(x + PAD, y, card.WIDTH, title, LARGE_BOLD, f"t{colour}")
    if region.continued:
        canvas.text(x + PAD, y, card.WIDTH, continued, TINY, "soft")


def _start(canvas: Canvas, words: tuple[str, str], points: Sequence[Point]) -> None:
    x, y = points[0]
    _path(canvas, points, "soft", _USUAL, "")
    _arrow(canvas, points, "soft")
    canvas.add(Rect(_r(x - 6), _r(y - 6), 12, 12, "ink", radius=6))
    label, text = words
    wide = text_width(label, SMALL_BOLD) + 2
    canvas.text(x + 16, 0, wide, label, SMALL_BOLD, "ink")
    canvas.text(x + 16 + wide + 8, 0, START_ROOM - wide, text, SMALL, "ink")


def _rank(edge: Edge) -> int:
    return {"loop": 0, "skip": 1}.get(edge.kind, 2)


def _thick(edge: Edge) -> float:
    if edge.kind in ("skip", "loop"):
        return _USUAL
    return _USUAL if edge.share is None else round(_THIN + _THICK * edge.share, 2)


def _line(canvas: Canvas, line: Line) -> None:
    edge = line.edge
    colour = "blue" if edge.kind == "loop" else "soft"
    # Where there is one ink, dashes and dots still tell the loop from a step that is skipped.
    dash = "8 5" if edge.kind == "loop" else "2 4" if edge.kind == "skip" else ""
    _path(canvas, line.points, colour, _thick(edge), dash)
    _arrow(canvas, line.points, colour)


def _path(canvas: Canvas, points: Sequence[Point], colour: str, thick: float, dash: str) -> None:
    """Draw a line with rounded corners, that ends within its arrow."""
    *before, end = points
    last = before[-1]
    far = hypot(end[0] - last[0], end[1] - last[1]) or 1.0
    stop = (end[0] - (end[0] - last[0]) / far * (_TIP - 2), end[1] - (end[1] - last[1]) / far * (_TIP - 2))
    path = [*before, stop]
    parts = [f"M{path[0][0]:.1f} {path[0][1]:.1f}"]
    for place in range(1, len(path) - 1):
        here = path[place]
        bend = min(_BEND, _half(path[place - 1], here), _half(here, path[place + 1]))
        one, other = _toward(here, path[place - 1], bend), _toward(here, path[place + 1], bend)
        parts.append(f"L{one[0]:.1f} {one[1]:.1f}Q{here[0]:.1f} {here[1]:.1f} {other[0]:.1f} {other[1]:.1f}")
    parts.append(f"L{path[-1][0]:.1f} {path[-1][1]:.1f}")
    canvas.add(Shape("".join(parts), edge=colour, thick=thick, dash=dash))


def _half(one: Point, other: Point) -> float:
    return hypot(one[0] - other[0], one[1] - other[1]) / 2


def _toward(here: Point, there: Point, far: float) -> Point:
    length = hypot(there[0] - here[0], there[1] - here[1]) or 1.0
    return here[0] + (there[0] - here[0]) / length * far, here[1] + (there[1] - here[1]) / length * far


def _arrow(canvas: Canvas, points: Sequence[Point], colour: str) -> None:
    (x0, y0), (x, y) = points[-2], points[-1]
    length = hypot(x - x0, y - y0) or 1.0
    dx, dy = (x - x0) / length * _TIP, (y - y0) / length * _TIP
    wide = 0.5
    corners = ((x, y), (x - dx - dy * wide, y - dy + dx * wide), (x - dx + dy * wide, y - dy - dx * wide))
    canvas.add(Shape("M" + "L".join(f"{px:.1f} {py:.1f}" for px, py in corners) + "Z", fill=colour))


def _cuts(layout: Layout) -> Cuts:
    """Cut between columns and between rows: there stands no card."""
    tops = {_r(box.y - 4) for _, box in layout.regions}
    first = {min(card.box.y for card in layout.cards if box.y <= card.box.y) for _, box in layout.regions}
    rows = {_r(placed.box.y - 11) for placed in layout.cards if placed.box.y not in first}
    lefts = sorted({_r(placed.box.x - PAD - 3) for placed in layout.cards})
    return Cuts(tuple(lefts[1:]), tuple(sorted(tops | rows)[1:]))
