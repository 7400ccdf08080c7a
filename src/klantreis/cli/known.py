"""Writes the baseline of a workspace: `klantreis lint --write-baseline`."""

from __future__ import annotations

from klantreis.cli.files import write_whole
from klantreis.cli.output import say
from klantreis.cli.review import Reviewed
from klantreis.engine.baseline import pruned, text_of, updated
from klantreis.engine.review import baseline_of, can_be_known, judged
from klantreis.errors import UsageError
from klantreis.source.workspace import shown
from klantreis.wording import plural


def write_known(reviewed: Reviewed, *, prune: bool = False) -> None:
    """Note the findings of every workspace as known; those of files not checked now stay as they are.

    With `prune`, only take away what no longer occurs.

    Raises `UsageError` outside of a workspace, `ConfigError` when the old baseline cannot be read.
    """
    if any(batch.config is None for batch, _, _ in reviewed.parts):
        raise UsageError(
            "a baseline needs a workspace: a folder with a `klantreis.toml`.",
            "An empty `klantreis.toml` beside the files is enough.",
        )
    for batch, plan, part in reviewed.parts:
        if batch.config is None:
            continue
        found = [item for item in part.all if can_be_known(item)]
        change = pruned if prune else updated
        known = change(baseline_of(batch.config), found, part.names, judged(plan, part))
        write_whole(known.path, text_of(known))
        where = shown(known.path)
        if prune:
            say(f"{plural(known.count, 'known finding')} left in {where}.")
            continue
        say(f"Noted {plural(len(found), 'finding')} of {plural(part.outcome.checked, 'file')} in {where}.")
