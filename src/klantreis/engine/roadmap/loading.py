"""The two journeys that a roadmap leads between, and the gap that it is held against."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from klantreis.compare.comparison import Comparison, compare
from klantreis.compare.gap import Gap, gap_of
from klantreis.engine.sides import Held, Workspace, named
from klantreis.errors import UsageError
from klantreis.model.document import Kind
from klantreis.model.journey import Journey
from klantreis.model.roadmap import Roadmap
from klantreis.suggest import did_you_mean
from klantreis.wording import shortened


@dataclass(frozen=True, slots=True, eq=False)
class Route:
    """A journey and a dream of it, compared, and the roadmap between them if there is one."""

    workspace: Workspace
    current: Held
    dream: Held
    held: Held | None
    roadmap: Roadmap | None
    comparison: Comparison

    def gap(self) -> Gap:
        """Give the gap, with the roadmap held against it."""
        return gap_of(self.comparison, self.roadmap)


def pick(workspace: Workspace, held: Sequence[Held], name: str, wanted: str, kinds: Sequence[Kind]) -> Held:
    """Give the document of a file that is meant: by id, else the only one of the first kind that it holds.

    Raises `UsageError` when there is none or more than one.
    """
    if wanted:
        if found := named([item for item in held if item.kind in kinds], wanted):
            return found[0]
        ids = [item.id for item in held]
        hint = did_you_mean(wanted, ids) or f"It holds: {', '.join(ids) or 'nothing'}."
        raise UsageError(f"{name}: no {_either(kinds)} `{shortened(wanted)}` in it.", hint)
    for kind in kinds:
        found = [item for item in held if item.kind == kind]
        if len(found) > 1:
            names = ", ".join(f"{name}#{item.id}" for item in found[:6])
            raise UsageError(f"{name}: it holds {len(found)} {kind}s.", f"Name one: {names}")
        if found:
            return found[0]
    raise wrong_kind(workspace, held, name, kinds)


def wrong_kind(workspace: Workspace, held: Sequence[Held], name: str, kinds: Sequence[Kind]) -> UsageError:
    """Say what a file holds instead of a roadmap, and what to do."""
    what = " and ".join(dict.fromkeys(_a(item.kind) for item in held))
    message = f"{name} holds {what}, and no {_either(kinds)}." if held else f"{name} holds no {_either(kinds)}."
    if any(item.kind == "journey" for item in held):
        known = ", ".join(f"`{item.id}`" for item, _ in workspace.roadmaps[:4])
        hint = f"The roadmaps here: {known}. Or add `--suggest`" if known else "Add `--suggest`"
        return UsageError(message, f"{hint}, to have a first roadmap written.")
    return UsageError(message, "A roadmap is a document with `kind: roadmap`, `from` and `to`.")


def _a(kind: str) -> str:
    return f"{'an' if kind[0] in 'aeio' else 'a'} {kind}"


def _either(kinds: Sequence[str]) -> str:
    return " or ".join(kinds)


def along(workspace: Workspace, held: Held) -> Route:
    """Give the route of a roadmap document.

    Raises `UsageError` when a journey is missing, or the one is no dream of the other.
    """
    roadmap = held.model
    if not isinstance(roadmap, Roadmap):
        raise wrong_kind(workspace, [held], held.file, ("roadmap",))
    current = _journey(workspace, held, "from", roadmap.from_)
    dream = _journey(workspace, held, "to", roadmap.to)
    return Route(workspace, current, dream, held, roadmap, _compared(workspace, current, dream, held))


def toward(workspace: Workspace, held: Held) -> Route:
    """Give the route that starts or ends at a journey: to the dream that it is, or to its nearest dream.

    Raises `UsageError` when it has no dream, or is a dream of nothing that is known.
    """
    journey = held.model
    if not isinstance(journey, Journey):
        raise wrong_kind(workspace, [held], held.file, ("roadmap", "journey"))
    if journey.state == "dream" and not journey.of:
        raise UsageError(f"`{held.id}` is a dream, and does not say of what.", "Write the journey's id under `of`.")
    dreams = [dream for dream in workspace.dreams_of(held) if dream is not held]
    if journey.state == "dream":
        current, dream = _base(workspace, held, journey), held
    elif len(dreams) == 1:
        current, dream = held, dreams[0]
    elif dreams:
        names = ", ".join(f"`{dream.id}`" for dream in dreams[:6])
        raise UsageError(f"`{held.id}` has {len(dreams)} dreams: {names}.", "Name the dream to make a roadmap for.")
    else:
        raise UsageError(
            f"no dream is of `{held.id}`.",
            f"Write one first: a journey with `state: dream` and `of: {held.id}`.",
        )
    between = workspace.roadmaps_between(current, dream)
    found, roadmap = between[0] if between else (None, None)
    return Route(workspace, current, dream, found, roadmap, _compared(workspace, current, dream, held))


def _base(workspace: Workspace, held: Held, journey: Journey) -> Held:
    found = workspace.find("journey", journey.of)
    if found is None or found is held:
        raise _unknown(workspace, held, "of", journey.of)
    return found


def _journey(workspace: Workspace, held: Held, key: str, written: str) -> Held:
    found = workspace.find("journey", written)
    if found is None:
        raise _unknown(workspace, held, key, written)
    return found


def _unknown(workspace: Workspace, held: Held, key: str, written: str) -> UsageError:
    ids = [item.id for item in workspace.held if item.kind == "journey"]
    hint = did_you_mean(written, ids) or (
        f"The journeys here: {', '.join(ids[:8])}."
        if ids
        else "Name the files of the journeys as well, or make a workspace."
    )
    return UsageError(f"{held.file}: `{key}` is `{shortened(written)}`, and there is no such journey.", hint)


def _compared(workspace: Workspace, current: Held, dream: Held, held: Held) -> Comparison:
    if current is dream:
        raise UsageError(
            f"{held.file}: `from` and `to` are both `{current.id}`.",
            "Under `to` stands a dream of the journey under `from`.",
        )
    way = workspace.way_to(current, dream)
    if not way:
        raise UsageError(
            f"{held.file}: `{dream.id}` is no dream of `{current.id}`, so there is no gap to hold the roadmap against.",
            f"Write `state: dream` and `of: {current.id}` in `{dream.id}`, or mend `from` and `to`.",
        )
    between = [workspace.side(item).journey for item in way[:-1]]
    return compare(workspace.side(current), workspace.side(dream), plan=True, via=between)
