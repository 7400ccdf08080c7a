"""A piece of a picture: the strokes of a region, and nothing of what lies outside it.

What is small or is text goes whole to the piece that holds its middle, so that no word is cut and no page
hides words of another. Only what runs on (hairlines, the emotion curve, wide grounds) is cut at the edge.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from klantreis.render.kit.draw import Clip, Icon, Image, Line, Move, Rect, Shape, Stroke, Words
from klantreis.render.kit.sheet import Page
from klantreis.render.paper.bounds import Box, Placed, clip_box, flatten

SMALL = 60.0
"""A shape no larger than this, in pixels, is a mark: it is never cut."""
CARD = 0.55
"""A rectangle that takes less of a region than this part is a card or a label: it is never cut."""


@dataclass(slots=True)
class Cutter:
    """A picture ready to be cut.

    `count` numbers the clips of all its pieces, so that each has its own name. `centred` tells how wide the
    lines are that are centred together, by their middle and their room.
    """

    placed: list[Placed]
    clips: dict[str, Clip]
    bounds: Box
    centred: dict[tuple[float, float], float]
    prefix: str = "k"
    count: int = 0

    @classmethod
    def of(cls, page: Page) -> Cutter:
        """Give a cutter of a picture."""
        placed, clips = flatten(page.strokes)
        centred: dict[tuple[float, float], float] = {}
        for item in placed:
            if isinstance(item.stroke, Words) and item.stroke.anchor == "middle":
                key = (item.x + item.stroke.x, item.stroke.room)
                centred[key] = max(centred.get(key, 0.0), item.box.right - item.box.left)
        return cls(placed, clips, Box(0, 0, page.width, page.height), centred)

    def piece(self, region: Box, x: float, y: float) -> list[Stroke]:
        """Give the strokes of a region, moved so that its top left stands at x, y."""
        return self._moved(self._cut(region), x - region.left, y - region.top)

    def words(self, region: Box, x: float, y: float) -> list[Stroke]:
        """Give only the words that lie in a region, whole, moved so that its top left stands at x, y."""
        found = [item for item in self.placed if isinstance(item.stroke, Words) and region.holds(item.box)]
        return self._moved(found, x - region.left, y - region.top)

    def _moved(self, placed: Iterable[Placed], x: float, y: float) -> list[Stroke]:
        found: list[Stroke] = []
        moved = (0.0, 0.0)
        for stroke in placed:
            here = (stroke.x, stroke.y)
            if here != moved or not found:
                found += [Move(shut=True)] * bool(found)
                found.append(Move(round(x + here[0], 2), round(y + here[1], 2)))
                moved = here
            found.append(stroke.stroke)
        used = {stroke.clip for stroke in found if isinstance(stroke, Shape | Image) and stroke.clip}
        return [*(self.clips[name] for name in sorted(used)), *found, *([Move(shut=True)] * bool(found))]

    def _cut(self, region: Box) -> Iterable[Placed]:
        left, right = region.left, region.right
        for placed in self.placed:
            if placed.box[2] < left or placed.box[0] > right:  # quick, for most strokes are elsewhere
                continue
            if not region.meets(placed.box):
                continue
            if region.holds(placed.box):
                yield placed
            elif _whole(placed, region.within(self.bounds)):
                if _middle_in(placed.box, region):
                    yield self._nudged(placed, region)
            else:
                yield placed._replace(stroke=self._trim(placed, region.moved(-placed.x, -placed.y)))

    def _nudged(self, placed: Placed, region: Box) -> Placed:
        """Move words that hang over an edge back inside, all lines that are centred together as far."""
        stroke, (left, _, right, _) = placed.stroke, placed.box
        if not isinstance(stroke, Words):
            return placed
        if stroke.anchor == "middle":
            middle = placed.x + stroke.x
            half = self.centred[middle, stroke.room] / 2
            left, right = middle - half, middle + half
        shift = max(0.0, region.left - left) or min(0.0, region.right - right)
        return placed._replace(stroke=stroke._replace(x=round(stroke.x + shift, 1), left=round(stroke.left + shift, 1)))

    def _trim(self, placed: Placed, region: Box) -> Stroke:
        """Cut a stroke that runs on; `region` is in the stroke's own measure."""
        stroke = placed.stroke
        if isinstance(stroke, Line) and (stroke.x1 == stroke.x2 or stroke.y1 == stroke.y2):
            box = Box(*sorted_line(stroke)).within(region)
            return stroke._replace(x1=box.left, y1=box.top, x2=box.right, y2=box.bottom)
        if isinstance(stroke, Line):
            path = f"M{stroke.x1} {stroke.y1}L{stroke.x2} {stroke.y2}"
            stroke = Shape(path, edge=stroke.edge, thick=stroke.thick, dash=stroke.dash)
        if isinstance(stroke, Rect):
            stroke = Shape(_outline(stroke), stroke.fill, stroke.edge, stroke.thick, stroke.dash)
        if isinstance(stroke, Shape):
            limit = region
            if stroke.clip in self.clips:
                limit = limit.within(clip_box(self.clips[stroke.clip]))
            return stroke._replace(clip=self._clip(limit))
        return stroke

    def _clip(self, box: Box) -> str:
        self.count += 1
        name = f"{self.prefix}{self.count}"
        left, top, right, bottom = (round(side, 2) for side in box)
        self.clips[name] = Clip(name, left, top, round(right - left, 2), round(bottom - top, 2))
        return name


def _outline(rect: Rect) -> str:
    x, y, wide, high, r = rect.x, rect.y, rect.width, rect.height, min(rect.radius, rect.width / 2, rect.height / 2)
    if not r:
        return f"M{x} {y}h{wide}v{high}h{-wide}z"
    return (
        f"M{x + r} {y}h{wide - 2 * r}q{r} 0 {r} {r}v{high - 2 * r}q0 {r} {-r} {r}"
        f"h{2 * r - wide}q{-r} 0 {-r} {-r}v{2 * r - high}q0 {-r} {r} {-r}z"
    )


def sorted_line(line: Line) -> tuple[float, float, float, float]:
    """Give a line's sides: left, top, right, bottom."""
    return min(line.x1, line.x2), min(line.y1, line.y2), max(line.x1, line.x2), max(line.y1, line.y2)


def _whole(placed: Placed, region: Box) -> bool:
    """Tell whether a stroke over the edge of a region is one that is never cut."""
    stroke, box = placed.stroke, placed.box
    if isinstance(stroke, Words | Icon | Image):
        return True
    wide, high = box.right - box.left, box.bottom - box.top
    if isinstance(stroke, Shape):
        return max(wide, high) <= SMALL
    if isinstance(stroke, Rect):
        fits_x = wide <= CARD * (region.right - region.left) or not _over(
            box.left, box.right, region.left, region.right
        )
        fits_y = high <= CARD * (region.bottom - region.top) or not _over(
            box.top, box.bottom, region.top, region.bottom
        )
        return fits_x and fits_y
    return False


def _over(low: float, high: float, start: float, end: float) -> bool:
    return low < start or high > end


def _middle_in(box: Box, region: Box) -> bool:
    x, y = (box.left + box.right) / 2, (box.top + box.bottom) / 2
    return region.left <= x < region.right and region.top <= y < region.bottom
