"""The moves of `migration`, made in texts: pieces are taken out of one phase and put in another."""

from __future__ import annotations

from dataclasses import replace

from klantreis.merge.migration import Move, Plan, Side, plan
from klantreis.merge.pages import Triple, paired
from klantreis.merge.pieces import Block, DoubtError, Item, Page, Stream


def settle(base: Stream, ours: Stream, theirs: Stream) -> tuple[set[Side], set[str]]:
    """Make the moves first that only one side made; give the versions that changed, and what is in doubt.

    The pieces are changed in place: their data no longer fits. Raises `DoubtError` when a touchpoint
    is written so that it cannot be moved.
    """
    changed: set[Side] = set()
    doubted: set[str] = set()
    for triple in paired(base, ours, theirs)[1]:
        if triple.base is None or triple.ours is None or triple.theirs is None:
            continue
        found = plan(triple.base.data, triple.ours.data, triple.theirs.data)
        doubted |= found.doubted
        for move in found.moves:
            if move.idle and _no_remark_changed(move, found, triple):
                continue
            for side in move.sides:
                _move(move, found, triple, side)
                changed.add(side)
    return changed, doubted


def _move(move: Move, found: Plan, triple: Triple, side: Side) -> None:
    here, there = found.names[side], found.names[move.like]
    phases, model = _phases(_page(triple, side)), _phases(_page(triple, move.like))
    source = here.phases.index(here.home(move.step) or "")
    steps = _steps(phases.whole_items[source], here.steps[source])
    place = here.steps[source].index(move.step)
    step = steps.items.pop(place)
    here.steps[source].pop(place)
    if not steps.items:
        _block(phases.whole_items[source]).items.remove(_touchpoints(phases.whole_items[source]))
    pattern = model.whole_items[there.phases.index(move.phase)]
    if move.phase not in here.phases:
        at = there.before(there.phases, move.phase, here.phases)
        others = [item for item in _block(pattern).items if item is not _touchpoints(pattern)]
        if not others or (_block(pattern).inline and _block(pattern).items[0] is not others[0]):
            raise DoubtError("a phase begins with its touchpoints")
        phases.items.insert(at, replace(pattern, below=replace(_block(pattern), items=others), _own=None))
        here.phases.insert(at, move.phase)
        here.steps.insert(at, [])
    target = here.phases.index(move.phase)
    known = here.steps[target]
    at = there.before(there.steps[there.phases.index(move.phase)], move.step, known)
    phase = phases.whole_items[target]
    if known:
        _steps(phase, known).items.insert(at, step)
    else:
        entry = _touchpoints(pattern)
        below = Block("sequence", _block(entry).offset, inline=False, items=[step])
        _block(phase).items.append(replace(entry, below=below, lead=[], _own=None))
    known.insert(at, move.step)


def _no_remark_changed(move: Move, found: Plan, triple: Triple) -> bool:
    """Tell whether the side that did not move a touchpoint left the comments in it as they were, too."""
    steps = []
    for side in move.sides:
        names = found.names[side]
        source = names.phases.index(names.home(move.step) or "")
        block = _steps(_phases(_page(triple, side)).whole_items[source], names.steps[source])
        steps.append(block.whole_items[names.steps[source].index(move.step)])
    return steps[0].means(steps[1])


def _page(triple: Triple, side: Side) -> Page:
    page = {"base": triple.base, "ours": triple.ours, "theirs": triple.theirs}[side]
    if page is None:
        raise DoubtError("the document is not there")
    return page


def _phases(page: Page) -> Block:
    return _block(next(item for item in page.block.whole_items if item.name == "phases"))


def _steps(phase: Item, names: list[str]) -> Block:
    block = _block(_touchpoints(phase))
    if block.kind != "sequence" or len(block.items) != len(names):
        raise DoubtError("touchpoints are written in short")
    return block


def _touchpoints(phase: Item) -> Item:
    found = next((item for item in _block(phase).whole_items if item.name == "touchpoints"), None)
    if found is None:
        raise DoubtError("touchpoints are written in brackets")
    return found


def _block(item: Item) -> Block:
    if item.below is None:
        raise DoubtError("what has to be moved stands in brackets, or in short")
    return item.below
