"""The sides of a comparison as people name them: an id of the workspace, a file, or `REV:path`."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from klantreis.compare.side import Side
from klantreis.errors import PathError, UsageError
from klantreis.model.journey import Journey
from klantreis.model.text import slug
from klantreis.wording import shortened

if TYPE_CHECKING:
    from collections.abc import Sequence

    from klantreis.cli.gather import Gathered
    from klantreis.engine.sides import Held, Workspace
    from klantreis.findings import Finding
    from klantreis.model.roadmap import Roadmap


_SOME = 3


@dataclass(frozen=True, slots=True, eq=False)
class Chosen:
    """A journey that was named, and the workspace it was found in, None for one out of git's history."""

    held: Held
    workspace: Workspace | None
    side: Side

    @property
    def journey(self) -> Journey:
        """The journey."""
        return self.side.journey


@dataclass(slots=True)
class Sides:
    """Finds journeys by name. All files that are named are loaded together, with the workspaces around them."""

    names: Sequence[str]
    _workspaces: list[Workspace] = field(default_factory=list)
    _files: dict[str, tuple[Workspace, str]] = field(default_factory=dict)
    _here: Workspace | None = None
    gathered: list[Gathered] = field(default_factory=list)

    def __post_init__(self) -> None:
        """Load the files among the names."""
        files = [file for name in self.names if (file := file_in(name))]
        for file in files:
            if os.path.isdir(file):
                raise PathError(f"{file}: a folder, not a file.", "Name a file, or the id of a journey.")
        if files:
            self._load(files)

    def choose(self, name: str, state: str = "", near: Chosen | None = None) -> Chosen:
        """Find the journey that a name means; of several in a file, the only one in that state.

        `near` is a side found before: an id is looked up in its workspace first.

        Raises `UsageError` when there is none or more than one, `PathError` for a file with mistakes.
        """
        file = file_in(name)
        if file:
            workspace, shown = self._files[os.path.realpath(file)]
            self._refuse_broken(workspace, shown)
            held = _one_of(workspace.in_file(shown), shown, name[len(file) + 1 :], state)
            return Chosen(held, workspace, workspace.side(held))
        if ":" in name and (found := self._revision(name, state)):
            return found
        return self._by_id(name, near)

    def roadmap(self, name: str, near: Chosen) -> tuple[Held, Roadmap]:
        """Find the roadmap that a name means. Raises `UsageError` when there is none or more than one."""
        file = file_in(name)
        if file:
            workspace, shown = self._files[os.path.realpath(file)]
            self._refuse_broken(workspace, shown)
            found = [item for item in workspace.roadmaps if item[0].file == shown]
            if wanted := name[len(file) + 1 :]:
                found = [item for item in found if item[0].id in (wanted, slug(wanted))]
        else:
            workspace = near.workspace or self._workspace(name)
            found = [item for item in workspace.roadmaps if item[0].id in (name, slug(name))]
        if len(found) == 1:
            return found[0]
        ids = ", ".join(held.id for held, _ in workspace.roadmaps) or "none"
        raise UsageError(
            f"`{shortened(name)}` is {'several roadmaps' if found else 'no roadmap'}.", f"The roadmaps here: {ids}."
        )

    def loose(self, chosen: Sequence[Chosen]) -> list[Finding]:
        """Give what is wrong with references in the files of sides."""
        found: list[Finding] = []
        for workspace in dict.fromkeys(side.workspace for side in chosen if side.workspace is not None):
            found += workspace.loose({side.held.file for side in chosen if side.workspace is workspace})
        return found

    def _load(self, files: list[str]) -> Workspace | None:
        from klantreis.cli.gather import gather
        from klantreis.engine.sides import load_workspace

        gathered = gather(files)
        self.gathered.append(gathered)
        if gathered.errors:
            raise gathered.errors[0]
        workspace = None
        for batch in gathered.batches:
            workspace = load_workspace(batch.inputs)
            self._workspaces.append(workspace)
            for source in batch.inputs:
                if source.path is not None:
                    self._files[os.path.realpath(source.path)] = workspace, source.name
        return workspace

    def _refuse_broken(self, workspace: Workspace, shown: str) -> None:
        for error in workspace.errors:
            if error.message.startswith(f"{shown}:"):
                raise error
        if shown not in workspace.broken:
            return
        from klantreis.cli.output import write
        from klantreis.engine.run import Outcome
        from klantreis.report import format_of
        from klantreis.source.locate import Texts, locate

        texts = self.gathered[0].texts if self.gathered else Texts(lambda _: "")
        write(format_of("full")(locate(workspace.broken[shown], texts), texts, Outcome()), sys.stderr)
        raise PathError(
            f"{shown}: its mistakes keep it from being compared.", "Mend what is shown above, and try again."
        )

    def _by_id(self, name: str, near: Chosen | None) -> Chosen:
        workspace = near.workspace if near and near.workspace else self._workspace(name)
        held = workspace.find("journey", name)
        if held is None:
            raise _unknown(name, workspace)
        self._refuse_broken(workspace, held.file)
        if len(files := [one.file for one in workspace.held if (one.kind, one.id) == (held.kind, held.id)]) > 1:
            from klantreis.cli.output import say

            say(f"`{held.id}` is there more than once: {', '.join(files[:_SOME])}. Taken is {held.file}; name a file.")
        return Chosen(held, workspace, workspace.side(held))

    def _workspace(self, name: str) -> Workspace:
        if self._here is None:
            if looks_like_path(name):
                raise PathError(f"{name}: no such file.", "Name a file, or the id of a journey in this workspace.")
            try:
                self._here = self._load([])
            except UsageError as error:
                if "no workspace" not in error.message:
                    raise
                raise UsageError(
                    f"`{shortened(name)}` is no file, and there is no workspace here to look it up in.",
                    "Name a file, or go to a folder with a `klantreis.toml`.",
                ) from None
        if self._here is None:
            raise UsageError("there are no journeys here.", "Begin with `klantreis init`.")
        return self._here

    def _revision(self, name: str, state: str) -> Chosen | None:
        """A journey as it was in a revision; None when nobody can mean one."""
        from klantreis.engine.past import in_revision

        past = in_revision(name, Path.cwd())
        if past is None:
            return None
        if past.unread is not None:
            raise PathError(f"{past.unread.name}: {past.unread.reason}.", "Name a revision in which it was sound.")
        held = _one_of(past.held, past.file, past.wanted, state)
        if not isinstance(held.model, Journey):
            raise TypeError(held.id)
        return Chosen(held, None, Side(held.model, past.organisation, held.file))


