"""A roadmap's references: what its initiatives close, and what they wait for."""

from __future__ import annotations

from collections import deque
from itertools import chain
from typing import Any

from klantreis import rules
from klantreis.check.collector import Collector, resolve, resolves
from klantreis.check.index import Index
from klantreis.check.outline import Outline, Step
from klantreis.findings import Path, Related
from klantreis.wording import shortened


def check(roadmap: Any, outline: Outline, index: Index, out: Collector) -> None:
    """Check `from`, `to`, `closes` and `depends_on`."""
    sides = [
        side
        for side in (_side(key, written, index, out) for key, written in (("from", roadmap.from_), ("to", roadmap.to)))
        if side is not None
    ]
    ids = {initiative.id for initiative in roadmap.initiatives}
    for i, initiative in enumerate(roadmap.initiatives):
        # What a finished initiative closed may be gone: that was the purpose.
        sure = len(sides) == len(("from", "to")) and initiative.status != "done"
        for c, written in enumerate(initiative.closes):
            _closes(written, sides, ("initiatives", i, "closes", c), out, sure=sure)
        for d, written in enumerate(initiative.depends_on):
            if not resolves(written, ids) and "initiatives" not in outline.pruned:
                out.unknown(rules.UNKNOWN_INITIATIVE, ("initiatives", i, "depends_on", d), "initiative", written, ids)
    _cycles(roadmap, out)


def _side(key: str, written: str, index: Index, out: Collector) -> Outline | None:
    found = index.find("journey", written)
    if found is None and not index.incomplete:
        out.unknown(rules.UNKNOWN_JOURNEY, (key,), "journey", written, index.ids("journey"))
    return found


def _closes(written: str, sides: list[Outline], path: Path, out: Collector, *, sure: bool) -> None:
    for side in sides:
        found = side.closed_by(written)
        sorts = {(step.sort, step.id) if isinstance(step, Step) else (step.sort, "") for step in found}
        if len(sorts) > 1:
            names = " and ".join(_a(sort) for sort, _ in sorted(sorts))
            out.add(
                rules.AMBIGUOUS,
                path,
                f"`{shortened(written)}` fits two things in `{shortened(side.id)}`: {names}.",
                "Write `touchpoint/item` or `phase/item`, or give one of them another id.",
                tuple(Related(_elsewhere(side, step.path), _a(step.sort)) for step in found[:2]),
            )
            return
        if found:
            return
    if sure and not any(side.doubtful for side in sides):
        steps = [step for side in sides for step in side.steps]
        known = chain((step.id for step in steps), (f"{step.id}/{item.id}" for step in steps for item in step.items))
        out.unknown(
            rules.UNKNOWN_STEP,
            path,
            "step, pain point or opportunity",
            written,
            known,
            "Write a phase, a touchpoint, or either followed by `/item`.",
        )


def _a(sort: str) -> str:
    return f"{'an' if sort[0] in 'aeio' else 'a'} {sort}"


def _elsewhere(side: Outline, path: Path) -> Any:
    from klantreis.findings import Where

    return Where(side.file, side.document, path)


def _cycles(roadmap: Any, out: Collector) -> None:
    ids = {item.id for item in roadmap.initiatives}
    follows = {
        item.id: [key for name in item.depends_on if (key := resolve(name, ids))] for item in roadmap.initiatives
    }
    follows = on_rings(follows)
    told: set[str] = set()
    for i, initiative in enumerate(roadmap.initiatives):
        ring = find_ring(initiative.id, follows) if initiative.id not in told else None
        if ring:
            told.update(ring)
            out.add(
                rules.CYCLE,
                ("initiatives", i, "depends_on"),
                f"These wait for each other: {' → '.join([*ring, ring[0]])}.",
                "Take one of the dependencies away.",
            )


def on_rings(follows: dict[str, list[str]]) -> dict[str, list[str]]:
    """Keep only what can lie on a ring: take away, again and again, what leads nowhere."""
    left = {name: {other for other in names if other in follows} for name, names in follows.items()}
    leads_here: dict[str, list[str]] = {}
    for name, names in left.items():
        for following in names:
            leads_here.setdefault(following, []).append(name)
    ends = [name for name, names in left.items() if not names]
    while ends:
        end = ends.pop()
        del left[end]
        for name in leads_here.get(end, ()):
            left[name].discard(end)
            if not left[name]:
                ends.append(name)
    return {name: [following for following in follows[name] if following in left] for name in left}


def find_ring(start: str, follows: dict[str, list[str]]) -> list[str] | None:
    """Give the shortest way from a name back to itself, None when there is none."""
    came_from: dict[str, str] = {}
    reached = deque([start])
    while reached:
        here = reached.popleft()
        for following in follows.get(here, ()):
            if following == start:
                way = [here]
                while way[-1] != start:
                    way.append(came_from[way[-1]])
                return way[::-1]
            if following not in came_from:
                came_from[following] = here
                reached.append(following)
    return None
