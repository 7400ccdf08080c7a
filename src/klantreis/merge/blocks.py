"""Three versions of a block as one: what one side changed is taken, what both changed is looked into."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from klantreis.edit.steps import same
from klantreis.merge.choosing import changed, three_lines
from klantreis.merge.flow import merged_flow, order_of_keys
from klantreis.merge.identity import aligned, as_list, holds
from klantreis.merge.order import merged_order
from klantreis.merge.pieces import Block, Conflict, Item
from klantreis.merge.short import merged_short


class Merger:
    """Merges blocks. What is named in `doubted` is not added, changed or taken away by one side alone.

    Swapping the sides gives the same, but for the sides of conflicts.
    """

    def __init__(self, doubted: frozenset[str] = frozenset()) -> None:
        self.doubted = doubted

    def block(self, base: Block | None, ours: Block, theirs: Block) -> Block | None:
        """Give three blocks as one; nothing when they cannot be told apart item by item."""
        three = [block.whole_items if block is not None else [] for block in (base, ours, theirs)]
        if ours.kind == "sequence":
            keys = aligned(*([item.data for item in items] for items in three))
            if keys is None or keys.contested:
                return None
            names, listed = keys.three, True
        else:
            names, listed = [[item.name for item in items] for items in three], False
        maps = [dict(zip(some, items, strict=True)) for some, items in zip(names, three, strict=True)]
        found = self._members(maps, names, listed=listed)
        arrange = merged_order if listed else order_of_keys
        order = arrange(names[0], names[1], names[2], set(found))
        if order is None:
            return None
        tail = three_lines(base.tail if base is not None else [], ours.tail, theirs.tail)
        offset = changed(None if base is None else base.offset, ours.offset, theirs.offset)
        offset = min(ours.offset, theirs.offset) if offset is None else offset
        if tail is None:
            return None
        return Block(ours.kind, offset, ours.inline, [found[key] for key in order], tail)

    def _members(
        self, maps: list[dict[str, Item]], names: list[list[str]], *, listed: bool
    ) -> dict[str, Item | Conflict]:
        found: dict[str, Item | Conflict] = {}
        for key in dict.fromkeys(key for some in names for key in some):
            base, ours, theirs = (items.get(key) for items in maps)
            if ours is not None and theirs is not None:
                item: Item | Conflict | None = self.item(base, ours, theirs)
            else:
                item = self._one_sided(base, ours, theirs, doubted=listed and key in self.doubted)
            if item is not None and not _emptied(item):
                found[key] = item
        return found

    def _one_sided(
        self, base: Item | None, ours: Item | None, theirs: Item | None, *, doubted: bool
    ) -> Item | Conflict | None:
        """Give what is in one side only: added there, or taken away in the other."""
        kept = ours if ours is not None else theirs
        if kept is None:
            return None
        conflict = Conflict(_some(base), _some(ours), _some(theirs))
        if doubted or holds(kept.data, self.doubted):
            return conflict
        if base is None:
            return kept
        if kept.means(base):
            return None
        return self._without_list(base, kept) or conflict

    def _without_list(self, base: Item, kept: Item) -> Item | None:
        """Give a list that one side took away whole, with what the other side added."""
        tail = base.below.tail if base.below is not None else []
        if (
            not (isinstance(kept.data, list) and base.name)
            or same(kept.data, base.data)
            or "#" in "".join((*base.lead, base.head, base.rest, *tail))
        ):
            # A comment at the list is taken away with it.
            return None
        if kept.below is None:
            text = merged_flow(base, None, kept)
            return replace(kept, value=text, _own=None) if text is not None and text.strip("[ ]") else None
        below = self.block(_listed(base), Block("sequence", kept.below.offset, inline=False, items=[]), kept.below)
        if below is None or not below.items or _conflicts(below):
            return None
        return replace(kept, below=below, _own=None)

    def item(self, base: Item | None, ours: Item, theirs: Item) -> Item | Conflict:
        """Give three versions of the same key or item as one."""
        if ours.whole == theirs.whole:
            return ours
        if self._in_doubt(base, ours, theirs):
            return _conflict(base, ours, theirs)
        if base is not None and not self._hides_doubt(ours, theirs) and base.whole in (ours.whole, theirs.whole):
            return theirs if ours.whole == base.whole else ours
        above = base.lead if base is not None else []
        lead = three_lines(above, ours.lead, theirs.lead)
        own = self._own(base, ours, theirs)
        if own is not None and lead is not None:
            return replace(own, lead=lead)
        if own is not None:
            return Conflict([], [], [], leads=(above, ours.lead, theirs.lead), item=replace(own, lead=[]))
        return _formatted(base, ours, theirs) or _conflict(base, ours, theirs)

    def _in_doubt(self, base: Item | None, ours: Item, theirs: Item) -> bool:
        """Tell whether a value that one side changed has to do with what is in doubt."""
        if not self.doubted or ours.below is not None or theirs.below is not None or same(ours.data, theirs.data):
            return False
        return any(holds(item.data, self.doubted) for item in (*_some(base), ours, theirs))

    def _hides_doubt(self, ours: Item, theirs: Item) -> bool:
        """Tell whether something may stand deeper that one side alone may not add or take away."""
        return bool(self.doubted) and ours.below is not None and theirs.below is not None

    def _own(self, base: Item | None, ours: Item, theirs: Item) -> Item | None:
        if ours.own == theirs.own:
            return ours
        if base is not None and not self._hides_doubt(ours, theirs) and base.own in (ours.own, theirs.own):
            return theirs if ours.own == base.own else ours
        if ours.below is not None and theirs.below is not None:
            return self._nested(base, ours, theirs)
        found = None if ours.below is not None or theirs.below is not None else _leaf(base, ours, theirs)
        return found or merged_short(base, ours, theirs)

    def _nested(self, base: Item | None, ours: Item, theirs: Item) -> Item | None:
        one, other = ours.below, theirs.below
        if one is None or other is None or one.kind != other.kind:
            return None
        before = _listed(base) if one.kind == "sequence" else base.below if base is not None else None
        if before is not None and before.kind != one.kind:
            return None
        if one.inline != other.inline:
            # One side put the dash on a line of its own; its way of writing goes with its text only.
            return None
        head = changed(base.head if base is not None and base.below is not None else None, ours.head, theirs.head)
        below = self.block(before, one, other)
        if head is None or below is None or not _sound(below):
            return None
        if below.inline:
            below.offset = len(head)
        return replace(ours, head=head, below=below, _own=None)


def _leaf(base: Item | None, ours: Item, theirs: Item) -> Item | None:
    known = base if base is not None and base.below is None else None
    head = changed(known.head if known is not None else None, ours.head, theirs.head)
    if head is None and "\n" not in ours.value + theirs.value:
        head = min(ours.head, theirs.head)
    rest = changed(known.rest if known is not None else "", ours.rest, theirs.rest)
    value = changed(known.value if known is not None else None, ours.value, theirs.value)
    if value is None:
        value = _value(base, ours, theirs)
    if head is None or rest is None or value is None:
        return None
    return replace(ours, head=head, value=value, rest=rest, _own=None)


def _value(base: Item | None, ours: Item, theirs: Item) -> str | None:
    """Give the text of a value that both sides wrote differently."""
    if same(ours.data, theirs.data):
        # A comment behind the sign of a block text counts for more than the way that is written.
        known = base.remarks if base is not None else ()
        return min((item.remarks == known, item.value) for item in (ours, theirs))[1]
    if base is not None and same(ours.data, base.data):
        return theirs.value
    if base is not None and same(theirs.data, base.data):
        return ours.value
    if base is not None and base.below is not None:
        return None
    return merged_flow(base, ours, theirs)


def _formatted(base: Item | None, ours: Item, theirs: Item) -> Item | None:
    """Give the item of the side that changed more than the way it is written."""
    if ours.means(theirs):
        return min(ours, theirs, key=lambda item: item.whole)
    if base is not None and ours.means(base):
        return theirs
    return ours if base is not None and theirs.means(base) else None


def _conflict(base: Item | None, ours: Item, theirs: Item) -> Conflict:
    lead: list[str] = []
    if ours.lead == theirs.lead:
        lead = ours.lead
        ours, theirs = replace(ours, lead=[]), replace(theirs, lead=[])
    return Conflict(_some(base), [ours], [theirs], lead)


def _some(item: Item | None) -> list[Item]:
    return [] if item is None else [item]


def _listed(item: Item | None) -> Block | None:
    """Give the list that an item holds; one value, or a list in brackets, as if it were written on lines."""
    if item is None or item.below is not None:
        return item.below if item is not None else None
    if item.data is None:
        return None
    entries = item.node.entries if item.node.kind == "sequence" else []
    nodes = [entry.value for entry in entries] or [item.node] * (not isinstance(item.data, list))
    parts: Sequence[Item] = [
        Item("", value, node, item.source, [], "- ", item.source[node.start : node.end])
        for node, value in zip(nodes, as_list(item.data), strict=True)
    ]
    return Block("sequence", 2, inline=False, items=[*parts])


def _sound(block: Block) -> bool:
    """Tell whether something is left of a block whichever side is chosen, with its first key in place."""
    conflicts = _conflicts(block)
    if not conflicts:
        return True
    first = block.items[0]
    if block.inline and first in conflicts and not (first.ours and first.theirs):
        return False
    sides = [[getattr(item, side) for item in conflicts] for side in ("ours", "theirs")]
    return len(conflicts) < len(block.items) or all(any(side) for side in sides)


def _conflicts(block: Block) -> list[Conflict]:
    return [item for item in block.items if isinstance(item, Conflict) and item.item is None]


def _emptied(item: Item | Conflict) -> bool:
    return isinstance(item, Item) and item.below is not None and not item.below.items
