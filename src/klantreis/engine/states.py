"""Journeys in two states of a repository, paired: what was there, what is there now, what cannot be read."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from klantreis import rules
from klantreis.check.load import LoadedFile, load
from klantreis.compare.side import Side
from klantreis.engine.sides import Held, held_in
from klantreis.findings import Finding, Severity
from klantreis.model.journey import Journey
from klantreis.model.organisation import Organisation
from klantreis.source.git.blobs import TreeFile, files_of, in_turn, read_files
from klantreis.source.git.changes import FileChange, changed_files
from klantreis.source.git.repository import Repository
from klantreis.source.git.revisions import Index, State

_ORGANISATION = re.compile(rb"kind[\"']?[ \t]*:\s*[\"']?organisation\b")
_YAML = (".yaml", ".yml")
_UNREADABLE = {rules.ENCODING, rules.SYNTAX, rules.TOO_LARGE, rules.KEY_NOT_TEXT}


@dataclass(frozen=True, slots=True, eq=False)
class Unread:
    """A file that one side cannot be read from: its name as people see it, why, and what is wrong inside."""

    name: str
    reason: str
    findings: tuple[Finding, ...] = ()
    text: str = ""


@dataclass(frozen=True, slots=True, eq=False)
class Met:
    """A document in both states, or in one: then the other is None."""

    old: Held | None
    new: Held | None

    @property
    def either(self) -> Held:
        """The document as it is now, or as it was when it is gone."""
        found = self.new or self.old
        if found is None:
            raise ValueError("nothing on either side")
        return found


@dataclass(slots=True, eq=False)
class States:
    """What differs between two states: journeys in pairs, other documents in pairs, files that cannot be read."""

    journeys: list[Met] = field(default_factory=list)
    others: list[Met] = field(default_factory=list)
    unread: list[Unread] = field(default_factory=list)
    organisations: tuple[Organisation | None, Organisation | None] = (None, None)

    def sides(self, met: Met) -> tuple[Side, Side] | None:
        """Give a journey's two sides, None when it is only on one."""
        if met.old is None or met.new is None:
            return None
        return (
            Side(_journey(met.old), self.organisations[0], met.old.file),
            Side(_journey(met.new), self.organisations[1], met.new.file),
        )


def _journey(held: Held) -> Journey:
    if not isinstance(held.model, Journey):
        raise TypeError(f"{held.id} is no journey")
    return held.model


@dataclass(slots=True)
class OneSide:
    """The documents of one state, the files that cannot be read there, and those that are not ours."""

    held: list[Held] = field(default_factory=list)
    unread: list[Unread] = field(default_factory=list)
    skipped: dict[str, bytes] = field(default_factory=dict)


def compare_states(
    repository: Repository, old: State, new: State, paths: Sequence[str] = (), *, below: str = ""
) -> States:
    """Find what differs between two states of a repository; with `paths`, in files at or below one of them.

    `below` is the folder of the workspace, from the top of the repository: its organisation says what
    figures and channels mean. Raises `GitError` when git cannot say.
    """
    changes = [change for change in changed_files(repository, old, new, paths) if _is_ours(change, paths)]
    before = _read(repository, old, [(change.old_path, change.old_oid) for change in changes], paths)
    after = _read(repository, new, [(change.new_path, change.new_oid) for change in changes], paths)
    names = _names(changes, old, new)
    _doubt(before, after, {was: now for now, was in names.items()})
    _doubt(after, before, names)
    states = pair_up(before, after, names)
    if states.journeys:
        states.organisations = organisation_in(repository, old, below), organisation_in(repository, new, below)
    return states


def _names(changes: Iterable[FileChange], old: State, new: State) -> dict[str, str]:
    """What each file of the new state was called in the old one."""
    return {
        shown(change.new_path, new): shown(change.old_path, old)
        for change in changes
        if change.new_path and change.old_path
    }


def _doubt(side: OneSide, other: OneSide, there: Mapping[str, str]) -> None:
    """What is no text or no YAML here, and one of ours on the other side, cannot be read: nobody removed it.

    `there` is what the files of this side are called on the other.
    """
    ours = {held.file for held in other.held}
    for name, data in side.skipped.items():
        if there.get(name) in ours:
            file = load(name, data, named=True)
            if any(finding.rule in _UNREADABLE for finding in file.findings):
                read_side(file, side)


def _is_ours(change: FileChange, paths: Sequence[str]) -> bool:
    names = [name for name in (change.old_path, change.new_path) if name]
    return any(name.lower().endswith(_YAML) or name in paths for name in names)