def file_in(name: str) -> str:
    """Give the file that a name begins with: all of it, or what stands before `#id`; empty when there is none."""
    if os.path.lexists(name):
        return name
    head, mark, _ = name.rpartition("#")
    return head if mark and os.path.lexists(head) else ""


def looks_like_path(name: str) -> bool:
    """Tell whether a name can only be meant as a file."""
    return "/" in name or os.sep in name or name.lower().partition("#")[0].endswith((".yaml", ".yml"))


def _one_of(held: Sequence[Held], shown: str, wanted: str, state: str) -> Held:
    """The journey of a file that is meant."""
    from klantreis.engine.sides import named

    journeys = [item for item in held if isinstance(item.model, Journey)]
    if wanted:
        if found := named(journeys, wanted):
            return found[0]
        from klantreis.suggest import did_you_mean

        ids = [item.id for item in journeys]
        hint = did_you_mean(wanted, ids) or f"It holds: {', '.join(ids) or 'no journey'}."
        raise UsageError(f"{shown}: no journey `{shortened(wanted)}` in it.", hint)
    if not journeys:
        kinds = sorted({item.kind for item in held})
        what = f"it holds a {' and a '.join(kinds)}, and no journey" if kinds else "it holds no journey"
        raise UsageError(f"{shown}: {what}.", "Name the file of a journey, or its id.")
    fitting = [item for item in journeys if not state or item.outline.state == state]
    if len(journeys) == 1 or len(fitting) == 1:
        return (fitting if len(fitting) == 1 else journeys)[0]
    names = ", ".join(f"{shown}#{item.id}" for item in journeys[:6])
    raise UsageError(f"{shown}: it holds {len(journeys)} journeys.", f"Name one: {names}")


def _unknown(name: str, workspace: Workspace) -> UsageError:
    from klantreis.suggest import did_you_mean

    ids = [held.id for held in workspace.held if held.kind == "journey"]
    other = next((held for held in workspace.held if held.id in (name, slug(name))), None)
    if other is not None:
        return UsageError(f"`{shortened(name)}` is a {other.kind}, and no journey.", "Name a journey.")
    known = f"The journeys here: {', '.join(ids[:8])}." if ids else "There is no journey here."
    if lost := [*workspace.broken, *(error.message.partition(":")[0] for error in workspace.errors)]:
        known += f" Not read, for they have mistakes: {', '.join(lost[:_SOME])}; `klantreis validate` shows them."
    return UsageError(f"no file and no journey `{shortened(name)}`.", did_you_mean(name, ids) or known)
