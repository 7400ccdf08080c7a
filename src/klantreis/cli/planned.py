"""The roadmap (or the journey to make one for) that a name means, with the workspace around it."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING

import typer

if TYPE_CHECKING:
    from klantreis.cli.gather import Gathered
    from klantreis.engine.roadmap.loading import Route
    from klantreis.engine.sides import Held, Workspace


@dataclass(slots=True)
class Found:
    """The document that was named, and the workspace around it."""

    workspace: Workspace
    held: Held
    gathered: Gathered

    @classmethod
    def of(cls, name: str, *, journeys: bool) -> Found:
        """Find it by file or id. Raises `UsageError` or `PathError`; stops with 1 when its file has mistakes."""
        from klantreis.cli.sides import file_in, looks_like_path
        from klantreis.engine.roadmap.loading import pick, wrong_kind
        from klantreis.errors import PathError, UsageError
        from klantreis.model.document import Kind
        from klantreis.model.text import slug
        from klantreis.suggest import did_you_mean
        from klantreis.wording import shortened

        kinds: tuple[Kind, ...] = ("roadmap", "journey") if journeys else ("roadmap",)
        path = file_in(name)
        if not path and looks_like_path(name):
            raise PathError(f"{name}: no such file.", "Name a file, or the id of a roadmap in this workspace.")
        if os.path.isdir(path):
            raise UsageError(f"{name} is a folder.", "Name the file of a roadmap, or its id.")
        workspace, shown, gathered = _load(path)
        if shown:
            _refuse(workspace, [shown], gathered)
            return cls(
                workspace, pick(workspace, workspace.in_file(shown), shown, name[len(path) + 1 :], kinds), gathered
            )
        for kind in kinds:
            if held := workspace.find(kind, name):
                _refuse(workspace, [held.file], gathered)
                return cls(workspace, held, gathered)
        other = [item for item in workspace.held if item.id in (name, slug(name))]
        if other:
            raise wrong_kind(workspace, other[:1], f"`{shortened(name)}`", kinds)
        ids = [item.id for item in workspace.held if item.kind in kinds]
        known = f"The roadmaps here: {', '.join(ids[:8])}." if ids else "There is none here; --suggest writes one."
        raise UsageError(f"no file and no roadmap `{shortened(name)}`.", did_you_mean(name, ids) or known)

    def refuse_broken(self, route: Route) -> None:
        """Stop with 1 when a file of the route has mistakes."""
        files = [item.file for item in (route.held, route.current, route.dream) if item is not None]
        _refuse(self.workspace, list(dict.fromkeys(files)), self.gathered)

    def warn(self) -> None:
        """Say how many references of the roadmap lead nowhere."""
        from klantreis.cli.output import say_loose

        say_loose(sum(finding.severity == "error" for finding in self.workspace.loose([self.held.file])))


def _load(path: str) -> tuple[Workspace, str, Gathered]:
    """The workspace around a file (or this folder), and the name that the file has in it."""
    from klantreis.cli.gather import gather
    from klantreis.engine.sides import load_workspace
    from klantreis.errors import UsageError

    gathered = gather([path] if path else [])
    if gathered.errors:
        raise gathered.errors[0]
    for batch in gathered.batches:
        names = [item.name for item in batch.inputs if item.asked]
        return load_workspace(batch.inputs), names[0] if path and names else "", gathered
    raise UsageError(f"{path}: there is no file of klantreis in it.", "Name the file of a roadmap, or its id.")


def _refuse(workspace: Workspace, files: list[str], gathered: Gathered) -> None:
    """Show the mistakes of files and stop with 1, if they have any. Raises `PathError` for one that cannot be read."""
    for error in workspace.errors:
        if any(error.message.startswith(f"{name}:") for name in files):
            raise error
    broken = [finding for name in files for finding in workspace.broken.get(name, ())]
    if broken:
        from klantreis.cli.output import write
        from klantreis.engine.run import Outcome
        from klantreis.report import format_of
        from klantreis.source.locate import locate

        write(format_of("full")(locate(broken, gathered.texts), gathered.texts, Outcome()), sys.stderr)
        raise typer.Exit(1)