def _read(
    repository: Repository, state: State, files: Iterable[tuple[str | None, str | None]], named: Sequence[str]
) -> OneSide:
    side = OneSide()
    wanted = [TreeFile(path, oid or "", "100644") for path, oid in files if path]
    blobs = read_files(repository, state, wanted)
    for file in wanted:
        name = shown(file.path, state)
        if file.path in blobs.found:
            loaded = load(name, blobs.found[file.path], named=file.path in named)
            read_side(loaded, side)
            if loaded.skipped:
                side.skipped[name] = blobs.found[file.path]
        elif file.path in blobs.too_large:
            side.unread.append(Unread(name, "it is larger than klantreis reads"))
        elif isinstance(state, Index):
            side.unread.append(Unread(name, "git could not merge it, and nobody settled the conflict yet"))
        else:
            side.unread.append(Unread(name, "it cannot be read"))
    return side


def shown(path: str, state: State) -> str:
    """Give what to call a file in a state: `HEAD~1:klantreizen/bestellen.yaml`."""
    return f"{state.shown}:{path}"


def read_side(file: LoadedFile, side: OneSide) -> None:
    """Sort a loaded file: its documents, or why it cannot be trusted."""
    if file.skipped:
        return
    if file.error is not None:
        side.unread.append(Unread(file.name, file.error.message))
    elif any(finding.severity is Severity.ERROR for finding in file.findings):
        side.unread.append(Unread(file.name, "there are mistakes in it", tuple(file.findings), file.text))
    else:
        side.held += held_in(file)


def pair_up(old: OneSide, new: OneSide, same_file: Mapping[str, str]) -> States:
    """Pair the documents of two states: by kind and id, by a former id, and last what a file has left over.

    Of several with one id, those in the same file go first. `same_file` leads from a file of the new state to
    what it was in the old one. What has lost its partner to a file that cannot be read is told with that file, and
    neither came nor went.
    """
    pairs: dict[Held, Held] = {}
    _match(pairs, old.held, new.held, lambda item: [(item.kind, item.id, same_file.get(item.file, item.file))])
    _match(pairs, old.held, new.held, lambda item: [(item.kind, item.id)])
    _match(pairs, old.held, new.held, lambda item: [(item.kind, name) for name in (item.id, *item.model.was)])
    _match_left(pairs, old.held, new.held, same_file)
    unread = {item.name for item in (*old.unread, *new.unread)}
    back = {there: here for here, there in same_file.items()}
    states = States(unread=[*old.unread, *new.unread])
    for item in new.held:
        if item in pairs or same_file.get(item.file) not in unread:
            _note(states, Met(pairs.get(item), item))
    met = set(pairs.values())
    for item in old.held:
        if item not in met and back.get(item.file) not in unread:
            _note(states, Met(item, None))
    return states


def _match(
    pairs: dict[Held, Held], old: Sequence[Held], new: Sequence[Held], names: Callable[[Held], list[tuple[str, ...]]]
) -> None:
    taken = set(pairs.values())
    known: dict[tuple[str, ...], Held] = {}
    for item in old:
        if item not in taken:
            for name in names(item):
                known.setdefault(name, item)
    for item in new:
        there = next((known[name] for name in names(item) if name in known), None)
        if item not in pairs and there is not None and there not in taken:
            taken.add(there)
            pairs[item] = there


def _match_left(
    pairs: dict[Held, Held], old: Sequence[Held], new: Sequence[Held], same_file: Mapping[str, str]
) -> None:
    """One document of a kind is left in a file, and one was: the same, under another id."""
    taken = set(pairs.values())
    before: dict[tuple[str, str], list[Held]] = {}
    after: dict[tuple[str, str], list[Held]] = {}
    for item in old:
        if item not in taken:
            before.setdefault((item.file, item.kind), []).append(item)
    for item in new:
        if item not in pairs:
            after.setdefault((same_file.get(item.file, ""), item.kind), []).append(item)
    for place, items in after.items():
        there = before.get(place, [])
        if len(items) == len(there) == 1:
            pairs[items[0]] = there[0]


def _note(states: States, met: Met) -> None:
    (states.journeys if met.either.kind == "journey" else states.others).append(met)


def changed_keys(old: Held, new: Held) -> list[str]:
    """Give the keys whose values differ between two states of a document."""
    before, after = (held.model.model_dump(mode="json", by_alias=True, exclude_defaults=True) for held in (old, new))
    return [key for key in dict.fromkeys((*before, *after)) if before.get(key) != after.get(key)]


def organisation_in(repository: Repository, state: State, below: str = "") -> Organisation | None:
    """Give the organisation of a workspace in a state; the first one by path where there are several."""
    files = [file for file in files_of(repository, state, [below] if below else []) if file.path.endswith(_YAML)]
    for path, data in in_turn(repository, state, sorted(files, key=lambda file: file.path)):
        for held in held_in(load(path, data, named=False)) if _ORGANISATION.search(data) else ():
            if isinstance(held.model, Organisation):
                return held.model
    return None
